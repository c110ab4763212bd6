import { found, refused, warning, type Finding, type Warning } from '../finding.ts'
import { logGamma } from '../numbers/distributions.ts'

/** One study's effect and its sampling variance. */
export interface EffectSize {
  effect: number
  variance: number
}

/** Events and non-events of two groups: treated with and without the event, comparison with and without. */
export interface TwoByTwo {
  treatedWith: number
  treatedWithout: number
  comparisonWith: number
  comparisonWithout: number
}

/**
 * Log risk ratio, log odds ratio and risk difference of a 2×2 table with sampling variances. One half is added
 * to all four cells for the two ratios when one of them is 0 (warning `zero-cells`); the difference is not changed.
 * Refuses (`not-enough-data`) counts that are negative or not finite and empty groups.
 * Source: Borenstein, Hedges, Higgins and Rothstein 2009, chapter 5.
 * @example
 * const sizes = effectsOfTwoByTwo({ treatedWith: 4, treatedWithout: 119, comparisonWith: 11, comparisonWithout: 128 })
 * sizes.ok && sizes.value.logRiskRatio.effect // => -0.889311
 */
export function effectsOfTwoByTwo(
  table: TwoByTwo,
): Finding<{ logRiskRatio: EffectSize; logOddsRatio: EffectSize; riskDifference: EffectSize }> {
  const cells = [table.treatedWith, table.treatedWithout, table.comparisonWith, table.comparisonWithout]
  if (cells.some((cell) => !Number.isFinite(cell) || cell < 0)) {
    return refused('not-enough-data', 'Counts have to be finite and not negative.')
  }
  const [a, b, c, d] = cells as [number, number, number, number]
  if (a + b === 0 || c + d === 0) return refused('not-enough-data', 'A group without anybody in it.')
  const warnings: Warning[] = []
  const hasZero = cells.includes(0)
  if (hasZero) warnings.push(warning('zero-cells'))
  const add = hasZero ? 0.5 : 0
  const [A, B, C, D] = [a + add, b + add, c + add, d + add]
  const treatedShare = a / (a + b)
  const comparisonShare = c / (c + d)
  return found(
    {
      logRiskRatio: {
        effect: Math.log(A / (A + B)) - Math.log(C / (C + D)),
        variance: 1 / A - 1 / (A + B) + 1 / C - 1 / (C + D),
      },
      logOddsRatio: {
        effect: Math.log(A) - Math.log(B) - Math.log(C) + Math.log(D),
        variance: 1 / A + 1 / B + 1 / C + 1 / D,
      },
      riskDifference: {
        effect: treatedShare - comparisonShare,
        variance:
          (treatedShare * (1 - treatedShare)) / (a + b) + (comparisonShare * (1 - comparisonShare)) / (c + d),
      },
    },
    warnings,
  )
}

/** Mean, sample standard deviation and size of one group. */
export interface GroupSummary {
  mean: number
  standardDeviation: number
  size: number
}

/**
 * Standardised mean difference with the exact small-sample correction (Hedges g), first group minus second, in
 * pooled standard deviations, and its sampling variance 1/n1 + 1/n2 + g²/(2(n1 + n2)).
 * Refuses (`not-enough-data`) groups of fewer than 2, sizes that are not whole numbers, and groups without spread.
 * Source: Hedges 1981; Hedges and Olkin 1985, p. 86.
 * @example
 * const g = standardisedDifference({ mean: 94, standardDeviation: 22, size: 60 }, { mean: 92, standardDeviation: 20, size: 60 })
 * g.ok && g.value.effect // => 0.094524
 */
export function standardisedDifference(first: GroupSummary, second: GroupSummary): Finding<EffectSize> {
  const values = [first.mean, second.mean, first.standardDeviation, second.standardDeviation]
  if (
    values.some((value) => !Number.isFinite(value)) ||
    Math.min(first.standardDeviation, second.standardDeviation) < 0
  ) {
    return refused(
      'not-enough-data',
      'Means and standard deviations have to be finite, the latter not negative.',
    )
  }
  if (![first.size, second.size].every((size) => Number.isSafeInteger(size) && size >= 2)) {
    return refused('not-enough-data', 'Each group needs at least two values.')
  }
  const freedom = first.size + second.size - 2
  const pooled = Math.sqrt(
    ((first.size - 1) * first.standardDeviation ** 2 + (second.size - 1) * second.standardDeviation ** 2) /
      freedom,
  )
  if (!(pooled > 0))
    return refused('not-enough-data', 'Neither group has any spread.', [warning('constant-values')])
  const correction = Math.exp(
    logGamma(freedom / 2) - 0.5 * Math.log(freedom / 2) - logGamma((freedom - 1) / 2),
  )
  const effect = (correction * (first.mean - second.mean)) / pooled
  if (!Number.isFinite(effect))
    return refused('ill-conditioned', 'The difference is too large to be expressed in standard deviations.')
  return found({
    effect,
    variance: 1 / first.size + 1 / second.size + effect ** 2 / (2 * (first.size + second.size)),
  })
}
