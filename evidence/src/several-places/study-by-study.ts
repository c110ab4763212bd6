import { found, refused, type Finding } from '../finding.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { betweenVariance, pooledAt } from './between-variance.ts'
import { readStudies } from './study-effects.ts'

/** A study's own effect pulled towards the pooled one, with its standard error, in the effect's unit. */
export interface ShrunkenEffect {
  effect: number
  standardError: number
}

/**
 * Shrunken (best linear unbiased) effect of every study: λ y + (1 − λ) µ with λ = tau²/(tau² + v), tau² by REML,
 * standard error √(λ v + (1 − λ)² se(µ)²). In the order of the studies that have both numbers.
 * Refuses (`not-enough-data`) fewer than 2 studies, variances not above 0, infinite numbers.
 * Source: Raudenbush and Bryk 1985; Robinson 1991.
 * @example
 * const shrunken = shrunkenEffects([4.2, 1.1, 6.3, -0.4], [1.3, 2.1, 3.4, 0.9])
 * shrunken.ok && shrunken.value.length // => 4
 */
export function shrunkenEffects(
  effects: readonly (number | null)[],
  variances: readonly (number | null)[],
): Finding<ShrunkenEffect[]> {
  const read = readStudies(effects, variances, 2)
  if ('ok' in read) return read
  const { effects: y, variances: v, warnings } = read
  const tau2 = betweenVariance(y, v, 'REML').value
  const pooled = pooledAt(y, v, tau2)
  return found(
    Array.from(y, (own, i) => {
      const share = tau2 / (tau2 + v[i]!)
      return {
        effect: share * own + (1 - share) * pooled.mean,
        standardError: Math.sqrt(share * v[i]! + (1 - share) ** 2 * pooled.variance),
      }
    }),
    warnings,
  )
}

/** The pooled effect when one study is left out. */
export interface PooledWithout {
  effect: number
  betweenVariance: number
  /** Wald range. */
  low: number
  high: number
}

/**
 * Pools again (REML) without each study in turn, to see whether one study carries the result. `level` is the
 * coverage of the Wald ranges. Refuses (`not-enough-data`) fewer than 3 studies, variances not above 0, infinite
 * numbers. Source: Viechtbauer and Cheung 2010.
 * @example
 * const without = poolWithoutEach([1, 2, 3], [0.5, 0.5, 0.5])
 * without.ok && without.value.map((pooled) => pooled.effect) // => [2.5, 2, 1.5]
 */
export function poolWithoutEach(
  effects: readonly (number | null)[],
  variances: readonly (number | null)[],
  level = 0.95,
): Finding<PooledWithout[]> {
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level has to lie between 0 and 1.')
  const read = readStudies(effects, variances, 3)
  if ('ok' in read) return read
  const { effects: y, variances: v, warnings } = read
  const z = normalQuantile(1 - (1 - level) / 2)
  return found(
    Array.from(y, (_, left) => {
      const others = y.filter((_, i) => i !== left)
      const theirVariances = v.filter((_, i) => i !== left)
      const tau2 = betweenVariance(others, theirVariances, 'REML').value
      const pooled = pooledAt(others, theirVariances, tau2)
      const halfWidth = z * Math.sqrt(pooled.variance)
      return {
        effect: pooled.mean,
        betweenVariance: tau2,
        low: pooled.mean - halfWidth,
        high: pooled.mean + halfWidth,
      }
    }),
    warnings,
  )
}
