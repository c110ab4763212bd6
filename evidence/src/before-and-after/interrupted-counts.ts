import { type Finding, found, refused, type Refused, type Warning, warning } from '../finding.ts'
import { fUpper } from '../numbers/distributions.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { fitPoisson, type PoissonFit } from '../numbers/poisson-regression.ts'
import { interceptName, type RegressionColumn, type RegressionTerm, termWith } from '../numbers/regression.ts'
import { standardErrors } from '../numbers/robust-covariance.ts'
import { autocorrelation } from '../numbers/summaries.ts'
import { fewestPerSide } from './segmented-terms.ts'

/** How to model the counts. */
export interface InterruptedCountsOptions {
  /** What each count is out of (people, hours), above 0; 1 unless given. */
  exposure?: ArrayLike<number | null>
  /** `quasi` widens the errors by the spread found in the data; `poisson` does not. `quasi` unless said otherwise. */
  spread?: 'poisson' | 'quasi'
  /**
   * Points per cycle of the season, for example 12, and the number of sine and cosine pairs (0 to 6) that follow
   * it.
   */
  season?: { cycle: number; pairs: number; firstPosition?: number }
  /** Also let the slope change after the start; false unless said otherwise. */
  slopeChange?: boolean
}

/** What happened to a series of counts at its start. */
export interface InterruptedCounts {
  /**
   * (Intercept), step, time, slope (time since the last point before the start), sin1, cos1, ...: on the log
   * scale.
   */
  terms: RegressionTerm[]
  /** How many times as high the rate is after the start; 1 is no change. */
  rateRatio: { estimate: number; low: number; high: number }
  /** 1 for `poisson`; Pearson chi-square / degrees of freedom for `quasi`. */
  dispersion: number
  deviance: number
  degreesOfFreedom: number
  /** Test of the slope change against the model without it; null when there is no slope term. */
  slopeTest: { f: number; p: number } | null
}

const normalLimit = 1.959963984540054
const mostPairs = 6
const largestCount = 1e15

/**
 * Did a count per week or month change at a known start? Poisson or quasi-Poisson regression with a step, a
 * trend, an exposure, and a season if asked for.
 *
 * `counts` oldest first, never negative; a missing count or exposure leaves the point out (`missing-values`).
 * `start` is the position (from 1) of the first point after the change. Intervals are 95% with the normal
 * multiplier. Warns `too-few-points` under 12 points on a side, `seasonality-unmodelled` under two cycles or with
 * a season stated but no pairs, `autocorrelation`, `term-dropped`, `zero-cells`. Refuses `not-enough-data` for
 * negative counts, exposures not above 0 or a start outside 2..n, and `ill-conditioned` when a side has no
 * events.
 * Source: Lopez Bernal, Cummins and Gasparrini 2017; checked against R glm.
 *
 * @example
 * interruptedCounts([8, 12, 10, 10, 5, 6, 4, 5], 5, { spread: 'poisson' }).value.degreesOfFreedom // => 5
 */
export function interruptedCounts(
  counts: ArrayLike<number | null>,
  start: number,
  options: InterruptedCountsOptions = {},
): Finding<InterruptedCounts> {
  const design = countDesign(counts, start, options)
  if ('ok' in design) return design
  const { columns, y, offset, kept } = design
  const before = kept.filter((i) => i + 1 < start).length
  const warnings = countWarnings(design, before, options)
  if (eventsOn(y, kept, start, false) === 0 || eventsOn(y, kept, start, true) === 0)
    return refused('ill-conditioned', 'One side of the start has no events, so no ratio can be given.', [
      ...warnings,
      warning('zero-cells'),
    ])
  const fit = fitPoisson(fromColumns(columns.map((column) => column.values)), y, offset)
  if (fit === null) return refused('ill-conditioned', 'The model of the counts does not settle.', warnings)
  for (const j of fit.dropped) warnings.push(warning('term-dropped', columns[j]!.name))
  const quasi = (options.spread ?? 'quasi') === 'quasi'
  if (fit.degreesOfFreedom < 1 || fit.dispersion === null)
    return refused('not-enough-data', 'There are not more points than terms.', warnings)
  const dispersion = quasi ? fit.dispersion : 1
  const terms = termsOf(columns, fit, dispersion)
  const step = terms[1]!
  if (step.estimate === null || step.standardError === null)
    return refused('ill-conditioned', 'The step cannot be told apart from the other terms.', warnings)
  const likeness = autocorrelation(pearsonResiduals(fit, y), 1)
  if (likeness > 0.3) warnings.push(warning('autocorrelation', likeness.toFixed(2)))
  return found(
    {
      terms,
      rateRatio: {
        estimate: Math.exp(step.estimate),
        low: Math.exp(step.estimate - normalLimit * step.standardError),
        high: Math.exp(step.estimate + normalLimit * step.standardError),
      },
      dispersion,
      deviance: Math.max(0, fit.deviance),
      degreesOfFreedom: fit.degreesOfFreedom,
      slopeTest: slopeTest(columns, fit, y, offset),
    },
    warnings,
  )
}

