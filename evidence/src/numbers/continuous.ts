import { betaDensity, betaLower, gammaLower, gammaUpperTail, poissonDensity } from './incomplete-integrals.ts'
import { normalQuantile } from './normal.ts'

/**
 * Solves tail(u) = 0 for a monotone function given with its slope, by Newton steps kept inside a bracket that grows
 * as needed. Used on logarithms of tail areas, where the functions are nearly straight.
 */
function solveMonotone(f: (u: number) => number, slope: (u: number) => number, start: number): number {
  let u = start
  let low = -Infinity
  let high = Infinity
  const rising = slope(start) >= 0
  for (let i = 0; i < 400; i++) {
    const value = f(u)
    if (value === 0) return u
    if (value < 0 === rising) low = u
    else high = u
    const step = value / slope(u)
    let next = u - step
    if (!Number.isFinite(next) || next <= low || next >= high) {
      if (low === -Infinity) next = high - Math.max(1, Math.abs(high))
      else if (high === Infinity) next = low + Math.max(1, Math.abs(low))
      else next = (low + high) / 2
    } else if (Math.abs(next - u) > 50) next = u + Math.sign(next - u) * 50
    if (Math.abs(next - u) <= 2e-16 * Math.abs(u) || next === u) return next
    u = next
    if (high - low <= 4e-16 * Math.abs(u)) return u
  }
  return u
}

/** Logit of the beta quantile whose lower area is p and upper area q = 1 − p. */
function betaQuantileLogit(p: number, q: number, a: number, b: number): number {
  const lower = p <= q
  const target = Math.log(lower ? p : q)
  const area = (u: number): number => {
    const x = 1 / (1 + Math.exp(-u))
    const y = 1 / (1 + Math.exp(u))
    return lower ? betaLower(x, y, a, b) : betaLower(y, x, b, a)
  }
  const f = (u: number): number => Math.log(area(u)) - target
  const slope = (u: number): number => {
    const x = 1 / (1 + Math.exp(-u))
    const y = 1 / (1 + Math.exp(u))
    const rate = (betaDensity(x, y, a, b) * x * y) / area(u)
    return lower ? rate : -rate
  }
  return solveMonotone(f, slope, Math.log(a / b))
}

/** Density of Beta(a, b) at x. */
export function betaPdf(x: number, a: number, b: number): number {
  return betaDensity(x, 1 - x, a, b)
}

/** P(X ≤ x) for X ~ Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  return betaLower(x, 1 - x, a, b)
}

/** Quantile of Beta(a, b) at p. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1) || !(a > 0) || !(b > 0)) return NaN
  if (p === 0 || p === 1) return p
  // A vanishing shape puts all weight at its end of the range.
  if (b < 1e-200) return a < 1e-200 && p < a / (a + b) ? 0 : 1
  if (a < 1e-200) return 0
  const u = betaQuantileLogit(p, 1 - p, a, b)
  return 1 / (1 + Math.exp(-u))
}

/** Quantile of Gamma(shape, rate 1) at p. */
export function gammaQuantile(p: number, shape: number): number {
  return gammaQuantileOfTails(p, 1 - p, shape)
}

function gammaQuantileOfTails(p: number, q: number, shape: number): number {
  if (!(p >= 0 && p <= 1) || !(shape > 0)) return NaN
  if (p === 0) return 0
  if (q === 0) return Infinity
  const lower = p <= q
  const target = Math.log(lower ? p : q)
  const area = (u: number): number =>
    lower ? gammaLower(shape, Math.exp(u)) : gammaUpperTail(shape, Math.exp(u))
  const f = (u: number): number => Math.log(area(u)) - target
  const slope = (u: number): number => {
    const rate = (shape * poissonDensity(shape, Math.exp(u))) / area(u)
    return lower ? rate : -rate
  }
  // Wilson and Hilferty for the start.
  const cube =
    1 - 1 / (9 * shape) + normalQuantile(Math.min(1 - 1e-15, Math.max(1e-15, p))) / (3 * Math.sqrt(shape))
  const start = cube > 0.1 ? Math.log(shape * cube ** 3) : Math.log(shape) - 1
  return Math.exp(solveMonotone(f, slope, start))
}

