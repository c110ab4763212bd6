import { choose } from '../numbers/distributions.ts'

/** How often each sum occurs among all choices of `size` integers: counts[s] belongs to the sum lowest + s. */
export interface SumDistribution {
  lowest: number
  counts: Float64Array
  /** Number of choices; inexact above 2⁵³ but to full relative accuracy. */
  total: number
}

/** Prefix sums of ascending integers, and of the same from the largest down. */
function extremes(ascending: ArrayLike<number>): Float64Array {
  const prefix = new Float64Array(ascending.length + 1)
  for (let i = 0; i < ascending.length; i++) prefix[i + 1] = prefix[i]! + ascending[i]!
  return prefix
}

/** Number of additions `sumDistribution` would make. */
export function sumDistributionWork(ascending: ArrayLike<number>, size: number): number {
  const n = ascending.length
  const prefix = extremes(ascending)
  let work = 0
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(1, size - (n - 1 - i)); j <= Math.min(i + 1, size); j++) {
      work += prefix[i]! - prefix[i - j + 1]! - prefix[j - 1]! + 1
    }
  }
  return work
}

/** Number of cells `sumDistribution` would hold in memory. */
export function sumDistributionCells(ascending: ArrayLike<number>, size: number): number {
  const n = ascending.length
  const prefix = extremes(ascending)
  let cells = 0
  for (let j = 0; j <= size; j++) cells += prefix[n]! - prefix[n - j]! - prefix[j]! + 1
  return cells
}

/**
 * Exact distribution of the sum of `size` out of the given ascending integers ≥ 0, all choices equally likely.
 * Source: the shift algorithm of Streitberg and Röhmel 1986, with every row cut to the sums that can occur.
 */
export function sumDistribution(ascending: ArrayLike<number>, size: number): SumDistribution {
  const n = ascending.length
  const prefix = extremes(ascending)
  const rows: Float64Array[] = []
  for (let j = 0; j <= size; j++) rows.push(new Float64Array(prefix[n]! - prefix[n - j]! - prefix[j]! + 1))
  rows[0]![0] = 1
  for (let i = 0; i < n; i++) {
    const value = ascending[i]!
    const fewest = Math.max(1, size - (n - 1 - i))
    for (let j = Math.min(i + 1, size); j >= fewest; j--) {
      const from = rows[j - 1]!
      const to = rows[j]!
      // Sums of j−1 among the first i values run from prefix[j−1] to the sum of the j−1 largest of them.
      const width = prefix[i]! - prefix[i - j + 1]! - prefix[j - 1]! + 1
      const move = value + prefix[j - 1]! - prefix[j]!
      for (let s = 0; s < width; s++) to[s + move]! += from[s]!
    }
  }
  return { lowest: prefix[size]!, counts: rows[size]!, total: choose(n, size) }
}

/** Share of choices whose sum is ≥ high or ≤ low; `low` below `high`, else everything counts. */
export function shareInTails(distribution: SumDistribution, high: number, low: number): number {
  const { lowest, counts, total } = distribution
  if (low >= high) return 1
  let sum = 0
  const lastLow = Math.min(counts.length - 1, Math.floor(low - lowest))
  for (let s = 0; s <= lastLow; s++) sum += counts[s]!
  for (let s = counts.length - 1; s >= Math.max(0, Math.ceil(high - lowest)); s--) sum += counts[s]!
  return Math.min(1, sum / total)
}

/** Values written as whole multiples of a unit above the smallest value. */
export interface WholeMultiples {
  /** Multiples in the order of the values, each ≥ 0. */
  multiples: Float64Array
  unit: number
}

/**
 * Writes values as integer multiples of the largest decimal unit (1, 0.1 … 1e-6) that fits all of them, divided by
 * their common divisor; null when they are not decimals of at most six digits.
 */
export function wholeMultiples(values: ArrayLike<number>): WholeMultiples | null {
  let smallest = Infinity
  let largest = -Infinity
  for (let i = 0; i < values.length; i++) {
    smallest = Math.min(smallest, values[i]!)
    largest = Math.max(largest, values[i]!)
  }
  const multiples = new Float64Array(values.length)
  for (let digits = 0; digits <= 6; digits++) {
    const factor = 10 ** digits
    if ((largest - smallest) * factor > 1e9) return null
    let fits = true
    for (let i = 0; i < values.length && fits; i++) {
      const exact = (values[i]! - smallest) * factor
      const whole = Math.round(exact)
      multiples[i] = whole
      fits = Math.abs(exact - whole) <= 1e-9 * Math.max(1, (largest - smallest) * factor)
    }
    if (!fits) continue
    let divisor = 0
    for (let i = 0; i < values.length; i++) divisor = commonDivisor(divisor, multiples[i]!)
    if (divisor > 1) for (let i = 0; i < values.length; i++) multiples[i] = multiples[i]! / divisor
    return { multiples, unit: Math.max(1, divisor) / factor }
  }
  return null
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
