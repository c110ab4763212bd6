import { type Random, createRandom } from '../numbers/random.ts'
import { integerHalves, shareInTails, wholeMultiples } from './integer-sums.ts'
import { countSubsetSums, splitHalves } from './subset-sums.ts'
import { tieTolerance } from './usable-values.ts'

/** How a share of splits was found: by counting every one, or from a seeded sample of them. */
export type Counting = 'exact' | 'monte-carlo'

/** Shares of splits at least as far out as the observed one. */
export interface SplitShares {
  twoSided: number
  /** Share with a sum as large or larger. */
  greater: number
  /** Share with a sum as small or smaller. */
  less: number
  counting: Counting
}

/** Largest number of values whose splits are matched half against half; 2²⁰ sums are then held per half. */
export const mostForMatching = 40
/** Splits drawn when an exact count is out of reach; fewer, but at least 10,000, when each takes long. */
export function splitsToDraw(drawn: number): number {
  return Math.round(Math.min(100_000, Math.max(10_000, 3e7 / drawn)))
}

/**
 * Shares of all splits of `values` into a group of `size` and the rest whose sum lies as far from its expectation as
 * the sum of the first `size` values. Counted exactly by matching half against half up to 40 values, and by a
 * recursion over integer sums when the values are decimals of moderate length; beyond that from 100,000 splits drawn
 * with a fixed seed (fewer for more than 300 values), where the share is (b+1)/(B+1) (Phipson and Smyth 2010).
 */
export function splitShares(values: Float64Array, size: number, scale: number): SplitShares {
  const n = values.length
  const mean = average(values)
  let observed = 0
  for (let i = 0; i < size; i++) observed += values[i]! - mean
  const slack = tieTolerance * Math.max(Math.abs(observed), scale)
  const distance = Math.abs(observed)
  const centred = values.map((value) => value - mean)
  if (n <= mostForMatching) {
    const halves = splitHalves(centred, size)
    const both = countSubsetSums(halves, distance - slack, slack - distance)
    const oneSided = countSubsetSums(halves, observed - slack, observed + slack)
    const { total } = both
    return {
      twoSided: distance <= slack ? 1 : (both.atOrAbove + both.atOrBelow) / total,
      greater: oneSided.atOrAbove / total,
      less: oneSided.atOrBelow / total,
      counting: 'exact',
    }
  }
  return (
    integerShares(values, size) ??
    sampledShares(centred, size, observed, slack, createRandom(1), splitsToDraw(size))
  )
}

function average(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

/** Exact shares when the values are whole multiples of a unit and the recursion stays within its limits. */
function integerShares(values: Float64Array, size: number): SplitShares | null {
  const written = wholeMultiples(values)
  if (written === null) return null
  const n = values.length
  const { multiples } = written
  let total = 0
  for (let i = 0; i < n; i++) total += multiples[i]!
  let observed = 0
  for (let i = 0; i < size; i++) observed += multiples[i]!
  return ascendingShares(multiples.sort(), size, observed, total)
}

/**
 * Shares for the sum of `size` out of ascending integers, the observed sum and the sum of all given; null when the
 * recursion would take too long or too much memory.
 */
export function ascendingShares(
  ascending: Float64Array,
  size: number,
  observed: number,
  total: number,
): SplitShares | null {
  const n = ascending.length
  const mirrored = size > n - size
  const drawn = mirrored ? n - size : size
  const sum = mirrored ? total - observed : observed
  const halves = integerHalves(ascending, drawn)
  if (halves === null) return null
  // Everything times n keeps the expectation drawn·total/n a whole number.
  const distance = Math.abs(n * sum - drawn * total)
  const high = (drawn * total + distance) / n
  const low = (drawn * total - distance) / n
  const upper = shareInTails(halves, sum, -Infinity)
  const lower = shareInTails(halves, Infinity, sum)
  return {
    twoSided: shareInTails(halves, high - 1e-6, low + 1e-6),
    greater: mirrored ? lower : upper,
    less: mirrored ? upper : lower,
    counting: 'exact',
  }
}

/** Shares from `splits` random splits of centred values, each share (b+1)/(B+1). */
export function sampledShares(
  centred: Float64Array,
  size: number,
  observed: number,
  slack: number,
  random: Random,
  splits: number,
): SplitShares {
  const n = centred.length
  const deck = centred.slice()
  const drawn = Math.min(size, n - size)
  // All values add up to 0, so the sum over the rest is minus the sum over the drawn.
  const mark = drawn === size ? observed : -observed
  const distance = Math.abs(observed) - slack
  let far = 0
  let above = 0
  let below = 0
  for (let split = 0; split < splits; split++) {
    let sum = 0
    for (let i = 0; i < drawn; i++) {
      const j = i + random.integer(n - i)
      const value = deck[j]!
      deck[j] = deck[i]!
      deck[i] = value
      sum += value
    }
    if (sum >= distance || sum <= -distance) far++
    if (sum >= mark - slack) above++
    if (sum <= mark + slack) below++
  }
  const share = (count: number) => (count + 1) / (splits + 1)
  return {
    twoSided: share(far),
    greater: share(drawn === size ? above : below),
    less: share(drawn === size ? below : above),
    counting: 'monte-carlo',
  }
}
