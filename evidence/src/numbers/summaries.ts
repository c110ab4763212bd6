/** Any list of numbers. */
export type Numbers = ArrayLike<number>

/** Sum with the running error carried along (Neumaier 1974). */
export function sum(values: Numbers): number {
  let total = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** Arithmetic mean in two passes; NaN for an empty list. */
export function mean(values: Numbers): number {
  const n = values.length
  if (n === 0) return NaN
  const first = sum(values) / n
  let rest = 0
  for (let i = 0; i < n; i++) rest += values[i]! - first
  return first + rest / n
}

/** Sum of squared distances from the mean, corrected for the rounding of the mean. */
export function sumOfSquares(values: Numbers, centre = mean(values)): number {
  let squares = 0
  let rest = 0
  for (let i = 0; i < values.length; i++) {
    const distance = values[i]! - centre
    squares += distance * distance
    rest += distance
  }
  return values.length === 0 ? 0 : squares - (rest * rest) / values.length
}

/** Sample variance (n − 1); NaN below two values. */
export function variance(values: Numbers): number {
  return values.length < 2 ? NaN : Math.max(0, sumOfSquares(values)) / (values.length - 1)
}

/** Sample standard deviation (n − 1); NaN below two values. */
export function standardDeviation(values: Numbers): number {
  return Math.sqrt(variance(values))
}

/** Copy in ascending order. */
export function sorted(values: Numbers): Float64Array {
  return Float64Array.from(values).sort()
}

/** Median; NaN for an empty list. */
export function median(values: Numbers): number {
  const n = values.length
  if (n === 0) return NaN
  const order = sorted(values)
  const half = n >> 1
  return n % 2 === 1 ? order[half]! : order[half - 1]! / 2 + order[half]! / 2
}

/** Quantile of type 7 (Hyndman and Fan 1996) at 0 ≤ p ≤ 1; NaN for an empty list. */
export function quantile(values: Numbers, p: number): number {
  const n = values.length
  if (n === 0 || !(p >= 0 && p <= 1)) return NaN
  const order = sorted(values)
  const place = (n - 1) * p
  const below = Math.floor(place)
  const above = Math.min(below + 1, n - 1)
  return order[below]! + (place - below) * (order[above]! - order[below]!)
}

/** Autocorrelation at a lag: Σ(x_i−m)(x_{i+lag}−m) / Σ(x_i−m)²; NaN for a constant or too short list. */
export function autocorrelation(values: Numbers, lag: number): number {
  const n = values.length
  const centre = mean(values)
  let below = 0
  let above = 0
  for (let i = 0; i < n; i++) {
    const distance = values[i]! - centre
    below += distance * distance
    if (i + lag < n) above += distance * (values[i + lag]! - centre)
  }
  return below > 0 ? above / below : NaN
}

/** Ranks from 1 with ties sharing their mean rank, and the sum of t³ − t over groups of ties. */
export function midranks(values: Numbers): { ranks: Float64Array; tieSum: number } {
  const n = values.length
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => values[i]! - values[j]!)
  const ranks = new Float64Array(n)
  let tieSum = 0
  for (let from = 0; from < n;) {
    let to = from
    while (to + 1 < n && values[order[to + 1]!]! === values[order[from]!]!) to++
    const rank = (from + to) / 2 + 1
    for (let i = from; i <= to; i++) ranks[order[i]!] = rank
    const size = to - from + 1
    tieSum += size * size * size - size
    from = to + 1
  }
  return { ranks, tieSum }
}
