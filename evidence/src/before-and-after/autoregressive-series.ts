import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { leastSquares, type LeastSquares } from '../numbers/least-squares.ts'
import { fromColumns, logDeterminant, type Matrix, zeros } from '../numbers/matrix.ts'
import { minimise } from '../numbers/optimise.ts'
import { type RegressionColumn, type RegressionTerm, roundingFloor, termWith } from '../numbers/regression.ts'
import { standardErrors } from '../numbers/robust-covariance.ts'
import { checkResiduals, looksAutocorrelated } from './residual-checks.ts'
import { fewestPerSide, segmentedDesign } from './segmented-terms.ts'

/** A segmented regression whose errors remember the error before. */
export interface AutoregressiveSeries {
  /** Autocorrelation of neighbouring errors, −1 to 1. */
  rho: number
  /**
   * (Intercept), time, step, slope, then extra columns. `standardError` is that of Prais-Winsten; interval and p-value
   * rest on `restricted`.
   */
  terms: RegressionTerm[]
  /** Points less terms. */
  degreesOfFreedom: number
  /**
   * Likeness of neighbours by restricted likelihood, which a fit to few points does not draw towards 0, and the degrees
   * of freedom of the intervals: as many as independent points would have that say as much.
   */
  restricted: { phi: number; intervalFreedom: number }
  /** The same model by exact maximum likelihood. */
  likelihood: { phi: number; terms: RegressionTerm[]; logLikelihood: number }
}

/**
 * Did one short series change at a known start, when each error resembles the one before? Segmented regression
 * with AR(1) errors by Prais-Winsten, iterated, and by exact maximum likelihood. Prais-Winsten errors are too short
 * for few points, so the intervals use the larger of them and those at the likeness of restricted likelihood, with
 * (1−phi)/(1+phi) of the degrees of freedom.
 *
 * Points that share something in blocks (the days of a week) are alike in a way that the model does not have: give one mean
 * per block.
 *
 * Input, `missing-values`, `too-few-points` and `term-dropped` as for `interruptedSeries`; `autocorrelation` here
 * means likeness that the model does not explain. Refuses `not-enough-data` when no degrees of freedom are left
 * or the residuals have no spread, and `ill-conditioned` when the iteration does not settle.
 * Sources: Prais and Winsten 1954; Cheang and Reinsel 2000 (restricted likelihood); Bartlett 1935 (points that say as
 * much); checked against R prais and nlme.
 *
 * @example
 * autoregressiveSeries([3, 4, 4, 5, 7, 6, 9, 9, 11, 10, 12, 13], 7, { slopeChange: false }).value.terms[2].estimate // => 0.9081
 */
export function autoregressiveSeries(
  values: ArrayLike<number | null>,
  start: number,
  options: { slopeChange?: boolean; extra?: readonly RegressionColumn[] } = {},
): Finding<AutoregressiveSeries> {
  const design = segmentedDesign(values, start, options.slopeChange ?? true, options.extra ?? [])
  if ('ok' in design) return design
  const { columns, y, level } = design
  const x = fromColumns(columns.map((column) => column.values))
  const first = leastSquares(x, y)
  const degreesOfFreedom = y.length - first.kept.length
  const warnings: Warning[] = first.dropped.map((j) => warning('term-dropped', columns[j]!.name))
  if (design.missing > 0) warnings.push(warning('missing-values', `${design.missing} points`))
  if (Math.min(design.before, design.after) < fewestPerSide)
    warnings.push(warning('too-few-points', `${design.before} before, ${design.after} after`))
  if (degreesOfFreedom < 1)
    return refused('not-enough-data', 'There are not more points than terms.', warnings)
  if (!(first.residualSumOfSquares > roundingFloor(Float64Array.from(y, (value) => value + level))))
    return refused('not-enough-data', 'The series follows the model exactly, so nothing can be tested.', [
      ...warnings,
      warning('constant-series'),
    ])
  const model: Model = { columns, x, y, level, degreesOfFreedom }
  const iterated = praisWinsten(model, first)
  if (iterated === null)
    return refused('ill-conditioned', 'The autocorrelation of the errors does not settle.', warnings)
  const { rho, fit } = iterated
  const checks = checkResiduals(columns, innovations(model, fit, rho))
  if (looksAutocorrelated(checks))
    warnings.push(warning('autocorrelation', (checks.autocorrelation ?? 0).toFixed(2)))
  const phi = restrictedLikeness(model)
  const intervalFreedom = degreesOfFreedom * Math.min(1, (1 - phi) / (1 + phi))
  const cautious = errorsOf(model, fitAt(model, phi))
  return found(
    {
      rho,
      terms: termsOf(model, fit, { errors: cautious, freedom: Math.max(1, intervalFreedom) }),
      degreesOfFreedom,
      restricted: { phi, intervalFreedom },
      likelihood: exactLikelihood(model, rho),
    },
    warnings,
  )
}

