import { type Finding, found, refused } from '../finding.ts'
import { betaQuantile } from '../numbers/distributions.ts'
import { type Beta, betaDifferenceAbove } from './beta-difference.ts'
import { type Limits, checkShare } from './share-interval.ts'

/** Two shares as they are believed to be after the data. */
export interface BelievedShares {
  /** Chance that the first share is the higher, 0–1. */
  firstHigher: number
  /** Chance that the shares differ by at most the margin. */
  alike: number
  /** Chance that the first is higher by more than the margin. */
  firstClearlyHigher: number
  /** Chance that the second is higher by more than the margin. */
  secondClearlyHigher: number
  /** Posterior means, 0–1. */
  mean1: number
  mean2: number
  /** Equal-tailed 95% posterior intervals. */
  interval1: Limits
  interval2: Limits
}

/** A sample of yes/no answers. */
export interface CountedShare {
  events: number
  size: number
}

/**
 * How likely is it that one share is higher than the other, and that they are alike within ±`margin` (0–1)? Both
 * shares start from the same Beta(a, b) prior, default uniform. Counts as in `shareInterval`, also 0 out of 0; refuses
 * priors that are not positive and a margin outside 0–1.
 *
 * Source: Gelman et al., Bayesian Data Analysis, section 2.4; Kruschke 2018 (region of practical equivalence).
 *
 * @example
 * const believed = compareSharesByBelief({ events: 30, size: 50 }, { events: 20, size: 50 }, 0.05)
 * believed.ok && [believed.value.firstHigher, believed.value.alike] // => [0.976426, 0.063748]
 */
export function compareSharesByBelief(
  first: CountedShare,
  second: CountedShare,
  margin: number,
  prior: readonly [number, number] = [1, 1],
): Finding<BelievedShares> {
  for (const { events, size } of [first, second]) {
    const problem = size === 0 && events === 0 ? null : checkShare(events, size, 0.95)
    if (problem !== null) return problem
  }
  const [a, b] = prior
  if (!(a >= 1e-9 && b >= 1e-9 && a < 1e9 && b < 1e9))
    return refused('not-enough-data', 'The prior must hold two positive numbers from 1e-9 up.')
  if (!(margin >= 0 && margin <= 1)) return refused('not-enough-data', 'The margin must lie between 0 and 1.')
  const x: Beta = { a: a + first.events, b: b + first.size - first.events }
  const y: Beta = { a: a + second.events, b: b + second.size - second.events }
  const above = margin >= 1 ? 0 : betaDifferenceAbove(x, y, margin)
  const below = margin >= 1 ? 0 : betaDifferenceAbove(y, x, margin)
  const interval = ({ a, b }: Beta): Limits => [betaQuantile(0.025, a, b), betaQuantile(0.975, a, b)]
  return found({
    firstHigher: betaDifferenceAbove(x, y, 0),
    alike: Math.max(0, 1 - above - below),
    firstClearlyHigher: above,
    secondClearlyHigher: below,
    mean1: x.a / (x.a + x.b),
    mean2: y.a / (y.a + y.b),
    interval1: interval(x),
    interval2: interval(y),
  })
}
