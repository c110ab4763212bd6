import { chiSquareUpper } from '../numbers/distributions.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'
import type { RegressionColumn } from '../numbers/regression.ts'
import { autocorrelation } from '../numbers/summaries.ts'

/** How alike neighbouring residuals are. Every number is null when it is undefined. */
export interface ResidualChecks {
  /** Lag-1 autocorrelation, −1 to 1. */
  autocorrelation: number | null
  /** About 2 without, towards 0 with positive autocorrelation. */
  durbinWatson: number | null
  /** Breusch-Godfrey chi-square of order 1 and its p-value. */
  breuschGodfrey: number | null
  breuschGodfreyP: number | null
  /** Ljung-Box chi-square over the lags used, and its p-value. */
  ljungBox: number | null
  ljungBoxP: number | null
  ljungBoxLags: number
}

/** Above this likeness of neighbours a model of independent errors misleads. */
const alikeAbove = 0.3

/** No checks: the residuals have no spread. */
export const noChecks: ResidualChecks = {
  autocorrelation: null,
  durbinWatson: null,
  breuschGodfrey: null,
  breuschGodfreyP: null,
  ljungBox: null,
  ljungBoxP: null,
  ljungBoxLags: 0,
}

/**
 * Ljung-Box statistic n(n+2) Σ r_k²/(n−k) over the first lags; null when there is no lag.
 * Source: Ljung and Box 1978.
 */
export function ljungBox(residuals: ArrayLike<number>, lags: number): number | null {
  const n = residuals.length
  if (lags < 1) return null
  let sum = 0
  for (let lag = 1; lag <= lags; lag++) sum += autocorrelation(residuals, lag) ** 2 / (n - lag)
  const value = n * (n + 2) * sum
  return Number.isFinite(value) ? value : null
}

/**
 * Checks of the residuals of a fit on these columns, in time order.
 * Sources: Durbin and Watson 1951; Breusch 1978; Ljung and Box 1978.
 */
export function checkResiduals(
  columns: readonly RegressionColumn[],
  residuals: Float64Array,
): ResidualChecks {
  const n = residuals.length
  let squares = 0
  let steps = 0
  for (let i = 0; i < n; i++) {
    squares += residuals[i]! ** 2
    if (i > 0) steps += (residuals[i]! - residuals[i - 1]!) ** 2
  }
  if (!(squares > 0) || n < 3) return noChecks
  const lagged = new Float64Array(n)
  lagged.set(residuals.subarray(0, n - 1), 1)
  const auxiliary = leastSquares(fromColumns([...columns.map((column) => column.values), lagged]), residuals)
  const breuschGodfrey = Math.max(0, n * (1 - auxiliary.residualSumOfSquares / squares))
  const ljungBoxLags = Math.max(0, Math.min(4, n - 5))
  const statistic = ljungBox(residuals, ljungBoxLags)
  const likeness = autocorrelation(residuals, 1)
  return {
    autocorrelation: Number.isFinite(likeness) ? likeness : null,
    durbinWatson: steps / squares,
    breuschGodfrey,
    breuschGodfreyP: chiSquareUpper(breuschGodfrey, 1),
    ljungBox: statistic,
    ljungBoxP: statistic === null ? null : chiSquareUpper(statistic, ljungBoxLags),
    ljungBoxLags,
  }
}

/** True when the checks show likeness above 0.3 between neighbours or a Ljung-Box p-value below .05. */
export function looksAutocorrelated(checks: ResidualChecks): boolean {
  return (checks.autocorrelation ?? 0) > alikeAbove || (checks.ljungBoxP ?? 1) < 0.05
}
