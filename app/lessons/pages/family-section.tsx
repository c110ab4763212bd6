import { type Experiment, placeInWords, titleOf } from '../../experiments/index.ts'
import { municipalityByCode, placeName, placesWithRoom } from '../../municipalities/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  FamilyTree,
  FinlandMap,
  type MapDot,
  Section,
  Table,
  type TreeNode,
} from '../../ui/index.ts'
import { type FamilyMember, membersOf, municipalitiesRepeating } from '../family.ts'
import { outcomeInWords } from '../lesson-in-words.ts'
import { mayAdopt } from '../lesson-policy.ts'

function yearOf(visit: Visit, { yearFrom, yearTo }: Experiment): string {
  if (yearFrom === null) return texts[visit.lang].lessons.family.noYear
  return yearTo === null || yearTo === yearFrom ? String(yearFrom) : `${yearFrom}–${yearTo}`
}

function treeOf(visit: Visit, member: FamilyMember, currentId: string): TreeNode {
  const { experiment } = member
  return {
    title: titleOf(visit.lang, experiment),
    href: visit.to('experiment', { id: experiment.id }),
    meta: [
      placeInWords(visit.lang, experiment.municipalityCode),
      yearOf(visit, experiment),
      outcomeInWords(visit.lang, experiment),
    ].join(' · '),
    current: experiment.id === currentId,
    children: member.children.map((child) => treeOf(visit, child, currentId)),
  }
}

/** The family as a tree. */
export function Tree({
  visit,
  family,
  currentId,
}: {
  visit: Visit
  family: FamilyMember
  currentId: string
}) {
  return <FamilyTree lang={visit.lang} root={treeOf(visit, family, currentId)} />
}

/** The family on a map with lines from parent to child, and the same as a table. */
export function FamilyMap({ visit, family }: { visit: Visit; family: FamilyMember }) {
  const words = texts[visit.lang].lessons.family
  const members = membersOf(family)
  const nameOf = (experiment: Experiment | undefined) =>
    experiment?.municipalityCode ? placeName(experiment.municipalityCode, visit.lang) : undefined
  const withRoom = placesWithRoom(
    members.flatMap(({ experiment }) => municipalityByCode(experiment.municipalityCode ?? '') ?? []),
  )
  const dots = new Map<string, MapDot>()
  for (const { experiment } of members) {
    const municipality = municipalityByCode(experiment.municipalityCode ?? '')
    const name = nameOf(experiment)
    if (!municipality || !name || dots.has(name)) continue
    dots.set(name, {
      name,
      ...municipality.centroid,
      href: visit.to('experiment', { id: experiment.id }),
      kind:
        experiment.outcome === 'spread'
          ? 'spread'
          : experiment.outcome === 'stopped'
            ? 'stopped'
            : experiment.frozenAt
              ? 'running'
              : 'plain',
      ...(withRoom.has(municipality.code) && { label: name }),
    })
  }
  const lines = members.flatMap(({ experiment, parent }) => {
    const [from, to] = [nameOf(parent), nameOf(experiment)]
    return from && to && from !== to ? [{ from, to }] : []
  })
  return (
    <FinlandMap
      lang={visit.lang}
      title={words.mapTitle}
      sentence={words.sentence(dots.size)}
      dots={[...dots.values()]}
      lines={lines}
      table={
        <Table
          caption={words.caption}
          rowHeaders
          columns={[
            { text: words.columns.experiment },
            { text: words.columns.municipality },
            { text: words.columns.year },
            { text: words.columns.outcome },
            { text: words.columns.from },
          ]}
          rows={members.map(({ experiment, parent }) => [
            <a href={visit.to('experiment', { id: experiment.id })}>{titleOf(visit.lang, experiment)}</a>,
            nameOf(experiment) ?? words.wholeCountry,
            yearOf(visit, experiment),
            outcomeInWords(visit.lang, experiment),
            nameOf(parent) ?? words.original,
          ])}
        />
      }
    />
  )
}

/** Where else, on the page of an experiment: the tree when there is one, and "adopt here". */
export function FamilySection({
  visit,
  experiment,
  family,
}: {
  visit: Visit
  experiment: Experiment
  family: FamilyMember
}) {
  const words = texts[visit.lang].lessons
  const size = membersOf(family).length
  const repeated = municipalitiesRepeating(family, experiment.id)
  if (experiment.frozenAt === null && experiment.origin !== 'published') return null
  return (
    <Section title={words.family.title} id="family">
      {size > 1 ? (
        <>
          {repeated > 0 && <p>{words.family.repeated(repeated)}</p>}
          <Tree visit={visit} family={family} currentId={experiment.id} />
          <p>
            <a href={visit.to('family', { id: experiment.id })}>{words.family.link}</a>
          </p>
          <p>
            <a href={visit.to('would-it-work', { id: experiment.id })}>{texts[visit.lang].pooling.link}</a>
          </p>
        </>
      ) : (
        <p>{words.family.lede(1)}</p>
      )}
      {mayAdopt(visit, { experiment }) && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={visit.to('adopt', { id: experiment.id })}>
            {words.adopt.link}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}
