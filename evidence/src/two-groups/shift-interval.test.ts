import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equivalenceOfMeans } from './equivalence.ts'
import { medianDifference, orderedDifference } from './shift.ts'
import { type ShiftInterval, shiftBetweenGroups } from './shift-interval.ts'

function shift(first: number[], second: number[]): ShiftInterval {
  const finding = shiftBetweenGroups(first, second)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

describe('a shift between two groups', () => {
  test('has the limits of the exact Wilcoxon interval', () => {
    const { estimate, low, high, p } = shift([1.1, 2.2, 3.3, 4.4, 5.6], [0.5, 1.7, 2.9, 0.1, 3.2, 1.2])
    expect(estimate).toBeCloseTo(1.65, 12)
    expect(low).toBeCloseTo(-0.7, 12)
    expect(high).toBeCloseTo(4.3, 12)
    expect(p).toBeCloseTo(0.125541125541126, 12)
  })

  test('is covered at least as often as asked for, and says how often', () => {
    const { achievedLevel } = shift([1.1, 2.2, 3.3, 4.4, 5.6], [0.5, 1.7, 2.9, 0.1, 3.2, 1.2])
    // U ≤ 3 has probability 7/462 per side, the widest set that stays under 2.5%.
    expect(achievedLevel).toBeCloseTo(1 - (2 * 7) / 462, 12)
  })

  test('between tiny groups has the widest interval there is and a warning', () => {
    const finding = shiftBetweenGroups([1, 2], [5, 9])
    expect(finding.ok && [finding.value.low, finding.value.high]).toEqual([-8, -3])
    expect(finding.ok && finding.value.achievedLevel).toBeCloseTo(2 / 3, 12)
    expect(codesOf(finding)).toEqual(['min-p-above-alpha'])
  })

  test('with ties is conditional on them', () => {
    expect(codesOf(shiftBetweenGroups([1, 2, 3, 4, 5], [3, 6, 7, 8, 9]))).toEqual(['ties'])
    expect(codesOf(shiftBetweenGroups([1, 2, 3, 4, 5], [3.5, 6, 7, 8, 9]))).toEqual([])
    expect(codesOf(shiftBetweenGroups([3, 3, 3, 3], [3, 3, 3, 3]))).toEqual(['constant-values'])
  })

  test('of large groups is found without writing all differences out', () => {
    const first = Array.from({ length: 1100 }, (_, i) => ((i * 7919) % 1009) / 16 + 3)
    const second = Array.from({ length: 1000 }, (_, i) => ((i * 104729) % 1013) / 16)
    const differences = first.flatMap((a) => second.map((b) => a - b)).sort((a, b) => a - b)
    for (const place of [0, 1000, 549_999, 1_099_999]) {
      expect(orderedDifference(first, second, place)).toBe(differences[place])
    }
    expect(medianDifference(first, second)).toBeCloseTo(
      (differences[549_999]! + differences[550_000]!) / 2,
      12,
    )
  })

  test('between groups too large to count takes the normal quantile', () => {
    const first = Array.from({ length: 900 }, (_, i) => ((i * 7919) % 1009) / 16 + 3)
    const second = Array.from({ length: 1150 }, (_, i) => ((i * 104729) % 1151) / 16)
    const { low, estimate, high, achievedLevel } = shift(first, second)
    expect(low).toBeLessThan(estimate)
    expect(estimate).toBeLessThan(high)
    expect(achievedLevel).toBeCloseTo(0.95, 12)
  })

  test('flips its sign when the groups are swapped and moves with the values', () => {
    const group = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 9 })
    fc.assert(
      fc.property(group, group, (x, y) => {
        const one = shift(x, y)
        const other = shift(y, x)
        const moved = shift(
          x.map((value) => value * 3 + 7),
          y.map((value) => value * 3),
        )
        expect(other.low).toBeCloseTo(-one.high, 10)
        expect(other.high).toBeCloseTo(-one.low, 10)
        expect(moved.estimate).toBeCloseTo(3 * one.estimate + 7, 10)
        expect(one.low).toBeLessThanOrEqual(one.estimate)
        expect(one.high).toBeGreaterThanOrEqual(one.estimate)
      }),
    )
  })

  test('is the median of all differences', () => {
    expect(medianDifference([5, 1], [2])).toBe(1)
    expect(medianDifference([5, 1, 9], [2])).toBe(3)
  })

  test('needs values in both groups', () => {
    expect(shiftBetweenGroups([], [1]).ok).toBe(false)
    expect(shiftBetweenGroups([1], [null]).ok).toBe(false)
    expect(codesOf(shiftBetweenGroups([1, null, 4, 7, 9], [2, 3, 5, 8]))).toEqual(['missing-values'])
  })
})

describe('equivalence of two means', () => {
  const control = [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14]
  const treated = [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69]

  test('within 1 gives the published figures for plant growth', () => {
    const finding = equivalenceOfMeans(control, treated, 1)
    expect(finding.ok && finding.value.pLower).toBeCloseTo(0.000207245343711663, 14)
    expect(finding.ok && finding.value.p).toBeCloseTo(0.0299692708973715, 12)
    expect(finding.ok && finding.value.low90).toBeCloseTo(-0.171674293094641, 12)
    expect(finding.ok && finding.value.high90).toBeCloseTo(0.913674293094642, 12)
  })

  test('is shown exactly when the 90% interval lies within the margin', () => {
    for (const margin of [0.5, 0.9, 0.92, 1.5]) {
      const finding = equivalenceOfMeans(control, treated, margin)
      if (!finding.ok) throw new Error(finding.refusal.why)
      const inside = finding.value.low90 > -margin && finding.value.high90 < margin
      expect(finding.value.p < 0.05).toBe(inside)
    }
  })

  test('is refused without spread, values or a positive margin', () => {
    expect(equivalenceOfMeans([1, 1], [2, 2], 1).ok).toBe(false)
    expect(equivalenceOfMeans([1], [2, 3], 1).ok).toBe(false)
    expect(equivalenceOfMeans(control, treated, 0).ok).toBe(false)
    expect(equivalenceOfMeans(control, treated, NaN).ok).toBe(false)
    expect(equivalenceOfMeans([1, Infinity, 2], treated, 1).ok).toBe(false)
  })
})
