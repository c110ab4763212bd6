import { type Matrix, zeros } from './matrix.ts'

/** A least-squares fit of y on the columns of X. */
export interface LeastSquares {
  /** Coefficient per kept column, in the order of `kept`. */
  coefficients: Float64Array
  /** Columns that carry information of their own, ascending. */
  kept: number[]
  /** Columns left out because earlier ones already determine them, ascending. */
  dropped: number[]
  residuals: Float64Array
  /** Σ residual². */
  residualSumOfSquares: number
  /** (XᵀX)⁻¹ over the kept columns. */
  inverseCross: Matrix
  /** Diagonal of the hat matrix, one per row. */
  leverages: Float64Array
}

/** Share of a column's length that must be new for it to count as a column of its own. */
export const defaultRankTolerance = 1e-10

/**
 * Least squares by Householder reflections on columns scaled to length one, with one round of refinement.
 * A column whose part not explained by earlier columns is below `tolerance` times its length is dropped.
 * Source: Golub and Van Loan 2013, chapter 5.
 */
export function leastSquares(
  x: Matrix,
  y: ArrayLike<number>,
  tolerance = defaultRankTolerance,
): LeastSquares {
  const { rows: n, columns: p } = x
  const scales = new Float64Array(p)
  // Column after column, so that reflections run along memory.
  const q = new Float64Array(n * p)
  for (let j = 0; j < p; j++) {
    let largest = 0
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(x.values[i * p + j]!))
    let squares = 0
    if (largest > 0)
      for (let i = 0; i < n; i++) {
        const part = x.values[i * p + j]! / largest
        squares += part * part
      }
    const length = largest * Math.sqrt(squares)
    scales[j] = length
    if (length > 0) for (let i = 0; i < n; i++) q[j * n + i] = x.values[i * p + j]! / length
  }
  const kept: number[] = []
  const dropped: number[] = []
  const betas: number[] = []
  const r: Float64Array[] = []
  for (let j = 0; j < p; j++) {
    const rank = kept.length
    const column = q.subarray(j * n, (j + 1) * n)
    for (let k = 0; k < rank; k++) reflect(q, kept[k]! * n, betas[k]!, column, k, n)
    let rest = 0
    for (let i = rank; i < n; i++) rest += column[i]! * column[i]!
    const length = Math.sqrt(rest)
    if (scales[j] === 0 || !(length > tolerance)) {
      dropped.push(j)
      continue
    }
    const upper = new Float64Array(rank + 1)
    for (let k = 0; k < rank; k++) upper[k] = column[k]!
    const head = column[rank]!
    const pivot = head > 0 ? -length : length
    upper[rank] = pivot
    column[rank] = head - pivot
    betas.push(1 / (length * (length + Math.abs(head))))
    kept.push(j)
    r.push(upper)
  }
  const rank = kept.length
  const solveOnce = (target: Float64Array): Float64Array => {
    for (let k = 0; k < rank; k++) reflect(q, kept[k]! * n, betas[k]!, target, k, n)
    const b = new Float64Array(rank)
    for (let k = rank - 1; k >= 0; k--) {
      let value = target[k]!
      for (let m = k + 1; m < rank; m++) value -= r[m]![k]! * b[m]!
      b[k] = value / r[k]![k]!
    }
    for (let k = 0; k < rank; k++) b[k] = b[k]! / scales[kept[k]!]!
    return b
  }
  const residuals = Float64Array.from(y)
  const coefficients = new Float64Array(rank)
  for (let round = 0; round < 2; round++) {
    const change = solveOnce(residuals.slice())
    for (let k = 0; k < rank; k++) coefficients[k] = coefficients[k]! + change[k]!
    for (let i = 0; i < n; i++) {
      let fitted = 0
      for (let k = 0; k < rank; k++) fitted += x.values[i * p + kept[k]!]! * change[k]!
      residuals[i] = residuals[i]! - fitted
    }
  }
  let residualSumOfSquares = 0
  for (let i = 0; i < n; i++) residualSumOfSquares += residuals[i]! * residuals[i]!
  const { inverseCross, inverseUpper } = invertUpper(r, scales, kept)
  const leverages = leveragesOf(x, kept, inverseUpper)
  return { coefficients, kept, dropped, residuals, residualSumOfSquares, inverseCross, leverages }
}

function reflect(
  q: Float64Array,
  from: number,
  beta: number,
  target: Float64Array,
  k: number,
  n: number,
): void {
  let dot = 0
  for (let i = k; i < n; i++) dot += q[from + i]! * target[i]!
  dot *= beta
  if (dot === 0) return
  for (let i = k; i < n; i++) target[i] = target[i]! - dot * q[from + i]!
}

/** R⁻¹ with the column scaling undone, and its product with its own transpose, (XᵀX)⁻¹. */
function invertUpper(
  r: readonly Float64Array[],
  scales: Float64Array,
  kept: readonly number[],
): { inverseCross: Matrix; inverseUpper: Matrix } {
  const rank = r.length
  const inverseUpper = zeros(rank, rank)
  const u = inverseUpper.values
  for (let j = 0; j < rank; j++) {
    u[j * rank + j] = 1 / r[j]![j]!
    for (let i = j - 1; i >= 0; i--) {
      let value = 0
      for (let k = i + 1; k <= j; k++) value -= r[k]![i]! * u[k * rank + j]!
      u[i * rank + j] = value / r[i]![i]!
    }
  }
  for (let i = 0; i < rank; i++)
    for (let j = i; j < rank; j++) u[i * rank + j] = u[i * rank + j]! / scales[kept[i]!]!
  const inverseCross = zeros(rank, rank)
  for (let i = 0; i < rank; i++)
    for (let j = i; j < rank; j++) {
      let value = 0
      for (let k = j; k < rank; k++) value += u[i * rank + k]! * u[j * rank + k]!
      inverseCross.values[i * rank + j] = value
      inverseCross.values[j * rank + i] = value
    }
  return { inverseCross, inverseUpper }
}

function leveragesOf(x: Matrix, kept: readonly number[], inverseUpper: Matrix): Float64Array {
  const rank = kept.length
  const u = inverseUpper.values
  const made = new Float64Array(x.rows)
  for (let i = 0; i < x.rows; i++) {
    let leverage = 0
    for (let j = 0; j < rank; j++) {
      let part = 0
      for (let k = 0; k <= j; k++) part += x.values[i * x.columns + kept[k]!]! * u[k * rank + j]!
      leverage += part * part
    }
    made[i] = leverage
  }
  return made
}
