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
  const total = choose(n1 + n2, size)
  if (!Number.isFinite(total) || n1 + n2 > 2000) return null
  const ranks = Float64Array.from({ length: n1 + n2 }, (_, i) => i + 1)
  const { additions, cells } = costOfSumRows(ranks, size, size)
  if (additions > 3e8 || cells > 1.6e7) return null
  return { counts: sumRows(ranks, size, size).rows[size]!, total }
}
