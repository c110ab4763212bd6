import { type Finding, found, refused } from '../finding.ts'
import { normalQuantile, normalUpper } from '../numbers/distributions.ts'
import { type NeededSize, checkPlan, roundUp } from './power-of-t-test.ts'
import { reachTarget } from './solve-size.ts'

/** Size per group for two shares by the arcsine effect size. */
export interface SharesByArcsine extends NeededSize {
  /** Cohen's h: 2·asin√p1 − 2·asin√p2. */
  h: number
}

/**
 * How many answers does each of two groups need to find the difference between two true shares (0–1) with the wanted
 * power, by the arcsine effect size, two-sided? Refuses equal shares and shares, power or alpha out of range.
 * Source: Cohen 1988, chapter 6.
 *
 * @example
 * const needed = sizeForTwoShares(0.5, 0.3, 0.8)
 * needed.ok && [needed.value.h, needed.value.exact] // => [0.4115168, 92.69608]
 */
export function sizeForTwoShares(
  share1: number,
  share2: number,
  power: number,
  alpha = 0.05,
): Finding<SharesByArcsine> {
  const problem = checkPlan(alpha, power, 0) ?? checkShares(share1, share2)
  if (problem !== null) return problem
  const h = 2 * Math.asin(Math.sqrt(share1)) - 2 * Math.asin(Math.sqrt(share2))
  const z = normalQuantile(1 - alpha / 2)
  const start = 2 * ((z + normalQuantile(power)) / h) ** 2
  if (!(start < 1e15)) return refused('ill-conditioned', 'The shares are too close for any realistic size.')
  const exact = reachTarget((size) => arcsinePower(h, size, alpha), power, start, 2, 1e15)
  if (exact === null) return refused('ill-conditioned', 'The size could not be found.')
  return found({ h, exact, size: roundUp(exact) })
}

/** Power of the two-sided arcsine test with `size` answers in each group. */
export function arcsinePower(h: number, size: number, alpha: number): number {
  const z = normalQuantile(1 - alpha / 2)
  const shift = Math.abs(h) * Math.sqrt(size / 2)
  return normalUpper(z - shift) + normalUpper(z + shift)
}

/**
 * The same by the normal approximation with the pooled variance under "no difference", without continuity correction.
 * Source: Fleiss, Levin and Paik 2003, formula 4.14.
 *
 * @example
 * const needed = sizeForTwoSharesByNormal(0.5, 0.3, 0.8)
 * needed.ok && [needed.value.exact, needed.value.size] // => [92.999, 93]
 */
export function sizeForTwoSharesByNormal(
  share1: number,
  share2: number,
  power: number,
  alpha = 0.05,
): Finding<NeededSize> {
  const problem = checkPlan(alpha, power, 0) ?? checkShares(share1, share2)
  if (problem !== null) return problem
  const pooled = (share1 + share2) / 2
  const underNone = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled))
  const underEffect = normalQuantile(power) * Math.sqrt(share1 * (1 - share1) + share2 * (1 - share2))
  const exact = ((underNone + underEffect) / (share1 - share2)) ** 2
  if (!(exact < 1e15)) return refused('ill-conditioned', 'The shares are too close for any realistic size.')
  return found({ exact, size: roundUp(exact) })
}

function checkShares(share1: number, share2: number) {
  if (!(share1 >= 0 && share1 <= 1 && share2 >= 0 && share2 <= 1)) {
    return refused('not-enough-data', 'Shares must lie between 0 and 1.')
  }
  if (share1 === share2)
    return refused('not-enough-data', 'No number of answers can tell equal shares apart.')
  return null
}
