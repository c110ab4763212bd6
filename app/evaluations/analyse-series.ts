import type { ChosenMethod, WarningCode, XmrPoint } from '@uskalla/evidence'
import type { Measure } from '../experiments/index.ts'
import type { SeriesPoint } from '../measurements/index.ts'
import { autoregressiveSeries, interruptedSeries, runChart, xmrChart } from './engine.ts'
import type { ChartData, ChartSignal, Effect, Told } from './evaluation.ts'

/** What one method gives of a measure, before it is graded. */
export interface MethodResult {
  method: ChosenMethod
  told: Told
  effect: Effect | null
  p: number | null
  chart: ChartData | null
  warnings: WarningCode[]
}

/** From this many readings on the errors of the model are those of Newey and West. */
const manyReadings = 40

/** What another measure said on the days of a series, such as the temperature: one value per reading. */
export type Besides = readonly number[]

/**
 * The readings of a series on whose days another measure was read too, with what that one said. Readings without it cannot
 * be compared and are left out.
 */
export function alongside(
  series: readonly SeriesPoint[],
  other: readonly SeriesPoint[],
): { series: SeriesPoint[]; besides: Besides } {
  const valueOn = new Map(other.map(({ day, value }) => [day, value]))
  const paired = series.flatMap((point) => {
    const value = valueOn.get(point.day)
    return value === undefined ? [] : [{ point, value }]
  })
  return { series: paired.map(({ point }) => point), besides: paired.map(({ value }) => value) }
}

/**
 * One series against its own past, by the method the engine chose: a model with a step at the start, an XmR chart whose
 * limits come from the time before, or a run chart. A model that refuses gives way to the chart below it. The model alone takes
 * `besides` into account: how the measure follows the other one, before and after alike, is then no part of the step.
 */
export function analyseSeries(
  measure: Measure,
  series: readonly SeriesPoint[],
  method: ChosenMethod,
  besides?: Besides,
): MethodResult {
  const values = series.map((point) => point.value)
  const before = series.filter((point) => point.phase === 'before').length
  if (method === 'interrupted-series' || method === 'interrupted-series-counts') {
    const model = stepOfSeries(values, before, besides)
    if (model) return model
  }
  if (method !== 'run-chart' && method !== 'run-chart-trial') {
    const chart = limitsOfSeries(measure, values, before)
    if (chart) return chart
  }
  const run = runChart(values, before > 0 ? { freezeAfter: before } : {})
  return {
    method: method === 'run-chart-trial' ? method : 'run-chart',
    told: { kind: 'level' },
    effect: null,
    p: null,
    chart: { kind: 'run', line: run.ok ? (run.value.points[0]?.centre ?? null) : null },
    warnings: run.warnings.map((warning) => warning.code),
  }
}

function stepOfSeries(values: number[], before: number, besides?: Besides): MethodResult | undefined {
  const options = { slopeChange: false, ...(besides && { extra: [{ name: 'besides', values: besides }] }) }
  const model =
    values.length >= manyReadings
      ? interruptedSeries(values, before + 1, options)
      : autoregressiveSeries(values, before + 1, options)
  if (!model.ok) return undefined
  const [level, trend, step, other] = model.value.terms
  if (level?.estimate == null || trend?.estimate == null || step?.estimate == null) return undefined
  // A measure that never changes, or only with the start, cannot be told apart from them.
  if (besides && other?.estimate == null) return undefined
  const [intercept, slope, jump] = [level.estimate, trend.estimate, step.estimate]
  const following = (index: number) => (other?.estimate ?? 0) * (besides?.[index] ?? 0)
  const counterfactual = values.map((_, index) => intercept + slope * (index + 1) + following(index))
  return {
    method: 'interrupted-series',
    told: { kind: 'effect', ground: { kind: 'series' } },
    effect: { estimate: jump, low: step.low, high: step.high },
    p: null,
    chart: {
      kind: 'interrupted',
      counterfactual,
      fitted: counterfactual.map((value, index) => (index >= before ? value + jump : value)),
      start: before,
    },
    warnings: model.warnings.map((warning) => warning.code),
  }
}

function limitsOfSeries(measure: Measure, values: number[], before: number): MethodResult | undefined {
  const chart = xmrChart(values, {
    fixAfter: Math.max(1, before),
    improvementDirection: measure.direction === 'up' ? 1 : -1,
  })
  if (!chart.ok) return undefined
  const { points } = chart.value
  const first = points[0]
  if (first?.mean == null || first.lower === null || first.upper === null) return undefined
  return {
    method: 'xmr-chart',
    told: { kind: 'chart', ...signalOf(points.slice(before)) },
    effect: null,
    p: null,
    chart: {
      kind: 'xmr',
      mean: first.mean,
      lower: first.lower,
      upper: first.upper,
      marked: points.flatMap((point, index) => (point.cause === 'none' ? [] : [index])),
    },
    warnings: chart.warnings.map((warning) => warning.code),
  }
}

/** What the readings since the start signal against the limits of the time before, the last run first. */
export function signalOf(points: readonly XmrPoint[]): { signal: ChartSignal; points: number } {
  const last = points.at(-1)
  let run = 0
  for (const point of points.toReversed()) {
    if (point.side !== last?.side || point.side === 0) break
    run++
  }
  if (last && run >= 7) return { signal: last.side > 0 ? 'above' : 'below', points: run }
  const rising = points.filter((point) => point.cause === 'trend-up').length
  const falling = points.filter((point) => point.cause === 'trend-down').length
  if (rising > 0 && rising >= falling) return { signal: 'rising', points: rising }
  if (falling > 0) return { signal: 'falling', points: falling }
  const outside = points.filter((point) => point.outside).length
  return outside > 0 ? { signal: 'outside', points: outside } : { signal: 'none', points: points.length }
}
