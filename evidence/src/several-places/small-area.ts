import { found, refused, warning, type Finding, type Warning } from '../finding.ts'
import { minimise } from '../numbers/optimise.ts'
import { fromColumns, type Matrix } from '../numbers/matrix.ts'
import { orthonormalColumns } from '../numbers/orthonormal.ts'
import {
  biasTrace,
  fitAreaModel,
  likelihoodBetweenVariance,
  momentBetweenVariance,
  originalCoefficients,
  rowUncertainty,
  type AreaFit,
  type AreaModel,
} from './area-model.ts'

/** How the between-area variance is estimated: restricted or full likelihood, or Fay and Herriot's moment equation. */
export type AreaVarianceMethod = 'REML' | 'ML' | 'FH'

/** Small-area estimates: figures of areas with few answers that borrow strength from the others. */
export interface SmallAreaEstimates {
  /** Estimate per area: share γ of the area's own figure and 1 − γ of what its covariates say. */
  estimates: Float64Array
  /** Estimated mean squared error per area, unit squared. */
  meanSquaredErrors: Float64Array
  /** Weight γ of the area's own figure, 0–1. */
  ownWeights: Float64Array
  /** Between-area variance, unit squared, at least 0. */
  betweenVariance: number
  coefficients: Float64Array
  standardErrors: Float64Array
  /** Design columns left out because others determine them, 0-based. */
  dropped: number[]
  /**
   * Only when the between-area variance came out as 0: estimates with Li and Lahiri's adjusted variance, which is
   * always above 0, so that a place is not treated as if it had no character of its own.
   */
  adjusted: { betweenVariance: number; estimates: Float64Array; ownWeights: Float64Array } | null
}

/**
 * Fay–Herriot estimates of areas from direct estimates with known sampling variances and a design (one row per
 * area; an intercept has to be a column of it).
 * Refuses (`not-enough-data`) missing or infinite numbers in a row after dropping incomplete areas leaves no more
 * areas than coefficients, variances not above 0; (`ill-conditioned`) when the fit does not settle.
 * Warns `between-variance-zero`, `missing-values`, `term-dropped`.
 * Sources: Fay and Herriot 1979; Prasad and Rao 1990; Datta and Lahiri 2000; Datta, Rao and Smith 2005 (mean
 * squared errors); Li and Lahiri 2010 (adjusted variance).
 * @example
 * const areas = smallAreaEstimates([3, 5, 4, 8], [1, 1, 1, 1], fromRows([[1], [1], [1], [1]]))
 * areas.ok && [...areas.value.estimates] // => [3.428571, 5, 4.214286, 7.357143]
 */
export function smallAreaEstimates(
  direct: readonly number[],
  samplingVariances: readonly number[],
  design: Matrix,
  method: AreaVarianceMethod = 'REML',
): Finding<SmallAreaEstimates> {
  if (direct.length !== samplingVariances.length || design.rows !== direct.length) {
    return refused(
      'not-enough-data',
      'Every area needs a direct estimate, a sampling variance and a design row.',
    )
  }
  const complete = completeAreas(direct, samplingVariances, design)
  const warnings: Warning[] = []
  if (complete.length < direct.length) {
    warnings.push(warning('missing-values', `${direct.length - complete.length} areas left out`))
  }
  if (complete.some((i) => !(samplingVariances[i]! > 0) || !Number.isFinite(samplingVariances[i]!))) {
    return refused('not-enough-data', 'Sampling variances have to be finite and above 0.', warnings)
  }
  if (complete.some((i) => !Number.isFinite(direct[i]!))) {
    return refused('not-enough-data', 'A direct estimate is infinite.', warnings)
  }
  const columns = Array.from({ length: design.columns }, (_, j) =>
    complete.map((i) => design.values[i * design.columns + j]!),
  )
  if (columns.some((column) => column.some((value) => !Number.isFinite(value)))) {
    return refused('not-enough-data', 'A covariate is infinite.', warnings)
  }
  const model: AreaModel = {
    y: Float64Array.from(complete, (i) => direct[i]!),
    variances: Float64Array.from(complete, (i) => samplingVariances[i]!),
    design: orthonormalColumns(fromColumns(columns)),
  }
  const { dropped, kept } = model.design
  if (dropped.length > 0)
    warnings.push(warning('term-dropped', `column ${dropped.map((j) => j + 1).join(', ')}`))
  if (complete.length <= kept.length + 1 || kept.length === 0) {
    return refused('not-enough-data', 'There have to be at least two areas more than coefficients.', warnings)
  }
  const betweenVariance =
    method === 'FH'
      ? momentBetweenVariance(model)
      : (likelihoodBetweenVariance(model, method === 'REML')?.value ?? null)
  const fit = betweenVariance === null ? null : fitAreaModel(model, betweenVariance)
  if (betweenVariance === null || fit === null) {
    return refused('ill-conditioned', 'The between-area variance did not settle on an answer.', warnings)
  }
  if (betweenVariance === 0) warnings.push(warning('between-variance-zero'))
  return found(
    {
      ...shrink(model, fit, betweenVariance),
      meanSquaredErrors: meanSquaredErrors(model, fit, betweenVariance, method),
      betweenVariance,
      ...originalCoefficients(model, fit),
      dropped,
      adjusted: betweenVariance === 0 ? adjustedEstimates(model) : null,
    },
    warnings,
  )
}

