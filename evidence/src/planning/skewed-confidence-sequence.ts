import { type Finding, found, refused } from '../finding.ts'
import { gammaLower } from '../numbers/incomplete-integrals.ts'
import { logGamma } from '../numbers/special-functions.ts'
import { findRoot } from '../numbers/optimise.ts'
import { bestMixingVariance } from './confidence-sequence.ts'

/** Level the boundaries are tuned with. */
const tuningAlpha = 0.05

/** log P(a, x) of the lower incomplete gamma, also where P underflows. */
function logGammaLower(a: number, x: number): number {
  const area = gammaLower(a, x)
  if (area > 1e-290) return Math.log(area)
  let term = 1 / a
  let sum = term
  for (let k = 1; k < 100_000; k++) {
    term *= x / (a + k)
    sum += term
    if (term < sum * 1e-16) break
  }
  return a * Math.log(x) - x - logGamma(a) + Math.log(sum)
}

/**
 * How far may a sum of observations with one heavy tail (scale `c`, as times and costs have) stray upwards, looked at as
 * often as one likes? Gamma-exponential mixture, one-sided; `time` is the intrinsic time and `bestAt` the one it is
 * tuned for. Refuses numbers that are not positive, alpha outside 0–1 and a scale too small against the time
 * (`ill-conditioned`; the normal mixture serves then).
 *
 * Source: Howard, Ramdas, McAuliffe and Sekhon 2021, proposition 9.
 *
 * @example
 * const bound = gammaExponentialBoundary(100, 0.05, 100, 2)
 * bound.ok && bound.value // => 33.02017
 */
export function gammaExponentialBoundary(
  time: number,
  alpha: number,
  bestAt: number,
  scale: number,
): Finding<number> {
  if (!(time > 0 && time < 1e100 && bestAt > 0 && bestAt < 1e100 && scale > 0 && scale < 1e100)) {
    return refused('not-enough-data', 'Times and the scale must be positive.')
  }
  if (!(alpha > 0 && alpha < 1))
    return refused('not-enough-data', 'The type I error must lie between 0 and 1.')
  const rho = bestMixingVariance(bestAt, 2 * tuningAlpha)
  const square = scale * scale
  const a = rho / square
  const b = (time + rho) / square
  if (!(b < 1e8))
    return refused('ill-conditioned', 'The scale is too small against the time for this boundary.')
  const constant = a * Math.log(a) - logGamma(a) - logGammaLower(a, a) + logGamma(b)
  const logMixture = (sum: number): number => {
    const q = (scale * sum + time + rho) / square
    return constant + logGammaLower(b, q) - b * Math.log(q) + (scale * sum + time) / square
  }
  const threshold = Math.log(1 / alpha)
  let high = Math.sqrt(time + rho) * Math.sqrt(2 * threshold + 2) + scale * threshold
  while (logMixture(high) < threshold && high < 1e300) high *= 2
  const boundary = findRoot((sum) => logMixture(sum) - threshold, 0, high, 1e-13 * high)
  if (boundary === null) return refused('ill-conditioned', 'The boundary could not be found.')
  return found(boundary)
}

/** Zeta(1.4). */
const zetaOfStitching = 3.105547277977581
const stitchingPower = 1.4
const stitchingStep = 2

/**
 * The same by a polynomial stitched boundary that starts at intrinsic time `from` and grows with the iterated
 * logarithm. `scale` may be 0, and negative for observations that stray less upwards than normal ones. Refuses times
 * that are not positive and alpha outside 0–1.
 *
 * Source: Howard, Ramdas, McAuliffe and Sekhon 2021, theorem 1, with s = 1.4 and η = 2.
 *
 * @example
 * const bound = stitchedBoundary(100, 0.05, 10, 3)
 * bound.ok && bound.value // => 64.48755
 */
export function stitchedBoundary(time: number, alpha: number, from: number, scale: number): Finding<number> {
  if (!(time >= 0 && time < 1e150 && from > 0 && from < 1e150 && Math.abs(scale) < 1e150)) {
    return refused('not-enough-data', 'Times must be positive and the scale a number.')
  }
  if (!(alpha >= 1e-100 && alpha < 1))
    return refused('not-enough-data', 'The type I error must lie between 0 and 1.')
  const u = Math.max(time, from)
  // Logarithms are subtracted, because the ratio of two times may be too large for a number.
  const l =
    stitchingPower * Math.log(Math.log(stitchingStep) + Math.log(u) - Math.log(from)) +
    Math.log(zetaOfStitching / (alpha * Math.log(stitchingStep) ** stitchingPower))
  const k1 = (stitchingStep ** 0.25 + stitchingStep ** -0.25) / Math.SQRT2
  const k2 = (Math.sqrt(stitchingStep) + 1) / 2
  const linear = k2 * scale * l
  const square = k1 * k1 * u * l
  const root = Math.hypot(Math.sqrt(square), linear)
  // A negative scale would leave the difference of two nearly equal numbers.
  return found(linear < 0 ? square / (root - linear) : root + linear)
}
