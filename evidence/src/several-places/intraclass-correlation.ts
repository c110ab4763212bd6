import { type Finding, found, warning } from '../finding.ts'
import { fitClusters, sortIntoClusters } from './cluster-variance.ts'

/** How alike values of the same cluster are. */
export interface IntraclassCorrelation {
  /** Share of all variance that lies between clusters, 0–1, by restricted maximum likelihood; undefined without spread. */
  correlation: number | undefined
  /** Variance between clusters and within them, in squared units; never negative. */
  between: number
  within: number
  /** The same share from the analysis of variance; may be negative. Undefined when there is no spread. */
  anova: number | undefined
}

/**
 * How much do answers from the same place resemble each other? Input as in `shrinkClusterMeans`. Warns
 * `between-variance-zero` when the clusters differ no more than chance would make them, `constant-values` when all
 * values are equal. Source: Searle, Casella and McCulloch 1992; Donner and Koval 1980 (unequal cluster sizes).
 *
 * @example
 * const likeness = intraclassCorrelation([1, 2, 5, 6, 9, 9], ['A', 'A', 'B', 'B', 'C', 'C'])
 * likeness.ok && likeness.value.anova // => 0.976608
 */
export function intraclassCorrelation(
  values: ArrayLike<number | null>,
  clusters: ArrayLike<string | number>,
): Finding<IntraclassCorrelation> {
  const data = sortIntoClusters(values, clusters)
  if (!data.ok) return data
  const { within: inner, n, warnings, clusters: groups } = data.value
  const fit = fitClusters(data.value)
  const total = fit.between + fit.within
  if (!(total > 0)) {
    return found({ correlation: undefined, between: 0, within: 0, anova: undefined }, [
      ...warnings,
      warning('constant-values'),
    ])
  }
  const overall = groups.reduce((sum, group) => sum + group.size * group.mean, 0) / n
  const msBetween =
    groups.reduce((sum, group) => sum + group.size * (group.mean - overall) ** 2, 0) / (groups.length - 1)
  const msWithin = inner / (n - groups.length)
  const size = (n - groups.reduce((sum, group) => sum + group.size ** 2, 0) / n) / (groups.length - 1)
  return found(
    {
      correlation: fit.between / total,
      between: fit.between,
      within: fit.within,
      anova: (msBetween - msWithin) / (msBetween + (size - 1) * msWithin),
    },
    fit.between === 0 ? [...warnings, warning('between-variance-zero')] : warnings,
  )
}
