import { type Finding, found, warning } from '../finding.ts'
import { fitClusters, sortIntoClusters } from './cluster-variance.ts'

/** Cluster means drawn towards their common mean. */
export interface ShrunkenMeans {
  /** Common mean, clusters weighted by what they tell. */
  grandMean: number
  /** Variance between clusters and within them, in squared units. */
  between: number
  within: number
  /** One entry for each cluster, in the order of first appearance. */
  clusters: ShrunkenMean[]
}

/** One cluster's mean before and after borrowing strength. */
export interface ShrunkenMean {
  cluster: string | number
  size: number
  rawMean: number
  shrunkenMean: number
}

/**
 * What is the level of each place when small places borrow strength from the others? Random-intercept model by
 * restricted maximum likelihood with best linear unbiased predictions. Missing values are dropped with a warning;
 * refuses fewer than two clusters, clusters all of which hold one value, and infinite values. Warns
 * `between-variance-zero` when the clusters do not differ more than chance would make them; all then get the common
 * mean. Source: Robinson 1991; Gelman and Hill 2007, chapter 12.
 *
 * @example
 * const places = shrinkClusterMeans([4, 3, 5, 4, 2, 3, 3, 3, 1, 1, 2], [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3])
 * places.ok && places.value.clusters.map((place) => place.shrunkenMean) // => [3.496, 2.942, 1.564]
 */
export function shrinkClusterMeans(
  values: ArrayLike<number | null>,
  clusters: ArrayLike<string | number>,
): Finding<ShrunkenMeans> {
  const data = sortIntoClusters(values, clusters)
  if (!data.ok) return data
  const { labels, clusters: groups, warnings } = data.value
  const { grandMean, between, within } = fitClusters(data.value)
  const means = groups.map(({ size, mean }, i) => {
    const trust = between === 0 ? 0 : (size * between) / (size * between + within)
    return { cluster: labels[i]!, size, rawMean: mean, shrunkenMean: grandMean + trust * (mean - grandMean) }
  })
  return found(
    { grandMean, between, within, clusters: means },
    between === 0 ? [...warnings, warning('between-variance-zero')] : warnings,
  )
}
