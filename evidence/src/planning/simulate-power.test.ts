import { describe, expect, test } from 'vitest'
import { compareTwoGroups } from '../two-groups/compare-two-groups.ts'
import { simulateInWorker } from './simulate-in-worker.ts'
import {
  simulatePower,
  simulatePowerOfClusterTrial,
  simulatePowerOfRankTest,
  simulatePowerOfSteppedWedge,
} from './simulate-power.ts'
import { powerOfSteppedWedge } from './power-of-stepped-wedge.ts'
import { type SimulatedTrial, rejectedU } from './simulated-trials.ts'

const plan: SimulatedTrial = { kind: 'two-groups', size1: 10, size2: 12, shift: 1, alpha: 0.05 }

describe('simulated power', () => {
  test('of the exact rank test is that of 20,000 runs in R', () => {
    const finding = simulatePowerOfRankTest({ size1: 10, size2: 12, shift: 1 })
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(Math.abs(finding.value.power - 0.55115)).toBeLessThan(0.02)
    expect(finding.value.monteCarloError).toBeCloseTo(0.0035, 4)
    expect(finding.value.runs).toBe(20_000)
  })

  test('gives the same answer for the same seed and another for another', () => {
    const run = (seed: number) => simulatePower(plan, { runs: 3000, seed })
    expect(run(5)).toEqual(run(5))
    expect(run(6)).not.toEqual(run(5))
  })

  test('does not exceed the type I error without a shift', () => {
    for (const [size1, size2] of [
      [10, 12],
      [60, 50],
    ] as const) {
      const finding = simulatePowerOfRankTest({ size1, size2, shift: 0 }, { runs: 4000 })
      expect(finding.ok && finding.value.power).toBeLessThan(0.05 + 5 * Math.sqrt((0.05 * 0.95) / 4000))
      expect(finding.ok && finding.value.power).toBeGreaterThan(0.02)
    }
  })

  test('grows with the shift, whichever way', () => {
    const at = (shift: number) => {
      const finding = simulatePowerOfRankTest({ size1: 50, size2: 45, shift }, { runs: 2000 })
      return finding.ok ? finding.value.power : NaN
    }
    expect(at(0.8)).toBeGreaterThan(at(0.4))
    expect(at(-0.8)).toBeGreaterThan(0.9)
  })

  test('of a cluster trial comes near the formula and sees that few clusters can prove nothing', () => {
    const six = simulatePowerOfClusterTrial(
      { clustersPerArm: 6, clusterSize: 25, icc: 0.05, effect: 0.4 },
      { runs: 4000 },
    )
    expect(six.ok && Math.abs(six.value.power - 0.5592)).toBeLessThan(0.04)
    const three = simulatePowerOfClusterTrial(
      { clustersPerArm: 3, clusterSize: 25, icc: 0.05, effect: 5 },
      { runs: 100 },
    )
    expect(three.ok && three.value.power).toBe(0)
    const lenient = simulatePowerOfClusterTrial(
      { clustersPerArm: 3, clusterSize: 25, icc: 0.05, effect: 5, alpha: 0.1 },
      { runs: 100 },
    )
    expect(lenient.ok && lenient.value.power).toBe(1)
  })

  test('of a stepped wedge is near the formula when there are orders enough, and none when there are too few', () => {
    const staircase = (places: number) =>
      Array.from({ length: places }, (_, i) => Array.from({ length: places + 1 }, (_, t) => (t > i ? 1 : 0)))
    const plan = { design: staircase(6), answersPerCell: 20, effect: 0.5, answerSd: 1.5 }
    const simulated = simulatePowerOfSteppedWedge(plan, { runs: 1500 })
    const formula = powerOfSteppedWedge({ ...plan, answerVariance: 2.25, clusterVariance: 1e9 })
    if (!simulated.ok || !formula.ok) throw new Error('no finding')
    expect(Math.abs(simulated.value.power - formula.value.powerTwoTails)).toBeLessThan(0.08)
    expect(simulated.value.power).toBeGreaterThan(0.3)
    const three = simulatePowerOfSteppedWedge({ ...plan, design: staircase(3), effect: 50 }, { runs: 50 })
    expect(three.ok && three.value.power).toBe(0)
    const many = simulatePowerOfSteppedWedge({ ...plan, design: staircase(8), effect: 5 }, { runs: 20 })
    expect(many.ok && many.value.power).toBe(1)
  })

  test('of a stepped wedge does not exceed the type I error without an effect', () => {
    const design = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4, 5].map((t) => (t > i ? 1 : 0)))
    const none = simulatePowerOfSteppedWedge(
      { design, answersPerCell: 5, effect: 0, answerSd: 1 },
      { runs: 3000 },
    )
    expect(none.ok && none.value.power).toBeLessThan(0.05 + 5 * Math.sqrt((0.05 * 0.95) / 3000))
  })

  test('is refused for plans and numbers of runs that are none', () => {
    expect(simulatePower(plan, { runs: 0 }).ok).toBe(false)
    expect(simulatePower(plan, { runs: 1.5 }).ok).toBe(false)
    expect(simulatePowerOfRankTest({ size1: 0, size2: 5, shift: 1 }).ok).toBe(false)
    expect(simulatePowerOfRankTest({ size1: 1e5, size2: 1e5, shift: 1 }).ok).toBe(false)
    expect(simulatePowerOfRankTest({ size1: 5, size2: 5, shift: NaN }).ok).toBe(false)
    const clusters = { clustersPerArm: 6, clusterSize: 25, icc: 0.05, effect: 0.4 }
    for (const broken of [
      { clustersPerArm: 21 },
      { clusterSize: 0 },
      { icc: 2 },
      { effect: Infinity },
      { alpha: 0 },
    ]) {
      expect(simulatePowerOfClusterTrial({ ...clusters, ...broken }).ok).toBe(false)
    }
    const wedge = {
      design: [
        [0, 1, 1],
        [0, 0, 1],
      ],
      answersPerCell: 5,
      effect: 1,
      answerSd: 1,
    }
    expect(simulatePowerOfSteppedWedge(wedge, { runs: 10 }).ok).toBe(true)
    for (const broken of [
      {
        design: [
          [0, 1],
          [0, 1],
        ],
      },
      { design: [] },
      { answersPerCell: 0 },
      { answerSd: 0 },
      { alpha: 1 },
    ]) {
      expect(simulatePowerOfSteppedWedge({ ...wedge, ...broken }).ok).toBe(false)
    }
    const wide = Array.from({ length: 101 }, (_, i) => [0, i % 2])
    expect(simulatePowerOfSteppedWedge({ ...wedge, design: wide }).ok).toBe(false)
  })
})

