import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AdjustedPValues, adjustPValues } from './multiple-comparisons.ts'

function adjusted(p: (number | null)[]): AdjustedPValues {
  const finding = adjustPValues(p)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

describe('adjusted p-values', () => {
  test('of 25 foods leave five under a false discovery rate of 0.25 (McDonald, handbook)', () => {
    const p = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
      0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ]
    const { benjaminiHochberg, benjaminiYekutieli, holm, hochberg, bonferroni } = adjusted(p)
    expect(benjaminiHochberg.filter((value) => value! < 0.25)).toHaveLength(5)
    expect(benjaminiHochberg[6]).toBeCloseTo(0.264285714285714, 12)
    expect(benjaminiYekutieli[2]).toBeCloseTo(0.801351217328236, 12)
    expect(holm[3]).toBeCloseTo(0.902, 12)
    expect(hochberg[5]).toBeCloseTo(0.986, 12)
    expect(bonferroni.slice(0, 4)).toEqual([0.025, 0.2, 0.975, 1])
  })

  test('keep the order of the input and leave missing ones out of the count', () => {
    const finding = adjustPValues([0.04, null, 0.01, NaN])
    expect(finding.ok && finding.value.bonferroni).toEqual([0.08, null, 0.02, null])
    expect(finding.warnings).toEqual([{ code: 'missing-values', detail: '2 dropped' }])
    expect(adjustPValues([0.04, 0.01]).warnings).toEqual([])
  })

  test('are never below the plain ones, never above 1 and keep their order', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(list, (p) => {
        for (const values of Object.values(adjusted(p)) as number[][]) {
          p.forEach((plain, i) => {
            expect(values[i]).toBeGreaterThanOrEqual(plain * (1 - 1e-12))
            expect(values[i]).toBeLessThanOrEqual(1)
            p.forEach((other, j) => {
              if (plain < other) expect(values[i]).toBeLessThanOrEqual(values[j]! + 1e-15)
            })
          })
        }
        const { holm, hochberg, bonferroni, benjaminiHochberg } = adjusted(p)
        p.forEach((_, i) => {
          expect(hochberg[i]!).toBeLessThanOrEqual(holm[i]! + 1e-15)
          expect(holm[i]!).toBeLessThanOrEqual(bonferroni[i]! + 1e-15)
          expect(benjaminiHochberg[i]!).toBeLessThanOrEqual(hochberg[i]! + 1e-15)
        })
      }),
    )
  })

  test('are refused for an empty list and values outside 0 to 1', () => {
    expect(adjustPValues([]).ok).toBe(false)
    expect(adjustPValues([null, NaN]).ok).toBe(false)
    expect(adjustPValues([0.5, 1.01]).ok).toBe(false)
    expect(adjustPValues([-0.01]).ok).toBe(false)
    expect(adjustPValues([Infinity]).ok).toBe(false)
  })
})
