import { arcsinePower } from '../../src/planning/power-of-shares.ts'
import { tTestPower } from '../../src/planning/power-of-t-test.ts'
import { roughRoot } from './published-search.ts'

/**
 * Sizes and effects as the published examples print them. Their root search starts from wide ends and stops at about
 * 1.2e-4, which shows in the sixth digit, while the examples are compared at 1e-5; the engine itself solves to full
 * accuracy, and its value is kept where the root lies outside the search.
 */
function searched(
  curve: (x: number) => number,
  power: number,
  low: number,
  high: number,
  exact: number,
): number {
  if (!(curve(low) < power && curve(high) > power)) return exact
  return roughRoot((x) => curve(x) - power, low, high)
}

const smallestSize = 2 + 1e-10
const largestSize = 1e9

/** Size per group of two for a t test. */
export function publishedSizeOfTwoMeans(
  effect: number,
  power: number,
  alpha: number,
  alternative: 'two-sided' | 'greater' | 'less',
  exact: number,
): number {
  const curve = (n: number) => tTestPower(2 * n - 2, effect * Math.sqrt(n / 2), alpha, alternative)
  return searched(curve, power, smallestSize, largestSize, exact)
}

/** Number of pairs for a paired t test. */
export function publishedNumberOfPairs(effect: number, power: number, alpha: number, exact: number): number {
  const curve = (n: number) => tTestPower(n - 1, effect * Math.sqrt(n), alpha)
  return searched(curve, power, smallestSize, largestSize, exact)
}

/** Smallest effect that unequal groups can find. */
export function publishedSmallestEffect(
  size1: number,
  size2: number,
  power: number,
  alpha: number,
  exact: number,
): number {
  const root = Math.sqrt((size1 * size2) / (size1 + size2))
  return searched((d) => tTestPower(size1 + size2 - 2, d * root, alpha), power, 1e-7, 10, exact)
}

/** Size per group for two shares by the arcsine effect size. */
export function publishedSizeOfTwoShares(h: number, power: number, alpha: number, exact: number): number {
  return searched((n) => arcsinePower(h, n, alpha), power, smallestSize, largestSize, exact)
}
