import { chiSquareQuantile, normalQuantile, normalUpper, studentTQuantile } from '../numbers/distributions.ts'
import { betweenVarianceAtQ, pooledAt } from './between-variance.ts'

/** Values of the between-variance over which the range is averaged, equally likely. */
const candidates = 20

/**
 * Range that holds the effect of the next place with chance `level`, counting in that the between-variance is itself
 * uncertain: it may be any of the values at which Cochran's Q lies at an equally likely place of its chi-square
 * distribution, and the limits cut off (1 − level)/2 of the mixture of normal distributions that follows. Null below
 * three studies and where a limit cannot be computed.
 * Source: Nagashima, Noma and Furukawa 2019 (confidence distribution of the between-variance), here by Viechtbauer's
 * Q-profile 2007 in place of drawing; the pooled effect has the Hartung-Knapp error with floor.
 */
export function predictionRange(
  effects: Float64Array,
  variances: Float64Array,
  level: number,
): { low: number; high: number } | null {
  const k = effects.length
  if (k < 3) return null
  const tail = (1 - level) / 2
  const z = normalQuantile(1 - tail)
  const widening = studentTQuantile(1 - tail, k - 1) / z
  const parts = Array.from({ length: candidates }, (_, i) => {
    const tau2 = betweenVarianceAtQ(effects, variances, chiSquareQuantile((i + 0.5) / candidates, k - 1))
    const { mean, variance, q } = pooledAt(effects, variances, tau2)
    return { mean, spread: Math.sqrt(tau2 + variance * Math.max(1, q / (k - 1)) * widening ** 2) }
  })
  const chanceAbove = (mark: number): number =>
    parts.reduce((sum, { mean, spread }) => sum + normalUpper((mark - mean) / spread), 0) / candidates
  const limit = (side: 1 | -1): number => {
    // The limit of the mixture lies between the limits of its parts.
    const limits = parts.map(({ mean, spread }) => mean + side * z * spread)
    let low = Math.min(...limits)
    let high = Math.max(...limits)
    const wanted = side === 1 ? tail : 1 - tail
    for (let step = 0; step < 60 && high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)); step++) {
      const middle = low + (high - low) / 2
      if (chanceAbove(middle) > wanted) low = middle
      else high = middle
    }
    return low + (high - low) / 2
  }
  const range = { low: limit(-1), high: limit(1) }
  return Number.isFinite(range.low) && Number.isFinite(range.high) ? range : null
}
