import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { type Gathering, gatherGroups, warningsOfOrder } from '../gathering.ts'
import { choose } from '../numbers/distributions.ts'
import { mean } from '../numbers/summaries.ts'
import { compareRanks } from './rank-test.ts'
import { medianDifference } from './shift.ts'
import { type Counting, splitShares } from './split-test.ts'
import { type Observations, missingValuesWarning, poolValues, usableValues } from './usable-values.ts'
import { tMargin, twoSidedT, welchDifference } from './welch.ts'

/** Two independent groups compared by ranks, by permutation and by means. Differences are first minus second. */
export interface TwoGroupComparison {
  /** Difference of means, in the unit of the values. */
  meanDifference: number
  /** Two-sided p (0–1): share of all splits whose difference of means is at least as large. */
  permutationP: number
  /** Number of ways to split the values into groups of these sizes. */
  splits: number
  /** How `permutationP` was counted; 'monte-carlo' only for large groups of values with many digits. */
  permutationCounting: Counting
  /** Smallest two-sided permutation p that groups of these sizes can give. */
  smallestP: number
  /** Mann-Whitney U of the first group: pairs in which its value is larger, ties counted one half. */
  mannWhitneyU: number
  /** Exact two-sided Mann-Whitney p on midranks, conditional on ties. */
  rankP: number
  /** How `rankP` was counted. */
  rankCounting: Counting
  /** Mann-Whitney p by the normal approximation, corrected for ties; undefined when all values are equal. */
  rankNormalP: number | undefined
  /** The same with continuity correction. */
  rankNormalPContinuity: number | undefined
  /** Shift of Hodges and Lehmann: the median of all differences between the groups. */
  hodgesLehmann: number
  /** Cliff's delta, −1 to 1: share of pairs in which the first is larger minus the share in which it is smaller. */
  cliffDelta: number
  /** Common-language effect, 0–1: chance that a random value of the first group is larger, ties counted one half. */
  commonLanguage: number
  /** Welch's t test and interval; undefined when a group has one value or neither has any spread. */
  welch: WelchTest | undefined
}

/** Welch's test of two means. */
export interface WelchTest {
  t: number
  df: number
  /** Two-sided p. */
  p: number
  /** Limits of the interval for the difference at the asked level. */
  low: number
  high: number
}

/** Choices for `compareTwoGroups`. */
export interface TwoGroupOptions extends Gathering {
  /** Preset type I error against which the smallest possible p is judged, default 0.05. */
  alpha?: number
  /** Level of the Welch interval, default 0.95. */
  level?: number
}

/**
 * Do two groups drawn by lot differ, and by how much? Values may be on any scale; null and NaN are dropped with a
 * warning. Refuses infinite or huge values and an empty group.
 *
 * Takes every value to come from another unit. Values that come in clusters or in time order look surer than they are
 * (an interval of 95 % then holds some 85 times in 100, reference/calibration.md), which the values alone do not show: say
 * so with `clusters` (their means are compared; warning `few-clusters`) or `inTimeOrder` (warnings `too-few-points`,
 * `autocorrelation`).
 *
 * Warns `min-p-above-alpha` when groups so small cannot give a p under alpha, `ties`, `constant-values`.
 *
 * Sources: Fisher 1935 (permutation), Mann and Whitney 1947, Hodges and Lehmann 1963, Cliff 1993, Welch 1947.
 * Values closer than 1e-9 of the spread count as ties. Above 40 values the exact permutation count needs values with
 * few decimals; otherwise 100,000 splits are drawn with a fixed seed.
 *
 * @example
 * const schools = compareTwoGroups([14, 16], [9, 10, 8, 11, 12, 7, 10])
 * schools.ok && schools.value.meanDifference // => 5.428571
 * schools.ok && schools.value.permutationP // => 0.0277778
 * schools.ok && schools.value.splits // => 36
 */
export function compareTwoGroups(
  first: Observations,
  second: Observations,
  options: TwoGroupOptions = {},
): Finding<TwoGroupComparison> {
  const gathered = gatherGroups(first, second, options)
  if (!gathered.ok) return gathered
  const a = usableValues(gathered.first, 'The first group')
  if (!a.ok) return a
  const b = usableValues(gathered.second, 'The second group')
  if (!b.ok) return b
  const level = options.level ?? 0.95
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level must lie between 0 and 1.')
  const n1 = a.values.length
  const n2 = b.values.length
  const warnings: Warning[] = [...gathered.warnings, ...missingValuesWarning(a.missing + b.missing)]
  const pooled = poolValues(a.values, b.values)
  const splits = choose(n1 + n2, n1)
  const smallestP = smallestSplitP(n1, n2)
  if (smallestP > (options.alpha ?? 0.05)) warnings.push(warning('min-p-above-alpha', String(smallestP)))
  if (pooled.scale === 0) warnings.push(warning('constant-values'))
  else if (pooled.tied) warnings.push(warning('ties'))
  warnings.push(...warningsOfOrder([a.values, b.values], options))

  const permutation = splitShares(pooled.values, n1, pooled.scale)
  const ranks = compareRanks(pooled.values, n1)
  const firstCentred = pooled.values.subarray(0, n1)
  const secondCentred = pooled.values.subarray(n1)
  return found(
    {
      meanDifference: mean(firstCentred) - mean(secondCentred),
      permutationP: permutation.twoSided,
      splits,
      permutationCounting: permutation.counting,
      smallestP,
      mannWhitneyU: ranks.u,
      rankP: ranks.exactP,
      rankCounting: ranks.counting,
      rankNormalP: ranks.normalP,
      rankNormalPContinuity: ranks.normalPContinuity,
      hodgesLehmann: medianDifference(firstCentred, secondCentred),
      cliffDelta: (2 * ranks.u) / (n1 * n2) - 1,
      commonLanguage: ranks.u / (n1 * n2),
      welch: welchTest(firstCentred, secondCentred, level),
    },
    warnings,
  )
}

/** Smallest two-sided p over all splits: groups of equal size mirror each other, so two splits are furthest out. */
export function smallestSplitP(n1: number, n2: number): number {
  return Math.min(1, (n1 === n2 ? 2 : 1) / choose(n1 + n2, n1))
}

function welchTest(first: Float64Array, second: Float64Array, level: number): WelchTest | undefined {
  const welch = welchDifference(first, second)
  if (welch === undefined) return undefined
  const { difference, standardError, df } = welch
  const t = difference / standardError
  const margin = tMargin(standardError, df, level)
  return { t, df, p: twoSidedT(t, df), low: difference - margin, high: difference + margin }
}
