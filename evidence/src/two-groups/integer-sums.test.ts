import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costOfSumRows, integerHalves, shareInTails, sumRows, wholeMultiples } from './integer-sums.ts'
import { countSubsetSums, splitHalves } from './subset-sums.ts'

const ascendingIntegers = fc
  .array(fc.nat(12), { minLength: 1, maxLength: 10 })
  .map((list) => Float64Array.from(list).sort())

describe('counts of integer sums', () => {
  test('of 2 out of 1, 2, 3, 4 run from 3 to 7', () => {
    const { rows, lowest } = sumRows(Float64Array.of(1, 2, 3, 4), 2, 2)
    expect(lowest[2]).toBe(3)
    expect([...rows[2]!]).toEqual([1, 1, 2, 1, 1])
  })

  test('cost what they say', () => {
    const { additions, cells } = costOfSumRows(Float64Array.of(1, 2, 3, 4), 2, 2)
    // Rows for 0, 1 and 2 chosen hold 1, 4 and 5 sums.
    expect(cells).toBe(10)
    expect(additions).toBe(9)
  })

  test('stop where no choice asked for needs them', () => {
    // One chosen counts only among 1, 2, 3: with 4 it could no longer become two chosen.
    expect([...sumRows(Float64Array.of(1, 2, 3, 4), 2, 2).rows[1]!]).toEqual([1, 1, 1, 0])
    const five = integerHalves(Float64Array.of(0, 1, 2, 3, 4, 5), 5)!
    expect([...five.first.rows[1]!]).toEqual([1, 1, 0])
    expect([...five.second.rows[1]!]).toEqual([1, 1, 0])
    const one = integerHalves(Float64Array.of(0, 1, 2, 3, 4, 5), 1)!
    expect([one.first.rows.length, one.second.rows.length]).toEqual([2, 2])
  })

  test('give the same tails as real-valued sums matched half against half', () => {
    fc.assert(
      fc.property(ascendingIntegers, fc.nat(10), fc.nat(60), fc.nat(20), (values, wanted, high, gap) => {
        const size = Math.min(wanted, values.length)
        const low = high - 1 - gap
        const { atOrAbove, atOrBelow, total } = countSubsetSums(splitHalves(values, size), high, low)
        const share = shareInTails(integerHalves(values, size)!, high, low)
        expect(share).toBeCloseTo((atOrAbove + atOrBelow) / total, 12)
      }),
    )
  })

  test('are given up when there are too many sums or too many choices', () => {
    const wide = Float64Array.from({ length: 40 }, (_, i) => i * 1e6)
    expect(integerHalves(wide, 20)).toBeNull()
    // Two halves of 10,000,003 sums each: few additions, but more than 16 million numbers to hold.
    expect(integerHalves(Float64Array.of(0, 1e7, 2e7, 3e7), 2)).toBeNull()
    // Two halves of 6 million sums each, reached by about 650 million additions each.
    const long = Float64Array.from({ length: 840 }, (_, i) => i >> 1)
    expect(integerHalves(long, 420)).toBeNull()
    const many = Float64Array.from({ length: 1200 }, () => 0)
    expect(integerHalves(many, 600)).toBeNull()
  })
})

describe('tails of integer sums', () => {
  const halves = integerHalves(Float64Array.of(0, 1, 2, 4), 2)!

  test('hold the marks themselves', () => {
    // The six sums are 1, 2, 4, 3, 5, 6.
    expect(shareInTails(halves, 6, 1)).toBeCloseTo(2 / 6, 12)
    expect(shareInTails(halves, 5.5, 1.5)).toBeCloseTo(2 / 6, 12)
    expect(shareInTails(halves, 4, 2)).toBeCloseTo(5 / 6, 12)
    expect(shareInTails(halves, Infinity, 0)).toBe(0)
    expect(shareInTails(halves, 7, -Infinity)).toBe(0)
  })

  test('add up to all sums at most', () => {
    expect(shareInTails(halves, 3, 3)).toBe(1)
    expect(halves.total).toBe(6)
  })
})

describe('values as whole multiples of a unit', () => {
  test('keep their order and start at 0', () => {
    expect(wholeMultiples([1.5, 2.25, 1.25])).toEqual({ multiples: Float64Array.of(1, 4, 0), unit: 0.25 })
  })

  test('use the largest common unit', () => {
    expect(wholeMultiples([10, 40, 70])).toEqual({ multiples: Float64Array.of(0, 1, 2), unit: 30 })
  })

  test('of equal values are all 0', () => {
    expect(wholeMultiples([4, 4])).toEqual({ multiples: Float64Array.of(0, 0), unit: 1 })
  })

  test('survive the rounding of decimals', () => {
    expect(wholeMultiples([0.1, 0.1 + 0.2])!.multiples).toEqual(Float64Array.of(0, 1))
    expect(wholeMultiples([-0.3, 0.1, 0.7])!.multiples).toEqual(Float64Array.of(0, 2, 5))
  })

  test('survive the rounding of large numbers and of many decimals', () => {
    const large = wholeMultiples([0.1, 12_345_678.3, 0.2, 9_876_543.7])!
    expect(large.multiples).toEqual(Float64Array.of(0, 123_456_782, 1, 98_765_436))
    expect(large.unit).toBe(0.1)
    const fine = wholeMultiples([0.123456, 999.654321, 0.123457, 777.777777])!
    expect(fine.multiples).toEqual(Float64Array.of(0, 999_530_865, 1, 777_654_321))
    expect(fine.unit).toBe(1e-6)
  })

  test('exist up to six digits and a thousand million units', () => {
    expect(wholeMultiples([0, 0.000001])).toEqual({ multiples: Float64Array.of(0, 1), unit: 1e-6 })
    expect(wholeMultiples([0, 1e-7])).toBeNull()
    expect(wholeMultiples([0, 1e9])).toEqual({ multiples: Float64Array.of(0, 1), unit: 1e9 })
    expect(wholeMultiples([0, 0.000005, 1500])).toBeNull()
  })

  test('span the range from a negative to a positive number', () => {
    expect(wholeMultiples([-6e8, 6e8])).toBeNull()
    const wide = wholeMultiples([-12_345_678.3, 12_345_678.1, 0.1])!
    expect(wide.multiples).toEqual(Float64Array.of(0, 61_728_391, 30_864_196))
  })

  test('do not exist for numbers with many digits or too wide a range', () => {
    expect(wholeMultiples([0, Math.PI])).toBeNull()
    expect(wholeMultiples([0, 0.000001, 2e9])).toBeNull()
  })
})
