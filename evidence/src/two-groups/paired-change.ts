import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { binomialCdf } from '../numbers/distributions.ts'
import { mean, midranks, standardDeviation } from '../numbers/summaries.ts'
import { type Random, createRandom } from '../numbers/random.ts'
import type { Counting } from './split-test.ts'
import { wholeMultiples } from './integer-sums.ts'
import { countPairs, sortedSignedSums } from './subset-sums.ts'
import {
  type Observations,
  missingValuesWarning,
  tieTolerance,
  typicalSize,
  usableValues,
} from './usable-values.ts'
import { tMargin, twoSidedT } from './welch.ts'

/** What paired differences say. */
export interface PairedChange {
  /** Mean difference, in the unit of the values. */
  mean: number
  /** Two-sided p: share of the sign patterns whose mean is at least as far from 0. */
  signFlipP: number
  /** How `signFlipP` was counted. */
  counting: Counting
  /** Number of sign patterns, 2ⁿ. */
  patterns: number
  /** Two-sided sign test on the differences that are not 0; undefined when all are 0. */
  signTestP: number | undefined
  /** Exact two-sided Wilcoxon signed-rank p, zeros dropped, midranks; undefined when all are 0. */
  signedRankP: number | undefined
  /** One-sample t test with 95% (or asked) interval; undefined for one pair or differences without spread. */
  t: PairedT | undefined
}

/** One-sample t test of differences. */
export interface PairedT {
  t: number
  df: number
  p: number
  low: number
  high: number
}

/** Choices for `pairedChange`. */
export interface PairedOptions {
  /** Preset type I error against which the smallest possible p is judged, default 0.05. */
  alpha?: number
  /** Level of the t interval, default 0.95. */
  level?: number
}

/** Up to this many pairs the sign patterns are matched half against half. */
const mostForMatching = 42
const sampledPatterns = 100_000

/**
 * Did paired values change (one difference per pair)? Missing differences are dropped with a warning; refuses an empty
 * list and infinite values. Warns `min-p-above-alpha` when 2/2ⁿ is above alpha, `ties` when sizes of differences are
 * equal or a difference is 0, `constant-values` when the differences have no spread.
 *
 * Sources: Fisher 1935, chapter 3 (sign patterns; zeros stay and count as two), Wilcoxon 1945.
 *
 * @example
 * const maize = pairedChange([6.125, -8.375, 1, 2, 0.75, 2.875, 3.5, 5.125, 1.75, 3.625, 7, 3, 9.375, 7.5, -6])
 * maize.ok && maize.value.signFlipP // => 0.0526733
 * maize.ok && maize.value.mean // => 2.616667
 */
export function pairedChange(differences: Observations, options: PairedOptions = {}): Finding<PairedChange> {
  const usable = usableValues(differences, 'The list of differences')
  if (!usable.ok) return usable
  const level = options.level ?? 0.95
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level must lie between 0 and 1.')
  const n = usable.values.length
  const { values, tied, spread } = snapSizes(usable.values)
  const warnings: Warning[] = missingValuesWarning(usable.missing)
  const smallestP = 2 / 2 ** n
  if (smallestP > (options.alpha ?? 0.05)) warnings.push(warning('min-p-above-alpha', String(smallestP)))
  if (!spread) warnings.push(warning('constant-values'))
  else if (tied) warnings.push(warning('ties'))
  const flips = signFlipShare(values)
  const nonzero = values.filter((value) => value !== 0)
  return found(
    {
      mean: mean(usable.values),
      signFlipP: flips.share,
      counting: flips.counting,
      patterns: 2 ** n,
      signTestP: signTest(nonzero),
      signedRankP: signedRankTest(nonzero),
      t: spread ? pairedT(usable.values, level) : undefined,
    },
    warnings,
  )
}

/** Makes nearly equal sizes equal and sizes near 0 exactly 0. */
function snapSizes(differences: Float64Array): { values: Float64Array; tied: boolean; spread: boolean } {
  const n = differences.length
  const values = differences.slice()
  const order = Uint32Array.from(values.keys()).sort((i, j) => Math.abs(values[i]!) - Math.abs(values[j]!))
  const typical = typicalSize(values)
  let size = 0
  let tied = false
  for (let k = 0; k < n; k++) {
    const i = order[k]!
    const own = Math.abs(values[i]!)
    const slack = tieTolerance * Math.max(typical, own)
    if (own - size <= slack && (k > 0 || own <= slack)) {
      values[i] = size === 0 ? 0 : Math.sign(values[i]!) * size
      tied = true
    } else size = own
  }
  const spread = n > 1 && values.some((value) => value !== values[0])
  return { values, tied, spread }
}