interface CountDesign {
  columns: RegressionColumn[]
  y: Float64Array
  offset: Float64Array
  kept: number[]
  missing: number
}

function countDesign(
  counts: ArrayLike<number | null>,
  start: number,
  { exposure, season, slopeChange }: InterruptedCountsOptions,
): CountDesign | Refused {
  const n = counts.length
  if (!(Number.isInteger(start) && start >= 2 && start <= n))
    return refused('not-enough-data', `The start has to be a point from 2 to ${n}.`)
  if (exposure !== undefined && exposure.length !== n)
    return refused('not-enough-data', 'Every count needs its exposure.')
  if (season !== undefined && !isSeason(season))
    return refused(
      'not-enough-data',
      `A season needs a cycle of 2 points or more and 0 to ${mostPairs} pairs.`,
    )
  const kept: number[] = []
  for (let i = 0; i < n; i++) {
    const count = counts[i] ?? NaN
    const size = exposure === undefined ? 1 : (exposure[i] ?? NaN)
    if (Number.isNaN(count) || Number.isNaN(size)) continue
    if (count < 0 || !(size > 0))
      return refused('not-enough-data', `Point ${i + 1} has a negative count or no exposure.`)
    if (count > largestCount || size > largestCount)
      return refused('ill-conditioned', `Point ${i + 1} is too large to compute with.`)
    kept.push(i)
  }
  const column = (name: string, value: (i: number) => number): RegressionColumn => ({
    name,
    values: Float64Array.from(kept, value),
  })
  const columns = [
    column(interceptName, () => 1),
    column('step', (i) => (i + 1 >= start ? 1 : 0)),
    column('time', (i) => i + 1),
  ]
  if (slopeChange === true) columns.push(column('slope', (i) => Math.max(0, i + 2 - start)))
  for (let pair = 1; pair <= (season?.pairs ?? 0); pair++) {
    const angle = (i: number): number =>
      (2 * Math.PI * pair * (i + (season?.firstPosition ?? 1))) / season!.cycle
    columns.push(
      column(`sin${pair}`, (i) => Math.sin(angle(i))),
      column(`cos${pair}`, (i) => Math.cos(angle(i))),
    )
  }
  return {
    columns,
    y: Float64Array.from(kept, (i) => counts[i]!),
    offset: Float64Array.from(kept, (i) => (exposure === undefined ? 0 : Math.log(exposure[i]!))),
    kept,
    missing: n - kept.length,
  }
}

function isSeason(season: NonNullable<InterruptedCountsOptions['season']>): boolean {
  const pairs = Number.isInteger(season.pairs) && season.pairs >= 0 && season.pairs <= mostPairs
  return pairs && season.cycle >= 2 && season.cycle <= 1e6 && Math.abs(season.firstPosition ?? 1) <= 1e6
}

function eventsOn(y: Float64Array, kept: readonly number[], start: number, after: boolean): number {
  return y.reduce((sum, count, row) => sum + (kept[row]! + 1 >= start === after ? count : 0), 0)
}

function countWarnings(design: CountDesign, before: number, options: InterruptedCountsOptions): Warning[] {
  const warnings: Warning[] = []
  const n = design.y.length
  if (Math.min(before, n - before) < fewestPerSide)
    warnings.push(warning('too-few-points', `${before} before, ${n - before} after`))
  const { season } = options
  if (season !== undefined && (season.pairs === 0 || n < 2 * season.cycle))
    warnings.push(warning('seasonality-unmodelled'))
  if (design.missing > 0) warnings.push(warning('missing-values', `${design.missing} points`))
  return warnings
}

function termsOf(
  columns: readonly RegressionColumn[],
  fit: PoissonFit,
  dispersion: number,
): RegressionTerm[] {
  const errors = standardErrors(fit.covariance, dispersion)
  return columns.map((column, j) => {
    const place = fit.kept.indexOf(j)
    if (place < 0) return termWith(column.name, null, null, Infinity)
    return termWith(column.name, fit.coefficients[place]!, errors[place]!, Infinity)
  })
}

function pearsonResiduals(fit: PoissonFit, y: Float64Array): Float64Array {
  return y.map((count, i) => (count - fit.fitted[i]!) / Math.sqrt(fit.fitted[i]!))
}

function slopeTest(
  columns: readonly RegressionColumn[],
  fit: PoissonFit,
  y: Float64Array,
  offset: Float64Array,
): InterruptedCounts['slopeTest'] {
  const slope = columns.findIndex((column) => column.name === 'slope')
  if (slope < 0 || !fit.kept.includes(slope) || !((fit.dispersion ?? 0) > 0)) return null
  const rest = columns.filter((_, j) => j !== slope).map((column) => column.values)
  const smaller = fitPoisson(fromColumns(rest), y, offset)
  if (smaller === null) return null
  const f = Math.max(0, smaller.deviance - fit.deviance) / fit.dispersion!
  return { f, p: fUpper(f, 1, fit.degreesOfFreedom) }
}