interface Model {
  columns: readonly RegressionColumn[]
  x: Matrix
  y: Float64Array
  level: number
  degreesOfFreedom: number
}

/**
 * Fit of the model with its rows made independent for this rho: first row × √(1−ρ²), later rows minus ρ times the
 * row before.
 */
function fitAt({ x, y }: Model, rho: number): LeastSquares {
  const { rows: n, columns: k } = x
  const head = Math.sqrt(1 - rho * rho)
  const changed = zeros(n, k)
  const target = new Float64Array(n)
  for (let j = 0; j < k; j++) changed.values[j] = head * x.values[j]!
  target[0] = head * y[0]!
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < k; j++)
      changed.values[i * k + j] = x.values[i * k + j]! - rho * x.values[(i - 1) * k + j]!
    target[i] = y[i]! - rho * y[i - 1]!
  }
  return leastSquares(changed, target)
}

/** Residuals of the untransformed model at the coefficients of a fit. */
function plainResiduals({ x, y }: Model, fit: LeastSquares): Float64Array {
  return Float64Array.from(y, (value, i) => {
    let fitted = 0
    fit.kept.forEach((j, place) => (fitted += x.values[i * x.columns + j]! * fit.coefficients[place]!))
    return value - fitted
  })
}

function innovations(model: Model, fit: LeastSquares, rho: number): Float64Array {
  const residuals = plainResiduals(model, fit)
  return residuals.map((value, i) =>
    i === 0 ? value * Math.sqrt(1 - rho * rho) : value - rho * residuals[i - 1]!,
  )
}

function rhoOf(residuals: Float64Array): number {
  let above = 0
  let below = 0
  for (let i = 1; i < residuals.length; i++) {
    above += residuals[i]! * residuals[i - 1]!
    below += residuals[i - 1]! * residuals[i - 1]!
  }
  return below > 0 ? above / below : 0
}

function praisWinsten(model: Model, first: LeastSquares): { rho: number; fit: LeastSquares } | null {
  let rho = rhoOf(first.residuals)
  for (let round = 0; round < 2000; round++) {
    if (!(Math.abs(rho) < 1)) return null
    const fit = fitAt(model, rho)
    const next = rhoOf(plainResiduals(model, fit))
    if (Math.abs(next - rho) < 1e-12)
      return Math.abs(next) < 1 ? { rho: next, fit: fitAt(model, next) } : null
    rho = next
  }
  return null
}

/** What intervals rest on where the errors of the fit itself are too short. */
interface Caution {
  errors: Float64Array
  freedom: number
}

function errorsOf(model: Model, fit: LeastSquares): Float64Array {
  return standardErrors(fit.inverseCross, fit.residualSumOfSquares / model.degreesOfFreedom)
}

function termsOf(model: Model, fit: LeastSquares, caution?: Caution): RegressionTerm[] {
  const errors = errorsOf(model, fit)
  const freedom = caution?.freedom ?? model.degreesOfFreedom
  return model.columns.map((column, j) => {
    const place = fit.kept.indexOf(j)
    if (place < 0) return termWith(column.name, null, null, freedom)
    const estimate = fit.coefficients[place]! + (j === 0 ? model.level : 0)
    const own = errors[place]!
    const term = termWith(column.name, estimate, Math.max(own, caution?.errors[place] ?? 0), freedom)
    return { ...term, standardError: term.standardError === null ? null : own }
  })
}

/** Likeness of neighbouring errors by restricted likelihood, −1 to 1. */
function restrictedLikeness(model: Model): number {
  const cost = (phi: number): number => {
    const { inverseCross, residualSumOfSquares } = fitAt(model, phi)
    const information = -logDeterminant(inverseCross)
    return (
      (model.degreesOfFreedom * Math.log(residualSumOfSquares) + information - Math.log(1 - phi * phi)) / 2
    )
  }
  return minimise(cost, -0.999, 0.999, 1e-8).x
}

function exactLikelihood(model: Model, near: number): AutoregressiveSeries['likelihood'] {
  const n = model.y.length
  const cost = (phi: number): number => {
    const { residualSumOfSquares } = fitAt(model, phi)
    return (n / 2) * (Math.log((2 * Math.PI * residualSumOfSquares) / n) + 1) - Math.log(1 - phi * phi) / 2
  }
  const around = minimise(cost, Math.max(-0.999999, near - 0.3), Math.min(0.999999, near + 0.3), 1e-10)
  const wide = minimise(cost, -0.999999, 0.999999, 1e-10)
  const best = wide.value < around.value ? wide : around
  return { phi: best.x, terms: termsOf(model, fitAt(model, best.x)), logLikelihood: -best.value }
}
