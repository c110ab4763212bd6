import { checkText } from '@uskalla/evidence'
import { formatDate, formatNumber, formatShare } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { Panel } from '../../ui/index.ts'
import { agreedLooks, boundariesFor } from '../looks.ts'
import { mainMeasure, type Plan } from '../plan.ts'
import {
  type DesignProspect,
  designProspectOf,
  seenAgainstWorthwhile,
  type Strengthening,
} from '../prospect.ts'
import { fewestPoints, prospectOf } from '../what-it-can-tell.ts'

/** "What this can tell you": said before the start, beside every page of the plan form. */
export function ProspectPanel({ lang, plan }: { lang: Lang; plan: Plan }) {
  const words = texts[lang].experiments.prospect
  return (
    <Panel kind="know">
      <h2 class="panel-title">{words.title}</h2>
      {plan.design ? <Reckoned lang={lang} plan={plan} /> : <Outlined lang={lang} plan={plan} />}
      {plan.design && <Unsaid lang={lang} plan={plan} />}
    </Panel>
  )
}

/** A plan of which no kind has been chosen: what its dates and measure can tell. */
function Outlined({ lang, plan }: { lang: Lang; plan: Plan }) {
  const words = texts[lang].experiments.prospect
  const { design, points, amount } = prospectOf(plan)
  if (design === 'unknown') return <p>{words.unknown}</p>
  return (
    <>
      <p>{words[design]}</p>
      <p>{points ? words.points(points.everyWeekday, points.everyWeek) : words.noDates}</p>
      {amount !== 'unknown' && <p>{amount === 'enough' ? words.enough : words[amount](fewestPoints)}</p>}
      <Unsaid lang={lang} plan={plan} />
    </>
  )
}

function Unsaid({ lang, plan }: { lang: Lang; plan: Plan }) {
  const words = texts[lang].experiments.prospect
  const { design, hasPrediction, hasSmallestWorthwhile } = prospectOf(plan)
  if (design === 'unknown' || plan.design?.kind === 'just_try') return null
  return (
    <>
      {!hasPrediction && <p>{words.noPrediction}</p>}
      {!hasSmallestWorthwhile && <p>{words.noSmallest}</p>}
    </>
  )
}

