import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { powerOfClusterTrial } from './power-of-clusters.ts'
import { powerOfFisherExact } from './power-of-fisher.ts'
import { sizeForTwoShares, sizeForTwoSharesByNormal } from './power-of-shares.ts'
import { powerOfSteppedWedge, type SteppedWedgePlan } from './power-of-stepped-wedge.ts'
import {
  powerOfTwoMeans,
  sizeForPairs,
  sizeForTwoMeans,
  smallestEffectOfTwoMeans,
} from './power-of-t-test.ts'

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

describe('two means', () => {
  // Cohen 1988, table 2.4.1, two-sided 5%, and pwr.t.test.
  test.each([
    [0.2, 0.8, 393.4057, 394],
    [0.5, 0.8, 63.76561, 64],
    [0.8, 0.8, 25.52458, 26],
    [0.5, 0.9, 85.03128, 86],
  ])('an effect of %f needs the printed size for power %f', (effect, power, exact, size) => {
    const needed = valueOf(sizeForTwoMeans({ effect }, power))
    expect(needed.exact).toBeCloseTo(exact, 3)
    expect(needed.size).toBe(size)
  })

  test('one-sided need fewer', () => {
    const greater = valueOf(sizeForTwoMeans({ effect: 0.4, alternative: 'greater' }, 0.9))
    const less = valueOf(sizeForTwoMeans({ effect: -0.4, alternative: 'less' }, 0.9))
    expect(greater.exact).toBeCloseTo(107.731288928503, 6)
    expect(less.exact).toBeCloseTo(greater.exact, 8)
    const wrong = valueOf(powerOfTwoMeans({ effect: -0.4, alternative: 'greater' }, 20))
    expect(wrong).toBeLessThan(0.01)
  })

  test('with 60 in each group find 0.2 at 10% in 29 of 100 cases', () => {
    expect(valueOf(powerOfTwoMeans({ effect: 0.2, alpha: 0.1 }, 60))).toBeCloseTo(0.292340511235881, 10)
    expect(valueOf(powerOfTwoMeans({ effect: 0 }, 60))).toBeCloseTo(0.05, 10)
  })

  test('reach the power that was solved for', () => {
    const wanted = fc.record({
      effect: fc.double({ min: 0.05, max: 3, noNaN: true }),
      power: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
      alpha: fc.constantFrom(0.01, 0.05, 0.1),
    })
    fc.assert(
      fc.property(wanted, ({ effect, power, alpha }) => {
        const needed = valueOf(sizeForTwoMeans({ effect, alpha }, power))
        const reached = valueOf(powerOfTwoMeans({ effect, alpha }, needed.exact))
        if (needed.exact > 2) expect(reached).toBeCloseTo(power, 6)
        else expect(reached).toBeGreaterThanOrEqual(power - 1e-9)
        expect(needed.size).toBeGreaterThanOrEqual(needed.exact - 1e-6)
      }),
      { numRuns: 60 },
    )
  })

  test('cannot be planned for no effect, the wrong side or impossible levels', () => {
    expect(sizeForTwoMeans({ effect: 0 }, 0.8).ok).toBe(false)
    expect(sizeForTwoMeans({ effect: -1, alternative: 'greater' }, 0.8).ok).toBe(false)
    expect(sizeForTwoMeans({ effect: 1, alternative: 'less' }, 0.8).ok).toBe(false)
    expect(sizeForTwoMeans({ effect: 0.5 }, 1).ok).toBe(false)
    expect(sizeForTwoMeans({ effect: 0.5, alpha: 0 }, 0.8).ok).toBe(false)
    expect(sizeForTwoMeans({ effect: NaN }, 0.8).ok).toBe(false)
    expect(sizeForTwoMeans({ effect: 1e-9 }, 0.8).ok).toBe(false)
    expect(powerOfTwoMeans({ effect: 1 }, 1).ok).toBe(false)
    expect(powerOfTwoMeans({ effect: 1 }, NaN).ok).toBe(false)
  })
})

