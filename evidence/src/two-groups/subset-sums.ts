/**
 * Sums of every choice of j out of the given values, ascending, for j = 0..values.length; entries outside
 * fewest..most stay empty. Built by merging sorted lists, so no list is ever sorted.
 */
export function sortedSubsetSums(values: ArrayLike<number>, fewest: number, most: number): Float64Array[] {
  let lists: Float64Array[] = [Float64Array.of(0)]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const left = values.length - 1 - i
    const next: Float64Array[] = []
    for (let j = 0; j <= Math.min(i + 1, most); j++) {
      if (j + left < fewest) next.push(none)
      else next.push(mergeShifted(lists[j] ?? none, lists[j - 1] ?? none, value))
    }
    lists = next
  }
  return lists
}

const none = new Float64Array(0)

/** Merge of `plain` and `moved` + shift, both ascending. */
function mergeShifted(plain: Float64Array, moved: Float64Array, shift: number): Float64Array {
  if (moved.length === 0) return plain
  const merged = new Float64Array(plain.length + moved.length)
  let p = 0
  let m = 0
  for (let i = 0; i < merged.length; i++) {
    if (m === moved.length || (p < plain.length && plain[p]! <= moved[m]! + shift)) merged[i] = plain[p++]!
    else merged[i] = moved[m++]! + shift
  }
  return merged
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

/**
 * Counts, among all choices of `size` values, those whose sum is ≥ high and those whose sum is ≤ low, without
 * visiting the choices one by one: the values are cut in two halves and the halves' sorted sums are matched.
 * Source: Horowitz and Sahni 1974. Needs about 2^(n/2) numbers of memory.
 */
export function countSubsetSums(values: Float64Array, size: number, high: number, low: number): TailCounts {
  const half = values.length >> 1
  const others = values.length - half
  const first = sortedSubsetSums(values.subarray(0, half), Math.max(0, size - others), Math.min(half, size))
  const second = sortedSubsetSums(values.subarray(half), Math.max(0, size - half), Math.min(others, size))
  const counts: TailCounts = { atOrAbove: 0, atOrBelow: 0, total: 0 }
  for (let j = 0; j < first.length; j++) {
    const partner = second[size - j]
    if (partner === undefined || partner.length === 0 || first[j]!.length === 0) continue
    const part = countPairs(first[j]!, partner, high, low)
    counts.atOrAbove += part.atOrAbove
    counts.atOrBelow += part.atOrBelow
    counts.total += part.total
  }
  return counts
}

/** Sums of every subset of any size, ascending. */
export function sortedSumsOfAnySize(values: ArrayLike<number>): Float64Array {
  let sums: Float64Array = Float64Array.of(0)
  for (let i = 0; i < values.length; i++) sums = mergeEither(sums, 0, values[i]!)
  return sums
}

/** Merge of list + a and list + b, ascending. */
function mergeEither(list: Float64Array, a: number, b: number): Float64Array {
  const [small, large] = a <= b ? [a, b] : [b, a]
  const merged = new Float64Array(2 * list.length)
  let p = 0
  let q = 0
  for (let i = 0; i < merged.length; i++) {
    if (p < list.length && list[p]! + small <= list[q]! + large) merged[i] = list[p++]! + small
    else merged[i] = list[q++]! + large
  }
  return merged
}

/** Sums with every value taken as +value or −value, ascending: the 2ⁿ sign patterns. */
export function sortedSignedSums(values: ArrayLike<number>): Float64Array {
  let sums: Float64Array = Float64Array.of(0)
  for (let i = 0; i < values.length; i++) sums = mergeEither(sums, -values[i]!, values[i]!)
  return sums
}
