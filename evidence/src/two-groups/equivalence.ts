import { type Finding, found, refused } from '../finding.ts'
import { studentTUpper } from '../numbers/distributions.ts'
import { type Observations, missingValuesWarning, poolValues, usableValues } from './usable-values.ts'
import { tMargin, welchDifference } from './welch.ts'

/** Result of the two one-sided tests. */
export interface Equivalence {
  /** Difference of means, first minus second. */
  difference: number
  /** p of "the difference is −margin or lower". */
  pLower: number
  /** p of "the difference is margin or higher". */
  pUpper: number
  /** The larger of the two: p of "the groups are not equivalent". */
  p: number
  /** 90% Welch interval; inside ±margin exactly when p < 0.05. */
  low90: number
  high90: number
}

/**
 * Are two groups alike within ±margin (in the unit of the values)? Two one-sided Welch tests.
 * Missing values are dropped with a warning. Refuses fewer than two values in a group, no spread at all, and a margin
 * that is not positive. Source: Schuirmann 1987; Welch 1947.
 *
 * @example
 * const plants = equivalenceOfMeans([4.2, 5.6, 5.2, 6.1, 4.5], [4.8, 4.2, 4.4, 3.6, 5.9], 1)
 * plants.ok && plants.value.p // => 0.2001
 */
export function equivalenceOfMeans(
  first: Observations,
  second: Observations,
  margin: number,
): Finding<Equivalence> {
  if (!(margin > 0) || margin === Infinity) {
    return refused('not-enough-data', 'The margin of equivalence must be a positive number.')
  }
  const a = usableValues(first, 'The first group', 2)
  if (!a.ok) return a
  const b = usableValues(second, 'The second group', 2)
  if (!b.ok) return b
  const pooled = poolValues(a.values, b.values)
  const welch = welchDifference(
    pooled.values.subarray(0, a.values.length),
    pooled.values.subarray(a.values.length),
  )
  if (welch === undefined) return refused('not-enough-data', 'Neither group has any spread.')
  const { difference, standardError, df } = welch
  const pLower = studentTUpper((difference + margin) / standardError, df)
  const pUpper = studentTUpper((margin - difference) / standardError, df)
  const half = tMargin(standardError, df, 0.9)
  return found(
    {
      difference,
      pLower,
      pUpper,
      p: Math.max(pLower, pUpper),
      low90: difference - half,
      high90: difference + half,
    },
    missingValuesWarning(a.missing + b.missing),
  )
}
