import { betaDensity, betaLower } from '../numbers/incomplete-integrals.ts'
import { integratePanels } from '../numbers/integrate.ts'
import { logBeta } from '../numbers/special-functions.ts'

/** Parameters of a beta distribution. */
export interface Beta {
  a: number
  b: number
}

/**
 * P(X − Y > d) for independent beta variables X and Y and 0 ≤ d < 1, by integrating the density of X against the
 * lower area of Y on the logit scale, where the density has one peak and no pole. Panels follow both peaks, so the
 * result keeps about ten digits for samples from 0 to hundreds of millions.
 */
export function betaDifferenceAbove(x: Beta, y: Beta, d: number): number {
  const bounds = logitRange(x)
  const integrand = (t: number): number => {
    if (Math.abs(t) > edge) return edgeProduct(x, y, d, t)
    const p = 1 / (1 + Math.exp(-t))
    const q = 1 / (1 + Math.exp(t))
    const density = betaDensity(p, q, x.a, x.b) * p * q
    return density === 0 ? 0 : density * betaLower(p - d, q + d, y.a, y.b)
  }
  // Parameters below 1 give long tails on the logit scale, which want more points in a panel.
  const points = Math.min(x.a, x.b, y.a, y.b) < 1 ? 40 : 16
  return Math.min(1, Math.max(0, integratePanels(integrand, breakPoints(y, d, bounds), points)))
}

/** Beyond this logit a share or its complement leaves the range of floating-point numbers. */
const edge = 690

/** Density of X times lower area of Y so near to 0 or 1 that both are plain powers. */
function edgeProduct(x: Beta, y: Beta, d: number, t: number): number {
  const density = Math.exp((t < 0 ? x.a : -x.b) * t - logBeta(x.a, x.b))
  if (d > 0) return t < 0 ? 0 : density * betaLower(1 - d, d, y.a, y.b)
  const power = t < 0 ? y.a : y.b
  const beyond = Math.exp(-power * Math.abs(t) - logBeta(y.a, y.b)) / power
  return density * (t < 0 ? beyond : 1 - beyond)
}

interface LogitRange {
  low: number
  high: number
  peak: number
  width: number
}

/** Where the density of the logit of X is within a factor e⁻⁴⁰ of its peak, and the width of that peak. */
function logitRange({ a, b }: Beta): LogitRange {
  const peak = Math.log(a / b)
  const width = Math.sqrt(1 / a + 1 / b)
  const drop = (t: number) =>
    a * (Math.log1p(Math.exp(-t)) - Math.log1p(b / a)) + b * (Math.log1p(Math.exp(t)) - Math.log1p(a / b))
  const reach = (direction: 1 | -1): number => {
    let distance = 8 * width
    while (drop(peak + direction * distance) < 40) distance *= 1.25
    return peak + direction * distance
  }
  return { low: reach(-1), high: reach(1), peak, width }
}

function breakPoints(y: Beta, d: number, { low, high, peak, width }: LogitRange): number[] {
  const breaks = [low, high]
  for (const k of [-5, -2.5, 0, 2.5, 5]) breaks.push(peak + k * width)
  // A peak of the logit with a heavy side is stretched; halve the way to its ends.
  for (const part of [0.25, 0.5]) breaks.push(peak + part * (low - peak), peak + part * (high - peak))
  const logit = (p: number): void => {
    if (p > 0 && p < 1) breaks.push(Math.log(p / (1 - p)))
  }
  const mean = y.a / (y.a + y.b)
  const sd = Math.sqrt((mean * (1 - mean)) / (y.a + y.b + 1))
  for (const k of [-6, -2.5, 0, 2.5, 6]) {
    const at = mean + k * sd
    if (at > 0 && at < 1) logit(d + at)
  }
  // The lower area of Y starts at d; graded steps follow its power near the start.
  for (const step of y.a < 8 ? [0, 1e-10, 1e-8, 1e-6, 1e-4, 1e-3, 0.02] : [0])
    if (d > 0) logit(d + step * (1 - d))
  return breaks.filter((t) => t >= low && t <= high).sort((s, t) => s - t)
}
