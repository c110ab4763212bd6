/** Sums of choices out of some values, sorted by how many were chosen: those of j lie at starts[j]..starts[j + 1]. */
export interface SubsetSums {
  /** Ascending within each number chosen. */
  sums: Float64Array
  starts: Int32Array
}

/**
 * Sums of every choice of j out of the given values, ascending, for every j from fewest to most (both inclusive; other
 * j have no sums). Built value by value by merging sorted lists, so nothing is ever sorted.
 */
export function sortedSubsetSums(values: ArrayLike<number>, fewest: number, most: number): SubsetSums {
  const n = values.length
  let sums: Float64Array = Float64Array.of(0)
  let starts = Int32Array.of(0, 1)
  for (let i = 0; i < n; i++) {
    const left = n - 1 - i
    const size = Math.min(i + 1, most)
    const least = Math.max(0, fewest - left)
    const nextStarts = new Int32Array(size + 2)
    for (let j = least; j <= size; j++) {
      nextStarts[j + 1] = nextStarts[j]! + countOf(starts, j) + countOf(starts, j - 1)
    }
    const next = new Float64Array(nextStarts[size + 1]!)
    for (let j = least; j <= size; j++) mergeShifted(sums, starts, j, values[i]!, next, nextStarts[j]!)
    sums = next
    starts = nextStarts
  }
  return { sums, starts }
}

/** Number of sums with j chosen. */
function countOf(starts: Int32Array, j: number): number {
  return j < 0 || j + 1 >= starts.length ? 0 : starts[j + 1]! - starts[j]!
}

/** Writes the merge of the sums of j and the sums of j − 1 plus `shift`, both ascending, to `to` from `at` on. */
function mergeShifted(
  sums: Float64Array,
  starts: Int32Array,
  j: number,
  shift: number,
  to: Float64Array,
  at: number,
): void {
  let p = starts[j]!
  const pEnd = p + countOf(starts, j)
  let m = starts[Math.max(0, j - 1)]!
  const mEnd = m + countOf(starts, j - 1)
  while (p < pEnd && m < mEnd) {
    const plain = sums[p]!
    const moved = sums[m]! + shift
    if (plain <= moved) {
      to[at++] = plain
      p++
    } else {
      to[at++] = moved
      m++
    }
  }
  while (p < pEnd) to[at++] = sums[p++]!
  while (m < mEnd) to[at++] = sums[m++]! + shift
}

/** How many of all sums lie at or above one mark and at or below another. */
export interface TailCounts {
  atOrAbove: number
  atOrBelow: number
  total: number
}

/** Counts pairs a + b, one from each ascending list, with a + b ≥ high, and with a + b ≤ low. */
export function countPairs(first: Float64Array, second: Float64Array, high: number, low: number): TailCounts {
  let atOrAbove = 0
  let atOrBelow = 0
  let above = second.length
  let below = second.length
  for (let i = 0; i < first.length; i++) {
    const a = first[i]!
    while (above > 0 && a + second[above - 1]! >= high) above--
    atOrAbove += second.length - above
    while (below > 0 && a + second[below - 1]! > low) below--
    atOrBelow += below
  }
  return { atOrAbove, atOrBelow, total: first.length * second.length }
}

/** Values cut in two halves with the sorted sums of each, ready for counting. */
export interface SplitHalves {
  first: SubsetSums
  second: SubsetSums
  /** Number of values chosen from both halves together. */
  size: number
}

/** Prepares the counting of choices of `size` values. Needs about 2^(n/2) numbers of memory. */
export function splitHalves(values: Float64Array, size: number): SplitHalves {
  const half = values.length >> 1
  const others = values.length - half
  return {
    first: sortedSubsetSums(values.subarray(0, half), Math.max(0, size - others), Math.min(half, size)),
    second: sortedSubsetSums(values.subarray(half), Math.max(0, size - half), Math.min(others, size)),
    size,
  }
}

/**
 * Counts, among all choices, those whose sum is ≥ high and those whose sum is ≤ low, without visiting the choices one
 * by one: the sorted sums of the halves are matched. Source: Horowitz and Sahni 1974.
 */
export function countSubsetSums({ first, second, size }: SplitHalves, high: number, low: number): TailCounts {
  const counts: TailCounts = { atOrAbove: 0, atOrBelow: 0, total: 0 }
  for (let j = 0; j + 1 < first.starts.length; j++) {
    // Where the second half cannot complete the choice, the first holds no sums and nothing is counted.
    const partner = size - j
    const part = countPairs(
      first.sums.subarray(first.starts[j], first.starts[j + 1]),
      second.sums.subarray(second.starts[partner], second.starts[partner + 1]),
      high,
      low,
    )
    counts.atOrAbove += part.atOrAbove
    counts.atOrBelow += part.atOrBelow
    counts.total += part.total
  }
  return counts
}

/** Merge of list − step and list + step, ascending, for a step ≥ 0. */
function mergeEither(list: Float64Array, step: number): Float64Array {
  const merged = new Float64Array(2 * list.length)
  let p = 0
  let q = 0
  for (let i = 0; i < merged.length; i++) {
    if (p < list.length && list[p]! - step <= list[q]! + step) merged[i] = list[p++]! - step
    else merged[i] = list[q++]! + step
  }
  return merged
}

/** Sums with every value taken as +value or −value, ascending: the 2ⁿ sign patterns. */
export function sortedSignedSums(values: ArrayLike<number>): Float64Array {
  let sums: Float64Array = Float64Array.of(0)
  for (let i = 0; i < values.length; i++) sums = mergeEither(sums, Math.abs(values[i]!))
  return sums
}
