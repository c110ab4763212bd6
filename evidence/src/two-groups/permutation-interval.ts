import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { type Gathering, gatherGroups, warningsOfOrder } from '../gathering.ts'
import { type Random, createRandom } from '../numbers/random.ts'
import { mean } from '../numbers/summaries.ts'
import { smallestSplitP } from './compare-two-groups.ts'
import { splitShares } from './split-test.ts'
import { type Observations, missingValuesWarning, poolValues, usableValues } from './usable-values.ts'

/** A difference of means and the shifts the exact test does not reject. */
export interface PermutationInterval {
  /** Mean of the treated minus mean of the others. */
  effect: number
  /** Lowest shift whose exact two-sided p is above alpha; −Infinity when the groups are too small to exclude any. */
  low: number
  /** Highest such shift. */
  high: number
  /** Two-sided p of "no shift". */
  pAtZero: number
}

/** Number of values up to which the exact test is repeated for every trial shift. */
const mostForBisection = 28
const sampledSplits = 100_000

/**
 * Which constant shifts of the treated are compatible with the data, judged by the exact permutation test alone?
 * The p-value rises towards the estimate from either side, so each limit is found by bisection; above 28 values from
 * 100,000 splits drawn with a fixed seed. Missing values are dropped with a warning; refuses empty groups, infinite values and alpha outside 0–1. Warns `min-p-above-alpha` and
 * gives an infinite interval when no shift can be excluded.
 * Takes every value to come from another unit; say where they come in clusters or in time order with `gathering`, as
 * for `compareTwoGroups`.
 *
 * Source: Garthwaite 1996; Ernst 2004.
 *
 * @example
 * const shifts = permutationInterval([14, 16, 13, 17, 15.5], [9, 10, 8, 11, 12, 7, 10.2])
 * shifts.ok && [shifts.value.effect, shifts.value.low, shifts.value.high] // => [5.5, 3.25, 7.75]
 */
export function permutationInterval(
  treated: Observations,
  others: Observations,
  alpha = 0.05,
  gathering: Gathering = {},
): Finding<PermutationInterval> {
  if (!(alpha > 0 && alpha < 1)) return refused('not-enough-data', 'alpha must lie between 0 and 1.')
  const gathered = gatherGroups(treated, others, gathering)
  if (!gathered.ok) return gathered
  const a = usableValues(gathered.first, 'The treated group')
  if (!a.ok) return a
  const b = usableValues(gathered.second, 'The other group')
  if (!b.ok) return b
  const n1 = a.values.length
  const pooled = poolValues(a.values, b.values)
  const x = pooled.values.subarray(0, n1)
  const y = pooled.values.subarray(n1)
  const effect = mean(x) - mean(y)
  const warnings: Warning[] = [...gathered.warnings, ...missingValuesWarning(a.missing + b.missing)]
  if (pooled.scale === 0) warnings.push(warning('constant-values'))
  warnings.push(...warningsOfOrder([a.values, b.values], gathering))
  const pAt = (shift: number): number => {
    const moved = poolValues(
      x.map((value) => value - shift),
      y,
    )
    return splitShares(moved.values, n1, moved.scale).twoSided
  }
  const smallest = smallestSplitP(n1, b.values.length)
  if (smallest > alpha) {
    warnings.push(warning('min-p-above-alpha', String(smallest)))
    return found({ effect, low: -Infinity, high: Infinity, pAtZero: pAt(0) }, warnings)
  }
  const pAtZero = pAt(0)
  if (pooled.values.length > mostForBisection) {
    const [low, high] = sampledLimits(pooled.values, n1, effect, alpha, createRandom(1))
    return found({ effect, low, high, pAtZero }, warnings)
  }
  const low = limit(pAt, effect, -1, alpha, pooled.scale)
  const high = limit(pAt, effect, 1, alpha, pooled.scale)
  return found({ effect, low, high, pAtZero }, warnings)
}

/** Furthest shift in a direction with p above alpha, by doubling the distance and then halving the bracket. */
function limit(
  pAt: (shift: number) => number,
  effect: number,
  direction: 1 | -1,
  alpha: number,
  scale: number,
): number {
  const threshold = alpha * (1 + 1e-12)
  if (scale === 0) return effect
  let inside = 0
  let outside = scale
  for (let step = 0; step < 60 && pAt(effect + direction * outside) > threshold; step++) {
    inside = outside
    outside *= 2
  }
  while (outside - inside > 1e-10 * Math.max(scale, outside)) {
    const middle = (inside + outside) / 2
    if (pAt(effect + direction * middle) > threshold) inside = middle
    else outside = middle
  }
  return effect + direction * inside
}

/**
 * Limits from a sample of splits. Moving the treated by a shift moves the difference of a split in proportion to how
 * many of them it holds, so each split turns extreme at one shift on either side of the effect, found in closed form;
 * the limit is the shift at which enough of them have.
 */
function sampledLimits(
  values: Float64Array,
  treated: number,
  effect: number,
  alpha: number,
  random: Random,
): [low: number, high: number] {
  const n = values.length
  const others = n - treated
  const centre = mean(values)
  const order = Uint32Array.from(values.keys())
  const below = new Float64Array(sampledSplits)
  const above = new Float64Array(sampledSplits)
  for (let split = 0; split < sampledSplits; split++) {
    let sum = 0
    let kept = 0
    for (let i = 0; i < treated; i++) {
      const j = i + random.integer(n - i)
      const place = order[j]!
      order[j] = order[i]!
      order[i] = place
      sum += values[place]! - centre
      if (place < treated) kept++
    }
    const difference = sum * (1 / treated + 1 / others)
    const share = kept / treated - (treated - kept) / others
    const same = kept === treated
    const opposite = share <= -1
    const near = same ? NaN : (effect - difference) / (1 - share)
    const far = opposite ? NaN : (effect + difference) / (1 + share)
    below[split] = same || opposite ? -Infinity : Math.min(near, far)
    above[split] = same || opposite ? Infinity : Math.max(near, far)
  }
  below.sort()
  above.sort()
  const place = Math.max(1, Math.floor(alpha * (sampledSplits + 1)))
  return [Math.min(effect, below[place - 1]!), Math.max(effect, above[sampledSplits - place]!)]
}
