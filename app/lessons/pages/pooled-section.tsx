import { checkText, decimalsFor } from '@uskalla/evidence'
import { type Experiment, mainMeasure, placeInWords } from '../../experiments/index.ts'
import { placeName } from '../../municipalities/index.ts'
import { dayOf, formatMoment } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { type Child, Details, ForestChart, Section, Table, Tag } from '../../ui/index.ts'
import { type FamilyMember, membersOf } from '../family.ts'
import { changeInWords, pooledInWords, spreadInWords } from '../pooled-in-words.ts'
import { type Adopters, adoptersOf, type FamilyPool } from '../read-pool.ts'

interface PooledProps {
  visit: Visit
  family: FamilyMember
  pool: FamilyPool | undefined
}

/** What the adoptions of a plan show together: sentences, forest plot, who is not in it and why, who has not reported. */
export function PooledSection({ visit, family, pool }: PooledProps) {
  const { lang } = visit
  const words = texts[lang].pooling
  const adopters = adoptersOf(family, pool?.kept, dayOf(visit.now))
  const pooled = pool?.kept.pooled
  const measure = pool?.measure
  if (!pooled && adopters.total === 0) return null
  const sentences = pooled && measure ? pooledInWords(lang, measure, pooled) : [words.nothingYet]
  const { result } = pooled ?? {}
  return (
    <Section title={words.title} id="together">
      {family.experiment.origin === 'example' && (
        <p>
          <Tag kind="plain">{texts[lang].lessons.example}</Tag>
        </p>
      )}
      <p class="finding-first">{sentences[0]}</p>
      {sentences.slice(1).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {result && measure && <p>{spreadInWords(lang, measure, result).join(' ')}</p>}
      <AdoptersInWords visit={visit} adopters={adopters} />
      <PooledChart visit={visit} family={family} pool={pool} />
      {result && result.checks.length > 0 && (
        <Details summary={words.checks} open>
          <ul>
            {result.checks.map((check) => (
              <li>{checkText(lang, check)}</li>
            ))}
          </ul>
        </Details>
      )}
      <Others visit={visit} family={family} pool={pool} silent={adopters.silent} />
      {pool && (
        <Details summary={words.fold.title}>
          <p>{words.fold.text}</p>
          <p>{words.fold.engine(pool.kept.engineVersion, formatMoment(lang, pool.kept.computedAt))}</p>
          <p>
            {words.fold.fingerprint}: <code>{pool.kept.dataFingerprint}</code>
          </p>
        </Details>
      )}
    </Section>
  )
}

/** How many have taken it up, reported, are under way and have stayed silent. */
function AdoptersInWords({ visit, adopters }: { visit: Visit; adopters: Adopters }) {
  const words = texts[visit.lang].pooling.adopters
  const { total, reported, underWay, silent } = adopters
  if (total === 0) return null
  return (
    <p>
      {[
        words.total(total),
        words.reported(reported.length, total),
        underWay.length > 0 && words.underWay(underWay.length, total),
        silent.length > 0 && words.silent(silent.length, total),
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}

/** Every municipality with its change and range, the common figure, and where the next one likely lies. */
function PooledChart({ visit, family, pool }: PooledProps) {
  const { lang } = visit
  const words = texts[lang].pooling
  const measure = pool?.measure
  if (!pool || !measure || pool.kept.pooled.places.length === 0) return null
  const { places, result } = pool.kept.pooled
  const shown = new Set(membersOf(family).map(({ experiment }) => experiment.id))
  const widths = places.map((place) => place.high - place.low)
  return (
    <ForestChart
      lang={lang}
      title={words.forestTitle(measure.name)}
      sentence={result?.next ? words.forestSentence : words.forestSentenceFew}
      unit={measure.unit}
      rowName={words.municipality}
      rows={places.map((place) => {
        const [id] = place.experimentIds
        return {
          name: placeName(place.municipalityCode, lang),
          ...(id !== undefined && shown.has(id) && { href: visit.to('evaluation', { id }) }),
          estimate: place.effect,
          low: place.low,
          high: place.high,
          weight: place.weight,
        }
      })}
      together={
        result && { name: words.together, estimate: result.effect, low: result.low, high: result.high }
      }
      next={result?.next ? { name: words.nextPlace, ...result.next } : null}
      better={measure.direction}
      decimals={decimalsFor(Math.min(...widths))}
    />
  )
}

/** Those whose result is told but not pooled, and those who have not reported, each with the reason. */
function Others({ visit, family, pool, silent }: PooledProps & { silent: readonly Experiment[] }) {
  const { lang } = visit
  const words = texts[lang].pooling
  const known = new Map(membersOf(family).map(({ experiment }) => [experiment.id, experiment]))
  const row = (experiment: Experiment, change: string, why: string): Child[] => [
    <a href={visit.to('experiment', { id: experiment.id })}>
      {placeInWords(lang, experiment.municipalityCode)}
    </a>,
    change,
    why,
  ]
  const leftOut = (pool?.kept.pooled.members ?? []).flatMap(({ experimentId, leftOut: reason, effect }) => {
    const experiment = known.get(experimentId)
    if (!experiment || reason === null || silent.includes(experiment)) return []
    const measure = mainMeasure(experiment.plan)
    const change = effect && measure ? changeInWords(lang, measure, effect) : words.noChange
    return [row(experiment, change, words.reasons[reason])]
  })
  const rows = [...leftOut, ...silent.map((one) => row(one, words.noChange, words.reasons.silent))]
  if (rows.length === 0) return null
  return (
    <Table
      caption={words.othersTitle}
      rowHeaders
      columns={[
        { text: words.columns.municipality },
        { text: words.columns.change },
        { text: words.columns.why },
      ]}
      rows={rows}
    />
  )
}
