import { type Finding, type Warning, found, warning } from '../finding.ts'
import { type Gathering, gatherGroups, warningsOfOrder } from '../gathering.ts'
import { mannWhitneyCounts } from './mann-whitney-counts.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { compareRanks } from './rank-test.ts'
import { medianDifference, orderedDifference } from './shift.ts'
import { type Observations, missingValuesWarning, poolValues, usableValues } from './usable-values.ts'

/** A shift between two groups and its distribution-free interval. */
export interface ShiftInterval {
  /** Median of all differences first − second. */
  estimate: number
  low: number
  high: number
  /** Exact two-sided Mann-Whitney p. */
  p: number
  /** Confidence the limits really have without ties; below the asked level only when the groups are too small for it. */
  achievedLevel: number
}

/**
 * By how much is one group shifted against the other, with an interval that assumes no distribution? The limits are
 * ordered differences at the exact quantile of the Mann-Whitney statistic. Missing values are dropped with a warning;
 * refuses an empty group and infinite values. With ties the interval is an approximation (warning `ties`); groups too
 * small for the level give the widest interval there is (warning `min-p-above-alpha`).
 * Takes every value to come from another unit; say where they come in clusters or in time order with `gathering`, as
 * for `compareTwoGroups`.
 *
 * Source: Hodges and Lehmann 1963; Bauer 1972. For more than some 200 values the normal quantile is used.
 *
 * @example
 * const shift = shiftBetweenGroups([1.1, 2.2, 3.3, 4.4, 5.6], [0.5, 1.7, 2.9, 0.1, 3.2, 1.2])
 * shift.ok && [shift.value.estimate, shift.value.low, shift.value.high] // => [1.65, -0.7, 4.3]
 */
export function shiftBetweenGroups(
  first: Observations,
  second: Observations,
  level = 0.95,
  gathering: Gathering = {},
): Finding<ShiftInterval> {
  const gathered = gatherGroups(first, second, gathering)
  if (!gathered.ok) return gathered
  const a = usableValues(gathered.first, 'The first group')
  if (!a.ok) return a
  const b = usableValues(gathered.second, 'The second group')
  if (!b.ok) return b
  const n1 = a.values.length
  const n2 = b.values.length
  const pairs = n1 * n2
  const warnings: Warning[] = [...gathered.warnings, ...missingValuesWarning(a.missing + b.missing)]
  const pooled = poolValues(a.values, b.values)
  if (pooled.scale === 0) warnings.push(warning('constant-values'))
  else if (pooled.tied) warnings.push(warning('ties'))
  warnings.push(...warningsOfOrder([a.values, b.values], gathering))
  const { place, achievedLevel, attainable } = quantilePlace(n1, n2, (1 - level) / 2)
  if (!attainable) warnings.push(warning('min-p-above-alpha', String(1 - achievedLevel)))
  const x = pooled.values.subarray(0, n1)
  const y = pooled.values.subarray(n1)
  return found(
    {
      estimate: medianDifference(x, y),
      low: orderedDifference(x, y, place - 1),
      high: orderedDifference(x, y, pairs - place),
      p: compareRanks(pooled.values, n1).exactP,
      achievedLevel,
    },
    warnings,
  )
}

/** Exact quantile of U at `tail`, at least 1, and the confidence it gives. */
function quantilePlace(
  n1: number,
  n2: number,
  tail: number,
): { place: number; achievedLevel: number; attainable: boolean } {
  const distribution = mannWhitneyCounts(n1, n2)
  if (distribution === null) {
    const sd = Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12)
    const place = Math.max(1, Math.floor((n1 * n2) / 2 + normalQuantile(tail) * sd))
    return { place, achievedLevel: 1 - 2 * tail, attainable: true }
  }
  const { counts, total } = distribution
  let below = 0
  let place = 0
  // The quantile is the first value whose lower area reaches the tail; the fuzz guards levels met exactly.
  while (below + counts[place]! < tail * total * (1 - 1e-12)) below += counts[place++]!
  if (place === 0)
    return {
      place: 1,
      achievedLevel: 1 - (2 * counts[0]!) / total,
      attainable: 2 * counts[0]! <= 2 * tail * total * (1 + 1e-12),
    }
  return { place, achievedLevel: 1 - (2 * below) / total, attainable: true }
}
