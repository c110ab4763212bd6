import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choose } from '../numbers/distributions.ts'
import { sumRows } from './integer-sums.ts'
import { mannWhitneyCounts, shareAsFarOut } from './mann-whitney-counts.ts'

/** The same counts from sums of ranks. */
function byRankSums(n1: number, n2: number): Float64Array {
  const ranks = Float64Array.from({ length: n1 + n2 }, (_, i) => i + 1)
  return sumRows(ranks, n1, n1).rows[n1]!
}

describe('the distribution of the Mann–Whitney statistic', () => {
  test('of 2 against 3 is the ten splits written out', () => {
    expect(mannWhitneyCounts(2, 3)).toEqual({ counts: Float64Array.of(1, 1, 2, 2, 2, 1, 1), total: 10 })
    expect(mannWhitneyCounts(3, 2)!.counts).toEqual(Float64Array.of(1, 1, 2, 2, 2, 1, 1))
  })

  test('agrees with the sums of ranks to the last split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 30 }), (n1, n2) => {
        expect(mannWhitneyCounts(n1, n2)!.counts).toEqual(byRankSums(n1, n2))
      }),
      { numRuns: 40 },
    )
  })

  test('stays exact up to the largest number of splits that can be counted', () => {
    const { counts, total } = mannWhitneyCounts(28, 28)!
    expect(total).toBe(7_648_690_600_760_440)
    expect(counts).toEqual(byRankSums(28, 28))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
  })

  test('goes on with the sums of ranks beyond it, until they take too long', () => {
    const { counts, total } = mannWhitneyCounts(30, 30)!
    expect(total / choose(60, 30)).toBe(1)
    expect(counts.length).toBe(901)
    expect(counts[1]).toBe(1)
    expect(mannWhitneyCounts(1000, 1001)).toBeNull()
    expect(mannWhitneyCounts(400, 400)).toBeNull()
  })
})

describe('the share of splits at least as far out', () => {
  test('counts both tails, and everything in the middle', () => {
    expect(shareAsFarOut(2, 3, 0)).toBe(2 / 10)
    expect(shareAsFarOut(2, 3, 6)).toBe(2 / 10)
    expect(shareAsFarOut(2, 3, 2)).toBe(8 / 10)
    expect(shareAsFarOut(2, 3, 3)).toBe(1)
    expect(shareAsFarOut(3, 3, 4)).toBe(1)
  })

  test('is R’s p of 20 against 20', () => {
    // 2 * pwilcox(126, 20, 20) in R 4.2.2
    expect(shareAsFarOut(20, 20, 126)! / 0.045954229868724231).toBeCloseTo(1, 12)
  })

  test('is not given where splits are too many to count exactly', () => {
    expect(shareAsFarOut(28, 28, 300)).not.toBeNull()
    expect(shareAsFarOut(29, 29, 300)).toBeNull()
    expect(shareAsFarOut(5000, 5000, 300)).toBeNull()
  })
})
