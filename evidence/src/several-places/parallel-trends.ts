import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { studentTUpper } from '../numbers/distributions.ts'
import { mean, variance } from '../numbers/summaries.ts'
import { readLongPanel, type PanelObservation, type PanelUnit } from './long-panel.ts'

/** How the treated and the others moved before the start, in units of the outcome per period. */
export interface ParallelTrends {
  /** Mean slope of the treated units minus that of the others before the start. */
  slopeDifference: number
  standardError: number | null
  p: number | null
  /** Difference in differences of plain cell means; misleading when the slopes differ. */
  naiveEstimate: number | null
  periodsBefore: number
}

const fewestPre = 4

/**
 * Did treated and comparison already drift apart before the start? Compares the slopes of single units.
 *
 * `start` is the first period after the change; without it the first half of the periods (rounded up) counts as
 * before. `firstTreated` of an observation only tells whether its unit is treated (not null). Warns `pre-trend`
 * when the slopes differ (p < .05, or any difference without spread) and when fewer than 4 periods precede the
 * start, so that a difference could not be seen; `missing-values`, `unbalanced-panel`. Refuses `not-enough-data`
 * when a side has no unit with two periods before.
 * Source: comparison of unit slopes, pooled residual variance.
 *
 * @example
 * parallelTrends([1, 2].flatMap((unit) => [1, 2, 3, 4, 5].map((period) => (
 *   { unit, period, y: unit * period, firstTreated: unit === 2 ? 5 : null }
 * ))), 5).value.slopeDifference // => 1
 */
export function parallelTrends(
  observations: readonly PanelObservation[],
  start?: number,
): Finding<ParallelTrends> {
  const panel = readLongPanel(observations)
  if ('ok' in panel) return panel
  const { periods } = panel
  const before =
    start === undefined
      ? periods.slice(0, Math.ceil(periods.length / 2))
      : periods.filter((period) => period < start)
  const slopes = { treated: [] as Slope[], others: [] as Slope[] }
  for (const unit of panel.units) {
    const slope = slopeOf(unit, before)
    if (slope !== null) slopes[unit.firstTreated === null ? 'others' : 'treated'].push(slope)
  }
  if (slopes.treated.length === 0 || slopes.others.length === 0)
    return refused(
      'not-enough-data',
      'Treated and comparison both need a unit with two periods before the start.',
    )
  const values = (list: readonly Slope[]): number[] => list.map((slope) => slope.value)
  const slopeDifference = mean(values(slopes.treated)) - mean(values(slopes.others))
  const warnings: Warning[] = []
  if (panel.missing > 0) warnings.push(warning('missing-values', `${panel.missing} rows`))
  if (panel.incomplete > 0)
    warnings.push(warning('unbalanced-panel', `${panel.incomplete} units lack a period`))
  const within = withinTest(slopes.treated, slopes.others, slopeDifference)
  const between = betweenTest(values(slopes.treated), values(slopes.others), slopeDifference)
  const differs =
    Math.min(within.p ?? 1, between.p ?? 1) < 0.05 || (within.exact && Math.abs(slopeDifference) > 0)
  if (differs)
    warnings.push(warning('pre-trend', `slopes differ by ${slopeDifference.toPrecision(3)} a period`))
  else if (before.length < fewestPre)
    warnings.push(warning('pre-trend', `only ${before.length} periods before the start`))
  return found(
    {
      slopeDifference,
      standardError: within.standardError,
      p: within.p,
      naiveEstimate: naiveEstimate(panel.units, new Set(before)),
      periodsBefore: before.length,
    },
    warnings,
  )
}

interface Slope {
  value: number
  /** Σ (t − mean t)². */
  spreadOfTime: number
  residualSquares: number
  degreesOfFreedom: number
  /** Size of the outcomes, to tell rounding from spread. */
  size: number
}

function slopeOf(unit: PanelUnit, periods: readonly number[]): Slope | null {
  const times: number[] = []
  const outcomes: number[] = []
  for (const period of periods) {
    const value = unit.outcomes.get(period)
    if (value === undefined) continue
    times.push(period)
    outcomes.push(value)
  }
  if (times.length < 2) return null
  const middle = mean(times)
  const level = mean(outcomes)
  let cross = 0
  let spreadOfTime = 0
  times.forEach((time, i) => {
    cross += (time - middle) * (outcomes[i]! - level)
    spreadOfTime += (time - middle) ** 2
  })
  const value = cross / spreadOfTime
  const residualSquares = times.reduce(
    (sum, time, i) => sum + (outcomes[i]! - level - value * (time - middle)) ** 2,
    0,
  )
  const size = outcomes.reduce((sum, outcome) => sum + outcome * outcome, 0)
  return Number.isFinite(value)
    ? { value, spreadOfTime, residualSquares, degreesOfFreedom: times.length - 2, size }
    : null
}

/** Test on the scatter of points around the unit lines; `exact` when every point lies on its line. */
function withinTest(
  treated: readonly Slope[],
  others: readonly Slope[],
  difference: number,
): { standardError: number | null; p: number | null; exact: boolean } {
  const all = [...treated, ...others]
  const df = all.reduce((sum, slope) => sum + slope.degreesOfFreedom, 0)
  const squares = all.reduce((sum, slope) => sum + slope.residualSquares, 0)
  const size = all.reduce((sum, slope) => sum + slope.size, 0)
  if (df < 1) return { standardError: null, p: null, exact: false }
  if (!(squares > size * 1e-28)) return { standardError: null, p: null, exact: true }
  const share = (list: readonly Slope[]): number =>
    list.reduce((sum, slope) => sum + 1 / slope.spreadOfTime, 0) / list.length ** 2
  const standardError = Math.sqrt((squares / df) * (share(treated) + share(others)))
  return { standardError, p: 2 * studentTUpper(Math.abs(difference) / standardError, df), exact: false }
}

/** Welch's test on the unit slopes themselves, which counts units rather than points. */
function betweenTest(
  treated: readonly number[],
  others: readonly number[],
  difference: number,
): { p: number | null } {
  if (treated.length < 2 || others.length < 2) return { p: null }
  const a = variance(treated) / treated.length
  const b = variance(others) / others.length
  if (!(a + b > 0)) return { p: null }
  const df = (a + b) ** 2 / (a ** 2 / (treated.length - 1) + b ** 2 / (others.length - 1))
  return { p: 2 * studentTUpper(Math.abs(difference) / Math.sqrt(a + b), df) }
}

function naiveEstimate(units: readonly PanelUnit[], before: ReadonlySet<number>): number | null {
  const cells = { tb: [] as number[], ta: [] as number[], cb: [] as number[], ca: [] as number[] }
  for (const unit of units)
    for (const [period, value] of unit.outcomes) {
      const early = before.has(period)
      if (unit.firstTreated === null) (early ? cells.cb : cells.ca).push(value)
      else (early ? cells.tb : cells.ta).push(value)
    }
  const estimate = mean(cells.ta) - mean(cells.tb) - (mean(cells.ca) - mean(cells.cb))
  return Number.isFinite(estimate) ? estimate : null
}