/** What the statistics engine says of the design, in words. */
function Reckoned({ lang, plan }: { lang: Lang; plan: Plan }) {
  const words = texts[lang].experiments.prospect.reckoned
  if (plan.design?.kind === 'just_try') return <p>{words.justTry}</p>
  const prospect = designProspectOf(plan)
  if (!prospect) return <p>{words.incomplete}</p>
  const { choice, stronger } = prospect
  return (
    <>
      <p>{designInWords(lang, plan, prospect)}</p>
      {choice.possibleDraws !== null && plan.design && plan.design.units.length > 1 && (
        <p>
          {(plan.design.byLot ? words.draws : words.placebos)(formatNumber(lang, choice.possibleDraws, 0))}
        </p>
      )}
      <Sight lang={lang} plan={plan} prospect={prospect} />
      <p>{words.level(String(choice.evidence.step))}</p>
      <PriceOfLooks lang={lang} plan={plan} />
      {stronger.length > 0 && (
        <>
          <h3>{words.strongerTitle}</h3>
          <ul>
            {stronger.map((one) => (
              <li>{strongerInWords(lang, plan, one)}</li>
            ))}
          </ul>
        </>
      )}
      {choice.checks.length > 0 && (
        <>
          <h3>{words.attention}</h3>
          <ul>
            {choice.checks.map((check) => (
              <li>{checkText(lang, check)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What looking along the way costs, told before the start. */
function PriceOfLooks({ lang, plan }: { lang: Lang; plan: Plan }) {
  const words = texts[lang].experiments.prospect.reckoned
  const looks = agreedLooks(plan)
  const boundaries = boundariesFor(looks.length)
  if (!boundaries) return null
  const oneIn = Math.round(1 / (boundaries.chances[0] ?? 1))
  return (
    <>
      <p>{words.lookDays(looks.map((look) => formatDate(lang, look.day)))}</p>
      <p>
        {words.priceOfLooks(
          formatShare(lang, boundaries.widening - 1),
          formatNumber(lang, oneIn > 1_000_000 ? 1_000_000 : oneIn, 0),
        )}
      </p>
    </>
  )
}

function designInWords(lang: Lang, plan: Plan, { study }: DesignProspect): string {
  const words = texts[lang].experiments.prospect.reckoned
  const count = (value: number) => formatNumber(lang, value, 0)
  const design = plan.design
  switch (design?.kind) {
    case 'with_and_without':
      return words.someDo(count(study.treatedUnits), count(design.units.length))
    case 'staggered':
      return words.oneByOne(count(design.units.length))
    case 'two_versions':
      return words.versions(count(study.treatedUnits), count(study.comparisonUnits))
    default:
      return words.onePlace(count(study.pointsBefore), count(study.pointsAfter))
  }
}

/** A smallest visible change: in the measure's unit, or in multiples of the usual spread. */
function sizeInWords(lang: Lang, plan: Plan, size: number): string {
  const measure = mainMeasure(plan)
  const inUnit = plan.design && plan.design.usualLow !== null && plan.design.usualHigh !== null
  const text = formatNumber(lang, size, size < 10 ? 1 : 0)
  if (!inUnit) return texts[lang].experiments.prospect.reckoned.times(text)
  return measure?.kind === 'number' ? `${text}\u00a0${measure.unit}`.trim() : text
}

function Sight({ lang, plan, prospect }: { lang: Lang; plan: Plan; prospect: DesignProspect }) {
  const words = texts[lang].experiments.prospect.reckoned
  const { sees, choice } = prospect
  if (!sees) return choice.smallestP !== null && choice.smallestP > 0.05 ? null : <p>{words.seesNothing}</p>
  if (!sees.inUnit) return <p>{words.seesTimes(formatNumber(lang, sees.size, 1))}</p>
  const against = seenAgainstWorthwhile(plan, sees)
  const worthwhile = sizeInWords(lang, plan, mainMeasure(plan)?.smallestWorthwhile ?? 0)
  return (
    <p>
      {words.sees(sizeInWords(lang, plan, sees.size))}{' '}
      {against && (against === 'enough' ? words.enough(worthwhile) : words.tooCoarse(worthwhile))}
    </p>
  )
}

function strongerInWords(lang: Lang, plan: Plan, one: Strengthening): string {
  const words = texts[lang].experiments.prospect.reckoned
  const gains: string[] = []
  if ('levelBefore' in one && one.levelAfter > one.levelBefore)
    gains.push(words.levelRises(String(one.levelBefore), String(one.levelAfter)))
  if ('drawsBefore' in one && one.drawsBefore !== null && one.drawsAfter !== null)
    gains.push(words.drawsRise(formatNumber(lang, one.drawsBefore, 0), formatNumber(lang, one.drawsAfter, 0)))
  if ('seesAfter' in one && one.seesAfter !== null && one.seesAfter !== one.seesBefore) {
    const after = sizeInWords(lang, plan, one.seesAfter)
    gains.push(
      one.seesBefore === null
        ? words.seesNow(after)
        : words.seesLess(sizeInWords(lang, plan, one.seesBefore), after),
    )
  }
  return `${whatInWords(lang, plan, one)}: ${gains.join(', ')}.`
}

function whatInWords(lang: Lang, plan: Plan, one: Strengthening): string {
  const words = texts[lang].experiments.prospect.reckoned
  switch (one.kind) {
    case 'by_lot':
      return plan.design?.kind === 'staggered' ? words.orderByLot : words.byLot
    case 'one_more_place':
      return words.oneMorePlace
    case 'weeks_before':
      return words.weeksBefore(String(one.weeks))
    case 'weeks_during':
      return words.weeksDuring(String(one.weeks))
  }
}
