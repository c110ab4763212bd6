import { inverse, multiply, type Matrix, zeros } from '../numbers/matrix.ts'
import { solveUpper, type OrthonormalColumns } from '../numbers/orthonormal.ts'

/**
 * The model y = Xβ + u + e with known variances of e (`variances`) and one unknown variance of u: the model of
 * meta-regression and of Fay and Herriot 1979. The design enters as orthonormal columns, which changes neither
 * the fit nor the variance and keeps the arithmetic safe for years and populations as covariates.
 */
export interface AreaModel {
  y: Float64Array
  variances: Float64Array
  design: OrthonormalColumns
}

/** The generalised least-squares fit at one value of the unknown variance, in orthonormal coordinates. */
export interface AreaFit {
  coefficients: Float64Array
  /** (QᵀWQ)⁻¹. */
  inverseInformation: Matrix
  /** y − fitted. */
  residuals: Float64Array
  weights: Float64Array
}

/** Σ w^power q qᵀ over the rows. */
function weightedCross(columns: Float64Array[], weights: Float64Array, power: number): Matrix {
  const size = columns.length
  const cross = zeros(size, size)
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) {
      const first = columns[a]!
      const second = columns[b]!
      let sum = 0
      for (let i = 0; i < weights.length; i++) sum += weights[i]! ** power * first[i]! * second[i]!
      cross.values[a * size + b] = sum
      cross.values[b * size + a] = sum
    }
  }
  return cross
}

function trace(matrix: Matrix): number {
  let sum = 0
  for (let i = 0; i < matrix.rows; i++) sum += matrix.values[i * matrix.columns + i]!
  return sum
}

/** Fits the coefficients at a given between-variance; null when the weights make the design singular. */
export function fitAreaModel(model: AreaModel, betweenVariance: number): AreaFit | null {
  const { y, variances, design } = model
  const size = design.columns.length
  const weights = Float64Array.from(variances, (variance) => 1 / (variance + betweenVariance))
  const inverseInformation = size === 0 ? zeros(0, 0) : inverse(weightedCross(design.columns, weights, 1))
  if (inverseInformation === null) return null
  const right = design.columns.map((column) => {
    let sum = 0
    for (let i = 0; i < y.length; i++) sum += weights[i]! * column[i]! * y[i]!
    return sum
  })
  const coefficients = new Float64Array(size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) coefficients[a]! += inverseInformation.values[a * size + b]! * right[b]!
  }
  const residuals = Float64Array.from(y)
  design.columns.forEach((column, a) => {
    for (let i = 0; i < y.length; i++) residuals[i]! -= coefficients[a]! * column[i]!
  })
  return { coefficients, inverseInformation, residuals, weights }
}

/** Score and expected information of the between-variance (both without the factor 1/2), ML or REML. */
function scoring(
  model: AreaModel,
  fit: AreaFit,
  restricted: boolean,
): { score: number; information: number } {
  const { weights, residuals, inverseInformation } = fit
  let pulled = 0
  let sumOfWeights = 0
  let sumOfSquares = 0
  for (let i = 0; i < weights.length; i++) {
    pulled += (weights[i]! * residuals[i]!) ** 2
    sumOfWeights += weights[i]!
    sumOfSquares += weights[i]! ** 2
  }
  if (!restricted) return { score: pulled - sumOfWeights, information: sumOfSquares }
  const second = multiply(inverseInformation, weightedCross(model.design.columns, weights, 2))
  const third = multiply(inverseInformation, weightedCross(model.design.columns, weights, 3))
  return {
    score: pulled - (sumOfWeights - trace(second)),
    information: sumOfSquares - 2 * trace(third) + trace(multiply(second, second)),
  }
}

/**
 * Maximum-likelihood or restricted maximum-likelihood between-variance by Fisher scoring, at least 0, with the
 * expected information at it (without the factor 1/2). Null when the design turns singular on the way.
 */