describe('values of U that are rejected', () => {
  test('are those whose exact p is at most alpha', () => {
    const rejected = rejectedU(4, 5, 0.05)
    const second = [10, 20, 30, 40, 50]
    // First groups that beat none, three and all of the others, one pair at a time.
    for (let u = 0; u <= 20; u++) {
      const first = [0, 0, 0, 0].map((_, i) => 5 + 10 * Math.min(5, Math.max(0, u - 5 * i)) + i / 10)
      const finding = compareTwoGroups(first, second)
      if (!finding.ok) throw new Error(finding.refusal.why)
      expect(finding.value.mannWhitneyU).toBe(u)
      expect(rejected[u] === 1).toBe(finding.value.rankP <= 0.05)
    }
  })

  test('come from the normal approximation for groups too large to count', () => {
    const rejected = rejectedU(1500, 1500, 0.05)
    const sd = Math.sqrt((1500 * 1500 * 3001) / 12)
    const middle = (1500 * 1500) / 2
    expect(rejected[Math.floor(middle - 1.97 * sd)]).toBe(1)
    expect(rejected[Math.ceil(middle - 1.95 * sd)]).toBe(0)
    expect(rejected[Math.ceil(middle + 1.97 * sd)]).toBe(1)
  })
})

describe('a simulation in a worker thread', () => {
  test('gives the same answer as in the calling thread and tells how far it is', async () => {
    const shares: number[] = []
    const finding = await simulateInWorker(plan, {
      runs: 5000,
      seed: 9,
      onProgress: (share) => shares.push(share),
    })
    expect(finding).toEqual(simulatePower(plan, { runs: 5000, seed: 9 }))
    expect(shares).toHaveLength(50)
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('can be stopped on the way', async () => {
    const stopper = new AbortController()
    const long = simulateInWorker(plan, {
      runs: 1e8,
      signal: stopper.signal,
      onProgress: () => stopper.abort(new Error('no longer needed')),
    })
    await expect(long).rejects.toThrow('no longer needed')
  })

  test('does not start when it was stopped before, and refuses what cannot be simulated', async () => {
    await expect(
      simulateInWorker(plan, { signal: AbortSignal.abort(new Error('too late')) }),
    ).rejects.toThrow('too late')
    expect((await simulateInWorker({ ...plan, alpha: 7 })).ok).toBe(false)
  })
})
