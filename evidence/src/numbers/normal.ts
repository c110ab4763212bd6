const inverseSqrtTwoPi = 0.3989422804014327

// Rational approximations of Cody 1969 for the normal tail area.
const innerTop = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
]
const innerBottom = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673]
const middleTop = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
]
const middleBottom = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
]
const outerTop = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
]
const outerBottom = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
]

function polynomial(coefficients: readonly number[], x: number): number {
  let value = coefficients[0]!
  for (let i = 1; i < coefficients.length; i++) value = value * x + coefficients[i]!
  return value
}

/** Density of the standard normal distribution. */
export function normalPdf(x: number): number {
  return inverseSqrtTwoPi * Math.exp(-0.5 * x * x)
}

/** exp(−x²/2) with the square split so that no digits are lost for large x. */
function gaussianFactor(x: number): number {
  const head = Math.trunc(x * 16) / 16
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head))
}

/** Upper tail for x ≥ 0.67448975. */
function positiveTail(x: number): number {
  if (x < 5.656854249492381)
    return gaussianFactor(x) * (polynomial(middleTop, x) / polynomial(middleBottom, x))
  if (x > 38.6) return 0
  const inverse = 1 / (x * x)
  const correction = (inverse * polynomial(outerTop, inverse)) / polynomial(outerBottom, inverse)
  return (gaussianFactor(x) * (inverseSqrtTwoPi - correction)) / x
}

/** P(Z > x) for a standard normal Z, accurate in the far tail. */
export function normalUpper(x: number): number {
  if (x > 0.67448975) return positiveTail(x)
  if (x < -0.67448975) return 1 - positiveTail(-x)
  const square = x * x
  return 0.5 - (x * polynomial(innerTop, square)) / polynomial(innerBottom, square)
}

/** P(Z ≤ x) for a standard normal Z, accurate in the far tail. */
export function normalCdf(x: number): number {
  return normalUpper(-x)
}

/**
 * Quantile of the standard normal distribution for 0 < p < 1; ∓Infinity at 0 and 1, NaN outside.
 * Source: a starting value from a rational approximation, two Halley steps on the accurate tail.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0.5) return 0
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
}

/** x with P(Z > x) = q for 0 < q ≤ 1; use it in place of normalQuantile(1 − q) when q is tiny. */
export function normalUpperQuantile(q: number): number {
  if (!(q >= 0 && q <= 1)) return NaN
  if (q === 0) return Infinity
  if (q === 1) return -Infinity
  return q > 0.5 ? -upperQuantile(1 - q) : upperQuantile(q)
}

function upperQuantile(q: number): number {
  const t = Math.sqrt(-2 * Math.log(q))
  let x =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 3; step++) {
    const density = normalPdf(x)
    if (density === 0) break
    const error = (normalUpper(x) - q) / density
    const change = error / (1 - 0.5 * x * error)
    x += change
    if (Math.abs(change) < 1e-12 * (1 + Math.abs(x))) break
  }
  return x
}
