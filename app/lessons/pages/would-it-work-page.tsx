import { decimalsFor } from '@uskalla/evidence'
import { crumbsTo, type Experiment, readableExperiment, titleOf } from '../../experiments/index.ts'
import {
  allMunicipalities,
  type Municipality,
  municipalityByCode,
  placeName,
} from '../../municipalities/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { workplaces } from '../../platform/web/policy.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Lede,
  PageTitle,
  Prose,
  Section,
  Select,
  Table,
  Tag,
} from '../../ui/index.ts'
import { type FamilyMember, familyOf, membersOf } from '../family.ts'
import { mayAdopt } from '../lesson-policy.ts'
import { outcomeInWords } from '../lesson-in-words.ts'
import { lessonsOf } from '../lesson-store.ts'
import type { Lesson } from '../lesson.ts'
import { alikeUpTo, byNearness, type Nearness } from '../nearness.ts'
import { changeInWords, signedAmount } from '../pooled-in-words.ts'
import type { PooledPlace } from '../pooled-family.ts'
import { type FamilyPool, poolOfFamily } from '../read-pool.ts'
import { LikenessFigures } from './likeness-figures.tsx'

interface WouldItWork {
  experiment: Experiment
  family: FamilyMember
  pool: FamilyPool | undefined
  lessons: Map<string, Lesson>
  chosen: Municipality | undefined
}

/** Where a person works, otherwise where they live; undefined for strangers. */
function ownMunicipality(visit: Visit): string | undefined {
  const [work] = workplaces(visit)
  return (
    work ??
    visit.person?.memberships.find((one) => one.municipalityCode !== null)?.municipalityCode ??
    undefined
  )
}

/** Who has tried it, whether they resemble a chosen municipality, what they got, and what that one could expect. */
export const wouldItWorkPage: ReadPage<WouldItWork> = {
  load: async (visit) => {
    const experiment = await readableExperiment(visit)
    if (!experiment) return undefined
    const family = await familyOf(visit.database, visit, experiment)
    const ids = membersOf(family).map((member) => member.experiment.id)
    const [pool, lessons] = await Promise.all([
      poolOfFamily(visit.database, family),
      lessonsOf(visit.database, ids),
    ])
    // Whoever is signed in sees their own municipality first; an empty choice that was sent stays empty.
    const chosen = municipalityByCode(visit.query.municipality ?? ownMunicipality(visit) ?? '')
    return { experiment, family, pool, lessons, chosen }
  },
  view: ({ visit, data }) => {
    const { experiment, chosen } = data
    const words = texts[visit.lang].pooling.would
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <PageTitle
            caption={titleOf(visit.lang, experiment)}
            tag={
              experiment.origin === 'example' && <Tag kind="plain">{texts[visit.lang].lessons.example}</Tag>
            }
          >
            {words.title}
          </PageTitle>
          <Lede>{words.lede}</Lede>
          <form method="get" class="filters" aria-label={words.title}>
            <Select
              name="municipality"
              label={words.choose}
              empty={words.chooseEmpty}
              value={chosen?.code}
              options={allMunicipalities(visit.lang).map((one) => ({
                value: one.code,
                label: one.name[visit.lang],
              }))}
            />
            <Button kind="secondary">{words.show}</Button>
          </form>
          {chosen && <Expectation visit={visit} data={data} chosen={chosen} />}
          {chosen && <Tried visit={visit} data={data} chosen={chosen} />}
          <Conditions visit={visit} data={data} />
          <p>
            <a href={visit.to('family', { id: experiment.id })}>{texts[visit.lang].pooling.familyLink}</a>
          </p>
          {mayAdopt(visit, { experiment }) && (
            <ButtonRow>
              <ButtonLink href={visit.to('adopt', { id: experiment.id })}>
                {texts[visit.lang].lessons.adopt.link}
              </ButtonLink>
            </ButtonRow>
          )}
        </>
      ),
    }
  },
}

interface PartProps {
  visit: Visit
  data: WouldItWork
}

