import { choose } from '../numbers/distributions.ts'
import { costOfSumRows, sumRows } from './integer-sums.ts'

/** How many of all splits of n1 + n2 different values give U = 0, 1, …, n1·n2, and how many splits there are. */
export interface MannWhitneyCounts {
  counts: Float64Array
  total: number
}

/** Exact distribution of U without ties; null for groups too large to count. Source: Mann and Whitney 1947. */
export function mannWhitneyCounts(n1: number, n2: number): MannWhitneyCounts | null {
  const size = Math.min(n1, n2)
  const pairs = n1 * n2
  const total = choose(n1 + n2, size)
  if (total <= Number.MAX_SAFE_INTEGER) {
    const counts = new Float64Array(pairs + 1)
    const lower = countsUpTo(n1, n2, pairs >> 1)
    for (let u = 0; u < lower.length; u++) counts[u] = counts[pairs - u] = lower[u]!
    return { counts, total }
  }
  if (!Number.isFinite(total) || n1 + n2 > 2000) return null
  const ranks = Float64Array.from({ length: n1 + n2 }, (_, i) => i + 1)
  const { additions, cells } = costOfSumRows(ranks, size, size)
  if (additions > 3e8 || cells > 1.6e7) return null
  return { counts: sumRows(ranks, size, size).rows[size]!, total }
}

/**
 * Share of all splits of different values whose U lies as far from n1·n2/2 as `u`, 0 to 1; null when there are more
 * splits than 2⁵³, the limit of exact counts. Only the nearer tail is counted, the other is its mirror image.
 */
export function shareAsFarOut(n1: number, n2: number, u: number): number | null {
  const pairs = n1 * n2
  const total = choose(n1 + n2, Math.min(n1, n2))
  if (!(total <= Number.MAX_SAFE_INTEGER)) return null
  const nearer = Math.min(u, pairs - u)
  if (2 * nearer === pairs) return 1
  let tail = 0
  for (const count of countsUpTo(n1, n2, nearer)) tail += count
  return (2 * tail) / total
}

/**
 * Counts of U = 0 … `last` as coefficients of the Gaussian binomial: for i = 1 … min(n1, n2) multiply by 1 − q^(max + i)
 * and divide by 1 − q^i. After every division the numbers are the counts of smaller groups, so all stay whole and below
 * the number of splits. Source: Andrews 1976, The Theory of Partitions, chapter 3.
 */
function countsUpTo(n1: number, n2: number, last: number): Float64Array {
  const larger = Math.max(n1, n2)
  const counts = new Float64Array(last + 1)
  counts[0] = 1
  for (let i = 1; i <= Math.min(n1, n2); i++) {
    for (let u = last; u >= larger + i; u--) counts[u]! -= counts[u - larger - i]!
    for (let u = i; u <= last; u++) counts[u]! += counts[u - i]!
  }
  return counts
}
