import { choose } from '../numbers/distributions.ts'

/** How often each sum occurs among the choices of j out of some integers: rows[j][s] belongs to the sum lowest[j] + s. */
export interface SumRows {
  rows: Float64Array[]
  lowest: Float64Array
}

/** Sums of the first 0, 1, … values. */
function prefixSums(values: ArrayLike<number>): Float64Array {
  const prefix = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) prefix[i + 1] = prefix[i]! + values[i]!
  return prefix
}

/**
 * Exact counts of the sums of j out of the given ascending integers ≥ 0, for every j from fewest to most.
 * Source: the shift algorithm of Streitberg and Röhmel 1986, with every row cut to the sums that can occur.
 */
export function sumRows(ascending: ArrayLike<number>, fewest: number, most: number): SumRows {
  const n = ascending.length
  const prefix = prefixSums(ascending)
  const rows: Float64Array[] = []
  for (let j = 0; j <= most; j++) rows.push(new Float64Array(prefix[n]! - prefix[n - j]! - prefix[j]! + 1))
  rows[0]![0] = 1
  for (let i = 0; i < n; i++) {
    const value = ascending[i]!
    const first = Math.max(1, fewest - (n - 1 - i))
    for (let j = Math.min(i + 1, most); j >= first; j--) {
      const from = rows[j - 1]!
      const to = rows[j]!
      // Sums of j−1 among the first i values run from prefix[j−1] to the sum of the j−1 largest of them.
      const width = prefix[i]! - prefix[i - j + 1]! - prefix[j - 1]! + 1
      const move = value + prefix[j - 1]! - prefix[j]!
      for (let s = 0; s < width; s++) to[s + move]! += from[s]!
    }
  }
  return { rows, lowest: prefix }
}

/** What `sumRows` would cost: additions made and numbers held. */
export function costOfSumRows(
  ascending: ArrayLike<number>,
  fewest: number,
  most: number,
): { additions: number; cells: number } {
  const n = ascending.length
  const prefix = prefixSums(ascending)
  let additions = 0
  let cells = 0
  for (let j = 0; j <= most; j++) cells += prefix[n]! - prefix[n - j]! - prefix[j]! + 1
  for (let i = 0; i < n; i++) {
    for (let j = Math.min(i + 1, most); j >= Math.max(1, fewest - (n - 1 - i)); j--) {
      additions += prefix[i]! - prefix[i - j + 1]! - prefix[j - 1]! + 1
    }
  }
  return { additions, cells }
}

/** Integers cut in two halves with the counts of the sums of each, ready for counting choices of `size`. */
export interface IntegerHalves {
  first: SumRows
  second: SumRows
  size: number
  /** Number of choices; inexact above 2⁵³ but to full relative accuracy. */
  total: number
}

/** Limits of the recursion: about a second and 130 MB. */
const mostAdditions = 1e9
const mostCells = 1.6e7

/** Prepares counting; null when the recursion would take too long, too much memory or too large numbers. */
export function integerHalves(ascending: Float64Array, size: number): IntegerHalves | null {
  const n = ascending.length
  const half = n >> 1
  const total = choose(n, size)
  if (!Number.isFinite(total)) return null
  const lower = ascending.subarray(0, half)
  const upper = ascending.subarray(half)
  const limits = [
    [Math.max(0, size - (n - half)), Math.min(half, size)],
    [Math.max(0, size - half), Math.min(n - half, size)],
  ] as const
  const a = costOfSumRows(lower, ...limits[0])
  const b = costOfSumRows(upper, ...limits[1])
  if (a.additions + b.additions > mostAdditions || a.cells + b.cells > mostCells) return null
  return { first: sumRows(lower, ...limits[0]), second: sumRows(upper, ...limits[1]), size, total }
}

/** Share of choices whose sum is ≥ high or ≤ low, at most 1, by matching the two halves' counts. */
export function shareInTails(
  { first, second, size, total }: IntegerHalves,
  high: number,
  low: number,
): number {
  let count = 0
  for (let j = 0; j < first.rows.length; j++) {
    const partner = second.rows[size - j]
    if (partner === undefined) continue
    const row = first.rows[j]!
    const base = first.lowest[j]! + second.lowest[size - j]!
    let at = partner.length
    let above = 0
    for (let s = 0; s < row.length; s++) {
      while (at > 0 && base + s + at - 1 >= high) above += partner[--at]!
      count += row[s]! * above
    }
    at = 0
    let below = 0
    for (let s = row.length - 1; s >= 0; s--) {
      while (at < partner.length && base + s + at <= low) below += partner[at++]!
      count += row[s]! * below
    }
  }
  return Math.min(1, count / total)
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
    // Equal values are all 0 and have no divisor.
    const divisor = Math.max(1, multiples.reduce(commonDivisor, 0))
    return { multiples: multiples.map((multiple) => multiple / divisor), unit: divisor / factor }
  }
  return null
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