/** What the chosen municipality could expect: a range from five places on, otherwise that there are too few. */
function Expectation({ visit, data: { pool, family }, chosen }: PartProps & { chosen: Municipality }) {
  const { lang } = visit
  const words = texts[lang].pooling.would
  const where = placeName(chosen.code, lang, 'in')
  const places = pool?.kept.pooled.places ?? []
  const next = pool?.kept.pooled.result?.next
  const measure = pool?.measure
  const own = places.find((place) => place.municipalityCode === chosen.code)
  const tried = membersOf(family).some(
    ({ experiment }) => experiment.municipalityCode === chosen.code && experiment.frozenAt !== null,
  )
  return (
    <Section title={words.rangeTitle(where)} id="range">
      {own && measure ? (
        <p class="finding-first">
          {words.ownAlready(where, changeInWords(lang, measure, { ...own, estimate: own.effect }))}
        </p>
      ) : (
        tried && <p class="finding-first">{words.ownUnknown(where)}</p>
      )}
      {next && measure ? (
        <>
          <p class="finding-first">
            {words.range(
              where,
              ...bothEnds(next, (end, decimals) => signedAmount(lang, measure, end, decimals)),
            )}
          </p>
          <p>{words.rangeSame}</p>
        </>
      ) : (
        <>
          <p class="finding-first">{words.tooFew(places.length)}</p>
          {places.length > 0 && <p>{words.known}</p>}
        </>
      )}
    </Section>
  )
}

function bothEnds(
  range: { low: number; high: number },
  written: (end: number, decimals: number) => string,
): [string, string] {
  const decimals = decimalsFor(range.high - range.low)
  return [written(range.low, decimals), written(range.high, decimals)]
}

/** Everyone who has tried, the nearest first: how near, what they got, how it went, and by which figures that is told. */
function Tried({ visit, data: { family, pool }, chosen }: PartProps & { chosen: Municipality }) {
  const { lang } = visit
  const words = texts[lang].pooling.would
  const tried = membersOf(family)
    .map(({ experiment }) => experiment)
    .filter((one) => one.frozenAt !== null || one.origin === 'published')
  const near = byNearness(
    chosen.code,
    tried.flatMap((one) => one.municipalityCode ?? []),
  )
  if (near.length === 0)
    return (
      <Section title={words.adoptersTitle} id="tried">
        <p>{words.nobody}</p>
      </Section>
    )
  const alike = near.filter((one) => one.rank !== null && one.rank <= alikeUpTo)
  const list = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang)
  return (
    <Section title={words.adoptersTitle} id="tried">
      <p>
        {alike.length > 0
          ? words.nearest(list.format(alike.map((one) => placeName(one.code, lang))))
          : words.noneAlike}
      </p>
      <Table
        caption={words.adoptersTitle}
        captionHidden
        rowHeaders
        columns={[
          { text: words.columns.municipality },
          { text: words.columns.rank },
          { text: words.columns.got },
          { text: words.columns.outcome },
        ]}
        rows={near.map((one) => {
          const own = tried.filter((experiment) => experiment.municipalityCode === one.code)
          return [
            <a href={visit.to('experiment', { id: own[0]?.id ?? '' })}>{placeName(one.code, lang)}</a>,
            one.rank === null ? words.rankUnknown : words.rank(one.rank),
            gotIn(visit, pool, one),
            own.map((experiment) => outcomeInWords(lang, experiment)).join(', '),
          ]
        })}
      />
      <LikenessFigures visit={visit} chosen={chosen} near={near.slice(0, 4)} />
    </Section>
  )
}

function gotIn(visit: Visit, pool: FamilyPool | undefined, { code }: Nearness): string {
  const place: PooledPlace | undefined = pool?.kept.pooled.places.find((one) => one.municipalityCode === code)
  if (!place || !pool?.measure) return texts[visit.lang].pooling.noChange
  return changeInWords(visit.lang, pool.measure, { ...place, estimate: place.effect })
}

/** What those who tried say it takes, from their lesson cards. */
function Conditions({ visit, data: { family, lessons } }: PartProps) {
  const words = texts[visit.lang].pooling.would
  const told = membersOf(family).flatMap(({ experiment }) => {
    const lesson = lessons.get(experiment.id)
    return lesson && lesson.conditions !== '' ? [{ experiment, lesson }] : []
  })
  return (
    <Section title={words.conditionsTitle} id="conditions">
      {told.length === 0 && <p>{words.conditionsNone}</p>}
      {told.map(({ experiment, lesson }) => (
        <section>
          <h3>
            <a href={visit.to('lesson', { id: experiment.id })}>
              {experiment.municipalityCode === null
                ? words.wholeCountry
                : placeName(experiment.municipalityCode, visit.lang)}
            </a>
          </h3>
          <div lang={lesson.language}>
            <Prose text={lesson.conditions} />
          </div>
        </section>
      ))}
    </Section>
  )
}
