import type { Random } from '../numbers/random.ts'
import { mannWhitneyCounts } from '../two-groups/mann-whitney-counts.ts'
import { normalUpper } from '../numbers/distributions.ts'
import {
  distinctOrders,
  drawOrders,
  pairGains,
  rowKinds,
  visitOrders,
  withoutMargins,
} from '../several-places/start-orders.ts'
import { splitShares } from '../two-groups/split-test.ts'

/** One made-up experiment: draws its data and tells whether the test finds the effect. */
export type Trial = (random: Random) => boolean

/** Two groups of normal values judged by the exact Mann-Whitney test. */
export interface TwoGroupsTrial {
  kind: 'two-groups'
  size1: number
  size2: number
  /** Shift of the first group, in standard deviations. */
  shift: number
  alpha: number
}

/** Two arms of clusters judged by the exact permutation test on cluster means. */
export interface ClustersTrial {
  kind: 'clusters'
  clustersPerArm: number
  clusterSize: number
  icc: number
  /** Difference divided by the standard deviation of a person. */
  effect: number
  alpha: number
}

/** A stepped wedge judged by the permutation test over the start orders. */
export interface SteppedWedgeTrial {
  kind: 'stepped-wedge'
  /** Places × periods of 0 and 1. */
  design: readonly (readonly number[])[]
  answersPerCell: number
  /** Effect and spread of one answer, in the unit of the outcome. */
  effect: number
  answerSd: number
  alpha: number
}

/** Experiments whose power can be simulated. */
export type SimulatedTrial = TwoGroupsTrial | ClustersTrial | SteppedWedgeTrial

/** Makes the experiment of a plan; the plan has been checked. */
export function makeTrial(plan: SimulatedTrial): Trial {
  if (plan.kind === 'two-groups') return twoGroups(plan)
  return plan.kind === 'clusters' ? clusters(plan) : steppedWedge(plan)
}

/** Share that is at most alpha up to rounding. */
function reaches(p: number, alpha: number): boolean {
  return p <= alpha * (1 + 1e-9)
}

/** For each value of U whether the exact two-sided test rejects, by the normal approximation when out of reach. */
export function rejectedU(size1: number, size2: number, alpha: number): Uint8Array {
  const n = size1 + size2
  const pairs = size1 * size2
  const rejected = new Uint8Array(pairs + 1)
  const exact = mannWhitneyCounts(size1, size2)
  if (exact === null) {
    const sd = Math.sqrt((pairs * (n + 1)) / 12)
    for (let u = 0; u <= pairs; u++) {
      const distance = Math.max(0, Math.abs(u - pairs / 2) - 0.5)
      if (reaches(2 * normalUpper(distance / sd), alpha)) rejected[u] = 1
    }
    return rejected
  }
  const { counts, total } = exact
  // The distribution of U is symmetric, so one tail serves for both ends.
  for (let u = 0, tail = 0; 2 * u < pairs; u++) {
    tail += counts[u]!
    if (!reaches((2 * tail) / total, alpha)) break
    rejected[u] = 1
    rejected[pairs - u] = 1
  }
  return rejected
}

function twoGroups({ size1, size2, shift, alpha }: TwoGroupsTrial): Trial {
  const rejected = rejectedU(size1, size2, alpha)
  const others = new Float64Array(size2)
  const sorting = size2 > 40
  return (random) => {
    for (let j = 0; j < size2; j++) others[j] = random.normal()
    if (sorting) others.sort()
    let u = 0
    for (let i = 0; i < size1; i++) {
      const value = random.normal() + shift
      u += sorting ? countBelow(others, value) : countBelowUnsorted(others, value)
    }
    return rejected[u] === 1
  }
}

function countBelowUnsorted(values: Float64Array, mark: number): number {
  let count = 0
  for (let j = 0; j < values.length; j++) if (values[j]! < mark) count++
  return count
}

function countBelow(ascending: Float64Array, mark: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < mark) low = middle + 1
    else high = middle
  }
  return low
}

function clusters({ clustersPerArm, clusterSize, icc, effect, alpha }: ClustersTrial): Trial {
  const spread = Math.sqrt(icc + (1 - icc) / clusterSize)
  const means = new Float64Array(2 * clustersPerArm)
  return (random) => {
    for (let i = 0; i < means.length; i++)
      means[i] = spread * random.normal() + (i < clustersPerArm ? effect : 0)
    return reaches(splitShares(means, clustersPerArm, spread).twoSided, alpha)
  }
}

/** Distinct orders up to which a simulated test visits all; beyond, it draws this many. */
const mostOrders = 1000

/**
 * Levels of places and periods drop out of the coefficient, so only the answers' own spread is drawn. An order's
 * coefficient is a sum of one entry per place of the matrix of gains.
 */
function steppedWedge({ design, answersPerCell, effect, answerSd, alpha }: SteppedWedgeTrial): Trial {
  const places = design.length
  const periods = design[0]!.length
  const marks = Float64Array.from(design.flat())
  const x = withoutMargins(marks, places, periods)
  const kinds = rowKinds(design, places)
  const orders = distinctOrders(kinds)
  const spread = answerSd / Math.sqrt(answersPerCell)
  const outcomes = new Float64Array(marks.length)
  return (random) => {
    for (let k = 0; k < outcomes.length; k++) outcomes[k] = effect * marks[k]! + spread * random.normal()
    const gains = pairGains(withoutMargins(outcomes, places, periods), x, places, periods)
    let observed = 0
    for (let i = 0; i < places; i++) observed += gains[i * places + i]!
    const slack = 1e-9 * Math.abs(observed)
    const { twoSidedP } =
      orders <= mostOrders
        ? visitOrders(gains, kinds, observed, slack)
        : drawOrders(gains, places, observed, slack, random, mostOrders - 1)
    return reaches(twoSidedP, alpha)
  }
}

/** Counts rejections in `runs` made-up experiments. */
export function countRejections(trial: Trial, random: Random, runs: number): number {
  let count = 0
  for (let run = 0; run < runs; run++) if (trial(random)) count++
  return count
}
