import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTwoGroups, smallestSplitP, type TwoGroupComparison } from './compare-two-groups.ts'

function compared(first: (number | null)[], second: (number | null)[]): TwoGroupComparison {
  const finding = compareTwoGroups(first, second)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function warningsOf(first: (number | null)[], second: (number | null)[]): string[] {
  return compareTwoGroups(first, second).warnings.map((warning) => warning.code)
}

const plantsControl = [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14]
const plantsTreated = [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69]

describe('two groups drawn by lot', () => {
  test('give the figures published for the plant growth data (Dobson 1983)', () => {
    const plants = compared(plantsControl, plantsTreated)
    expect(plants.mannWhitneyU).toBe(67.5)
    expect(plants.rankP).toBeCloseTo(0.196756803567949, 12)
    expect(plants.rankNormalP).toBeCloseTo(0.1857112804448, 10)
    expect(plants.rankNormalPContinuity).toBeCloseTo(0.198595758633215, 10)
    expect(plants.permutationP).toBeCloseTo(0.247926995605014, 12)
    expect(plants.hodgesLehmann).toBeCloseTo(0.405, 12)
    expect(plants.welch!.t).toBeCloseTo(1.1912603818487, 10)
    expect(plants.welch!.low).toBeCloseTo(-0.28751622134681, 10)
  })

  test('tell how small a p their sizes allow', () => {
    expect(smallestSplitP(3, 3)).toBe(0.1)
    expect(smallestSplitP(2, 7)).toBe(1 / 36)
    expect(smallestSplitP(0, 3)).toBe(1)
    expect(compared([1, 2, 3], [4, 5, 6]).splits).toBe(20)
  })

  test('of three each are too small for 0.05, of two and seven not', () => {
    expect(warningsOf([1, 2, 3], [4, 5, 6])).toContain('min-p-above-alpha')
    expect(warningsOf([14, 16], [9, 10.5, 8, 11, 12, 7, 10])).toEqual([])
    const strict = compareTwoGroups([14, 16], [9, 10.5, 8, 11, 12, 7, 10], { alpha: 0.01 })
    expect(strict.warnings.map((warning) => warning.code)).toEqual(['min-p-above-alpha'])
  })

  test('with equal values are marked as tied', () => {
    expect(warningsOf(plantsControl, plantsTreated)).toEqual(['ties'])
    expect(warningsOf([0.3, 1, 2, 5], [0.1 + 0.2, 3, 4, 6])).toEqual(['ties'])
    expect(warningsOf([1, 2, 5, 7], [3, 4, 6, 8])).toEqual([])
  })

  test('are not tied by one value that lies far out', () => {
    expect(warningsOf([1, 2, 3, 1e12], [1.5, 2.5, 4, 5])).toEqual([])
    expect(compared([1, 2, 3, 1e12], [1.5, 2.5, 4, 5]).mannWhitneyU).toBe(7)
  })

  test('without any spread have no normal approximation and no Welch test', () => {
    const finding = compareTwoGroups([3, 3, 3, 3], [3, 3, 3, 3])
    expect(finding.warnings.map((warning) => warning.code)).toEqual(['constant-values'])
    const value = compared([3, 3, 3, 3], [3, 3, 3, 3])
    expect(value.rankNormalP).toBeUndefined()
    expect(value.rankNormalPContinuity).toBeUndefined()
    expect(value.welch).toBeUndefined()
    expect(value.permutationP).toBe(1)
    expect(value.rankP).toBe(1)
  })

  test('with one value in a group have no Welch test', () => {
    expect(compared([9], [1, 2, 3]).welch).toBeUndefined()
    expect(compared([9], [1, 2, 3]).permutationP).toBe(0.25)
  })

  test('drop missing values and say so', () => {
    const finding = compareTwoGroups([14, null, 16], [9, 10, 8, NaN, 11, 12, 7, 10])
    expect(finding.warnings[0]).toEqual({ code: 'missing-values', detail: '2 dropped' })
    expect(finding.ok && finding.value.splits).toBe(36)
  })

  test('refuse an empty group and infinite values', () => {
    expect(compareTwoGroups([], [1, 2]).ok).toBe(false)
    expect(compareTwoGroups([1, 2], [null]).ok).toBe(false)
    const infinite = compareTwoGroups([1, Infinity], [1, 2])
    expect(!infinite.ok && infinite.refusal.code).toBe('ill-conditioned')
  })

  test('lose no digits to a large common offset', () => {
    const near = compared([4, 6, 9], [1, 2, 3, 7])
    const far = compared([1e15 + 4, 1e15 + 6, 1e15 + 9], [1e15 + 1, 1e15 + 2, 1e15 + 3, 1e15 + 7])
    expect(far).toEqual(near)
  })
})

const group = fc.array(
  fc.integer({ min: -40, max: 40 }).map((value) => value / 8),
  { minLength: 2, maxLength: 8 },
)

describe('laws of two groups', () => {
  test('swapping them flips signs and keeps p-values', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const one = compared(x, y)
        const other = compared(y, x)
        expect(other.meanDifference).toBeCloseTo(-one.meanDifference, 10)
        expect(other.hodgesLehmann).toBeCloseTo(-one.hodgesLehmann, 10)
        expect(other.cliffDelta).toBeCloseTo(-one.cliffDelta, 10)
        expect(other.commonLanguage).toBeCloseTo(1 - one.commonLanguage, 10)
        expect(other.permutationP).toBeCloseTo(one.permutationP, 10)
        expect(other.rankP).toBeCloseTo(one.rankP, 10)
        if (one.welch) expect(other.welch!.low).toBeCloseTo(-one.welch.high, 9)
      }),
    )
  })

  test('shifting and stretching all values moves estimates as it must and leaves p-values', () => {
    fc.assert(
      fc.property(
        group,
        group,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (x, y, factor, shift) => {
          const plain = compared(x, y)
          const move = (list: number[]) => list.map((value) => value * factor + shift)
          const moved = compared(move(x), move(y))
          expect(moved.meanDifference).toBeCloseTo(factor * plain.meanDifference, 8)
          expect(moved.hodgesLehmann).toBeCloseTo(factor * plain.hodgesLehmann, 8)
          expect(moved.cliffDelta).toBeCloseTo(plain.cliffDelta, 10)
          expect(moved.permutationP).toBeCloseTo(plain.permutationP, 10)
          expect(moved.rankP).toBeCloseTo(plain.rankP, 10)
          if (plain.welch) expect(moved.welch!.p).toBeCloseTo(plain.welch.p, 8)
        },
      ),
    )
  })

  test('ranks ignore any stretching that keeps the order', () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const bend = (list: number[]) => list.map((value) => Math.exp(value / 2))
        expect(compared(bend(x), bend(y)).rankP).toBeCloseTo(compared(x, y).rankP, 10)
      }),
    )
  })
})
