/** Smallest share of an item's variance that is left to the item itself, against improper solutions. */
const smallestUniqueness = 0.005

/** A one-factor maximum-likelihood solution: standardised loadings and unique shares of the variance. */
export interface OneFactor {
  loadings: number[]
  uniquenesses: number[]
}

/**
 * One common factor fitted to a correlation matrix of at least three items by maximum likelihood, unique shares
 * kept at or above 0.005. The sum of the loadings is not negative. Null when the rounds do not settle.
 * Sources: Lawley and Maxwell 1971; Rubin and Thayer 1982 (the expectation–maximisation rounds).
 */
export function oneFactor(correlation: readonly number[][]): OneFactor | null {
  let loadings = startLoadings(correlation)
  let uniquenesses = loadings.map((loading) => 1 - loading ** 2)
  for (let round = 0; round < 100_000; round++) {
    const precision = loadings.reduce((sum, loading, i) => sum + loading ** 2 / uniquenesses[i]!, 0)
    const scores = loadings.map((loading, i) => loading / uniquenesses[i]! / (1 + precision))
    const withScore = correlation.map((row) => row.reduce((sum, value, j) => sum + value * scores[j]!, 0))
    const scoreVariance = scores.reduce((sum, score, i) => sum + score * withScore[i]!, 1 / (1 + precision))
    const nextLoadings = withScore.map((value) => value / scoreVariance)
    const nextUniquenesses = withScore.map((value, i) =>
      Math.max(smallestUniqueness, 1 - nextLoadings[i]! * value),
    )
    const change = nextUniquenesses.reduce(
      (most, share, i) =>
        Math.max(most, Math.abs(share - uniquenesses[i]!), Math.abs(nextLoadings[i]! - loadings[i]!)),
      0,
    )
    loadings = nextLoadings
    uniquenesses = nextUniquenesses
    if (!Number.isFinite(change)) return null
    if (change < 1e-13) break
  }
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1
  return { loadings: loadings.map((loading) => sign * loading), uniquenesses }
}

/** Half of the strongest correlation of each item, with the sign of its correlation with all items together. */
function startLoadings(correlation: readonly number[][]): number[] {
  return correlation.map((row, i) => {
    const together = row.reduce((sum, value) => sum + value, 0)
    const strongest = row.reduce((most, value, j) => (i === j ? most : Math.max(most, Math.abs(value))), 0.1)
    return (together < 0 ? -1 : 1) * Math.sqrt(Math.min(0.9, strongest) / 2)
  })
}
