import type { ChosenMethod } from '@uskalla/evidence'
import { fewestPoints, type Measure, type Plan } from '../experiments/index.ts'
import { type Observation, seriesOf } from '../measurements/index.ts'
import { addDays } from '../platform/format.ts'
import { alongside } from './analyse-series.ts'
import { analyseOtherwise, type EvaluationInput } from './evaluate-experiment.ts'
import { evaluateMeasure } from './evaluate-measure.ts'
import type { Analysis, MeasureEvaluation } from './evaluation.ts'

/** The part of the trial that is looked at; the time before always is. */
export const periods = ['whole', 'settled', 'first_half', 'second_half'] as const
export type Period = (typeof periods)[number]

/** How a result may be looked at otherwise, by the kind of the design: a short list on purpose. */
const otherWays: Record<'series' | 'places' | 'starts' | 'versions', readonly ChosenMethod[]> = {
  series: ['run-chart', 'xmr-chart', 'interrupted-series'],
  places: ['difference-with-placebos', 'synthetic-control', 'one-time-comparison'],
  starts: ['paired-change', 'every-value'],
  versions: ['permutation-with-shift', 'mann-whitney', 'welch'],
}

/** Every method that an analysis outside some plan can be by. */
export const methodsToTry: readonly ChosenMethod[] = Object.values(otherWays).flat()

/** An analysis outside the plan as it is asked for. */
export interface Exploration {
  measure: Measure
  method: ChosenMethod
  period: Period
  /** A measure of the same plan whose ups and downs are taken into account, such as the weather. */
  besides?: Measure | undefined
}

/** The method that can take another measure into account. */
export const methodWithBesides: ChosenMethod = 'interrupted-series'

/** Measures that an analysis of the plan can take into account: its figures, where there are at least two. */
export function measuresBesides(plan: Plan): readonly Measure[] {
  const figures = plan.measures.filter((measure) => measure.kind === 'number')
  return figures.length > 1 && methodsToExplore(plan).includes(methodWithBesides) ? figures : []
}

/** Days after the start that are left out when things are given time to settle. */
const settlingDays = 14

/** The readings of a period of the trial, with all from before it. */
export function readingsOfPeriod(
  plan: Pick<Plan, 'startsOn' | 'endsOn'>,
  observations: readonly Observation[],
  period: Period,
): Observation[] {
  const { startsOn, endsOn } = plan
  if (period === 'whole' || startsOn === null) return [...observations]
  const last =
    endsOn ??
    observations
      .map((one) => one.day)
      .toSorted()
      .at(-1) ??
    startsOn
  const days = Math.max(0, Math.round((Date.parse(last) - Date.parse(startsOn)) / 86_400_000))
  const middle = addDays(startsOn, Math.ceil((days + 1) / 2))
  const [from, to] =
    period === 'settled'
      ? [addDays(startsOn, settlingDays), undefined]
      : period === 'first_half'
        ? [startsOn, middle]
        : [middle, undefined]
  return observations.filter(({ day }) => day < startsOn || (day >= from && (to === undefined || day < to)))
}

/** The methods a design may be looked at with besides its own. */
export function methodsToExplore(plan: Plan): readonly ChosenMethod[] {
  switch (plan.design?.kind) {
    case 'with_and_without':
      return otherWays.places
    case 'staggered':
      return otherWays.starts
    case 'two_versions':
      return otherWays.versions
    case 'just_try':
      return []
    default:
      return otherWays.series
  }
}

/**
 * What the engine makes of a measure by another method or in another period. Undefined where the readings do not allow it:
 * the method then refuses, would give
 * way to a simpler one, or would rest on fewer than eight readings on a side.
 */
export function explore(
  input: EvaluationInput,
  { measure, method, period, besides }: Exploration,
): (MeasureEvaluation & { analysis: Analysis }) | undefined {
  const observations = readingsOfPeriod(input.plan, input.observations, period)
  if (besides && (method !== methodWithBesides || besides.id === measure.id)) return undefined
  if (besides && !measuresBesides(input.plan).some(({ id }) => id === besides.id)) return undefined
  const all = seriesOf(input.plan, observations, measure.id)
  const series = besides ? alongside(all, seriesOf(input.plan, observations, besides.id)).series : all
  const before = series.filter((point) => point.phase === 'before').length
  const modelled = method === 'xmr-chart' || method === 'interrupted-series'
  if (modelled && Math.min(before, series.length - before) < fewestPoints) return undefined
  if (input.plan.design?.kind === 'two_versions' && series.length - before < fewestPoints) return undefined
  const analysis = analyseOtherwise({ ...input, observations }, measure, method, besides)
  if (!analysis || analysis.method !== method || analysis.told.kind === 'refusal') return undefined
  return {
    finding: evaluateMeasure(measure, series),
    analysis,
  }
}