/** P(X ≤ x) for X chi-square with df degrees of freedom. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaLower(df / 2, x / 2)
}

/** P(X > x) for X chi-square with df degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpperTail(df / 2, x / 2)
}

/** Quantile of the chi-square distribution. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2)
}

/** P(X > x) for X ~ F(df1, df2). */
export function fUpper(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const sum = df2 + df1 * x
  return betaLower(df2 / sum, (df1 * x) / sum, df2 / 2, df1 / 2)
}

/** P(X ≤ x) for X ~ F(df1, df2). */
export function fCdf(x: number, df1: number, df2: number): number {
  if (x <= 0) return 0
  if (x === Infinity) return 1
  const sum = df2 + df1 * x
  return betaLower((df1 * x) / sum, df2 / sum, df1 / 2, df2 / 2)
}

/** Quantile of F(df1, df2). */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0) return 0
  if (p === 1) return Infinity
  return (df2 / df1) * Math.exp(betaQuantileLogit(p, 1 - p, df1 / 2, df2 / 2))
}

/** Density of Student's t with df degrees of freedom. */
export function studentTPdf(x: number, df: number): number {
  const square = x * x
  const sum = df + square
  if (square === 0) return Math.sqrt(df) * betaDensity(0.5, 0.5, df / 2, df / 2) * (0.5 / df)
  // t² = df·y/(1−y) with y ~ Beta(1/2, df/2); |dy/dt| = 2 t df / (df+t²)².
  return (betaDensity(square / sum, df / sum, 0.5, df / 2) * Math.abs(x) * df) / (sum * sum)
}

/** P(T > x) for Student's t with df degrees of freedom, accurate in the far tail. */
export function studentTUpper(x: number, df: number): number {
  if (Number.isNaN(x)) return NaN
  if (x === Infinity) return 0
  if (x === -Infinity) return 1
  const square = x * x
  const sum = df + square
  const half = 0.5 * betaLower(df / sum, square / sum, df / 2, 0.5)
  return x >= 0 ? half : 1 - half
}

/** P(T ≤ x) for Student's t with df degrees of freedom. */
export function studentTCdf(x: number, df: number): number {
  return studentTUpper(-x, df)
}

/**
 * x > 0 with P(T > x) = tail by the expansion around the normal quantile (Hill 1970) and Newton steps; null when
 * these do not settle.
 */
function nearNormalTQuantile(tail: number, df: number): number | null {
  const z = -normalQuantile(tail)
  const square = z * z
  let x = z + (z * (square + 1)) / (4 * df) + (z * (5 * square * square + 16 * square + 3)) / (96 * df * df)
  // The next term of the expansion is below 1e-12 here.
  if (df > 1e5) return x
  for (let step = 0; step < 4; step++) {
    const change = (studentTUpper(x, df) - tail) / studentTPdf(x, df)
    x += change
    if (Math.abs(change) < 1e-9 * x) return x
  }
  return null
}

/** Quantile of Student's t with df > 0 degrees of freedom (Infinity gives the normal quantile). */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NaN
  if (p === 0.5) return 0
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  if (df > 1e12) return normalQuantile(p)
  const tail = 2 * Math.min(p, 1 - p)
  if (df > 20 && tail > 1e-4) {
    const near = nearNormalTQuantile(tail / 2, df)
    if (near !== null) return p < 0.5 ? -near : near
  }
  const odds = Math.exp(betaQuantileLogit(1 - tail, tail, 0.5, df / 2))
  const size = Math.sqrt(df * odds)
  return p < 0.5 ? -size : size
}
