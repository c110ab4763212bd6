import { zeros, type Matrix } from '../numbers/matrix.ts'

/** Grouped answers: category 0…k−1 of each row, its covariates and how many people gave it. */
export interface OrdinalRows {
  categories: number
  outcome: Int32Array
  /** One covariate column after another. */
  columns: Float64Array[]
  frequencies: Float64Array
}

/** Log-likelihood with its gradient and the negative of its second derivatives. */
export interface Curvature {
  logLikelihood: number
  gradient: Float64Array
  information: Matrix
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))
}

/** Probability between two points of the logistic distribution, without loss of digits in either tail. */
function between(low: number, high: number): number {
  return low > 0 ? logistic(-low) - logistic(-high) : logistic(high) - logistic(low)
}

/**
 * Proportional-odds log-likelihood at `parameters` (coefficients, then thresholds): P(Y ≤ j) = logistic(θj − xβ).
 * Null where the thresholds are out of order or a probability vanishes. Source: McCullagh 1980.
 */
export function ordinalCurvature(rows: OrdinalRows, parameters: Float64Array): Curvature | null {
  const { categories, columns, outcome, frequencies } = rows
  const covariates = columns.length
  const size = covariates + categories - 1
  const gradient = new Float64Array(size)
  const information = zeros(size, size)
  let logLikelihood = 0
  for (let i = 0; i < outcome.length; i++) {
    const frequency = frequencies[i]!
    if (frequency === 0) continue
    let linear = 0
    for (let c = 0; c < covariates; c++) linear += columns[c]![i]! * parameters[c]!
    const category = outcome[i]!
    const upperAt = category < categories - 1 ? covariates + category : -1
    const lowerAt = category > 0 ? covariates + category - 1 : -1
    const upper = upperAt < 0 ? Infinity : parameters[upperAt]! - linear
    const lower = lowerAt < 0 ? -Infinity : parameters[lowerAt]! - linear
    const probability = between(lower, upper)
    if (!(probability > 0)) return null
    logLikelihood += frequency * Math.log(probability)
    const upperDensity = upperAt < 0 ? 0 : logistic(upper) * logistic(-upper)
    const lowerDensity = lowerAt < 0 ? 0 : logistic(lower) * logistic(-lower)
    const upperSlope = upperDensity * (logistic(-upper) - logistic(upper))
    const lowerSlope = lowerDensity * (logistic(-lower) - logistic(lower))
    const byUpper = upperDensity / probability
    const byLower = -lowerDensity / probability
    const second = {
      upper: byUpper ** 2 - upperSlope / probability,
      lower: byLower ** 2 + lowerSlope / probability,
      cross: byUpper * byLower,
    }
    // Every parameter moves the upper and the lower end of the category by a known amount.
    const moves: [number, number, number][] = []
    for (let c = 0; c < covariates; c++) {
      const x = columns[c]![i]!
      if (x !== 0) moves.push([c, upperAt < 0 ? 0 : -x, lowerAt < 0 ? 0 : -x])
    }
    if (upperAt >= 0) moves.push([upperAt, 1, 0])
    if (lowerAt >= 0) moves.push([lowerAt, 0, 1])
    for (const [a, upperA, lowerA] of moves) {
      gradient[a]! += frequency * (byUpper * upperA + byLower * lowerA)
      for (const [b, upperB, lowerB] of moves) {
        information.values[a * size + b]! +=
          frequency *
          (second.upper * upperA * upperB +
            second.lower * lowerA * lowerB +
            second.cross * (upperA * lowerB + lowerA * upperB))
      }
    }
  }
  return { logLikelihood, gradient, information }
}
