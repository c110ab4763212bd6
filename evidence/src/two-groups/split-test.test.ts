import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Random, createRandom } from '../numbers/random.ts'
import { ascendingShares, sampledShares, splitShares, splitsToDraw } from './split-test.ts'

/** Shares by visiting every split of up to eight values. */
function byVisiting(values: Float64Array, size: number): { twoSided: number; greater: number; less: number } {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const sumOf = (mask: number) =>
    values.reduce((sum, value, i) => sum + (mask & (1 << i) ? value - mean : 0), 0)
  const observed = sumOf((1 << size) - 1)
  const all = Array.from({ length: 1 << n }, (_, mask) => mask)
    .filter((mask) => mask.toString(2).replaceAll('0', '').length === size)
    .map(sumOf)
  const share = (test: (sum: number) => boolean) => all.filter(test).length / all.length
  return {
    twoSided: share((sum) => Math.abs(sum) >= Math.abs(observed) - 1e-7),
    greater: share((sum) => sum >= observed - 1e-7),
    less: share((sum) => sum <= observed + 1e-7),
  }
}

const scaleOf = (values: Float64Array) => Math.max(...values.map(Math.abs), 0)
const decimals = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 8 })
  .map((list) => Float64Array.from(list, (value) => value / 10))

describe('shares of splits', () => {
  test('are those of visiting every split', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 1, max: 7 }), (values, wanted) => {
        const size = Math.min(wanted, values.length - 1)
        const shares = splitShares(values, size, scaleOf(values))
        const visited = byVisiting(values, size)
        expect(shares.counting).toBe('exact')
        expect(shares.twoSided).toBeCloseTo(visited.twoSided, 12)
        expect(shares.greater).toBeCloseTo(visited.greater, 12)
        expect(shares.less).toBeCloseTo(visited.less, 12)
      }),
      { numRuns: 60 },
    )
  })

  test('of 2 schools out of 9 count 36 draws', () => {
    const shares = splitShares(Float64Array.of(14, 16, 9, 10, 8, 11, 12, 7, 10), 2, 16)
    expect(shares.twoSided).toBe(1 / 36)
    expect(shares.greater).toBe(1 / 36)
    expect(shares.less).toBe(1)
  })

  test('are all of the splits when the groups do not differ', () => {
    expect(splitShares(Float64Array.of(1, 3, 2, 2), 2, 3)).toEqual({
      twoSided: 1,
      greater: 4 / 6,
      less: 4 / 6,
      counting: 'exact',
    })
  })

  test('are all of the splits of values that do not differ at all', () => {
    expect(splitShares(new Float64Array(5), 2, 0)).toEqual({
      twoSided: 1,
      greater: 1,
      less: 1,
      counting: 'exact',
    })
  })

  test('of up to 40 values with many digits are counted, of 41 sampled', () => {
    // The two largest roots stand first: one split of 40 · 39 / 2 = 780 lies as far up.
    const roots = (count: number) => Float64Array.from({ length: count }, (_, i) => Math.sqrt(count - i))
    const shares = splitShares(roots(40), 2, 6.4)
    expect(shares.counting).toBe('exact')
    expect(shares.greater).toBe(1 / 780)
    expect(shares.less).toBe(1)
    expect(splitShares(roots(41), 2, 6.4).counting).toBe('monte-carlo')
  })

  test('are counted by integer sums for more than 40 values and agree with those matched by halves', () => {
    const random = createRandom(5)
    const values = Float64Array.from(
      { length: 26 },
      (_, i) => Math.round(random.normal() * 10) / 10 + (i < 11 ? 0.4 : 0),
    )
    const matched = splitShares(values, 11, scaleOf(values))
    const whole = values.map((value) => Math.round(value * 10) + 100)
    const observed = whole.subarray(0, 11).reduce((sum, value) => sum + value, 0)
    const total = whole.reduce((sum, value) => sum + value, 0)
    const recursed = ascendingShares(whole.slice().sort(), 11, observed, total)!
    expect(recursed.counting).toBe('exact')
    expect(recursed.twoSided).toBeCloseTo(matched.twoSided, 12)
    expect(recursed.greater).toBeCloseTo(matched.greater, 12)
    expect(recursed.less).toBeCloseTo(matched.less, 12)
  })

  test('do not depend on which of the two groups is drawn', () => {
    const values = Float64Array.from({ length: 50 }, (_, i) => ((i * 7919) % 31) / 2)
    const turned = Float64Array.of(...values.subarray(20), ...values.subarray(0, 20))
    const first = splitShares(values, 20, 16)
    const second = splitShares(turned, 30, 16)
    expect(first.counting).toBe('exact')
    expect(second.twoSided).toBeCloseTo(first.twoSided, 12)
    expect(second.greater).toBeCloseTo(first.less, 12)
    expect(second.less).toBeCloseTo(first.greater, 12)
  })

  test('are sampled with a fixed seed for many values with many digits', () => {
    const random = createRandom(11)
    const values = Float64Array.from({ length: 44 }, (_, i) => random.normal() + (i < 22 ? 0.5 : 0))
    const shares = splitShares(values, 22, scaleOf(values))
    expect(shares.counting).toBe('monte-carlo')
    expect(splitShares(values, 22, scaleOf(values))).toEqual(shares)
    // Two decimals are enough to be exact and nearly the same test.
    const rounded = values.map((value) => Math.round(value * 100) / 100)
    const exact = splitShares(rounded, 22, scaleOf(rounded))
    expect(exact.counting).toBe('exact')
    expect(Math.abs(exact.twoSided - shares.twoSided)).toBeLessThan(0.006)
    expect(Math.abs(exact.greater - shares.greater)).toBeLessThan(0.006)
    expect(Math.abs(exact.less - shares.less)).toBeLessThan(0.006)
  })
})

