import { type Finding, found, refused } from '../finding.ts'
import { normalCdf, normalQuantile, normalUpper } from '../numbers/distributions.ts'

/** A normal belief after an estimate has been weighed in. All in the unit of the estimate. */
export interface UpdatedBelief {
  mean: number
  sd: number
  /** Limits of the central 95%. */
  low: number
  high: number
  /** Chances that the effect lies above, within and below the region of practical equivalence; they add up to 1. */
  above: number
  within: number
  below: number
}

/** A normal distribution: what was believed before, or an estimate with its standard error. */
export interface NormalBelief {
  mean: number
  sd: number
}

/**
 * What to believe after an estimate, given what was believed before? Both are normal; the answer is their
 * precision-weighted mean. `region` is [low, high] of effects too small to matter. A prior sd of Infinity means
 * nothing was believed. Refuses spreads that are not positive, undefined means and a region turned around.
 *
 * Source: Gelman et al., Bayesian Data Analysis, section 2.5.
 *
 * @example
 * const belief = updateBelief({ mean: 0, sd: 0.5 }, { mean: 0.4, sd: 0.2 }, [-0.1, 0.1])
 * belief.ok && [belief.value.mean, belief.value.above] // => [0.344828, 0.906321]
 */
export function updateBelief(
  prior: NormalBelief,
  estimate: NormalBelief,
  region: readonly [number, number],
): Finding<UpdatedBelief> {
  const usable =
    Number.isFinite(prior.mean) &&
    Number.isFinite(estimate.mean) &&
    prior.sd > 0 &&
    estimate.sd > 0 &&
    estimate.sd < Infinity
  if (!usable) return refused('not-enough-data', 'Means must be finite and spreads positive.')
  if (!(region[0] <= region[1]))
    return refused('not-enough-data', 'The region must run from a lower to a higher value.')
  // The ratio form stays within range for spreads of any size.
  const weight = prior.sd === Infinity ? 1 : 1 / (1 + (estimate.sd / prior.sd) ** 2)
  const mean = prior.mean * (1 - weight) + estimate.mean * weight
  const sd = estimate.sd * Math.sqrt(weight)
  if (!(sd > 0) || !Number.isFinite(mean))
    return refused('ill-conditioned', 'The spreads are too far apart to combine.')
  const margin = normalQuantile(0.975) * sd
  const from = (region[0] - mean) / sd
  const to = (region[1] - mean) / sd
  // The difference is taken on the side where both areas are small.
  const within = from > 0 ? normalUpper(from) - normalUpper(to) : normalCdf(to) - normalCdf(from)
  return found({
    mean,
    sd,
    low: mean - margin,
    high: mean + margin,
    above: normalUpper(to),
    within: Math.max(0, within),
    below: normalCdf(from),
  })
}
