import type { LeastSquares } from './least-squares.ts'
import { type Matrix, zeros } from './matrix.ts'

/** Which heteroscedasticity-robust variance: HC0 plain, HC1 × n/(n−k), HC2 / (1−h), HC3 / (1−h)². */
export type HeteroscedasticityKind = 'HC0' | 'HC1' | 'HC2' | 'HC3'

/** Rows of the design over the columns the fit kept. */
export function keptRows(x: Matrix, kept: readonly number[]): Matrix {
  if (kept.length === x.columns) return x
  const made = zeros(x.rows, kept.length)
  for (let i = 0; i < x.rows; i++)
    for (let k = 0; k < kept.length; k++)
      made.values[i * kept.length + k] = x.values[i * x.columns + kept[k]!]!
  return made
}

/** bread × meat × bread for symmetric matrices. */
export function sandwich(bread: Matrix, meat: Matrix): Matrix {
  const k = bread.rows
  const half = new Float64Array(k * k)
  const made = zeros(k, k)
  for (let i = 0; i < k; i++)
    for (let m = 0; m < k; m++) {
      const factor = bread.values[i * k + m]!
      for (let j = 0; j < k; j++) half[i * k + j] = half[i * k + j]! + factor * meat.values[m * k + j]!
    }
  for (let i = 0; i < k; i++)
    for (let m = 0; m < k; m++) {
      const factor = half[i * k + m]!
      for (let j = 0; j < k; j++)
        made.values[i * k + j] = made.values[i * k + j]! + factor * bread.values[m * k + j]!
    }
  return made
}

/** Σ weight_i x_i x_iᵀ. */
function weightedCross(x: Matrix, weight: (i: number) => number): Matrix {
  const k = x.columns
  const made = zeros(k, k)
  const out = made.values
  for (let i = 0; i < x.rows; i++) {
    const w = weight(i)
    const row = i * k
    for (let a = 0; a < k; a++) {
      const factor = w * x.values[row + a]!
      for (let b = a; b < k; b++) out[a * k + b] = out[a * k + b]! + factor * x.values[row + b]!
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) out[a * k + b] = out[b * k + a]!
  return made
}

/**
 * Covariance of the coefficients that allows the spread to differ from row to row; null when a row determines its own
 * fitted value, so that HC2 and HC3 do not exist. Sources: White 1980; MacKinnon and White 1985.
 */
export function heteroscedasticCovariance(
  x: Matrix,
  fit: LeastSquares,
  kind: HeteroscedasticityKind,
): Matrix | null {
  const rows = keptRows(x, fit.kept)
  const n = rows.rows
  const k = rows.columns
  if (kind === 'HC1' && n <= k) return null
  const power = kind === 'HC2' ? 1 : kind === 'HC3' ? 2 : 0
  if (power > 0 && fit.leverages.some((leverage) => leverage > 1 - 1e-10)) return null
  const factor = kind === 'HC1' ? n / (n - k) : 1
  const meat = weightedCross(rows, (i) => {
    const square = fit.residuals[i]! * fit.residuals[i]! * factor
    return power === 0 ? square : square / (1 - fit.leverages[i]!) ** power
  })
  return sandwich(fit.inverseCross, meat)
}

/**
 * Covariance of the coefficients for rows in time order whose errors are alike up to `lag` steps apart: Bartlett
 * weights 1 − j/(lag + 1), no prewhitening, no small-sample factor.
 * Source: Newey and West 1987.
 */
export function neweyWestCovariance(x: Matrix, fit: LeastSquares, lag: number): Matrix {
  const rows = keptRows(x, fit.kept)
  const { rows: n, columns: k } = rows
  const scores = new Float64Array(n * k)
  for (let i = 0; i < n; i++)
    for (let a = 0; a < k; a++) scores[i * k + a] = rows.values[i * k + a]! * fit.residuals[i]!
  const meat = zeros(k, k)
  const out = meat.values
  for (let j = 0; j <= Math.min(lag, n - 1); j++) {
    const weight = j === 0 ? 0.5 : 1 - j / (lag + 1)
    for (let i = j; i < n; i++)
      for (let a = 0; a < k; a++) {
        const factor = weight * scores[i * k + a]!
        for (let b = 0; b < k; b++) {
          const part = factor * scores[(i - j) * k + b]!
          out[a * k + b] = out[a * k + b]! + part
          out[b * k + a] = out[b * k + a]! + part
        }
      }
  }
  return sandwich(fit.inverseCross, meat)
}

/** The usual lag for n points, floor(4 (n/100)^(2/9)). */
export function neweyWestLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9))
}

/** √ of the diagonal times a factor. */
export function standardErrors(covariance: Matrix, factor = 1): Float64Array {
  const made = new Float64Array(covariance.rows)
  for (let k = 0; k < made.length; k++)
    made[k] = Math.sqrt(Math.max(0, covariance.values[k * covariance.columns + k]! * factor))
  return made
}
