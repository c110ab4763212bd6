import type { LeastSquares } from './least-squares.ts'
import type { Matrix } from './matrix.ts'
import { keptRows } from './robust-covariance.ts'

/** tr(MW) and tr(MWMW), M being what turns errors into residuals. */
interface FormMoments {
  trace: number
  traceOfSquare: number
}

/**
 * Moments of the form eᵀWe in the residuals e of a fit whose errors are independent with variance s²: its mean is
 * s²·trace and its variance 2s⁴·traceOfSquare for normal errors. W is symmetric and reaches `band` places from its
 * diagonal; `weightAt(i, j)` gives its elements for j ≤ i.
 * Source: Durbin and Watson 1950; Bell and McCaffrey 2002.
 */
export function momentsOfForm(
  x: Matrix,
  fit: LeastSquares,
  band: number,
  weightAt: (i: number, j: number) => number,
): FormMoments {
  const { rows: n, columns: k, values } = keptRows(x, fit.kept)
  const product = new Float64Array(n * k)
  let trace = 0
  let square = 0
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(0, i - band); j <= i; j++) {
      const weight = weightAt(i, j)
      for (let a = 0; a < k; a++) product[i * k + a]! += weight * values[j * k + a]!
      if (i === j) {
        trace += weight
        square += weight * weight
        continue
      }
      for (let a = 0; a < k; a++) product[j * k + a]! += weight * values[i * k + a]!
      square += 2 * weight * weight
    }
  }
  // With B = (XᵀX)⁻¹: tr(MW) = tr W − tr(B·XᵀWX), tr(MWMW) = tr W² − 2 tr(B·XᵀW²X) + tr(B·XᵀWX·B·XᵀWX).
  const once = new Float64Array(k * k)
  const twice = new Float64Array(k * k)
  for (let i = 0; i < n; i++)
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) {
        once[a * k + b]! += values[i * k + a]! * product[i * k + b]!
        twice[a * k + b]! += product[i * k + a]! * product[i * k + b]!
      }
  const hat = times(fit.inverseCross.values, once, k)
  const hatOfSquare = times(fit.inverseCross.values, twice, k)
  const hatTwice = times(hat, hat, k)
  for (let a = 0; a < k; a++) {
    trace -= hat[a * k + a]!
    square += hatTwice[a * k + a]! - 2 * hatOfSquare[a * k + a]!
  }
  return { trace, traceOfSquare: square }
}

function times(left: Float64Array, right: Float64Array, k: number): Float64Array {
  const made = new Float64Array(k * k)
  for (let a = 0; a < k; a++)
    for (let m = 0; m < k; m++)
      for (let b = 0; b < k; b++) made[a * k + b]! += left[a * k + m]! * right[m * k + b]!
  return made
}

/** How far a statistic of a fit can be trusted: factor that takes the bias off a variance, and its degrees of freedom. */
export interface VarianceCorrection {
  factor: number
  degreesOfFreedom: number
}

/**
 * Correction of the Newey-West variance of each kept coefficient for few points: the factor makes it unbiased, and the
 * degrees of freedom are those of a chi-square with the same mean and variance, both for independent errors. Null for a
 * coefficient whose variance the residuals do not show.
 * Source: Bell and McCaffrey 2002; Imbens and Kolesár 2016, with the Bartlett weights of Newey and West 1987.
 */
export function neweyWestCorrections(
  x: Matrix,
  fit: LeastSquares,
  lag: number,
): (VarianceCorrection | null)[] {
  const rows = keptRows(x, fit.kept)
  const { rows: n, columns: k } = rows
  const bread = fit.inverseCross.values
  return fit.kept.map((_, place) => {
    const pull = new Float64Array(n)
    for (let i = 0; i < n; i++)
      for (let a = 0; a < k; a++) pull[i]! += rows.values[i * k + a]! * bread[a * k + place]!
    const { trace, traceOfSquare } = momentsOfForm(
      x,
      fit,
      lag,
      (i, j) => (1 - (i - j) / (lag + 1)) * pull[i]! * pull[j]!,
    )
    const variance = bread[place * k + place]!
    const factor = variance / trace
    const degreesOfFreedom = (trace / traceOfSquare) * trace
    return trace > 1e-9 * variance && Number.isFinite(factor) && degreesOfFreedom > 0
      ? { factor, degreesOfFreedom }
      : null
  })
}

/**
 * How much more alike neighbouring residuals are than independent errors would make them, in standard deviations: the
 * autocorrelations at the first lags (4, fewer for short series) with weights falling from near to far, less what the
 * fit itself causes. Null when the residuals have no spread or are too few.
 * Source: Durbin and Watson 1950 (exact moments); the weights are those of Newey and West 1987.
 */
export function likenessOfNeighbours(x: Matrix, fit: LeastSquares): number | null {
  const { residuals } = fit
  const n = residuals.length
  const freedom = n - fit.kept.length
  const lags = Math.min(4, n - 5)
  if (lags < 1 || freedom < 2) return null
  const weightOf = (distance: number): number => (distance === 0 ? 0 : (lags + 1 - distance) / 2)
  let squares = 0
  let observed = 0
  for (let i = 0; i < n; i++) {
    squares += residuals[i]! * residuals[i]!
    for (let j = Math.max(0, i - lags); j < i; j++)
      observed += 2 * weightOf(i - j) * residuals[i]! * residuals[j]!
  }
  const { trace, traceOfSquare } = momentsOfForm(x, fit, lags, (i, j) => weightOf(i - j))
  const variance = (2 * (freedom * traceOfSquare - trace * trace)) / (freedom * freedom * (freedom + 2))
  const distance = (observed / squares - trace / freedom) / Math.sqrt(variance)
  return Number.isFinite(distance) ? distance : null
}