describe('pairs and unequal groups', () => {
  test('need the size and see the effect that pwr gives', () => {
    expect(valueOf(sizeForPairs({ effect: 0.5 }, 0.8)).exact).toBeCloseTo(33.36713, 4)
    expect(valueOf(smallestEffectOfTwoMeans(28, 35, 0.8))).toBeCloseTo(0.72176, 4)
    expect(valueOf(smallestEffectOfTwoMeans(90, 60, 0.9))).toBeCloseTo(0.54379, 4)
  })

  test('see the same whichever group is the larger', () => {
    expect(valueOf(smallestEffectOfTwoMeans(10, 25, 0.8))).toBeCloseTo(
      valueOf(smallestEffectOfTwoMeans(25, 10, 0.8)),
      9,
    )
  })

  test('are refused when too small', () => {
    expect(smallestEffectOfTwoMeans(1, 1, 0.8).ok).toBe(false)
    expect(smallestEffectOfTwoMeans(0, 10, 0.8).ok).toBe(false)
    expect(smallestEffectOfTwoMeans(10, 10, 0.04).ok).toBe(false)
    expect(valueOf(smallestEffectOfTwoMeans(1, 2, 0.8))).toBeGreaterThan(10)
  })
})

describe('two shares', () => {
  test('need the size of the arcsine and of the normal formula', () => {
    const arcsine = valueOf(sizeForTwoShares(0.5, 0.3, 0.8))
    expect(arcsine.h).toBeCloseTo(0.411516846067488, 12)
    expect(arcsine.exact).toBeCloseTo(92.69608, 4)
    // power.prop.test(p1 = .5, p2 = .3, power = .8)
    expect(valueOf(sizeForTwoSharesByNormal(0.5, 0.3, 0.8)).exact).toBeCloseTo(92.99884, 4)
    expect(valueOf(sizeForTwoShares(0.3, 0.5, 0.8)).h).toBeCloseTo(-arcsine.h, 12)
  })

  test('that are equal or none are refused', () => {
    expect(sizeForTwoShares(0.3, 0.3, 0.8).ok).toBe(false)
    expect(sizeForTwoSharesByNormal(0.3, 0.3, 0.8).ok).toBe(false)
    expect(sizeForTwoShares(0.3, 1.2, 0.8).ok).toBe(false)
    expect(sizeForTwoShares(NaN, 0.2, 0.8).ok).toBe(false)
    expect(sizeForTwoShares(0.3, 0.3 + 1e-12, 0.8).ok).toBe(false)
  })

  test("are found by Fisher's test as often as full enumeration says", () => {
    const fifteen = valueOf(powerOfFisherExact(15, 0.2, 0.7))
    expect(fifteen.power).toBeCloseTo(0.679618897483791, 12)
    expect(fifteen.sizeAtHalf).toBeLessThan(0.05)
    // With 3 in each group only 0:3 and 3:0 could ever be told apart, and p = 0.1 there.
    expect(valueOf(powerOfFisherExact(3, 0.1, 0.9)).power).toBe(0)
    expect(valueOf(powerOfFisherExact(3, 0.1, 0.9, 0.1)).power).toBeCloseTo(0.9 ** 6 + 0.1 ** 6, 12)
  })

  test('never raise more false alarms under Fisher than asked for', () => {
    for (const size of [2, 5, 9, 20, 60]) {
      for (const share of [0.05, 0.3, 0.5]) {
        expect(valueOf(powerOfFisherExact(size, share, share)).power).toBeLessThanOrEqual(0.05)
      }
    }
  })

  test('of impossible plans are refused', () => {
    expect(powerOfFisherExact(0, 0.2, 0.7).ok).toBe(false)
    expect(powerOfFisherExact(2.5, 0.2, 0.7).ok).toBe(false)
    expect(powerOfFisherExact(1e15, 0.2, 0.7).ok).toBe(false)
    expect(powerOfFisherExact(5, -0.2, 0.7).ok).toBe(false)
    expect(powerOfFisherExact(5, 0.2, 0.7, 1).ok).toBe(false)
  })
})

