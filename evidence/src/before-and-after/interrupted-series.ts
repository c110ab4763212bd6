import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns, type Matrix } from '../numbers/matrix.ts'
import {
  likenessOfNeighbours,
  neweyWestCorrections,
  type VarianceCorrection,
} from '../numbers/residual-forms.ts'
import { type RegressionColumn, roundingFloor, termWith, type RegressionTerm } from '../numbers/regression.ts'
import {
  heteroscedasticCovariance,
  neweyWestCovariance,
  neweyWestLag,
  standardErrors,
} from '../numbers/robust-covariance.ts'
import { autocorrelation, sumOfSquares } from '../numbers/summaries.ts'
import { checkResiduals, looksAutocorrelated, noChecks, type ResidualChecks } from './residual-checks.ts'
import { fewestPerSide, segmentedDesign } from './segmented-terms.ts'

/** How to model the series. */
export interface InterruptedSeriesOptions {
  /** Also let the slope change at the start; true unless said otherwise. */
  slopeChange?: boolean
  /** Newey-West lag (0 to n−1); floor(4 (n/100)^(2/9)) unless given. */
  lag?: number | null
  /** Further columns of the model, one value per point. */
  extra?: readonly RegressionColumn[]
  /** Points per cycle when the series has a season, for example 12. */
  season?: number | null
}

/** A term with standard errors by every method; null when the term was dropped or the error is undefined. */
export interface SegmentedTerm extends RegressionTerm {
  ordinary: number | null
  neweyWest: number | null
  /** Newey-West × √(n/(n−k)). */
  neweyWestAdjusted: number | null
  hc1: number | null
  hc3: number | null
  /** Degrees of freedom of the interval and p-value, which count how little few points say about their own spread. */
  intervalFreedom: number | null
}

/** What happened to a series at its start. */
export interface InterruptedSeries {
  /** (Intercept), time, step (the jump at the start), slope (change of slope per point), then the extra columns. */
  terms: SegmentedTerm[]
  residualDeviation: number | null
  rSquared: number | null
  lag: number
  degreesOfFreedom: number
  checks: ResidualChecks
  /** How much more alike neighbouring residuals are than chance makes them, in standard deviations; null when undefined. */
  likeness: number | null
  /** False when the residuals have no spread, so that nothing can be tested. */
  testDefined: boolean
  fitted: number[]
}

/** One-sided 10 % point of the normal distribution: likeness of neighbours above it is warned of. */
const alikeFrom = 1.2816

/**
 * Did the level or the slope of one series change at a known start? Segmented least squares with Newey-West
 * errors. `standardError`, interval and p-value of a term are the Newey-West ones without the bias that few points give
 * them, on a t distribution with `intervalFreedom` degrees of freedom (Bell and McCaffrey 2002; Imbens and Kolesár 2016).
 *
 * `values` are equally spaced, oldest first; `start` is the position (from 1) of the first point after the
 * change. The step is the jump AT the start. Missing values are left out (`missing-values`). Warns
 * `too-few-points` under 12 points on a side, `autocorrelation` (likeness above 0.3 at lag 1, a Ljung-Box p below .05, or
 * likeness over the first four lags that independent points reach in one series of ten), `seasonality-unmodelled`, `term-dropped`
 * (collinear; the term is null), `constant-series` (no spread; no errors and no tests). Refuses `not-enough-data`
 * for a start outside the series or a lag outside 0..n−1, `ill-conditioned` for infinite or huge values.
 * Sources: Newey and West 1987; Lopez Bernal, Cummins and Gasparrini 2017; checked against R sandwich and lmtest.
 *
 * @example
 * interruptedSeries([1, 2, 3, 4, 9, 10, 11, 12], 5, { slopeChange: false }).value.terms[2].estimate // => 4
 */
