import { found, refused, warning, type Finding, type Warning } from '../finding.ts'
import { sampleCovariance } from './item-covariance.ts'
import { oneFactor } from './one-factor.ts'

/** Internal consistency of a scale. */
export interface ScaleReliability {
  /** Cronbach's alpha from the covariances; may be negative. Null when the sum of the items has no spread. */
  alpha: number | null
  /** Alpha from the mean correlation; null when an item has no spread. */
  alphaStandardised: number | null
  /** Correlation of each item with the sum of the others; null where one of the two has no spread. */
  itemRest: (number | null)[]
  /** Alpha without each item; null where it cannot be computed. */
  alphaIfDropped: (number | null)[]
  /** McDonald's omega from a one-factor maximum-likelihood fit; null under three items or without a fit. */
  omega: number | null
  /** Standardised loadings on the one factor, as absolute values; null where there is no fit. */
  loadings: number[] | null
  /** 1 − loading² of each item. */
  uniquenesses: number[] | null
  /** Respondents who answered every item. */
  answers: number
}

/**
 * Cronbach's alpha and McDonald's omega of items that already run in the same direction. `items` holds one list of
 * answers per item, all in the same order of respondents; a respondent with a missing answer (NaN) is left out.
 * Warns `missing-values`, `small-group` (under 10 respondents), `constant-values` (an item or the sum without
 * spread), `negative-alpha`. Refuses (`not-enough-data`) fewer than two items or two respondents, lists of uneven
 * length, infinite answers.
 * Sources: Cronbach 1951; McDonald 1999, chapter 6; Jöreskog 1967 (maximum likelihood).
 * @example
 * const scale = scaleReliability([[1, 2, 3, 4, 5], [2, 2, 3, 5, 4], [1, 3, 3, 4, 4]])
 * scale.ok && scale.value.alpha // => 0.9375
 */
export function scaleReliability(items: readonly (readonly number[])[]): Finding<ScaleReliability> {
  const itemCount = items.length
  const size = items[0]?.length ?? 0
  if (itemCount < 2 || items.some((item) => item.length !== size)) {
    return refused('not-enough-data', 'At least two items with the same respondents are needed.')
  }
  if (items.some((item) => item.some((answer) => Math.abs(answer) > 1e100))) {
    return refused('not-enough-data', 'An answer is infinite or too large to compute with.')
  }
  const complete = Array.from({ length: size }, (_, i) => i).filter((i) =>
    items.every((item) => !Number.isNaN(item[i])),
  )
  const warnings: Warning[] = []
  if (complete.length < size)
    warnings.push(warning('missing-values', `${size - complete.length} respondents left out`))
  if (complete.length < 2) {
    return refused('not-enough-data', 'At least two respondents with every answer are needed.', warnings)
  }
  if (complete.length < 10) warnings.push(warning('small-group', `${complete.length} respondents`))
  const covariance = sampleCovariance(items.map((item) => complete.map((i) => item[i]!)))
  const variances = covariance.map((row, j) => row[j]!)
  const all = covariance.map((_, j) => j)
  const alpha = alphaOf(covariance, all)
  if (alpha === null || variances.includes(0)) warnings.push(warning('constant-values'))
  if (alpha !== null && alpha < 0) warnings.push(warning('negative-alpha'))
  const spread = !variances.includes(0)
  const correlation = covariance.map((row, i) =>
    row.map((value, j) => value / Math.sqrt(variances[i]! * variances[j]!)),
  )
  const factor = itemCount >= 3 && spread ? oneFactor(correlation) : null
  return found(
    {
      alpha,
      alphaStandardised: spread ? standardisedAlpha(correlation) : null,
      itemRest: all.map((j) => itemRestCorrelation(covariance, j)),
      alphaIfDropped: all.map((j) =>
        itemCount > 2
          ? alphaOf(
              covariance,
              all.filter((k) => k !== j),
            )
          : null,
      ),
      omega: factor && omegaOf(factor.loadings, factor.uniquenesses, variances),
      loadings: factor && factor.loadings.map(Math.abs),
      uniquenesses: factor && factor.uniquenesses,
      answers: complete.length,
    },
    warnings,
  )
}

/** Alpha of the chosen items: k/(k − 1) (1 − Σ variances / variance of the sum). */
function alphaOf(covariance: readonly number[][], chosen: readonly number[]): number | null {
  let total = 0
  let diagonal = 0
  let size = 0
  for (const i of chosen) {
    diagonal += covariance[i]![i]!
    for (const j of chosen) {
      total += covariance[i]![j]!
      size += Math.abs(covariance[i]![j]!)
    }
  }
  if (!(total > 1e-12 * size)) return null
  return (chosen.length / (chosen.length - 1)) * (1 - diagonal / total)
}

function standardisedAlpha(correlation: readonly number[][]): number | null {
  const items = correlation.length
  let sum = 0
  correlation.forEach((row, i) => row.forEach((value, j) => (sum += i === j ? 0 : value)))
  const meanCorrelation = sum / (items * (items - 1))
  const below = 1 + (items - 1) * meanCorrelation
  return below > 1e-12 ? (items * meanCorrelation) / below : null
}

function itemRestCorrelation(covariance: readonly number[][], item: number): number | null {
  let withRest = 0
  let rest = 0
  covariance.forEach((row, i) => {
    if (i === item) return
    withRest += row[item]!
    row.forEach((value, j) => (rest += j === item ? 0 : value))
  })
  const own = covariance[item]![item]!
  return own > 0 && rest > 0 ? withRest / Math.sqrt(own * rest) : null
}

/** (Σ loadings)² / ((Σ loadings)² + Σ unique variances), both in the items' own units. */
function omegaOf(
  loadings: readonly number[],
  uniquenesses: readonly number[],
  variances: readonly number[],
): number {
  const common = loadings.reduce((sum, loading, j) => sum + loading * Math.sqrt(variances[j]!), 0) ** 2
  const unique = uniquenesses.reduce((sum, share, j) => sum + share * variances[j]!, 0)
  return common / (common + unique)
}
