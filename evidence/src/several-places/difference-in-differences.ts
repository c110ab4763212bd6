import { type Finding, found, refused, type Refused, type Warning, warning } from '../finding.ts'
import { studentTQuantile } from '../numbers/distributions.ts'
import { largestValue } from '../numbers/regression.ts'
import {
  cellMeans,
  changeErrors,
  type CellMeans,
  type ChangeErrors,
  type ChangeRows,
  type ClusterErrors,
} from './change-model.ts'

/** One observation of a two-group, two-period comparison. */
export interface ChangeObservation {
  /** Outcome; null or NaN is missing. */
  y: number | null
  treated: boolean
  after: boolean
  /** The unit that was treated or not (school, store), when several rows share one. */
  cluster?: string | number | null
}

/** The change of the treated beyond the change of the comparison, in units of the outcome. */
export interface DifferenceInDifferences {
  estimate: number
  /** 95% interval: CR2 with its degrees of freedom when clustered, HC2 with t otherwise; null when undefined. */
  low: number | null
  high: number | null
  means: CellMeans
  n: number
  errors: ChangeErrors
  clustered: ClusterErrors | null
  treatedClusters: number | null
}

/** Below this many treated clusters robust errors are unreliable. */
const fewTreated = 5

/**
 * Did the treated change more than the comparison? Difference in differences from rows.
 *
 * Units are taken to change independently of each other, which their outcomes cannot show: where units of one larger unit
 * (schools of a municipality) share what happens to them, name the larger unit in `cluster`.
 *
 * Missing outcomes and rows without a cluster (when others have one) are dropped (`missing-values`). Warns
 * `few-treated-clusters` under 5 treated clusters (use the exact test), `unbalanced-panel` when a cluster lacks a
 * period, `constant-values` without spread (no errors). Refuses `not-enough-data` when one of the four cells is
 * empty and `ill-conditioned` for infinite or huge outcomes.
 * Sources: Card and Krueger 1994; Bell and McCaffrey 2002; Pustejovsky and Tipton 2018; checked against R
 * sandwich and clubSandwich.
 *
 * @example
 * differenceInDifferences([
 *   { y: 10, treated: false, after: false }, { y: 11, treated: false, after: true },
 *   { y: 20, treated: true, after: false }, { y: 24, treated: true, after: true },
 * ]).value.estimate // => 3
 */
export function differenceInDifferences(
  observations: readonly ChangeObservation[],
): Finding<DifferenceInDifferences> {
  const read = readRows(observations)
  if ('ok' in read) return read
  const { rows, warnings } = read
  const means = cellMeans(rows)
  if (means === null)
    return refused('not-enough-data', 'Treated and comparison both need rows before and after.', warnings)
  const { errors, clustered } = changeErrors(rows)
  if (errors.ordinary === null) {
    const constant = rows.y.length > 4
    warnings.push(constant ? warning('constant-values') : warning('too-few-points', `${rows.y.length} rows`))
  }
  const treatedClusters = clusterWarnings(rows, warnings)
  const estimate = means.t1 - means.t0 - (means.c1 - means.c0)
  const error = clustered === null ? errors.hc2 : clustered.cr2
  const df = clustered === null ? rows.y.length - 4 : clustered.degreesOfFreedom
  const margin = error === null || df === null || !(df > 0) ? null : studentTQuantile(0.975, df) * error
  return found(
    {
      estimate,
      low: margin === null ? null : estimate - margin,
      high: margin === null ? null : estimate + margin,
      means,
      n: rows.y.length,
      errors,
      clustered,
      treatedClusters,
    },
    warnings,
  )
}

/** Usable rows and what was dropped. */
export function readRows(
  observations: readonly ChangeObservation[],
): { rows: ChangeRows; warnings: Warning[] } | Refused {
  const clusteredAtAll = observations.some((row) => row.cluster !== undefined && row.cluster !== null)
  const kept: ChangeObservation[] = []
  for (const row of observations) {
    if (row.y === null || Number.isNaN(row.y)) continue
    if (clusteredAtAll && (row.cluster === undefined || row.cluster === null)) continue
    if (!(Math.abs(row.y) <= largestValue))
      return refused('ill-conditioned', 'An outcome is infinite or too large to compute with.')
    kept.push(row)
  }
  const warnings: Warning[] = []
  const lost = observations.length - kept.length
  if (lost > 0) warnings.push(warning('missing-values', `${lost} rows`))
  return {
    rows: {
      y: Float64Array.from(kept, (row) => row.y!),
      treated: Uint8Array.from(kept, (row) => (row.treated ? 1 : 0)),
      after: Uint8Array.from(kept, (row) => (row.after ? 1 : 0)),
      clusters: clusteredAtAll ? kept.map((row) => row.cluster!) : null,
    },
    warnings,
  }
}

/** Adds the warnings about clusters and gives the number of treated ones; null without clusters. */
function clusterWarnings(rows: ChangeRows, warnings: Warning[]): number | null {
  if (rows.clusters === null) return null
  const treated = new Set<string | number>()
  const periods = new Map<string | number, number>()
  rows.clusters.forEach((cluster, i) => {
    if (rows.treated[i] === 1) treated.add(cluster)
    periods.set(cluster, (periods.get(cluster) ?? 0) | (rows.after[i] === 1 ? 2 : 1))
  })
  if (treated.size < fewTreated) warnings.push(warning('few-treated-clusters', `${treated.size} treated`))
  const lacking = [...periods.values()].filter((seen) => seen !== 3).length
  if (lacking > 0) warnings.push(warning('unbalanced-panel', `${lacking} clusters lack a period`))
  return treated.size
}
