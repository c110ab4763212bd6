import { type Finding, type Warning, found, refused, warning } from '../finding.ts'
import { normalCdf, normalQuantile } from '../numbers/distributions.ts'
import { checkPlan, tTestPower } from './power-of-t-test.ts'

/** A two-arm trial in which whole clusters (schools, units) are drawn. */
export interface ClusterPlan {
  clustersPerArm: number
  /** Mean number of people in a cluster. */
  clusterSize: number
  /** Intraclass correlation, 0–1. */
  icc: number
  /** Difference divided by the standard deviation of a person. */
  effect: number
  alpha?: number
  /** Coefficient of variation of the cluster sizes, default 0 (all equal). */
  sizeVariation?: number
}

/** What a cluster trial can see. */
export interface ClusterPower {
  /** Factor by which clustering inflates the variance. */
  designEffect: number
  /** Number of independent answers per arm that would tell as much. */
  effectiveSizePerArm: number
  /** Power by the normal approximation, one tail. */
  powerNormal: number
  /** Power by the noncentral t with 2(clusters per arm − 1) df, both tails; undefined with one cluster per arm. */
  powerT: number | undefined
}

/**
 * How likely is a cluster trial to find an effect? Warns `few-clusters` with 10 clusters per arm or fewer. Refuses
 * fewer than one cluster or one person, an icc outside 0–1, a negative variation and alpha out of range.
 * Source: Donner and Klar 2000; Eldridge, Ashby and Kerry 2006 (unequal sizes).
 *
 * @example
 * const trial = powerOfClusterTrial({ clustersPerArm: 6, clusterSize: 25, icc: 0.05, effect: 0.4 })
 * trial.ok && [trial.value.designEffect, trial.value.powerT] // => [2.2, 0.559231]
 */
export function powerOfClusterTrial(plan: ClusterPlan): Finding<ClusterPower> {
  const { clustersPerArm, clusterSize, icc, effect, alpha = 0.05, sizeVariation = 0 } = plan
  const problem = checkPlan(alpha, 0.5, effect)
  if (problem !== null) return problem
  if (!(clustersPerArm >= 1 && clusterSize >= 1 && clustersPerArm * clusterSize <= 1e12)) {
    return refused('not-enough-data', 'Each arm needs at least one cluster of at least one person.')
  }
  if (!(icc >= 0 && icc <= 1))
    return refused('not-enough-data', 'The intraclass correlation must lie between 0 and 1.')
  if (!(sizeVariation >= 0 && sizeVariation < 1e6)) {
    return refused('not-enough-data', 'The variation of cluster sizes must not be negative.')
  }
  const designEffect = 1 + ((sizeVariation ** 2 + 1) * clusterSize - 1) * icc
  const effectiveSizePerArm = (clustersPerArm * clusterSize) / designEffect
  const shift = Math.abs(effect) * Math.sqrt(effectiveSizePerArm / 2)
  const df = 2 * (clustersPerArm - 1)
  const warnings: Warning[] = clustersPerArm <= 10 ? [warning('few-clusters', String(clustersPerArm))] : []
  return found(
    {
      designEffect,
      effectiveSizePerArm,
      powerNormal: normalCdf(shift - normalQuantile(1 - alpha / 2)),
      powerT: df > 0 ? tTestPower(df, shift, alpha) : undefined,
    },
    warnings,
  )
}
