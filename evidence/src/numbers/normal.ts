const inverseSqrtTwoPi = 0.398942280401432677939946059934

// Rational approximations of Cody 1969 for the normal tail area.
const innerTop = [
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
  18154.981253343561249,
]
const innerBottom = [
  1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
]
const middleTop = [
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
  597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
  9842.7148383839780218,
]
const middleBottom = [
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
]
const outerTop = [
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277649764,
  0.001421619193227893466, 2.9112874951168792e-5,
]
const outerBottom = [
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
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
  if (x < 5.656854249492380195)
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
