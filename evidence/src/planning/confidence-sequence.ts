import { type Finding, found, refused } from '../finding.ts'
import { logBeta } from '../numbers/distributions.ts'
import { findRoot } from '../numbers/optimise.ts'

/** A boundary that holds at all times at once: |sum| stays below it with probability 1 − alpha. */
export interface MixtureBoundary {
  /** Mixing variance: given, or best for the time the boundary was tuned for. */
  rho: number
  /** Boundary of the sum at the intrinsic time (variance of the sum so far). */
  boundary: number
}

/** How a mixture is tuned: for an intrinsic time, or by its mixing variance. */
export type Tuning = { bestAt: number; alpha?: number } | { rho: number }

/**
 * Mixing variance under which a two-sided normal mixture is narrowest at intrinsic time `time`.
 * Source: Howard, Ramdas, McAuliffe and Sekhon 2021, proposition 3, in their closed approximation.
 */
export function bestMixingVariance(time: number, alpha: number): number {
  const log = 2 * Math.log(1 / alpha)
  return time / (log + Math.log1p(log))
}

/**
 * How far may a sum of centred observations stray, looked at as often as one likes? Normal mixture, two-sided.
 * `time` is the variance of the sum so far; the tuning's alpha is 0.05 unless given. Refuses times and mixing variances
 * that are not positive, and alpha outside 0–1.
 *
 * Source: Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021, equation 14.
 *
 * @example
 * const sequence = normalMixtureBoundary(100, 0.05, { bestAt: 100 })
 * sequence.ok && [sequence.value.rho, sequence.value.boundary] // => [12.60056, 30.35209]
 */
export function normalMixtureBoundary(time: number, alpha: number, tuning: Tuning): Finding<MixtureBoundary> {
  const rho = mixingVariance(tuning)
  if (!(time >= 0 && time < 1e150) || !(rho > 0 && rho < 1e150)) {
    return refused('not-enough-data', 'Times and the mixing variance must be positive.')
  }
  if (!(alpha > 0 && alpha < 1))
    return refused('not-enough-data', 'The type I error must lie between 0 and 1.')
  const boundary = Math.sqrt((time + rho) * (Math.log1p(time / rho) + 2 * Math.log(1 / alpha)))
  return found({ rho, boundary })
}

function mixingVariance(tuning: Tuning): number {
  if ('rho' in tuning) return tuning.rho
  const { bestAt, alpha = 0.05 } = tuning
  return alpha > 0 && alpha < 1 ? bestMixingVariance(bestAt, alpha) : NaN
}

/**
 * Logarithm of the normal mixture martingale at a sum, intrinsic time and mixing variance: evidence against "no effect";
 * the boundary is where it reaches log(1/alpha). NaN unless time ≥ 0 and rho > 0.
 */
export function logNormalMixture(sum: number, time: number, rho: number): number {
  return -0.5 * Math.log1p(time / rho) + sum ** 2 / (2 * (time + rho))
}

/** Limits of a share that hold at all times at once. */
export interface ShareSequence {
  low: number
  high: number
}

/** Level the share sequence is tuned with. */
const tuningAlpha = 0.05

/**
 * Between which limits does a share lie, looked at after every answer? Beta-binomial mixture tuned for `bestAt` answers;
 * the limits are the smallest and largest share not rejected. Refuses counts that are not 0 ≤ events ≤ answers with at
 * least one answer, `bestAt` that is not positive, and alpha outside 0–1.
 *
 * Source: Howard, Ramdas, McAuliffe and Sekhon 2021, proposition 7.
 *
 * @example
 * const share = shareSequence(700, 1000, 0.05, 100)
 * share.ok && [share.value.low, share.value.high] // => [0.65163, 0.74595]
 */
export function shareSequence(
  events: number,
  answers: number,
  alpha: number,
  bestAt: number,
): Finding<ShareSequence> {
  if (!(answers > 0 && answers <= 1e12 && events >= 0 && events <= answers)) {
    return refused('not-enough-data', 'Events must lie between 0 and a positive number of answers.')
  }
  if (!(bestAt > 0 && bestAt <= 1e15))
    return refused('not-enough-data', 'The time to tune for must be positive.')
  if (!(alpha > 0 && alpha < 1))
    return refused('not-enough-data', 'The type I error must lie between 0 and 1.')
  const threshold = Math.log(1 / alpha)
  const excess = (share: number) => logShareMixture(share, events, answers, bestAt) - threshold
  const observed = events / answers
  const low = events === 0 ? 0 : outermost(excess, observed, 0)
  const high = events === answers ? 1 : outermost(excess, observed, 1)
  return found({ low, high })
}

/** Root of the excess between the observed share and an end, where it is far above 0. */
function outermost(excess: (share: number) => number, observed: number, end: 0 | 1): number {
  let inside = Math.min(1 - 1e-12, Math.max(1e-12, observed))
  let outside = end === 0 ? inside / 2 : 1 - (1 - inside) / 2
  for (let step = 0; step < 1000 && !(excess(outside) > 0); step++) {
    inside = outside
    outside = end === 0 ? outside / 2 : 1 - (1 - outside) / 2
    if (outside < 1e-300 || outside >= 1) return end
  }
  return findRoot(excess, outside, inside, 1e-14) ?? observed
}

/** Logarithm of the beta-binomial mixture at a share. */
function logShareMixture(share: number, events: number, answers: number, bestAt: number): number {
  const g = share
  const h = 1 - share
  const r = Math.max(bestMixingVariance(bestAt * g * h, tuningAlpha) - g * h, 0.001 * g * h)
  // (r + v − g s)/g and (r + v + h s)/h with v = n g h and s = events − n g, written without cancellation.
  const failures = answers - events
  return (
    logBeta(r / g + failures, r / h + events) -
    logBeta(r / g, r / h) -
    events * Math.log(g) -
    failures * Math.log(h)
  )
}
