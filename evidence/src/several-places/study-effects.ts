import { refused, warning, type Refused, type Warning } from '../finding.ts'

/** Effects and sampling variances of studies, checked and freed of missing pairs. */
export interface StudyEffects {
  effects: Float64Array
  variances: Float64Array
  /** Position of each kept study in the input, 0-based. */
  positions: number[]
  warnings: Warning[]
}

/** A sampling variance below this is no result of sampling, and its weight leaves the range of numbers. */
const smallestVariance = 1e-100

/** Above this the squares of effects leave the range of numbers. */
const largestEffect = 1e100

/**
 * Drops studies without an effect or variance (warning `missing-values`) and refuses infinite effects and
 * variances that are not above 0. `fewest` is the number of studies that has to remain.
 */
export function readStudies(
  effects: readonly (number | null)[],
  variances: readonly (number | null)[],
  fewest: number,
): StudyEffects | Refused {
  if (effects.length !== variances.length) {
    return refused('not-enough-data', 'Every study needs one effect and one sampling variance.')
  }
  const kept: number[] = []
  for (let i = 0; i < effects.length; i++) {
    const effect = effects[i]
    const variance = variances[i]
    if (effect === null || effect === undefined || Number.isNaN(effect)) continue
    if (variance === null || variance === undefined || Number.isNaN(variance)) continue
    if (!(Math.abs(effect) <= largestEffect) || !(variance <= largestEffect)) {
      return refused('not-enough-data', `Study ${i + 1} has an infinite or far too large effect or variance.`)
    }
    if (!(variance >= smallestVariance)) {
      return refused('not-enough-data', `Study ${i + 1} has a sampling variance that is not above 0.`)
    }
    kept.push(i)
  }
  const warnings: Warning[] = []
  if (kept.length < effects.length) {
    warnings.push(warning('missing-values', `${effects.length - kept.length} studies left out`))
  }
  if (kept.length < fewest) {
    return refused(
      'not-enough-data',
      `At least ${fewest} studies with an effect and a variance are needed; ${kept.length} remain.`,
      warnings,
    )
  }
  return {
    effects: Float64Array.from(kept, (i) => effects[i]!),
    variances: Float64Array.from(kept, (i) => variances[i]!),
    positions: kept,
    warnings,
  }
}