function completeAreas(direct: readonly number[], variances: readonly number[], design: Matrix): number[] {
  return Array.from(direct.keys()).filter((i) => {
    const row = design.values.subarray(i * design.columns, (i + 1) * design.columns)
    return (
      !Number.isNaN(direct[i]) && !Number.isNaN(variances[i]) && !row.some((value) => Number.isNaN(value))
    )
  })
}

function shrink(
  model: AreaModel,
  fit: AreaFit,
  betweenVariance: number,
): { estimates: Float64Array; ownWeights: Float64Array } {
  const ownWeights = Float64Array.from(
    model.variances,
    (variance) => betweenVariance / (betweenVariance + variance),
  )
  const estimates = model.y.map((own, i) => own - (1 - ownWeights[i]!) * fit.residuals[i]!)
  return { estimates, ownWeights }
}

/** g1 + g2 + 2 g3, for ML and FH less the bias of the variance estimate times B². */
function meanSquaredErrors(
  model: AreaModel,
  fit: AreaFit,
  betweenVariance: number,
  method: AreaVarianceMethod,
): Float64Array {
  let sumOfWeights = 0
  let sumOfSquares = 0
  for (const weight of fit.weights) {
    sumOfWeights += weight
    sumOfSquares += weight ** 2
  }
  const areas = model.y.length
  const varianceOfVariance = method === 'FH' ? (2 * areas) / sumOfWeights ** 2 : 2 / sumOfSquares
  let bias = 0
  if (method === 'ML') bias = -biasTrace(model, fit) / sumOfSquares
  if (method === 'FH') bias = (2 * (areas * sumOfSquares - sumOfWeights ** 2)) / sumOfWeights ** 3
  return Float64Array.from(model.variances, (variance, i) => {
    const borrowed = variance * fit.weights[i]!
    const g1 = betweenVariance * borrowed
    const g2 = borrowed ** 2 * rowUncertainty(model, fit, i)
    const g3 = borrowed ** 2 * varianceOfVariance * fit.weights[i]!
    return g1 + g2 + 2 * g3 - bias * borrowed ** 2
  })
}

/** Maximises A times the restricted likelihood, which is 0 at A = 0, on the log scale of A. */
function adjustedEstimates(model: AreaModel): SmallAreaEstimates['adjusted'] {
  const typical = model.variances.reduce((sum, variance) => sum + variance, 0) / model.variances.length
  const negative = (logVariance: number): number => {
    const betweenVariance = Math.exp(logVariance)
    const fit = fitAreaModel(model, betweenVariance)
    if (fit === null) return Infinity
    let value = -logVariance
    for (let i = 0; i < fit.weights.length; i++) {
      value += 0.5 * (fit.weights[i]! * fit.residuals[i]! ** 2 - Math.log(fit.weights[i]!))
    }
    return value - 0.5 * logDeterminant(fit)
  }
  const best = minimise(negative, Math.log(typical) - 14, Math.log(typical) + 7)
  const betweenVariance = Math.exp(best.x)
  const fit = fitAreaModel(model, betweenVariance)
  return fit && { betweenVariance, ...shrink(model, fit, betweenVariance) }
}

/** Log determinant of (QᵀWQ)⁻¹ by elimination; the matrix is positive definite. */
function logDeterminant(fit: AreaFit): number {
  const { rows: size } = fit.inverseInformation
  const values = Float64Array.from(fit.inverseInformation.values)
  let log = 0
  for (let k = 0; k < size; k++) {
    const pivot = values[k * size + k]!
    log += Math.log(pivot)
    for (let i = k + 1; i < size; i++) {
      const factor = values[i * size + k]! / pivot
      for (let j = k; j < size; j++) values[i * size + j]! -= factor * values[k * size + j]!
    }
  }
  return log
}
