import { type Finding, type Refused, found, refused } from '../finding.ts'
import { checkPlan } from './power-of-t-test.ts'
import { powerOfSteppedWedge } from './power-of-stepped-wedge.ts'
import { createRandom } from '../numbers/random.ts'
import {
  type ClustersTrial,
  type SteppedWedgeTrial,
  type SimulatedTrial,
  type TwoGroupsTrial,
  countRejections,
  makeTrial,
} from './simulated-trials.ts'

/** How long and with which seed to simulate. */
export interface SimulationOptions {
  /** Number of made-up experiments, default 20,000. */
  runs?: number
  /** Seed of the generator, default 1: the same seed gives the same answer. */
  seed?: number
}

/** Power as found by simulation. */
export interface SimulatedPower {
  /** Share of the made-up experiments in which the test reached p ≤ alpha. */
  power: number
  /** Standard error of that share: √(power·(1 − power)/runs). */
  monteCarloError: number
  runs: number
}

/** A plan without its kind; alpha is 0.05 unless given. */
type Plan<T extends { kind: string; alpha: number }> = Omit<T, 'kind' | 'alpha'> & { alpha?: number }

/**
 * How likely is the exact Mann-Whitney test to find a shift of the first group, for normal data? `shift` is in
 * standard deviations. Refuses sizes that are not whole numbers from 1 to 100,000 (together at most 10⁷ pairs), and
 * alpha or the number of runs (1 to 10⁸) out of range.
 *
 * @example
 * const power = simulatePowerOfRankTest({ size1: 10, size2: 12, shift: 1 }, { runs: 2000, seed: 7 })
 * power.ok && power.value.runs // => 2000
 * power.ok && Math.abs(power.value.power - 0.551) < 0.05 // => true
 */
export function simulatePowerOfRankTest(
  plan: Plan<TwoGroupsTrial>,
  options: SimulationOptions = {},
): Finding<SimulatedPower> {
  return simulatePower({ kind: 'two-groups', ...plan, alpha: plan.alpha ?? 0.05 }, options)
}

/**
 * How likely is the exact permutation test on cluster means to find an effect in a cluster trial with equal cluster
 * sizes? Sees what the formula of `powerOfClusterTrial` cannot: that few clusters cannot reach a small p at all.
 * Refuses fewer than one or more than 20 clusters per arm, an icc outside 0–1 and the rest as above.
 *
 * @example
 * const power = simulatePowerOfClusterTrial({ clustersPerArm: 3, clusterSize: 25, icc: 0.05, effect: 2 }, { runs: 500 })
 * power.ok && power.value.power // => 0
 */
export function simulatePowerOfClusterTrial(
  plan: Plan<ClustersTrial>,
  options: SimulationOptions = {},
): Finding<SimulatedPower> {
  return simulatePower({ kind: 'clusters', ...plan, alpha: plan.alpha ?? 0.05 }, options)
}

/**
 * How likely is the permutation test over the start orders to find the effect of a stepped wedge? The order is what was
 * drawn, so few places cannot reach a small p at all; differences between places and periods do not matter. Above 1,000
 * different orders each made-up experiment is judged by 999 of them. Refuses designs that are not 0 and 1 with at most
 * 100 places and periods or in which treatment cannot be told from place and period, and the rest as above.
 *
 * @example
 * const design = [[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]]
 * const power = simulatePowerOfSteppedWedge({ design, answersPerCell: 20, effect: 5, answerSd: 1 }, { runs: 200 })
 * power.ok && power.value.power // => 0
 */
export function simulatePowerOfSteppedWedge(
  plan: Plan<SteppedWedgeTrial>,
  options: SimulationOptions = {},
): Finding<SimulatedPower> {
  return simulatePower({ kind: 'stepped-wedge', ...plan, alpha: plan.alpha ?? 0.05 }, options)
}

/**
 * Simulates any of the plans in the calling thread; refusals as in the functions above.
 *
 * @example
 * const plan = { kind: 'two-groups', size1: 8, size2: 8, shift: 0, alpha: 0.05 }
 * const once = simulatePower(plan, { runs: 500, seed: 3 })
 * const again = simulatePower(plan, { runs: 500, seed: 3 })
 * once.ok && again.ok && once.value.power === again.value.power // => true
 */
export function simulatePower(
  plan: SimulatedTrial,
  options: SimulationOptions = {},
): Finding<SimulatedPower> {
  const { runs = 20_000, seed = 1 } = options
  const problem = checkSimulation(plan, runs)
  if (problem !== null) return problem
  return found(powerOfCount(countRejections(makeTrial(plan), createRandom(seed), runs), runs))
}

/** Share and Monte Carlo error of a count of rejections. */
export function powerOfCount(rejections: number, runs: number): SimulatedPower {
  const power = rejections / runs
  return { power, monteCarloError: Math.sqrt((power * (1 - power)) / runs), runs }
}

/** Refusal of a plan or a number of runs that cannot be simulated. */
export function checkSimulation(plan: SimulatedTrial, runs: number): Refused | null {
  if (!isWhole(runs, 1, 1e8))
    return refused('not-enough-data', 'The number of runs must be whole, from 1 to 10⁸.')
  if (plan.kind === 'two-groups') {
    const sized = isWhole(plan.size1, 1, 1e5) && isWhole(plan.size2, 1, 1e5) && plan.size1 * plan.size2 <= 1e7
    return sized
      ? checkPlan(plan.alpha, 0.5, plan.shift)
      : refused('not-enough-data', 'Group sizes must be whole numbers from 1, with at most 10⁷ pairs.')
  }
  if (plan.kind === 'stepped-wedge') return checkSteppedWedge(plan)
  if (!isWhole(plan.clustersPerArm, 1, 20)) {
    return refused('not-enough-data', 'Clusters per arm must be a whole number from 1 to 20.')
  }
  if (!(plan.clusterSize >= 1 && plan.clusterSize <= 1e12 && plan.icc >= 0 && plan.icc <= 1)) {
    return refused(
      'not-enough-data',
      'Clusters need at least one person and an intraclass correlation between 0 and 1.',
    )
  }
  return checkPlan(plan.alpha, 0.5, plan.effect)
}

function checkSteppedWedge(plan: SteppedWedgeTrial): Refused | null {
  const { design, answersPerCell, effect, answerSd, alpha } = plan
  if (design.length > 100 || (design[0]?.length ?? 0) > 100) {
    return refused('ill-conditioned', 'A design of more than 100 places or periods cannot be simulated.')
  }
  // The formula refuses the same designs, and differences between places do not matter here.
  const answerVariance = answerSd ** 2
  const formula = powerOfSteppedWedge({
    design,
    answersPerCell,
    effect,
    answerVariance,
    clusterVariance: 0,
    alpha,
  })
  return formula.ok ? null : formula
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high
}
