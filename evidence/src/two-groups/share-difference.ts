import { type Finding, found, warning } from '../finding.ts'
import { checkShare, wilsonLimits } from './share-interval.ts'

/** Difference of two independent shares with its interval, each −1 to 1. */
export interface ShareDifference {
  /** First share minus second. */
  difference: number
  low: number
  high: number
}

/**
 * By how much do two independent shares differ? `events1` out of `size1` against `events2` out of `size2`; counts as
 * in `shareInterval`. Warns `zero-cells` when a share is 0 or 1.
 *
 * Takes every answer to come from another unit, which counts cannot show; where they come in clusters or in time order, give
 * the answers as 0 and 1 with `clusters` or `inTimeOrder` to `compareTwoGroups`.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17:873, method 10 (hybrid of two Wilson intervals).
 *
 * @example
 * const difference = shareDifference(56, 70, 48, 80)
 * difference.ok && [difference.value.difference, difference.value.low, difference.value.high] // => [0.2, 0.0524, 0.3339]
 */
export function shareDifference(
  events1: number,
  size1: number,
  events2: number,
  size2: number,
  level = 0.95,
): Finding<ShareDifference> {
  const problem = checkShare(events1, size1, level) ?? checkShare(events2, size2, level)
  if (problem !== null) return problem
  const p1 = events1 / size1
  const p2 = events2 / size2
  const [low1, high1] = wilsonLimits(events1, size1, level)
  const [low2, high2] = wilsonLimits(events2, size2, level)
  const difference = p1 - p2
  const edge = [p1, p2].some((share) => share === 0 || share === 1)
  return found(
    {
      difference,
      low: difference - Math.hypot(p1 - low1, high2 - p2),
      high: difference + Math.hypot(high1 - p1, p2 - low2),
    },
    edge ? [warning('zero-cells')] : [],
  )
}
