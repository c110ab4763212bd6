import { normalUpper } from '../numbers/distributions.ts'
import { midranks } from '../numbers/summaries.ts'
import { createRandom } from '../numbers/random.ts'
import { shareAsFarOut } from './mann-whitney-counts.ts'
import { type SplitShares, ascendingShares, sampledShares, splitsToDraw } from './split-test.ts'

/** Ranks of two pooled groups and what follows from them. */
export interface RankComparison {
  /** Pairs in which the first group's value is larger, ties counted one half. */
  u: number
  /** Exact two-sided p on midranks: share of splits with |W − E(W)| at least as large. */
  exactP: number
  /** How exactP was counted. */
  counting: SplitShares['counting']
  /** Normal approximation with correction for ties, two-sided; undefined when all values are equal. */
  normalP: number | undefined
  /** The same with continuity correction. */
  normalPContinuity: number | undefined
}

/** Mann-Whitney test of the first `size` pooled values against the rest. Source: Mann and Whitney 1947; coin (midranks). */
export function compareRanks(values: Float64Array, size: number): RankComparison {
  const n = values.length
  const rest = n - size
  const { ranks, tieSum } = midranks(values)
  let rankSum = 0
  for (let i = 0; i < size; i++) rankSum += ranks[i]!
  const u = rankSum - (size * (size + 1)) / 2
  const untied = tieSum === 0 ? shareAsFarOut(size, rest, u) : null
  const exact =
    untied === null ? midrankShares(ranks, size, rankSum) : { twoSided: untied, counting: 'exact' as const }
  const variance = ((size * rest) / 12) * (n + 1 - tieSum / (n * (n - 1)))
  const distance = Math.abs(u - (size * rest) / 2)
  const defined = variance > 1e-12 * n * n
  const twoTails = (z: number) => Math.min(1, 2 * normalUpper(Math.max(0, z)))
  return {
    u,
    exactP: exact.twoSided,
    counting: exact.counting,
    normalP: defined ? twoTails(distance / Math.sqrt(variance)) : undefined,
    normalPContinuity: defined ? twoTails((distance - 0.5) / Math.sqrt(variance)) : undefined,
  }
}

function midrankShares(ranks: Float64Array, size: number, rankSum: number): SplitShares {
  const n = ranks.length
  // Midranks are halves at most; ranks without halves need no doubling, which halves the work.
  const factor = ranks.every((rank) => Number.isInteger(rank)) ? 1 : 2
  const ascending = ranks.map((rank) => rank * factor).sort()
  const total = (factor * n * (n + 1)) / 2
  const exact = ascendingShares(ascending, size, rankSum * factor, total)
  if (exact !== null) return exact
  const mean = (n + 1) / 2
  const centred = ranks.map((rank) => rank - mean)
  return sampledShares(centred, size, rankSum - size * mean, 1e-6, createRandom(1), splitsToDraw(size))
}
