import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countPairs,
  countSubsetSums,
  sortedSignedSums,
  sortedSubsetSums,
  splitHalves,
} from './subset-sums.ts'

/** Every choice of `size` values, summed one by one. */
function everySum(values: readonly number[], size: number): number[] {
  if (size === 0) return [0]
  if (values.length < size) return []
  const [first, ...rest] = values as [number, ...number[]]
  return [...everySum(rest, size - 1).map((sum) => sum + first), ...everySum(rest, size)]
}

const ascending = (list: number[]) => list.sort((a, b) => a - b)
const wholeValues = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 9 })

describe('sums of choices', () => {
  test('are listed in ascending order, apart for each number chosen', () => {
    const { sums, starts } = sortedSubsetSums([3, 1, 2], 0, 3)
    expect([...starts]).toEqual([0, 1, 4, 7, 8])
    expect([...sums]).toEqual([0, 1, 2, 3, 3, 4, 5, 6])
  })

  test('leave out the numbers chosen that were not asked for', () => {
    const { sums, starts } = sortedSubsetSums([5, 7, 11], 2, 2)
    expect([...sums.subarray(starts[2], starts[3])]).toEqual([12, 16, 18])
    expect(sums.length).toBe(3)
  })

  test('are prepared in two halves without any that no choice needs', () => {
    const numbersHeld = (size: number) => {
      const { first, second } = splitHalves(Float64Array.of(1, 2, 3, 4, 5, 6), size)
      return [first.sums.length, second.sums.length]
    }
    // Of three values: 1 way to choose none, 3 to choose one, 3 to choose two, 1 to choose all.
    expect(numbersHeld(1)).toEqual([4, 4])
    expect(numbersHeld(2)).toEqual([7, 7])
    expect(numbersHeld(4)).toEqual([7, 7])
    expect(numbersHeld(5)).toEqual([4, 4])
  })

  test('are the same as when every choice is visited', () => {
    fc.assert(
      fc.property(wholeValues, fc.nat(9), (values, wanted) => {
        const size = Math.min(wanted, values.length)
        const { sums, starts } = sortedSubsetSums(values, size, size)
        expect([...sums.subarray(starts[size], starts[size + 1])]).toEqual(ascending(everySum(values, size)))
      }),
    )
  })

  test('are counted in the tails as when every choice is visited', () => {
    fc.assert(
      fc.property(
        wholeValues,
        fc.nat(9),
        fc.integer({ min: -20, max: 20 }),
        fc.nat(10),
        (values, wanted, high, gap) => {
          const size = Math.min(wanted, values.length)
          const low = high - gap
          const all = everySum(values, size)
          expect(countSubsetSums(splitHalves(Float64Array.from(values), size), high, low)).toEqual({
            atOrAbove: all.filter((sum) => sum >= high).length,
            atOrBelow: all.filter((sum) => sum <= low).length,
            total: all.length,
          })
        },
      ),
    )
  })
})

describe('pairs of sums', () => {
  test('at a mark count on both sides of it', () => {
    const pairs = countPairs(Float64Array.of(0, 1), Float64Array.of(0, 1), 1, 1)
    expect(pairs).toEqual({ atOrAbove: 3, atOrBelow: 3, total: 4 })
  })

  test('none counts beyond the ends', () => {
    const pairs = countPairs(Float64Array.of(0, 1), Float64Array.of(0, 1), 3, -1)
    expect(pairs).toEqual({ atOrAbove: 0, atOrBelow: 0, total: 4 })
  })
})

describe('sums with signs', () => {
  test('hold every pattern of signs once', () => {
    expect([...sortedSignedSums([1, 2, 4])]).toEqual([-7, -5, -3, -1, 1, 3, 5, 7])
    expect([...sortedSignedSums([4, -1, 2])]).toEqual([-7, -5, -3, -1, 1, 3, 5, 7])
    expect([...sortedSignedSums([-2, 0])]).toEqual([-2, -2, 2, 2])
  })
})