describe('rounding', () => {
  test('decides no tie', () => {
    // 0.1 + 0.2 and 0.3 differ in the last digit; as whole tenths they are the same split.
    const rounded = Float64Array.of(0.1 + 0.2, 0.7, 0.3, 0.6, 0.2, 0.1)
    const exact = Float64Array.of(3, 7, 3, 6, 2, 1)
    const { twoSided, greater, less } = splitShares(exact, 2, 7)
    expect(splitShares(rounded, 2, 0.7)).toEqual({ twoSided, greater, less, counting: 'exact' })
  })

  test('is judged against the size of the values where the groups hardly differ', () => {
    const values = Float64Array.of(1.4, 1.6 + 1e-12, 1, 2, 1.5, 1.5)
    expect(splitShares(values, 2, 2).twoSided).toBe(1)
    expect(splitShares(values, 2, 0).twoSided).toBeLessThan(1)
  })
})

describe('integer sums', () => {
  test('of a larger first group are those of the smaller rest, mirrored', () => {
    const ascending = Float64Array.of(0, 1, 2, 4, 8)
    const large = ascendingShares(ascending, 3, 14, 15)!
    expect(large.twoSided).toBeCloseTo(2 / 10, 12)
    expect(large.greater).toBeCloseTo(1 / 10, 12)
    expect(large.less).toBe(1)
    const small = ascendingShares(ascending, 2, 1, 15)!
    expect(small.twoSided).toBeCloseTo(large.twoSided, 12)
    expect(small.less).toBeCloseTo(large.greater, 12)
    expect(small.greater).toBe(1)
  })

  test('of nearly everyone in one group are counted as those of the few in the other', () => {
    // 2000 · 1999 / 2 = 1,999,000 splits; the two smallest numbers, 0 and 1, were left over.
    const ascending = Float64Array.from({ length: 2000 }, (_, i) => i)
    const nearlyAll = ascendingShares(ascending, 1998, 1_998_999, 1_999_000)!
    expect(nearlyAll.greater).toBeCloseTo(1 / 1_999_000, 15)
    expect(nearlyAll.twoSided).toBeCloseTo(2 / 1_999_000, 15)
    expect(ascendingShares(ascending, 2, 1, 1_999_000)!.less).toBeCloseTo(1 / 1_999_000, 15)
  })

  test('at their expectation leave nothing further out', () => {
    expect(ascendingShares(Float64Array.of(0, 1, 2, 3), 2, 3, 6)!.twoSided).toBe(1)
  })

  test('that cannot be counted give nothing', () => {
    expect(
      ascendingShares(
        Float64Array.from({ length: 40 }, (_, i) => i * 1e6),
        20,
        3e8,
        7.8e8,
      ),
    ).toBeNull()
  })
})

