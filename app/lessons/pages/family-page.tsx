import { crumbsTo, type Experiment, readableExperiment, titleOf } from '../../experiments/index.ts'
import { placeName } from '../../municipalities/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Details, Lede, PageTitle, Table } from '../../ui/index.ts'
import { changesAgainst, type FamilyMember, familyOf, membersOf } from '../family.ts'
import { FamilyMap, Tree } from './family-section.tsx'

/** The family of an experiment as a tree, on a map and as a table, with what each adopter changed. */
export const familyPage: ReadPage<{ experiment: Experiment; family: FamilyMember }> = {
  load: async (visit) => {
    const experiment = await readableExperiment(visit)
    return experiment && { experiment, family: await familyOf(visit.database, visit, experiment) }
  },
  view: ({ visit, data: { experiment, family } }) => {
    const words = texts[visit.lang].lessons.family
    const labels = texts[visit.lang].experiments.fields
    const members = membersOf(family)
    return {
      title: words.title,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      wide: true,
      body: (
        <>
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede(members.length)}</Lede>
          <Tree visit={visit} family={family} currentId={experiment.id} />
          {members.map(({ experiment: child, parent }) => {
            if (!parent || parent.published || child.frozenAt === null || child.municipalityCode === null)
              return null
            const changes = changesAgainst(parent.plan, child.plan)
            if (changes.length === 0) return null
            const title = words.changedTitle(placeName(child.municipalityCode, visit.lang, 'in'))
            return (
              <Details summary={title}>
                <Table
                  caption={title}
                  captionHidden
                  rowHeaders
                  columns={[{ text: '' }, { text: words.before }, { text: words.after }]}
                  rows={changes.map(({ part, before, after }) => [
                    labels[part],
                    before,
                    after ?? words.nothing,
                  ])}
                />
              </Details>
            )
          })}
          <FamilyMap visit={visit} family={family} />
        </>
      ),
    }
  },
}
