const logSqrtTwoPi = 0.9189385332046728

const lanczosG = 607 / 128
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
]

/** Stirling's series for log(n!) minus its leading terms, for n ≥ 10. Source: Loader 2000. */
function stirlingSeries(n: number): number {
  const square = n * n
  return (
    (1 / 12 -
      (1 / 360 -
        (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360 - 1 / 156 / square) / square) / square) / square) /
          square) /
        square) /
    n
  )
}

/**
 * Natural logarithm of the gamma function for x > 0; Infinity at 0, NaN below.
 * Source: Lanczos approximation for small x, Stirling's series from 10 on.
 */
export function logGamma(x: number): number {
  if (x === 0) return Infinity
  if (!(x > 0)) return NaN
  if (x === 1 || x === 2) return 0
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + logSqrtTwoPi + stirlingSeries(x)
  let product = 1
  let shifted = x
  // The recurrence keeps full relative accuracy where log gamma passes through zero.
  if (shifted > 2.5) {
    while (shifted > 2.5) {
      shifted -= 1
      product *= shifted
    }
    return Math.log(product) + logGamma(shifted)
  }
  if (shifted < 0.5) return logGamma(shifted + 1) - Math.log(shifted)
  return logGammaMiddle(shifted)
}

/** Zeta-series around 1 or 2, exact to rounding between 0.5 and 2.5. */
function logGammaMiddle(x: number): number {
  const around = x < 1.5 ? x - 1 : x - 2
  if (Math.abs(around) > 0.3) {
    let sum = lanczos[0]!
    for (let i = 1; i < lanczos.length; i++) sum += lanczos[i]! / (x - 1 + i)
    const base = x - 1 + lanczosG + 0.5
    return logSqrtTwoPi + (x - 0.5) * Math.log(base) - base + Math.log(sum)
  }
  // log Γ(1+z) = -log(1+z) + z(1-γ) + Σ (-1)^k (ζ(k)-1) z^k / k
  let sum = 0
  let power = around
  for (let k = 2; k <= 40; k++) {
    power *= -around
    sum -= (zetaMinusOne[k]! * power) / k
    if (Math.abs(power) < 1e-18) break
  }
  const aroundOne = -Math.log1p(around) + around * (1 - eulerGamma) + sum
  return x < 1.5 ? aroundOne : aroundOne + Math.log1p(around)
}

const eulerGamma = 0.5772156649015329
const zetaMinusOne = makeZeta()

function makeZeta(): Float64Array {
  const zeta = new Float64Array(41)
  for (let k = 2; k <= 40; k++) {
    let sum = 0
    const last = 30
    for (let n = last - 1; n >= 2; n--) sum += n ** -k
    // Euler-Maclaurin remainder from n = last on.
    const tail =
      last ** (1 - k) / (k - 1) +
      0.5 * last ** -k +
      (k * last ** (-k - 1)) / 12 -
      (k * (k + 1) * (k + 2) * last ** (-k - 3)) / 720 +
      (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * last ** (-k - 5)) / 30240
    zeta[k] = sum + tail
  }
  return zeta
}

const smallStirling = new Float64Array(32)
for (let half = 1; half < 32; half++) {
  const n = half / 2
  smallStirling[half] = logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - logSqrtTwoPi
}

/** log(n!) − log(√(2πn)(n/e)ⁿ) for n > 0. Source: Loader 2000. */
export function stirlingError(n: number): number {
  if (n > 15) return stirlingSeries(n)
  const doubled = n + n
  if (doubled === Math.floor(doubled)) return smallStirling[doubled]!
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - logSqrtTwoPi
}

/** x log(x/m) + m − x without cancellation, for x ≥ 0 and m > 0. Source: Loader 2000. */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m
  if (Math.abs(x - m) < 0.1 * (x + m)) {
    const ratio = (x - m) / (x + m)
    let sum = (x - m) * ratio
    let term = 2 * x * ratio
    const square = ratio * ratio
    for (let j = 1; j < 1000; j++) {
      term *= square
      const next = sum + term / (2 * j + 1)
      if (next === sum) return next
      sum = next
    }
  }
  return x * Math.log(x / m) + m - x
}

/** Natural logarithm of the beta function for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (small >= 10) {
    const correction = stirlingError(small) + stirlingError(large) - stirlingError(small + large)
    return (
      logSqrtTwoPi +
      correction +
      (small + 0.5) * Math.log(small) +
      (large + 0.5) * Math.log(large) -
      (small + large + 0.5) * Math.log(small + large) +
      Math.log(small + large) -
      Math.log(small) -
      Math.log(large)
    )
  }
  if (large >= 10) {
    // Γ(large)/Γ(large+small) without subtracting two large logarithms.
    const ratio =
      stirlingSeries(large) -
      stirlingSeries(large + small) +
      small -
      (large - 0.5) * Math.log1p(small / large) -
      small * Math.log(large + small)
    return logGamma(small) + ratio
  }
  return logGamma(small) + logGamma(large) - logGamma(small + large)
}

const logFactorials = new Float64Array(256)
let exact = 1
for (let n = 1; n < 171; n++) {
  exact *= n
  logFactorials[n] = Math.log(exact)
}
for (let n = 171; n < 256; n++) logFactorials[n] = logGamma(n + 1)

/** log(n!) for an integer n ≥ 0. */
export function logFactorial(n: number): number {
  return n < 256 ? logFactorials[n]! : logGamma(n + 1)
}

/** log of the number of ways to choose k out of n; −Infinity when there is none. */
export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity
  if (k === 0 || k === n) return 0
  if (n < 256) return logFactorials[n]! - logFactorials[k]! - logFactorials[n - k]!
  return -Math.log(n + 1) - logBeta(n - k + 1, k + 1)
}

/** Number of ways to choose k out of n, exact while it stays below 2⁵³; 0 when there is none. */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0
  const shorter = Math.min(k, n - k)
  let product = 1
  for (let i = 1; i <= shorter; i++) {
    product = (product * (n - shorter + i)) / i
    if (product < 9007199254740992) product = Math.round(product)
  }
  return product
}