export function likelihoodBetweenVariance(
  model: AreaModel,
  restricted: boolean,
): { value: number; information: number } | null {
  let smallest = Infinity
  for (const variance of model.variances) smallest = Math.min(smallest, variance)
  let value = startValue(model)
  let damping = 1
  let lastStep = 0
  for (let iteration = 0; iteration < 2000; iteration++) {
    const fit = fitAreaModel(model, value)
    if (fit === null) return null
    const { score, information } = scoring(model, fit, restricted)
    const step = score / information
    if (!Number.isFinite(step)) return null
    if (step * lastStep < 0 && Math.abs(step) > 0.5 * Math.abs(lastStep)) damping *= 0.5
    lastStep = step
    let next = value + damping * step
    if (next < 0) next = value < 1e-9 * smallest ? 0 : value / 4
    const settled = Math.abs(next - value) <= 1e-13 * (next + 1e-3 * smallest)
    value = next
    if (settled) return { value, information }
  }
  return null
}

/** Unweighted moment estimate of the between-variance, at least 0: residual spread minus its share from sampling. */
function startValue(model: AreaModel): number {
  const { y, variances, design } = model
  const freedom = y.length - design.columns.length
  const residuals = Float64Array.from(y)
  const leverages = new Float64Array(y.length)
  for (const column of design.columns) {
    let along = 0
    for (let i = 0; i < y.length; i++) along += column[i]! * y[i]!
    for (let i = 0; i < y.length; i++) {
      residuals[i]! -= along * column[i]!
      leverages[i]! += column[i]! ** 2
    }
  }
  let spread = 0
  for (let i = 0; i < y.length; i++) spread += residuals[i]! ** 2 - (1 - leverages[i]!) * variances[i]!
  return Math.max(0, spread / freedom)
}

/** Between-variance at which Σ w r² falls to the residual degrees of freedom, at least 0 (Fay and Herriot 1979, p. 271). */
export function momentBetweenVariance(model: AreaModel): number | null {
  const freedom = model.y.length - model.design.columns.length
  let value = 0
  for (let step = 0; step < 500; step++) {
    const fit = fitAreaModel(model, value)
    if (fit === null) return null
    let q = 0
    let slope = 0
    for (let i = 0; i < fit.weights.length; i++) {
      q += fit.weights[i]! * fit.residuals[i]! ** 2
      slope += (fit.weights[i]! * fit.residuals[i]!) ** 2
    }
    if (q <= freedom || slope === 0) return value
    const next = value + (q - freedom) / slope
    if (next - value <= 1e-14 * next) return next
    value = next
  }
  return value
}

/** Coefficients and standard errors in the columns of the original design (kept ones). */
export function originalCoefficients(
  model: AreaModel,
  fit: AreaFit,
): { coefficients: Float64Array; standardErrors: Float64Array } {
  const { upper } = model.design
  const size = upper.rows
  const coefficients = solveUpper(upper, fit.coefficients)
  const half = Array.from({ length: size }, (_, j) =>
    solveUpper(
      upper,
      fit.inverseInformation.values.filter((_, index) => index % size === j),
    ),
  )
  // half[j] is R⁻¹ times column j of the inverse information; R⁻¹ (…) R⁻ᵀ needs R⁻¹ once more along the rows.
  const standardErrors = Float64Array.from({ length: size }, (_, i) => {
    const row = Float64Array.from(half, (column) => column[i]!)
    return Math.sqrt(solveUpper(upper, row)[i]!)
  })
  return { coefficients, standardErrors }
}

/** qᵀ (QᵀWQ)⁻¹ q of row i: the part of an area's uncertainty that comes from the coefficients. */
export function rowUncertainty(model: AreaModel, fit: AreaFit, row: number): number {
  const size = model.design.columns.length
  let sum = 0
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      sum +=
        model.design.columns[a]![row]! *
        fit.inverseInformation.values[a * size + b]! *
        model.design.columns[b]![row]!
    }
  }
  return sum
}

/** tr{(QᵀWQ)⁻¹ QᵀW²Q}, which the bias of the maximum-likelihood between-variance needs. */
export function biasTrace(model: AreaModel, fit: AreaFit): number {
  return trace(multiply(fit.inverseInformation, weightedCross(model.design.columns, fit.weights, 2)))
}
