import { betaLower, binomialDensity, gammaUpperTail, poissonDensity } from './incomplete-integrals.ts'

/** P(X = k) for X ~ Binomial(n, p); 0 when k is not an integer between 0 and n. */
export function binomialPmf(k: number, n: number, p: number): number {
  if (k < 0 || k > n || !Number.isInteger(k)) return 0
  return binomialDensity(k, n, p, 1 - p)
}

/** P(X ≤ k) for X ~ Binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  const whole = Math.floor(k)
  if (whole < 0) return 0
  if (whole >= n) return 1
  return betaLower(1 - p, p, n - whole, whole + 1)
}

/** P(X > k) for X ~ Binomial(n, p), accurate when tiny. */
export function binomialUpper(k: number, n: number, p: number): number {
  const whole = Math.floor(k)
  if (whole < 0) return 1
  if (whole >= n) return 0
  return betaLower(p, 1 - p, whole + 1, n - whole)
}

/** Smallest integer k for which cdf(k) reaches p, for a distribution on low..high. */
function smallestReaching(p: number, low: number, high: number, cdf: (k: number) => number): number {
  // Discrete distribution functions reach levels exactly; the fuzz keeps a rounding error from moving the quantile.
  const level = p * (1 - 64 * Number.EPSILON)
  let below = low - 1
  let reaching = high
  while (reaching - below > 1) {
    const middle = Math.floor((below + reaching) / 2)
    if (cdf(middle) >= level) reaching = middle
    else below = middle
  }
  return reaching
}

/** Smallest k with P(X ≤ k) ≥ p for X ~ Binomial(n, probability). */
export function binomialQuantile(p: number, n: number, probability: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  return smallestReaching(p, 0, n, (k) => binomialCdf(k, n, probability))
}

/** P(X = k) for X ~ Poisson(mean). */
export function poissonPmf(k: number, mean: number): number {
  if (k < 0 || !Number.isInteger(k)) return 0
  return poissonDensity(k, mean)
}

/** P(X ≤ k) for X ~ Poisson(mean). */
export function poissonCdf(k: number, mean: number): number {
  const whole = Math.floor(k)
  if (whole < 0) return 0
  return gammaUpperTail(whole + 1, mean)
}

/**
 * P(X = k) when `draws` are taken without putting back from `white` white and `black` black balls and k are white.
 * Source: ratio of three binomial densities at their common proportion (Loader 2000).
 */
export function hypergeometricPmf(k: number, white: number, black: number, draws: number): number {
  if (k < 0 || k > draws || k > white || draws - k > black || !Number.isInteger(k)) return 0
  if (draws === 0) return 1
  const p = draws / (white + black)
  const q = (white + black - draws) / (white + black)
  return (
    (binomialDensity(k, white, p, q) * binomialDensity(draws - k, black, p, q)) /
    binomialDensity(draws, white + black, p, q)
  )
}