describe('a cluster trial', () => {
  const plan = { clustersPerArm: 6, clusterSize: 25, icc: 0.05, effect: 0.4 }

  test('of six clusters of 25 has the design effect and power of the formula', () => {
    const value = valueOf(powerOfClusterTrial(plan))
    expect(value.designEffect).toBeCloseTo(2.2, 12)
    expect(value.effectiveSizePerArm).toBeCloseTo(68.1818181818182, 10)
    expect(value.powerNormal).toBeCloseTo(0.646367889090904, 10)
    expect(value.powerT).toBeCloseTo(0.559230956282445, 8)
  })

  test('of clusters of unequal size tells less', () => {
    // Eldridge 2006: 1 + ((cv² + 1) m − 1) icc
    expect(valueOf(powerOfClusterTrial({ ...plan, sizeVariation: 0.6 })).designEffect).toBeCloseTo(2.65, 12)
  })

  test('warns up to ten clusters in each arm', () => {
    expect(codesOf(powerOfClusterTrial({ ...plan, clustersPerArm: 10 }))).toEqual(['few-clusters'])
    expect(codesOf(powerOfClusterTrial({ ...plan, clustersPerArm: 11 }))).toEqual([])
    const one = powerOfClusterTrial({ ...plan, clustersPerArm: 1 })
    expect(one.ok && one.value.powerT).toBeUndefined()
  })

  test('is refused for impossible plans', () => {
    for (const broken of [
      { clustersPerArm: 0 },
      { clusterSize: 0.5 },
      { icc: -0.1 },
      { icc: 2 },
      { effect: NaN },
      { alpha: 2 },
      { sizeVariation: -1 },
    ]) {
      expect(powerOfClusterTrial({ ...plan, ...broken }).ok).toBe(false)
    }
  })
})

describe('a stepped wedge', () => {
  const plan: SteppedWedgePlan = {
    design: [
      [0, 1, 1, 1, 1],
      [0, 0, 1, 1, 1],
      [0, 0, 0, 1, 1],
      [0, 0, 0, 0, 1],
    ],
    answersPerCell: 20,
    effect: 0.5,
    answerVariance: 2.25,
    clusterVariance: 0.09,
  }

  test('of four clusters has the variance of Hussey and Hughes', () => {
    const value = valueOf(powerOfSteppedWedge(plan))
    expect(value.effectVariance).toBeCloseTo(0.0661764705882353, 12)
    expect(value.powerUpperTail).toBeCloseTo(0.493492202432868, 10)
    expect(value.powerTwoTails).toBeCloseTo(0.493539585752728, 10)
  })

  test('sees as much of a fall as of a rise, and of marks written as true and false', () => {
    const fall = valueOf(powerOfSteppedWedge({ ...plan, effect: -0.5 }))
    expect(fall).toEqual(valueOf(powerOfSteppedWedge(plan)))
    const marks = plan.design.map((row) => row.map((mark) => mark === 1))
    expect(powerOfSteppedWedge({ ...plan, design: marks })).toEqual(powerOfSteppedWedge(plan))
  })

  test('does not mind how large the variance between clusters is, in the limit', () => {
    const huge = valueOf(powerOfSteppedWedge({ ...plan, clusterVariance: 1e100 }))
    expect(huge.effectVariance).toBeGreaterThan(0)
    expect(huge.effectVariance).toBeLessThan(1)
  })

  test('in which all start together tells nothing', () => {
    const together = powerOfSteppedWedge({
      ...plan,
      design: [
        [0, 1],
        [0, 1],
      ],
    })
    expect(!together.ok && together.refusal.code).toBe('ill-conditioned')
  })

  test('is refused for impossible plans', () => {
    for (const broken of [
      { design: [] },
      { design: [[0, 1]] },
      { design: [[0, 1], [0]] },
      {
        design: [
          [0, 2],
          [0, 1],
        ],
      },
      { answersPerCell: 0 },
      { answerVariance: 0 },
      { clusterVariance: -1 },
      { effect: NaN },
      { alpha: 1 },
    ]) {
      expect(powerOfSteppedWedge({ ...plan, ...broken }).ok).toBe(false)
    }
  })
})
