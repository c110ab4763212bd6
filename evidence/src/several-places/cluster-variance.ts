import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { minimise } from '../numbers/optimise.ts'
import { mean } from '../numbers/summaries.ts'

/** Values of one cluster (a school, a place), summed up. */
interface Cluster {
  size: number
  mean: number
}

/** Values sorted into clusters in the order in which these first appear. */
export interface Clusters {
  labels: (string | number)[]
  clusters: Cluster[]
  /** Sum of squares around the cluster means. */
  within: number
  /** Number of values used. */
  n: number
  warnings: Warning[]
}

/**
 * Sorts values into clusters. Missing values (null, NaN) are dropped with a warning; refuses infinite or huge values,
 * lists of different length, fewer than two clusters and clusters all of which hold one value.
 */
export function sortIntoClusters(
  values: ArrayLike<number | null>,
  labels: ArrayLike<string | number>,
): Finding<Clusters> {
  if (values.length !== labels.length)
    return refused('not-enough-data', 'There must be one cluster for each value.')
  const members = new Map<string | number, number[]>()
  let missing = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value === null || value === undefined || Number.isNaN(value)) {
      missing++
      continue
    }
    if (!(Math.abs(value) <= 1e150))
      return refused('ill-conditioned', 'A value is infinite or far too large.')
    const list = members.get(labels[i]!) ?? []
    members.set(labels[i]!, list)
    list.push(value)
  }
  const warnings = missing > 0 ? [warning('missing-values', `${missing} dropped`)] : []
  const n = values.length - missing
  if (members.size < 2) return refused('not-enough-data', 'At least two clusters are needed.', warnings)
  if (members.size === n) {
    return refused('not-enough-data', 'At least one cluster must hold two values or more.', warnings)
  }
  const clusters: Cluster[] = []
  let within = 0
  for (const list of members.values()) {
    const centre = mean(list)
    for (const value of list) within += (value - centre) ** 2
    clusters.push({ size: list.length, mean: centre })
  }
  return found({ labels: [...members.keys()], clusters, within, n, warnings })
}

/** Restricted maximum likelihood fit of a mean with an effect of each cluster. */
export interface ClusterFit {
  grandMean: number
  /** Variance between clusters, never negative, and within them. */
  between: number
  within: number
}

/** Weighted mean, residual sum of squares and log-likelihood parts at a ratio of between to within variance. */
function profile(
  { clusters, within, n }: Clusters,
  ratio: number,
): { centre: number; residual: number; deviance: number } {
  let weights = 0
  let weighted = 0
  let logs = 0
  for (const { size, mean: value } of clusters) {
    const w = size / (1 + size * ratio)
    weights += w
    weighted += w * value
    logs += Math.log1p(size * ratio)
  }
  const centre = weighted / weights
  let residual = within
  for (const { size, mean: value } of clusters)
    residual += (size / (1 + size * ratio)) * (value - centre) ** 2
  return { centre, residual, deviance: (n - 1) * Math.log(residual) + logs + Math.log(weights) }
}

/**
 * Fits value = grand mean + cluster effect + rest by restricted maximum likelihood. The likelihood depends on one
 * number, the ratio of the two variances, and is searched on a grid of it and then to full accuracy around the best
 * place. Without any spread within clusters the within-variance is 0. Source: Patterson and Thompson 1971.
 */
export function fitClusters(data: Clusters): ClusterFit {
  const { clusters, within, n } = data
  const overall = clusters.reduce((sum, { size, mean: value }) => sum + size * value, 0) / n
  const spread = clusters.reduce((sum, { size, mean: value }) => sum + size * (value - overall) ** 2, 0)
  const size = Math.max(...clusters.map((cluster) => Math.abs(cluster.mean)))
  if (within <= (1e-15 * size) ** 2 * n || within <= 1e-24 * spread) return unweightedFit(clusters)
  if (spread <= 1e-24 * within) return { grandMean: overall, between: 0, within: within / (n - 1) }
  const deviance = (ratio: number) => profile(data, ratio).deviance
  const scale = Math.max(1e-6, spread / within)
  let best = 0
  let smallest = deviance(0)
  const grid = Array.from({ length: 49 }, (_, i) => scale * 10 ** (i / 4 - 10))
  for (const ratio of grid) {
    const value = deviance(ratio)
    if (value < smallest) {
      smallest = value
      best = ratio
    }
  }
  let ratio = 0
  const first = grid[0]!
  const slope = ratioSlope(data)
  if (best > 0 || slope(0) < 0) {
    const low = best === 0 ? 0 : best / 10 ** 0.25
    const high = best === 0 ? first : best * 10 ** 0.25
    ratio = polish(slope, minimise(deviance, low, high).x, low, high)
    if (deviance(ratio) >= deviance(0)) ratio = 0
  }
  const { centre, residual } = profile(data, ratio)
  const variance = residual / (n - 1)
  return { grandMean: centre, between: ratio * variance, within: variance }
}

/** Derivative of the deviance by the ratio, in closed form. */
function ratioSlope(data: Clusters): (ratio: number) => number {
  return (ratio) => {
    const { centre, residual } = profile(data, ratio)
    let weights = 0
    let squares = 0
    let logs = 0
    let pulled = 0
    for (const { size, mean: value } of data.clusters) {
      const w = size / (1 + size * ratio)
      weights += w
      squares += w * w
      logs += w
      pulled += w * w * (value - centre) ** 2
    }
    return logs - squares / weights - ((data.n - 1) * pulled) / residual
  }
}

/** Root of the slope near a minimum, by halving the bracket; the start when the slope does not change sign. */
function polish(slope: (ratio: number) => number, start: number, low: number, high: number): number {
  let [a, b] = [Math.max(low, start * (1 - 1e-4)), Math.min(high, start * (1 + 1e-4))]
  if (!(slope(a) < 0 && slope(b) > 0)) return start
  for (let step = 0; step < 60 && b - a > 1e-15 * b; step++) {
    const middle = (a + b) / 2
    if (slope(middle) < 0) a = middle
    else b = middle
  }
  return (a + b) / 2
}

/** Limit of the fit when clusters have no inner spread: every cluster counts once. */
function unweightedFit(clusters: Cluster[]): ClusterFit {
  const means = clusters.map((cluster) => cluster.mean)
  const centre = mean(means)
  const between = means.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (clusters.length - 1)
  return { grandMean: centre, between, within: 0 }
}
