import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { type BlockedUnit, blockedTest } from '../two-groups/blocked-test.ts'
import { largestUsableValue } from '../two-groups/usable-values.ts'

/** A cluster (a school, a unit) as it was drawn, with its mean after and, where known, before. */
export interface DrawnCluster {
  after: number | null
  before?: number | null
  treated: boolean
  /** Block within which the cluster was drawn; left out when all were drawn together. */
  block?: string | number
}

/** What was compared: the level after, the change, or the level after adjusted for the level before. */
export type ClusterSummary = 'after' | 'change' | 'adjusted'

/** Clusters drawn by lot, judged by the draws that could have been made. */
export interface ClusterTest {
  /** Mean of the treated minus mean of the others in the summary, averaged over blocks. */
  effect: number
  summary: ClusterSummary
  assignments: number
  twoSidedP: number
  greaterP: number
  smallestP: number
  counting: 'exact' | 'monte-carlo'
  treatedClusters: number
  otherClusters: number
}

/** From this number of clusters the level before is adjusted for instead of subtracted. */
const fewestForAdjusting = 8

/**
 * Does a treatment given to whole clusters drawn by lot change their level? The cluster is the unit. Without levels
 * before the levels after are compared; with them the changes, and from eight clusters the levels after adjusted for
 * those before (residuals of one common slope within blocks).
 *
 * Clusters with a missing level after are dropped, and so are, when any level before is known, those without one
 * (warning `missing-values`). Refuses infinite values and data in which no block holds both arms. Warns `few-clusters`
 * with ten or fewer in an arm, `few-treated-clusters` with fewer than five treated, and `min-p-above-alpha`.
 * Source: Gail, Mark, Carroll, Green and Pee 1996; Hayes and Moulton 2017.
 *
 * @example
 * const schools = clusterTest([
 *   { before: 10, after: 15, treated: true }, { before: 12, after: 16, treated: true },
 *   { before: 11, after: 11, treated: false }, { before: 9, after: 10, treated: false },
 * ])
 * schools.ok && [schools.value.effect, schools.value.summary, schools.value.assignments] // => [4, "change", 6]
 */
export function clusterTest(clusters: readonly DrawnCluster[], alpha = 0.05): Finding<ClusterTest> {
  const known = (value: number | null | undefined): value is number =>
    typeof value === 'number' && !Number.isNaN(value)
  const withBefore = clusters.some((cluster) => known(cluster.before))
  const usable = clusters.filter(({ after, before }) => known(after) && (!withBefore || known(before)))
  for (const { after, before } of usable) {
    if (!(Math.abs(after!) <= largestUsableValue) || !(Math.abs(before ?? 0) <= largestUsableValue)) {
      return refused('ill-conditioned', 'A level is infinite or far too large.')
    }
  }
  const treatedClusters = usable.filter((cluster) => cluster.treated).length
  const otherClusters = usable.length - treatedClusters
  const warnings: Warning[] = []
  if (usable.length < clusters.length) {
    warnings.push(warning('missing-values', `${clusters.length - usable.length} dropped`))
  }
  if (treatedClusters < 5) warnings.push(warning('few-treated-clusters', String(treatedClusters)))
  if (Math.min(treatedClusters, otherClusters) <= 10) warnings.push(warning('few-clusters'))
  const summary: ClusterSummary = !withBefore
    ? 'after'
    : usable.length < fewestForAdjusting
      ? 'change'
      : 'adjusted'
  const finding = blockedTest(summarise(usable, summary), alpha)
  if (!finding.ok) return { ...finding, warnings: [...warnings, ...finding.warnings] }
  const { effect, assignments, twoSidedP, greaterP, smallestP, counting } = finding.value
  return found(
    {
      effect,
      summary,
      assignments,
      twoSidedP,
      greaterP,
      smallestP,
      counting,
      treatedClusters,
      otherClusters,
    },
    [...warnings, ...finding.warnings],
  )
}

/** One value for each cluster. */
function summarise(clusters: readonly DrawnCluster[], summary: ClusterSummary): BlockedUnit[] {
  const slope = summary === 'after' ? 0 : summary === 'change' ? 1 : commonSlope(clusters)
  return clusters.map(({ after, before, treated, block }) => ({
    value: after! - slope * (before ?? 0),
    treated,
    block: block ?? '',
  }))
}

/** Slope of after on before within blocks, the arms left out of account as they are when the treatment does nothing. */
function commonSlope(clusters: readonly DrawnCluster[]): number {
  const blocks = new Map<string | number, DrawnCluster[]>()
  for (const cluster of clusters) {
    const key = cluster.block ?? ''
    blocks.set(key, [...(blocks.get(key) ?? []), cluster])
  }
  let products = 0
  let squares = 0
  for (const members of blocks.values()) {
    const meanBefore = members.reduce((sum, cluster) => sum + cluster.before!, 0) / members.length
    const meanAfter = members.reduce((sum, cluster) => sum + cluster.after!, 0) / members.length
    for (const { before, after } of members) {
      products += (before! - meanBefore) * (after! - meanAfter)
      squares += (before! - meanBefore) ** 2
    }
  }
  // Levels before that do not differ leave nothing to adjust for.
  return squares > 0 ? products / squares : 0
}