export function interruptedSeries(
  values: ArrayLike<number | null>,
  start: number,
  options: InterruptedSeriesOptions = {},
): Finding<InterruptedSeries> {
  const extra = options.extra ?? []
  const design = segmentedDesign(values, start, options.slopeChange ?? true, extra)
  if ('ok' in design) return design
  const { columns, y, level } = design
  const n = y.length
  const lag = options.lag ?? Math.min(neweyWestLag(n), n - 1)
  if (!(Number.isInteger(lag) && lag >= 0 && lag < n))
    return refused('not-enough-data', `The lag has to be a whole number from 0 to ${n - 1}.`)
  const x = fromColumns(columns.map((column) => column.values))
  const fit = leastSquares(x, y)
  const rank = fit.kept.length
  const warnings: Warning[] = fit.dropped.map((j) => warning('term-dropped', columns[j]!.name))
  if (fit.coefficients.some((value) => !Number.isFinite(value)))
    return refused('ill-conditioned', 'The coefficients cannot be computed to the promised digits.', warnings)
  const degreesOfFreedom = n - rank
  const raw = Float64Array.from(y, (value) => value + level)
  const constant = !(fit.residualSumOfSquares > roundingFloor(raw))
  const testDefined = degreesOfFreedom > 0 && !constant
  const errors = testDefined ? errorsOf(x, fit, lag, n, degreesOfFreedom) : null
  const terms = columns.map((column, j) => {
    const place = fit.kept.indexOf(j)
    const shift = j === 0 ? level : 0
    const estimate = place < 0 ? null : fit.coefficients[place]! + shift
    const pick = (list: Float64Array | null): number | null =>
      list === null || place < 0 ? null : list[place]!
    const correction = errors === null || place < 0 ? null : errors.corrections[place]!
    const corrected = correction === null ? null : pick(errors!.neweyWest)! * Math.sqrt(correction.factor)
    const freedom = correction?.degreesOfFreedom ?? 0
    return {
      ...termWith(column.name, estimate, corrected, freedom),
      ordinary: errors === null ? null : pick(errors.ordinary),
      neweyWest: errors === null ? null : pick(errors.neweyWest),
      neweyWestAdjusted: errors === null ? null : pick(errors.neweyWestAdjusted),
      hc1: errors === null ? null : pick(errors.hc1),
      hc3: errors === null ? null : pick(errors.hc3),
      intervalFreedom: correction === null ? null : freedom,
    }
  })
  const checks = testDefined ? checkResiduals(columns, fit.residuals) : noChecks
  const few = Math.min(design.before, design.after) < fewestPerSide
  if (few) warnings.push(warning('too-few-points', `${design.before} before, ${design.after} after`))
  const likeness = testDefined ? likenessOfNeighbours(x, fit) : null
  if (looksAutocorrelated(checks) || (likeness ?? 0) > alikeFrom)
    warnings.push(warning('autocorrelation', (checks.autocorrelation ?? 0).toFixed(2)))
  if (testDefined && seasonLeftOut(fit.residuals, options.season ?? null, extra.length > 0))
    warnings.push(warning('seasonality-unmodelled'))
  if (constant) warnings.push(warning('constant-series'))
  if (design.missing > 0) warnings.push(warning('missing-values', `${design.missing} points`))
  const total = Math.max(0, sumOfSquares(y))
  return found(
    {
      terms,
      residualDeviation:
        degreesOfFreedom > 0 ? (constant ? 0 : Math.sqrt(fit.residualSumOfSquares / degreesOfFreedom)) : null,
      rSquared: total > roundingFloor(raw) ? Math.max(0, 1 - fit.residualSumOfSquares / total) : null,
      lag,
      degreesOfFreedom,
      checks,
      likeness,
      testDefined,
      fitted: Array.from(fit.residuals, (residual, i) => raw[i]! - residual),
    },
    warnings,
  )
}

interface Errors {
  ordinary: Float64Array
  neweyWest: Float64Array
  neweyWestAdjusted: Float64Array
  hc1: Float64Array | null
  hc3: Float64Array | null
  corrections: (VarianceCorrection | null)[]
}

function errorsOf(
  x: Matrix,
  fit: ReturnType<typeof leastSquares>,
  lag: number,
  n: number,
  df: number,
): Errors {
  const orNull = (covariance: Matrix | null): Float64Array | null =>
    covariance === null ? null : standardErrors(covariance)
  const neweyWest = neweyWestCovariance(x, fit, lag)
  return {
    ordinary: standardErrors(fit.inverseCross, fit.residualSumOfSquares / df),
    neweyWest: standardErrors(neweyWest),
    neweyWestAdjusted: standardErrors(neweyWest, n / df),
    hc1: orNull(heteroscedasticCovariance(x, fit, 'HC1')),
    hc3: orNull(heteroscedasticCovariance(x, fit, 'HC3')),
    corrections: neweyWestCorrections(x, fit, lag),
  }
}

/**
 * Under two full cycles of a stated season, or residuals that repeat after a cycle. Without a stated season,
 * twelve points is tried when nothing but the segmented terms was fitted.
 */
function seasonLeftOut(residuals: Float64Array, season: number | null, hasExtra: boolean): boolean {
  const n = residuals.length
  if (season !== null && season >= 2 && n < 2 * season) return true
  if (season === null && hasExtra) return false
  const cycle = Math.round(season ?? 12)
  if (cycle < 2 || n < 2 * cycle) return false
  return autocorrelation(residuals, cycle) > 3 / Math.sqrt(n)
}
