import { normalCdf } from './normal.ts'
import { devianceTerm, stirlingError } from './special-functions.ts'

const tiny = 1e-300
const accuracy = 1e-16
const maximumTerms = 100_000
/** Shapes above this are computed by the uniform expansion, whose error is then below 1e-11. */
const expansionFrom = 1e6

/**
 * Poisson density at any real x ≥ 0 for mean m ≥ 0, by the saddle point of Loader 2000.
 */
export function poissonDensity(x: number, m: number): number {
  if (m === 0) return x === 0 ? 1 : 0
  if (x === 0) return Math.exp(-m)
  if (x < 0) return 0
  return Math.exp(-stirlingError(x) - devianceTerm(x, m)) / Math.sqrt(2 * Math.PI * x)
}

/**
 * Binomial density at any real 0 ≤ x ≤ n with probability p and its complement q handed in separately,
 * by the saddle point of Loader 2000.
 */
export function binomialDensity(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (x < 0 || x > n) return 0
  if (x === 0) return p < 0.1 ? Math.exp(n * Math.log1p(-p)) : Math.exp(n * Math.log(q))
  if (x === n) return q < 0.1 ? Math.exp(n * Math.log1p(-q)) : Math.exp(n * Math.log(p))
  const rest = n - x
  const exponent =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(rest) -
    devianceTerm(x, n * p) -
    devianceTerm(rest, n * q)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest))
}

function gammaSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < maximumTerms; k++) {
    term *= x / (a + k)
    sum += term
    if (term < sum * accuracy) break
  }
  return poissonDensity(a, x) * sum
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1; i < maximumTerms; i++) {
    const an = -i * (i - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < tiny) d = tiny
    c = b + an / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const step = d * c
    h *= step
    if (!(Math.abs(step - 1) >= 5e-16)) break
  }
  // x^a e^-x / Γ(a) = a · poissonDensity(a, x)
  return a * poissonDensity(a, x) * h
}

/**
 * Lower area of a gamma or beta distribution with large shapes: the normal area at the signed root of the
 * deviance, and the first correction 1/η − slope. Near the centre both of its parts grow without limit while
 * their difference stays small, so that `near` gives it there.
 * Source: Temme 1979, 1992.
 */
function uniformExpansion(
  deviance: number,
  above: boolean,
  size: number,
  slope: number,
  near: number | null,
): number {
  const eta = Math.sqrt((2 * Math.max(0, deviance)) / size) * (above ? 1 : -1)
  const root = eta * Math.sqrt(size)
  const density = Math.exp(-0.5 * root * root) / Math.sqrt(2 * Math.PI * size)
  return Math.min(1, Math.max(0, normalCdf(root) + density * (near ?? 1 / eta - slope)))
}

const nearCentre = 1e-3

/** Lower area of a gamma distribution with a large shape; `sign` −1 gives the upper area. */
function gammaExpansion(a: number, x: number, sign: 1 | -1): number {
  const distance = (x - a) / a
  const near = Math.abs(distance) < nearCentre ? sign * (1 / 3 - distance / 12) : null
  return uniformExpansion(devianceTerm(a, x), sign * distance > 0, a, sign / distance, near)
}

/** Lower area of a beta distribution with two large shapes. */
function betaExpansion(x: number, y: number, a: number, b: number): number {
  const size = a + b
  const p = a / size
  const q = b / size
  const spread = Math.sqrt(p * q)
  const distance = a <= b ? x - p : q - y
  const deviance = devianceTerm(a, size * x) + devianceTerm(b, size * y)
  const near =
    Math.abs(distance) < nearCentre * Math.min(p, q)
      ? (q - p) / (3 * spread) - (spread * (1 - p * q) * distance) / (12 * (p * q) ** 2)
      : null
  return uniformExpansion(deviance, distance > 0, size, spread / distance, near)
}

/** Regularised lower incomplete gamma P(a, x), a > 0, x ≥ 0. */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0
  if (x === Infinity) return 1
  if (a > expansionFrom) return gammaExpansion(a, x, 1)
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/** Regularised upper incomplete gamma Q(a, x), kept accurate when it is tiny. */
export function gammaUpperTail(a: number, x: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  if (a > expansionFrom) return gammaExpansion(a, x, -1)
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

function betaFraction(a: number, b: number, x: number): number {
  const sum = a + b
  let c = 1
  let d = 1 - (sum * x) / (a + 1)
  if (Math.abs(d) < tiny) d = tiny
  d = 1 / d
  let h = d
  for (let m = 1; m < maximumTerms; m++) {
    const twice = 2 * m
    const even = (m * (b - m) * x) / ((a - 1 + twice) * (a + twice))
    d = 1 + even * d
    if (Math.abs(d) < tiny) d = tiny
    c = 1 + even / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    h *= d * c
    const odd = (-(a + m) * (sum + m) * x) / ((a + twice) * (a + 1 + twice))
    d = 1 + odd * d
    if (Math.abs(d) < tiny) d = tiny
    c = 1 + odd / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const step = d * c
    h *= step
    if (!(Math.abs(step - 1) >= 5e-16)) break
  }
  return h
}

/**
 * Regularised incomplete beta I_x(a, b) with y = 1 − x handed in separately, so that either tail keeps its digits.
 * Source: continued fraction of the incomplete beta, modified Lentz evaluation.
 */
export function betaLower(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  if (Math.min(a, b) > expansionFrom) return betaExpansion(x, y, a, b)
  const front = ((a * b) / (a + b)) * binomialDensity(a, a + b, x, y)
  if (x < (a + 1) / (a + b + 2)) return Math.min(1, (front * betaFraction(a, b, x)) / a)
  return Math.max(0, 1 - (front * betaFraction(b, a, y)) / b)
}

/** Density of the beta distribution at x with y = 1 − x handed in separately. */
export function betaDensity(x: number, y: number, a: number, b: number): number {
  if (x < 0 || y < 0) return 0
  if (x === 0) return a < 1 ? Infinity : a > 1 ? 0 : b
  if (y === 0) return b < 1 ? Infinity : b > 1 ? 0 : a
  return (((a * b) / (a + b)) * binomialDensity(a, a + b, x, y)) / (x * y)
}
