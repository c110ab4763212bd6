import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareDifference, type ShareDifference } from './share-difference.ts'
import { shareInterval, type ShareInterval } from './share-interval.ts'
import { shareTrend } from './share-trend.ts'

function share(events: number, size: number, level?: number): ShareInterval {
  const finding = shareInterval(events, size, level)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function difference(...counts: [number, number, number, number]): ShareDifference {
  const finding = shareDifference(...counts)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

describe('one share', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, Table I: Wilson and Clopper-Pearson.
  test.each([
    [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
    [15, 148, [0.0624, 0.1605], [0.0578, 0.1617]],
    [0, 20, [0, 0.1611], [0, 0.1684]],
    [1, 29, [0.0061, 0.1718], [0.0009, 0.1776]],
  ])('of %i out of %i has the limits Newcombe printed', (events, size, wilson, exact) => {
    const value = share(events, size)
    for (const i of [0, 1]) {
      expect(value.wilson[i]).toBeCloseTo(wilson[i]!, 4)
      expect(value.clopperPearson[i]).toBeCloseTo(exact[i]!, 4)
    }
  })

  test('keeps intervals within 0 and 1, except those that are not cut on purpose', () => {
    const none = share(0, 10)
    expect(none.wilson[0]).toBe(0)
    expect(none.clopperPearson[0]).toBe(0)
    expect(none.agrestiCoull[0]).toBeLessThan(0)
    expect(none.jeffreys[0]).toBeGreaterThan(0)
    const all = share(10, 10)
    expect(all.wilson[1]).toBe(1)
    expect(all.clopperPearson[1]).toBe(1)
    expect(all.agrestiCoull[1]).toBeGreaterThan(1)
    expect(all.jeffreys[1]).toBeLessThan(1)
  })

  test('mirrors when yes and no are swapped, and widens with the level', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (yes, no) => {
        fc.pre(yes + no > 0)
        const plain = share(yes, yes + no)
        const mirrored = share(no, yes + no)
        const wide = share(yes, yes + no, 0.99)
        for (const name of ['wilson', 'clopperPearson', 'agrestiCoull', 'jeffreys'] as const) {
          expect(mirrored[name][0]).toBeCloseTo(1 - plain[name][1], 10)
          // The uncut interval moves towards one half as it widens, so its outer end may come closer.
          if (name === 'agrestiCoull') continue
          expect(wide[name][0]).toBeLessThanOrEqual(plain[name][0])
          expect(wide[name][1]).toBeGreaterThanOrEqual(plain[name][1])
        }
      }),
    )
  })

  test('is refused for impossible counts and levels', () => {
    for (const [events, size] of [
      [1, 0],
      [-1, 5],
      [6, 5],
      [NaN, 5],
      [1, Infinity],
    ] as const) {
      expect(shareInterval(events, size).ok).toBe(false)
    }
    expect(shareInterval(1, 2, 1).ok).toBe(false)
    expect(shareInterval(1, 2, 0).ok).toBe(false)
    const huge = shareInterval(1, 1e15)
    expect(!huge.ok && huge.refusal.code).toBe('ill-conditioned')
  })
})

describe('a difference of shares', () => {
  // Newcombe 1998, Statistics in Medicine 17:873, Table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])('of %i/%i and %i/%i has the printed limits', (x1, n1, x2, n2, low, high) => {
    const value = difference(x1, n1, x2, n2)
    expect(value.low).toBeCloseTo(low, 4)
    expect(value.high).toBeCloseTo(high, 4)
  })

  test('flips when the groups are swapped', () => {
    const one = difference(7, 20, 3, 25)
    const other = difference(3, 25, 7, 20)
    expect(other.difference).toBeCloseTo(-one.difference, 14)
    expect(other.low).toBeCloseTo(-one.high, 14)
  })

  test('warns of a share of 0 or 1 only', () => {
    expect(codesOf(shareDifference(5, 56, 0, 29))).toEqual(['zero-cells'])
    expect(codesOf(shareDifference(56, 56, 1, 29))).toEqual(['zero-cells'])
    expect(codesOf(shareDifference(5, 56, 1, 29))).toEqual([])
    expect(shareDifference(1, 2, 3, 2).ok).toBe(false)
  })
})

describe('a trend in shares', () => {
  test('over four groups of smokers gives the published chi-square (Fleiss 1981)', () => {
    const finding = shareTrend([83, 90, 129, 70], [86, 93, 136, 82])
    expect(finding.ok && finding.value.chiSquare).toBeCloseTo(8.22492228519774, 10)
    expect(finding.ok && finding.value.p).toBeCloseTo(0.00413189747764142, 12)
    expect(finding.ok && finding.value.slope).toBeLessThan(0)
    expect(codesOf(finding)).toEqual([])
  })

  test('does not exist when all answers are alike', () => {
    const finding = shareTrend([0, 0], [5, 6])
    expect(finding.ok && finding.value.chiSquare).toBeUndefined()
    expect(codesOf(finding)).toEqual(['constant-values'])
  })

  test('is refused for one group, lists of different length and impossible counts', () => {
    expect(shareTrend([1], [2]).ok).toBe(false)
    expect(shareTrend([1, 2], [2]).ok).toBe(false)
    expect(shareTrend([3, 1], [2, 2]).ok).toBe(false)
    expect(shareTrend([0, 1], [0, 2]).ok).toBe(false)
    expect(shareTrend([NaN, 1], [2, 2]).ok).toBe(false)
  })
})
