import { poissonDensity } from './incomplete-integrals.ts'
import { integrate, integratePanels } from './integrate.ts'
import { normalUpper } from './normal.ts'

/** Density of s = √(χ²/df) with df degrees of freedom. */
function scaleDensity(s: number, df: number): number {
  // So near 0 a panel has no width that counts.
  if (s < 1e-150) return 0
  const half = df / 2
  // With g = df s²/2 ~ Gamma(df/2): density of g is half·poissonDensity(half, g)/g, and dg/ds = df s.
  return (2 * half * poissonDensity(half, half * s * s)) / s
}

/** Break points that resolve both the spread of s and the step of the normal area at s = ncp / x. */
function panels(x: number, df: number, ncp: number): number[] {
  const spread = 1 / Math.sqrt(2 * df)
  const low = Math.max(0, 1 - 12 * spread)
  const high = 1 + 14 * spread + 40 / df
  const breaks = [low, high]
  for (const k of [-9, -6, -4, -2.5, -1.2, 0, 1.2, 2.5, 4, 6, 9, 12]) breaks.push(1 + k * spread)
  if (df < 10) for (const part of [1e-6, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5]) breaks.push(part)
  if (df < 4) for (const part of [2, 3, 4, 6, 8, 12, 16]) breaks.push(part)
  if (x !== 0) {
    const centre = ncp / x
    const width = 1 / Math.abs(x)
    for (const k of [-12, -8, -5, -3, -1.5, 0, 1.5, 3, 5, 8, 12]) breaks.push(centre + k * width)
  }
  return breaks.filter((b) => b >= low && b <= high).sort((a, b) => a - b)
}

/**
 * P(T > x) for the noncentral t with df > 0 degrees of freedom and noncentrality ncp, by integrating the normal tail
 * over the distribution of the estimated spread. Accurate to about 1e-12, also in the tail.
 */
export function noncentralTUpper(x: number, df: number, ncp: number): number {
  if (Number.isNaN(x) || !(df > 0) || Number.isNaN(ncp)) return NaN
  if (x === Infinity) return 0
  if (x === -Infinity) return 1
  if (df > 1e9) return normalUpper(x - ncp)
  const spread = 1 / Math.sqrt(2 * df)
  if (df >= 40 && Math.abs(x) * spread < 0.6) {
    // The normal area hardly bends across the narrow density, so two wide panels do.
    const area = (s: number) => normalUpper(x * s - ncp) * scaleDensity(s, df)
    return Math.min(1, integrate(area, 1 - 9 * spread, 1, 24) + integrate(area, 1, 1 + 10 * spread, 24))
  }
  return Math.min(
    1,
    integratePanels((s) => normalUpper(x * s - ncp) * scaleDensity(s, df), panels(x, df, ncp), 24),
  )
}

/** P(T ≤ x) for the noncentral t, accurate in the lower tail. */
export function noncentralTCdf(x: number, df: number, ncp: number): number {
  return noncentralTUpper(-x, df, -ncp)
}