/** Share of sign patterns with a sum as far from 0 as the observed one. */
function signFlipShare(values: Float64Array): { share: number; counting: Counting } {
  const n = values.length
  let observed = 0
  let largest = 0
  for (let i = 0; i < n; i++) {
    observed += values[i]!
    largest = Math.max(largest, Math.abs(values[i]!))
  }
  const distance = Math.abs(observed)
  const slack = tieTolerance * Math.max(distance, largest)
  if (distance <= slack) return { share: 1, counting: 'exact' }
  if (n <= mostForMatching) {
    const half = n >> 1
    const first = sortedSignedSums(values.subarray(0, half))
    const second = sortedSignedSums(values.subarray(half))
    const { atOrAbove, atOrBelow } = countPairs(first, second, distance - slack, slack - distance)
    return { share: (atOrAbove + atOrBelow) / 2 ** n, counting: 'exact' }
  }
  const whole = wholeSizes(values)
  if (whole !== null) {
    const share = 2 * signedTail(whole.sizes, whole.observed)
    return { share: Math.min(1, share), counting: 'exact' }
  }
  return { share: sampledFlips(values, distance - slack, createRandom(1)), counting: 'monte-carlo' }
}

/** Sizes as whole multiples of a unit with the observed sum of the positive side, when the recursion stays short. */
function wholeSizes(values: Float64Array): { sizes: Float64Array; observed: number } | null {
  const sizes = values.map(Math.abs)
  const withZero = new Float64Array(sizes.length + 1)
  withZero.set(sizes)
  const written = wholeMultiples(withZero)
  if (written === null) return null
  let total = 0
  let positive = 0
  for (let i = 0; i < sizes.length; i++) {
    total += written.multiples[i]!
    if (values[i]! > 0) positive += written.multiples[i]!
  }
  if (total * sizes.length > 1e9 || total > 1e7) return null
  return { sizes: written.multiples.slice(0, sizes.length), observed: Math.max(positive, total - positive) }
}

/** P(sum of the sizes that happen to be positive ≥ observed) when every sign is a coin toss; sizes are integers. */
function signedTail(sizes: Float64Array, observed: number): number {
  let total = 0
  for (let i = 0; i < sizes.length; i++) total += sizes[i]!
  const chance = new Float64Array(total + 1)
  chance[0] = 1
  let reached = 0
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!
    reached += size
    for (let s = reached; s >= size; s--) chance[s] = 0.5 * (chance[s]! + chance[s - size]!)
    for (let s = Math.min(size - 1, reached); s >= 0; s--) chance[s] = 0.5 * chance[s]!
  }
  let tail = 0
  for (let s = total; s >= observed; s--) tail += chance[s]!
  return tail
}

function sampledFlips(values: Float64Array, mark: number, random: Random): number {
  let far = 0
  for (let pattern = 0; pattern < sampledPatterns; pattern++) {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += random.next() < 0.5 ? values[i]! : -values[i]!
    if (Math.abs(sum) >= mark) far++
  }
  return (far + 1) / (sampledPatterns + 1)
}

function signTest(nonzero: Float64Array): number | undefined {
  const n = nonzero.length
  if (n === 0) return undefined
  let positive = 0
  for (let i = 0; i < n; i++) if (nonzero[i]! > 0) positive++
  return Math.min(1, 2 * binomialCdf(Math.min(positive, n - positive), n, 0.5))
}

function signedRankTest(nonzero: Float64Array): number | undefined {
  const n = nonzero.length
  if (n === 0) return undefined
  const { ranks } = midranks(nonzero.map(Math.abs))
  const doubled = ranks.map((rank) => 2 * rank)
  let positive = 0
  for (let i = 0; i < n; i++) if (nonzero[i]! > 0) positive += doubled[i]!
  const total = n * (n + 1)
  return Math.min(1, 2 * signedTail(doubled, Math.max(positive, total - positive)))
}

function pairedT(values: Float64Array, level: number): PairedT {
  const n = values.length
  const centre = mean(values)
  // Squares of sizes under 1e-150 would all be 0.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const shares = values.map((value) => value / largest)
  const relativeError = standardDeviation(shares) / Math.sqrt(n)
  const t = mean(shares) / relativeError
  const margin = tMargin(relativeError, n - 1, level) * largest
  return { t, df: n - 1, p: twoSidedT(t, n - 1), low: centre - margin, high: centre + margin }
}
