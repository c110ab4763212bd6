import { found, refused, warning, type Finding } from '../finding.ts'
import { normalUpper } from '../numbers/distributions.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { orthonormalColumns } from '../numbers/orthonormal.ts'
import {
  fitAreaModel,
  likelihoodBetweenVariance,
  originalCoefficients,
  type AreaModel,
} from './area-model.ts'
import { betweenVariance } from './between-variance.ts'
import { readStudies } from './study-effects.ts'

/** How the effect depends on one moderator across studies. */
export interface MetaRegression {
  studies: number
  /** Effect at moderator 0 and change of the effect per unit of the moderator, with Wald standard errors. */
  intercept: number
  interceptStandardError: number
  slope: number
  slopeStandardError: number
  /** Residual variance between studies (REML), effect unit squared. */
  betweenVariance: number
  /** Wald chi-square of the slope, 1 df, and its p. */
  waldChiSquare: number
  p: number
  /** z of the slope. */
  z: number
  /** Share of the between-variance that the moderator accounts for, per cent, at least 0; 0 when there was none. */
  rSquared: number
}

/**
 * Random-effects regression of effects on one moderator, between-variance by REML.
 * Refuses (`not-enough-data`) fewer than 3 complete studies, variances that are not above 0, infinite numbers, and
 * (`ill-conditioned`) a moderator without spread. Warns `few-studies` (under 5), `missing-values`,
 * `between-variance-zero`.
 * Source: Berkey, Hoaglin, Mosteller and Colditz 1995; Raudenbush 2009 (R²).
 * @example
 * const fit = regressStudies([1, 2.2, 2.9, 4.1], [0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4])
 * fit.ok && fit.value.slope // => 1
 */
export function regressStudies(
  effects: readonly (number | null)[],
  variances: readonly (number | null)[],
  moderator: readonly (number | null)[],
): Finding<MetaRegression> {
  if (moderator.length !== effects.length) {
    return refused('not-enough-data', 'Every study needs one value of the moderator.')
  }
  if (moderator.some((value) => value === Infinity || value === -Infinity)) {
    return refused('not-enough-data', 'A moderator value is infinite.')
  }
  const complete = effects.map((effect, i) =>
    moderator[i] === null || moderator[i] === undefined || Number.isNaN(moderator[i]) ? null : effect,
  )
  const read = readStudies(complete, variances, 3)
  if ('ok' in read) return read
  const { effects: y, variances: v, positions, warnings } = read
  const ones = new Float64Array(y.length).fill(1)
  const x = Float64Array.from(positions, (position) => moderator[position]!)
  const model: AreaModel = { y, variances: v, design: orthonormalColumns(fromColumns([ones, x])) }
  if (model.design.dropped.length > 0) {
    return refused('ill-conditioned', 'The moderator has no spread, so no slope can be computed.', [
      ...warnings,
      warning('term-dropped', 'moderator'),
    ])
  }
  const between = likelihoodBetweenVariance(model, true)
  const fit = between && fitAreaModel(model, between.value)
  if (!between || !fit)
    return refused('ill-conditioned', 'The regression did not settle on an answer.', warnings)
  const { coefficients, standardErrors } = originalCoefficients(model, fit)
  const without = betweenVariance(y, v, 'REML').value
  const z = coefficients[1]! / standardErrors[1]!
  if (y.length < 5) warnings.push(warning('few-studies', `${y.length} studies`))
  if (between.value === 0) warnings.push(warning('between-variance-zero'))
  return found(
    {
      studies: y.length,
      intercept: coefficients[0]!,
      interceptStandardError: standardErrors[0]!,
      slope: coefficients[1]!,
      slopeStandardError: standardErrors[1]!,
      betweenVariance: between.value,
      waldChiSquare: z * z,
      p: 2 * normalUpper(Math.abs(z)),
      z,
      rSquared: without > 0 ? Math.max(0, (100 * (without - between.value)) / without) : 0,
    },
    warnings,
  )
}

/**
 * Small-study asymmetry: the slope of the effects on their standard errors in a REML meta-regression, as z and
 * two-sided normal p. A slope away from 0 can mean that small studies with dull results are missing.
 * Refuses and warns as `regressStudies`; equal variances leave no slope (`ill-conditioned`).
 * Source: Egger et al. 1997; Sterne and Egger 2005 (mixed-effects form).
 * @example
 * const asymmetry = smallStudyAsymmetry([0.1, 0.3, 0.6, 0.9], [0.01, 0.04, 0.09, 0.25])
 * asymmetry.ok && asymmetry.value.p < 0.05 // => true
 */
export function smallStudyAsymmetry(
  effects: readonly (number | null)[],
  variances: readonly (number | null)[],
): Finding<{ z: number; p: number }> {
  const standardErrors = variances.map((variance) =>
    variance === null || variance === undefined || !(variance > 0) ? null : Math.sqrt(variance),
  )
  if (variances.some((variance) => variance !== null && variance <= 0)) {
    return refused('not-enough-data', 'A sampling variance is not above 0.')
  }
  const fit = regressStudies(effects, variances, standardErrors)
  return fit.ok ? found({ z: fit.value.z, p: fit.value.p }, fit.warnings) : fit
}
