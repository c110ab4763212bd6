import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { createRandom, type Random } from '../numbers/random.ts'
import { mean } from '../numbers/summaries.ts'
import {
  type ChangeObservation,
  differenceInDifferences,
  type DifferenceInDifferences,
  readRows,
} from './difference-in-differences.ts'
import { drawShares } from './enumerate-draws.ts'

/** A difference in differences with an exact test on the changes of whole clusters. */
export interface ExactChangeTest extends DifferenceInDifferences {
  /** Change (mean after − mean before) of each cluster that has both periods, in ascending order of the cluster. */
  changes: { cluster: string | number; treated: boolean; change: number }[]
  pTwoSided: number
  /** Share of draws with a mean change of the drawn at least as high. */
  pGreater: number
  pLess: number
  /** Ways to draw as many treated clusters, and the smallest one-sided p this allows. */
  possibleDraws: number
  smallestP: number
  exact: boolean
}

/**
 * Did a few treated clusters change more than the others, judged against every other choice of treated clusters?
 *
 * Rows need a cluster, treated or not as a whole. Warns as `differenceInDifferences` does, and
 * `min-p-above-alpha` when the smallest possible p exceeds `alpha` (.05 unless given). Above 3 million draws
 * 100,000 are made with `random`. Refuses `not-enough-data` when clusters are missing, treated only in part, or
 * fewer than one treated and one not have both periods.
 * Source: Fisher 1935; ties by a relative tolerance of 1e-9.
 *
 * @example
 * exactChangeTest([1, 2, 3, 4].flatMap((school) => [
 *   { y: 10, treated: school === 1, after: false, cluster: school },
 *   { y: school === 1 ? 15 : 10 + school / 10, treated: school === 1, after: true, cluster: school },
 * ])).value.pGreater // => 0.25
 */
export function exactChangeTest(
  observations: readonly ChangeObservation[],
  options: { alpha?: number; random?: Random } = {},
): Finding<ExactChangeTest> {
  const base = differenceInDifferences(observations)
  if (!base.ok) return base
  const read = readRows(observations)
  if ('ok' in read) return read
  const { rows } = read
  if (rows.clusters === null) return refused('not-enough-data', 'Every row needs its cluster.', base.warnings)
  const clusters = new Map<string | number, Cluster>()
  for (let i = 0; i < rows.y.length; i++) {
    const name = rows.clusters[i]!
    const treated = rows.treated[i] === 1
    const cluster = clusters.get(name) ?? { treated, before: [], after: [] }
    if (cluster.treated !== treated)
      return refused('not-enough-data', `Cluster ${name} is treated in some rows only.`, base.warnings)
    if (rows.after[i] === 1) cluster.after.push(rows.y[i]!)
    else cluster.before.push(rows.y[i]!)
    clusters.set(name, cluster)
  }
  const changes = [...clusters]
    .filter(([, cluster]) => cluster.before.length > 0 && cluster.after.length > 0)
    .map(([cluster, { treated, before, after }]) => ({
      cluster,
      treated,
      change: mean(after) - mean(before),
    }))
    .sort((a, b) => compareNames(a.cluster, b.cluster))
  const drawn = changes.map((change) => change.treated)
  if (!drawn.includes(true) || !drawn.includes(false))
    return refused(
      'not-enough-data',
      'Treated and comparison both need a cluster with both periods.',
      base.warnings,
    )
  const shares = drawShares(
    changes.map((change) => change.change),
    drawn,
    options.random ?? createRandom(1),
  )
  const smallestP = 1 / shares.draws
  const warnings: Warning[] = [...base.warnings]
  if (smallestP > (options.alpha ?? 0.05))
    warnings.push(warning('min-p-above-alpha', `1 in ${shares.draws} draws`))
  return found(
    {
      ...base.value,
      changes,
      pTwoSided: shares.twoSided,
      pGreater: shares.greater,
      pLess: shares.less,
      possibleDraws: shares.draws,
      smallestP,
      exact: shares.exact,
    },
    warnings,
  )
}

interface Cluster {
  treated: boolean
  before: number[]
  after: number[]
}

/** Numbers and texts that read as numbers by size, everything else by letters. */
export function compareNames(a: string | number, b: string | number): number {
  const difference = Number(a) - Number(b)
  if (!Number.isNaN(difference)) return difference
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
