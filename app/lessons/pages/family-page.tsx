import { crumbsTo, type Experiment, readableExperiment, titleOf } from '../../experiments/index.ts'
import { placeName } from '../../municipalities/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Details, Lede, PageTitle, Table } from '../../ui/index.ts'
import { changesAgainst, type FamilyMember, familyOf, membersOf } from '../family.ts'
import { type FamilyPool, poolOfFamily } from '../read-pool.ts'
import { FamilyMap, Tree } from './family-section.tsx'
import { PooledSection } from './pooled-section.tsx'

/** The family of an experiment as a tree, what it shows together, what each adopter changed, and a map with a table. */
export const familyPage: ReadPage<{
  experiment: Experiment
  family: FamilyMember
  pool: FamilyPool | undefined
}> = {
  load: async (visit) => {
    const experiment = await readableExperiment(visit)
    if (!experiment) return undefined
    const family = await familyOf(visit.database, visit, experiment)
    return { experiment, family, pool: await poolOfFamily(visit.database, family) }
  },
  view: ({ visit, data: { experiment, family, pool } }) => {
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
          <PooledSection visit={visit} family={family} pool={pool} />
          <p>
            <a href={visit.to('would-it-work', { id: experiment.id })}>{texts[visit.lang].pooling.link}</a>
          </p>
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
