import { add, over, root, tail, times } from './double-double.ts'
import { type Matrix, zeros } from './matrix.ts'

/** A vector of numbers with twice the usual digits. */
interface LongVector {
  high: Float64Array
  low: Float64Array
}

/** A least-squares fit computed with twice the usual digits and rounded at the end. */
export interface ExactLeastSquares {
  coefficients: Float64Array
  kept: number[]
  dropped: number[]
  residuals: Float64Array
  residualSumOfSquares: number
  inverseCross: Matrix
  leverages: Float64Array
  /** Smallest share of a kept column that earlier columns do not explain: 1 is orthogonal, 0 collinear. */
  smallestNewShare: number
}

function zeroVector(size: number): LongVector {
  return { high: new Float64Array(size), low: new Float64Array(size) }
}

function dot(a: LongVector, b: LongVector): number {
  let sum = 0
  let sumLow = 0
  for (let i = 0; i < a.high.length; i++) {
    const product = times(a.high[i]!, a.low[i]!, b.high[i]!, b.low[i]!)
    sum = add(sum, sumLow, product, tail())
    sumLow = tail()
  }
  return add(sum, sumLow, 0, 0)
}

/** target −= factor × direction. */
function subtract(target: LongVector, factor: number, factorLow: number, direction: LongVector): void {
  for (let i = 0; i < target.high.length; i++) {
    const product = times(factor, factorLow, direction.high[i]!, direction.low[i]!)
    target.high[i] = add(target.high[i]!, target.low[i]!, -product, -tail())
    target.low[i] = tail()
  }
}

/** Power of two that brings the largest entry near one; 1 for a column of zeros. */
function scaleOf(column: Float64Array): number {
  let largest = 0
  for (const value of column) largest = Math.max(largest, Math.abs(value))
  return largest > 0 && Number.isFinite(largest) ? 2 ** -Math.round(Math.log2(largest)) : 1
}

/**
 * Least squares by modified Gram-Schmidt with about 32 digits, for columns handed in with a high and (optionally) a
 * low part. A column whose new part is at most `tolerance` of its length is dropped. Source: Björck 1996, chapter 2.
 */
export function exactLeastSquares(
  columns: readonly { high: Float64Array; low?: Float64Array }[],
  y: ArrayLike<number>,
  tolerance: number,
): ExactLeastSquares {
  const n = y.length
  const scales: number[] = []
  const basis: LongVector[] = []
  const upper: LongVector[] = []
  const kept: number[] = []
  const dropped: number[] = []
  let smallestNewShare = 1
  columns.forEach((column, j) => {
    const scale = scaleOf(column.high)
    const vector = zeroVector(n)
    for (let i = 0; i < n; i++) {
      vector.high[i] = column.high[i]! * scale
      vector.low[i] = (column.low?.[i] ?? 0) * scale
    }
    const before = Math.sqrt(dot(vector, vector))
    const along = zeroVector(kept.length + 1)
    basis.forEach((direction, k) => {
      along.high[k] = dot(direction, vector)
      along.low[k] = tail()
      subtract(vector, along.high[k]!, along.low[k]!, direction)
    })
    const square = dot(vector, vector)
    const length = root(square, tail())
    const lengthLow = tail()
    const share = before > 0 ? length / before : 0
    if (!(share > tolerance)) {
      dropped.push(j)
      return
    }
    smallestNewShare = Math.min(smallestNewShare, share)
    for (let i = 0; i < n; i++) {
      vector.high[i] = over(vector.high[i]!, vector.low[i]!, length, lengthLow)
      vector.low[i] = tail()
    }
    along.high[kept.length] = length
    along.low[kept.length] = lengthLow
    kept.push(j)
    scales.push(scale)
    basis.push(vector)
    upper.push(along)
  })
  const rank = kept.length
  const rest = zeroVector(n)
  for (let i = 0; i < n; i++) rest.high[i] = y[i]!
  const right = zeroVector(rank)
  basis.forEach((direction, k) => {
    right.high[k] = dot(direction, rest)
    right.low[k] = tail()
    subtract(rest, right.high[k]!, right.low[k]!, direction)
  })
  const solution = backSubstitute(upper, right)
  const coefficients = Float64Array.from(solution.high, (value, k) => value * scales[k]!)
  const leverages = new Float64Array(n)
  for (const direction of basis)
    for (let i = 0; i < n; i++) leverages[i] = leverages[i]! + direction.high[i]! * direction.high[i]!
  const residualSumOfSquares = dot(rest, rest)
  return {
    coefficients,
    kept,
    dropped,
    residuals: rest.high,
    residualSumOfSquares,
    inverseCross: inverseCrossOf(upper, scales),
    leverages,
    smallestNewShare,
  }
}

function backSubstitute(upper: readonly LongVector[], right: LongVector): LongVector {
  const rank = upper.length
  const solution = zeroVector(rank)
  for (let k = rank - 1; k >= 0; k--) {
    let value = right.high[k]!
    let valueLow = right.low[k]!
    for (let m = k + 1; m < rank; m++) {
      const product = times(upper[m]!.high[k]!, upper[m]!.low[k]!, solution.high[m]!, solution.low[m]!)
      value = add(value, valueLow, -product, -tail())
      valueLow = tail()
    }
    solution.high[k] = over(value, valueLow, upper[k]!.high[k]!, upper[k]!.low[k]!)
    solution.low[k] = tail()
  }
  return solution
}

/** (XᵀX)⁻¹ from the triangular factor, the scaling undone. */
function inverseCrossOf(upper: readonly LongVector[], scales: readonly number[]): Matrix {
  const rank = upper.length
  const inverse: LongVector[] = []
  for (let j = 0; j < rank; j++) {
    const unit = zeroVector(rank)
    unit.high[j] = 1
    inverse.push(backSubstitute(upper, unit))
  }
  const made = zeros(rank, rank)
  for (let i = 0; i < rank; i++)
    for (let j = i; j < rank; j++) {
      let sum = 0
      let sumLow = 0
      for (let k = j; k < rank; k++) {
        const a = inverse[k]!
        const product = times(a.high[i]!, a.low[i]!, a.high[j]!, a.low[j]!)
        sum = add(sum, sumLow, product, tail())
        sumLow = tail()
      }
      const value = sum * scales[i]! * scales[j]!
      made.values[i * rank + j] = value
      made.values[j * rank + i] = value
    }
  return made
}
