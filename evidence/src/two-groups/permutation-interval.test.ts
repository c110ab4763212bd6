import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTwoGroups } from './compare-two-groups.ts'
import { permutationInterval, type PermutationInterval } from './permutation-interval.ts'

function shifts(treated: number[], others: number[], alpha = 0.05): PermutationInterval {
  const finding = permutationInterval(treated, others, alpha)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function pAt(treated: number[], others: number[], shift: number): number {
  const finding = compareTwoGroups(
    treated.map((value) => value - shift),
    others,
  )
  return finding.ok ? finding.value.permutationP : NaN
}

describe('shifts the exact test does not reject', () => {
  test('run from 3.25 to 7.75 for five treated and seven others', () => {
    const { effect, low, high, pAtZero } = shifts([14, 16, 13, 17, 15.5], [9, 10, 8, 11, 12, 7, 10.2])
    expect(effect).toBeCloseTo(5.5, 10)
    expect(low).toBeCloseTo(3.25, 6)
    expect(high).toBeCloseTo(7.75, 6)
    expect(pAtZero).toBeCloseTo(1 / 792, 12)
  })

  test('end where the p-value falls to alpha', () => {
    const groupOf = (least: number) =>
      fc.array(
        fc.integer({ min: -300, max: 300 }).map((value) => value / 7),
        { minLength: least, maxLength: 6 },
      )
    fc.assert(
      fc.property(groupOf(4), groupOf(4), (x, y) => {
        const { low, high, effect } = shifts(x, y, 0.1)
        const step = 1e-6 * (1 + high - low)
        expect(low).toBeLessThanOrEqual(effect)
        expect(high).toBeGreaterThanOrEqual(effect)
        expect(pAt(x, y, low + step)).toBeGreaterThan(0.1)
        expect(pAt(x, y, low - step)).toBeLessThanOrEqual(0.1)
        expect(pAt(x, y, high - step)).toBeGreaterThan(0.1)
        expect(pAt(x, y, high + step)).toBeLessThanOrEqual(0.1)
      }),
      { numRuns: 40 },
    )
  })

  test('turn around when the groups are swapped', () => {
    const one = shifts([5, 7, 8, 12], [1, 4, 6, 6.5, 3])
    const other = shifts([1, 4, 6, 6.5, 3], [5, 7, 8, 12])
    expect(other.low).toBeCloseTo(-one.high, 6)
    expect(other.high).toBeCloseTo(-one.low, 6)
  })

  test('are all shifts when the groups are too small to exclude any', () => {
    const finding = permutationInterval([1, 2, 3], [4, 5, 6])
    expect(finding.warnings.map((warning) => warning.code)).toEqual(['min-p-above-alpha'])
    expect(finding.ok && [finding.value.low, finding.value.high]).toEqual([-Infinity, Infinity])
  })

  test('shrink to a point for values without spread', () => {
    const finding = permutationInterval([7, 7, 7, 7, 7], [4, 4, 4, 4, 4])
    expect(finding.ok && finding.value.low).toBeCloseTo(3, 6)
    expect(finding.ok && finding.value.high).toBeCloseTo(3, 6)
    const constant = permutationInterval([4, 4, 4, 4], [4, 4, 4, 4])
    expect(constant.warnings.map((warning) => warning.code)).toEqual(['constant-values'])
  })

  test('come from a sample of splits for many values, close to the exact test', () => {
    const x = Array.from({ length: 15 }, (_, i) => ((i * 37) % 23) / 2 + 3)
    const y = Array.from({ length: 15 }, (_, i) => ((i * 29) % 19) / 2)
    const { low, high, effect } = shifts(x, y)
    expect(shifts(x, y)).toEqual(shifts(x, y))
    expect(low).toBeLessThan(effect)
    expect(high).toBeGreaterThan(effect)
    for (const limit of [low, high]) expect(Math.abs(pAt(x, y, limit) - 0.05)).toBeLessThan(0.004)
  })

  test('need groups with values and an alpha between 0 and 1', () => {
    expect(permutationInterval([], [1]).ok).toBe(false)
    expect(permutationInterval([1], [NaN]).ok).toBe(false)
    expect(permutationInterval([1, 2], [3, 4], 0).ok).toBe(false)
    expect(permutationInterval([1, 2], [3, 4], 1).ok).toBe(false)
    const dropped = permutationInterval([1, 2, null, 5, 6], [3, 4, 9, 9])
    expect(dropped.warnings.map((warning) => warning.code)).toContain('missing-values')
  })
})