describe('a sample of splits', () => {
  test('is smaller where each split takes long, within limits', () => {
    expect([1, 300, 1000, 3000, 1e6].map(splitsToDraw)).toEqual([100_000, 100_000, 30_000, 10_000, 10_000])
  })

  const centred = Float64Array.of(3, 1, -2, -1, 0.5, -1.5)

  test('counts the observed split itself, so that a share is never 0', () => {
    const shares = sampledShares(centred, 2, 4, 1e-9, createRandom(1), 9)
    expect(shares.twoSided).toBeGreaterThanOrEqual(0.1)
    expect(shares.greater).toBeGreaterThanOrEqual(0.1)
  })

  /** Draws the given places one after the other, and counts the draws. */
  function placesInTurn(places: readonly number[]): Random & { drawn: () => number } {
    let at = 0
    return { ...createRandom(1), integer: () => places[at++ % places.length]!, drawn: () => at }
  }

  test('holds splits exactly as far out as the observed one', () => {
    // One of 3, 1, −4, 0 is drawn; the places 0, 1, 2, 3 give each of them once.
    const once = () => placesInTurn([0, 1, 2, 3])
    const three = sampledShares(Float64Array.of(3, 1, -4, 0), 1, 3, 0, once(), 4)
    expect(three).toEqual({ twoSided: 3 / 5, greater: 2 / 5, less: 1, counting: 'monte-carlo' })
    const minusFour = sampledShares(Float64Array.of(3, 1, -4, 0), 1, -4, 0, once(), 4)
    expect(minusFour).toEqual({ twoSided: 2 / 5, greater: 1, less: 2 / 5, counting: 'monte-carlo' })
    const rest = sampledShares(Float64Array.of(3, 1, -4, 0), 3, -3, 0, once(), 4)
    expect(rest).toEqual({ twoSided: 3 / 5, greater: 1, less: 2 / 5, counting: 'monte-carlo' })
  })

  test('counts a split within the tolerance as a tie', () => {
    const once = () => placesInTurn([0, 1, 2, 3])
    const wide = sampledShares(Float64Array.of(3, 1, -4, 0), 1, 3, 2, once(), 4)
    expect(wide).toEqual({ twoSided: 4 / 5, greater: 3 / 5, less: 1, counting: 'monte-carlo' })
    const middle = sampledShares(Float64Array.of(3, 1, -4, 0), 1, 0, 1, once(), 4)
    expect(middle).toEqual({ twoSided: 1, greater: 4 / 5, less: 4 / 5, counting: 'monte-carlo' })
  })

  test('draws the smaller of the two groups', () => {
    for (const size of [2, 4]) {
      const random = placesInTurn([0, 1])
      sampledShares(centred, size, 1, 0, random, 10)
      expect(random.drawn()).toBe(20)
    }
  })

  test('comes close to the exact shares for either size of the drawn group', () => {
    for (const size of [2, 4]) {
      const observed = centred.subarray(0, size).reduce((sum, value) => sum + value, 0)
      const exact = byVisiting(centred, size)
      const sampled = sampledShares(centred, size, observed, 1e-9, createRandom(4), 40_000)
      expect(Math.abs(sampled.twoSided - exact.twoSided)).toBeLessThan(0.012)
      expect(Math.abs(sampled.greater - exact.greater)).toBeLessThan(0.012)
      expect(Math.abs(sampled.less - exact.less)).toBeLessThan(0.012)
    }
  })

  test('leaves the values handed in as they are', () => {
    sampledShares(centred, 3, 2, 1e-9, createRandom(1), 100)
    expect([...centred]).toEqual([3, 1, -2, -1, 0.5, -1.5])
  })
})
