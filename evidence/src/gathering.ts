import { type Refused, type Warning, refused, warning } from './finding.ts'
import { leastSquares } from './numbers/least-squares.ts'
import { fromRows } from './numbers/matrix.ts'
import { roundingFloor } from './numbers/regression.ts'
import { likenessOfNeighbours } from './numbers/residual-forms.ts'

/**
 * How the values of two groups came about, where they do not come from separate people or units. A method for separate
 * values cannot see this in the values of a small experiment, so that whoever knows it has to say it.
 */
export interface Gathering {
  /** Each list stands in the order in which it was measured in one place, so that neighbours may be alike. */
  inTimeOrder?: boolean
  /**
   * The cluster (class, household, ward) of each value, for the first list and for the second. The clusters' means are
   * then compared in place of the values: the unit is what was drawn, not the row.
   */
  clusters?: readonly [first: readonly ClusterLabel[], second: readonly ClusterLabel[]]
}

/** Name or number of a cluster; a value without one (null) is left out. */
export type ClusterLabel = string | number | null

type Values = ArrayLike<number | null>

/** Up to this many clusters in an arm a result hangs on single clusters. */
const fewClusters = 10

/** Fewest values in time order in which a likeness of neighbours of 0.3 is seen more often than not. */
const fewestInOrder = 40

/** One-sided 10 % point of the normal distribution: likeness of neighbours above it is warned of. */
const alikeFrom = 1.2816

/**
 * The two lists to compare: as they are, or the means of their clusters with warnings `few-clusters` (10 or fewer in an
 * arm) and `missing-values`. Refuses (`not-enough-data`) labels that do not match their list.
 */
export function gatherGroups(
  first: Values,
  second: Values,
  { clusters }: Gathering,
): { ok: true; first: Values; second: Values; warnings: Warning[] } | Refused {
  if (clusters === undefined) return { ok: true, first, second, warnings: [] }
  if (clusters[0].length !== first.length || clusters[1].length !== second.length) {
    return refused('not-enough-data', 'Every value needs the label of its cluster.')
  }
  const arms = [meansOfClusters(first, clusters[0]), meansOfClusters(second, clusters[1])] as const
  const fewer = Math.min(arms[0].means.length, arms[1].means.length)
  const missing = arms[0].missing + arms[1].missing
  const warnings: Warning[] = []
  if (missing > 0) warnings.push(warning('missing-values', `${missing} dropped`))
  if (fewer <= fewClusters) warnings.push(warning('few-clusters', `${fewer} clusters in an arm`))
  return { ok: true, first: arms[0].means, second: arms[1].means, warnings }
}

function meansOfClusters(
  values: Values,
  labels: readonly ClusterLabel[],
): { means: number[]; missing: number } {
  const counts = new Map<string | number, number>()
  let missing = 0
  const used = labels.map((label, i) => {
    const value = values[i]
    const usable = label !== null && typeof value === 'number' && !Number.isNaN(value)
    if (usable) counts.set(label, (counts.get(label) ?? 0) + 1)
    else missing++
    return usable
  })
  const means = new Map<string | number, number>()
  labels.forEach((label, i) => {
    // Each part is divided before it is added, so that huge values do not overflow.
    if (used[i]) means.set(label!, (means.get(label!) ?? 0) + values[i]! / counts.get(label!)!)
  })
  return { means: [...means.values()], missing }
}

/**
 * Warnings about values in time order that are handed to a method for separate values: `too-few-points` under 40 values
 * together, where a likeness of neighbours that shortens intervals badly (0.3) goes unseen more often than not, and
 * `autocorrelation` where neighbours are more alike than those of nine independent series in ten.
 */
export function warningsOfOrder(
  groups: readonly Float64Array[],
  { inTimeOrder }: Pick<Gathering, 'inTimeOrder'>,
): Warning[] {
  if (inTimeOrder !== true) return []
  const used = groups.filter((group) => group.length > 0)
  const warnings: Warning[] = []
  const rows = used.flatMap((group, place) =>
    Array.from(group, () => used.map((_, j) => (j === place ? 1 : 0))),
  )
  if (rows.length < fewestInOrder)
    warnings.push(warning('too-few-points', `${rows.length} values in time order`))
  if (rows.length === 0) return warnings
  const values = used.flatMap((group) => [...group])
  const x = fromRows(rows)
  const fit = leastSquares(x, values)
  const likeness = fit.residualSumOfSquares > roundingFloor(values) ? likenessOfNeighbours(x, fit) : null
  if (likeness !== null && likeness > alikeFrom) {
    warnings.push(warning('autocorrelation', `${likeness.toFixed(1)} standard deviations`))
  }
  return warnings
}
