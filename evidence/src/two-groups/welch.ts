import { studentTQuantile, studentTUpper } from '../numbers/distributions.ts'
import { mean, variance } from '../numbers/summaries.ts'

/** Difference of two means with an error that lets the spreads differ. */
export interface WelchDifference {
  difference: number
  standardError: number
  /** Degrees of freedom of Welch 1947 and Satterthwaite 1946. */
  df: number
}

/**
 * Mean of the first group minus mean of the second with Welch's standard error; undefined when a group has fewer
 * than two values or neither has any spread. Both lists hold finite numbers.
 */
export function welchDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): WelchDifference | undefined {
  if (first.length < 2 || second.length < 2) return undefined
  const difference = mean(first) - mean(second)
  const a = variance(first) / first.length
  const b = variance(second) / second.length
  const rounding = 1e-14 * Math.max(Math.abs(mean(first)), Math.abs(mean(second)))
  const standardError = Math.sqrt(a + b)
  if (!(standardError > rounding)) return undefined
  const df = 1 / ((a / (a + b)) ** 2 / (first.length - 1) + (b / (a + b)) ** 2 / (second.length - 1))
  return { difference, standardError, df }
}

/** Two-sided p of a t statistic. */
export function twoSidedT(t: number, df: number): number {
  return Math.min(1, 2 * studentTUpper(Math.abs(t), df))
}

/** Half-width of a t interval at a level between 0 and 1. */
export function tMargin(standardError: number, df: number, level: number): number {
  return standardError * studentTQuantile(1 - (1 - level) / 2, df)
}
