import { type Finding, type Refused, found, refused } from '../finding.ts'
import {
  noncentralTCdf,
  noncentralTUpper,
  normalQuantile,
  studentTQuantile,
} from '../numbers/distributions.ts'
import { reachTarget } from './solve-size.ts'

/** Which differences a test looks for: either way, first group higher, or first group lower. */
export type Alternative = 'two-sided' | 'greater' | 'less'

/** What a planned comparison of means is asked for. */
export interface MeansPlan {
  /** Difference divided by the standard deviation. */
  effect: number
  /** Type I error, default 0.05. */
  alpha?: number
  alternative?: Alternative
}

/** Units needed for a wanted power. */
export interface NeededSize {
  /** Size at which the power is reached exactly, not rounded. */
  exact: number
  /** The same rounded up. */
  size: number
}

const largestSize = 1e12

/** Power of a t test with `df` degrees of freedom and noncentrality `ncp`. */
export function tTestPower(
  df: number,
  ncp: number,
  alpha: number,
  alternative: Alternative = 'two-sided',
): number {
  const critical = studentTQuantile(1 - (alternative === 'two-sided' ? alpha / 2 : alpha), df)
  if (alternative === 'greater') return noncentralTUpper(critical, df, ncp)
  if (alternative === 'less') return noncentralTCdf(-critical, df, ncp)
  const size = Math.abs(ncp)
  const near = noncentralTUpper(critical, df, size)
  // With many degrees of freedom and a clear effect the far tail is below 1e-16 and need not be integrated.
  if (df > 30 && size > 6) return near
  return Math.min(1, near + noncentralTCdf(-critical, df, size))
}

/** Refusal of an error level, a power or an effect that no test can have. */
export function checkPlan(alpha: number, power: number, effect: number): Refused | null {
  if (!(alpha > 0 && alpha < 1))
    return refused('not-enough-data', 'The type I error must lie between 0 and 1.')
  if (!(power > 0 && power < 1)) return refused('not-enough-data', 'The power must lie between 0 and 1.')
  if (!Number.isFinite(effect)) return refused('not-enough-data', 'The effect must be a finite number.')
  return null
}

/**
 * How likely is a two-sample t test with `size` units in each group (2 or more, fractions allowed) to find an effect?
 * Refuses an effect that is not finite, alpha outside 0–1 and a size below 2. Source: Cohen 1988; noncentral t.
 *
 * @example
 * const power = powerOfTwoMeans({ effect: 0.2, alpha: 0.1 }, 60)
 * power.ok && power.value // => 0.2923405
 */
export function powerOfTwoMeans(plan: MeansPlan, size: number): Finding<number> {
  const { effect, alpha = 0.05, alternative = 'two-sided' } = plan
  const problem = checkPlan(alpha, 0.5, effect)
  if (problem !== null) return problem
  if (!(size >= 2 && size <= largestSize))
    return refused('not-enough-data', 'Each group needs at least two units.')
  return found(tTestPower(2 * size - 2, effect * Math.sqrt(size / 2), alpha, alternative))
}

/**
 * How many units does each of two groups need for a t test to find an effect with the wanted power? At least 2.
 * Refuses an effect of 0 or, one-sided, of the wrong sign, and power or alpha outside 0–1.
 * Source: Cohen 1988; noncentral t.
 *
 * @example
 * const needed = sizeForTwoMeans({ effect: 0.5 }, 0.8)
 * needed.ok && [needed.value.exact, needed.value.size] // => [63.76561, 64]
 */
export function sizeForTwoMeans(plan: MeansPlan, power: number): Finding<NeededSize> {
  return solveSize(plan, power, 2, (size, effect) => [2 * size - 2, effect * Math.sqrt(size / 2)])
}

/**
 * How many pairs does a paired t test need to find an effect (mean difference divided by the standard deviation of
 * the differences) with the wanted power? At least 2; refusals as in `sizeForTwoMeans`.
 *
 * @example
 * const pairs = sizeForPairs({ effect: 0.5 }, 0.8)
 * pairs.ok && [pairs.value.exact, pairs.value.size] // => [33.36713, 34]
 */
export function sizeForPairs(plan: MeansPlan, power: number): Finding<NeededSize> {
  return solveSize(plan, power, 1, (size, effect) => [size - 1, effect * Math.sqrt(size)])
}

function solveSize(
  plan: MeansPlan,
  power: number,
  factor: number,
  layout: (size: number, effect: number) => [df: number, ncp: number],
): Finding<NeededSize> {
  const { effect, alpha = 0.05, alternative = 'two-sided' } = plan
  const problem = checkPlan(alpha, power, effect)
  if (problem !== null) return problem
  const wrongWay = (alternative === 'greater' && effect <= 0) || (alternative === 'less' && effect >= 0)
  if (effect === 0 || wrongWay) return refused('not-enough-data', 'No number of units can find this effect.')
  const z = normalQuantile(1 - (alternative === 'two-sided' ? alpha / 2 : alpha))
  const start = factor * ((z + normalQuantile(power)) / effect) ** 2 + (z * z) / (2 * factor)
  if (!(start < largestSize))
    return refused('ill-conditioned', 'The effect is too small for any realistic size.')
  const curve = (size: number): number => {
    const [df, ncp] = layout(size, effect)
    return tTestPower(df, ncp, alpha, alternative)
  }
  const exact = reachTarget(curve, power, start, 2, largestSize)
  if (exact === null) return refused('ill-conditioned', 'The size could not be found.')
  return found({ exact, size: roundUp(exact) })
}

/** Rounds up, but not past a whole number that was missed by rounding errors only. */
export function roundUp(size: number): number {
  return Math.ceil(size * (1 - 1e-9))
}

/**
 * What is the smallest effect (difference divided by standard deviation) that a two-sided t test with groups of
 * `size1` and `size2` finds with the wanted power? Refuses groups of fewer than one unit or three together.
 *
 * @example
 * const smallest = smallestEffectOfTwoMeans(20, 40, 0.8)
 * smallest.ok && smallest.value // => 0.7802
 */
export function smallestEffectOfTwoMeans(
  size1: number,
  size2: number,
  power: number,
  alpha = 0.05,
): Finding<number> {
  const problem = checkPlan(alpha, power, 1)
  if (problem !== null) return problem
  if (!(size1 >= 1 && size2 >= 1 && size1 + size2 > 2 && size1 + size2 <= largestSize)) {
    return refused('not-enough-data', 'Each group needs a unit and both together at least three.')
  }
  if (power <= alpha) return refused('not-enough-data', 'The power must be above the type I error.')
  const root = Math.sqrt(1 / (1 / size1 + 1 / size2))
  const df = size1 + size2 - 2
  const start = (studentTQuantile(1 - alpha / 2, df) + normalQuantile(power)) / root
  const effect = reachTarget((d) => tTestPower(df, d * root, alpha), power, Math.max(start, 1e-6), 1e-12, 1e9)
  if (effect === null) return refused('ill-conditioned', 'The smallest effect could not be found.')
  return found(effect)
}
