import { describe, expect, test } from 'vitest'
import { type SteppedWedgeTest, steppedWedgeTest } from './stepped-wedge-permutation.ts'

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

function wedge(outcomes: number[][], treated: number[][], alpha?: number): SteppedWedgeTest {
  const finding = steppedWedgeTest(outcomes, treated, alpha)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

/** One step for each place, in order, after a first period without treatment. */
const staircase = (places: number) =>
  Array.from({ length: places }, (_, i) => Array.from({ length: places + 1 }, (_, t) => (t > i ? 1 : 0)))

/** Place and period levels plus an effect of the treatment. */
const levels = (treated: number[][], effect: number) =>
  treated.map((row, i) => row.map((mark, t) => 10 * ((i * 7) % 5) + 3 * t + effect * mark))

/** Wobble without a pattern in places or periods. */
const wobble = (i: number, t: number) => (((i + 1) * (t + 2) * 37) % 11) / 10

describe('a stepped wedge', () => {
  test('finds an effect beneath any levels of places and periods', () => {
    const value = wedge(levels(staircase(5), 2.5), staircase(5))
    expect(value.effect).toBeCloseTo(2.5, 10)
    expect(value.assignments).toBe(120)
    expect(value.distinctAssignments).toBe(120)
    expect(value.greaterP).toBe(1 / 120)
    expect(value.counting).toBe('exact')
  })

  test('has the coefficient of least squares with place and period effects', () => {
    const treated = [
      [0, 1, 1],
      [0, 0, 1],
    ]
    // Doubly centred treatment: ±(1/6, −1/3, 1/6); outcome differences decide.
    expect(
      wedge(
        [
          [3, 6, 7],
          [4, 5, 8],
        ],
        treated,
      ).effect,
    ).toBeCloseTo(2, 12)
  })

  test('flips with the outcome', () => {
    const outcomes = staircase(4).map((row, i) => row.map((mark, t) => mark + wobble(i, t)))
    const plain = wedge(outcomes, staircase(4))
    const turned = wedge(
      outcomes.map((row) => row.map((value) => -value)),
      staircase(4),
    )
    expect(turned.effect).toBeCloseTo(-plain.effect, 12)
    expect(turned.twoSidedP).toBe(plain.twoSidedP)
  })

  test('counts orders that give the same start times together', () => {
    const treated = [
      [0, 1, 1],
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 1],
    ]
    const outcomes = treated.map((row, i) => row.map((mark, t) => 3 * mark + wobble(i, t)))
    const value = wedge(outcomes, treated)
    expect(value.assignments).toBe(24)
    expect(value.distinctAssignments).toBe(6)
    expect(value.greaterP).toBeCloseTo(1 / 6, 12)
    expect(value.twoSidedP * 6).toBeCloseTo(Math.round(value.twoSidedP * 6), 12)
  })

  test('of many places is judged by a sample of orders with a fixed seed', () => {
    const treated = staircase(11)
    const noisy = treated.map((row, i) => row.map((mark, t) => 0.1 * mark + wobble(i, t)))
    const value = wedge(noisy, treated)
    expect(value.counting).toBe('monte-carlo')
    expect(wedge(noisy, treated)).toEqual(value)
    expect(value.greaterP).toBeGreaterThan(0)
    expect(value.greaterP).toBeLessThan(1)
    expect(value.twoSidedP).toBeGreaterThanOrEqual(value.greaterP)
    const strong = wedge(levels(treated, 5), treated)
    expect(strong.greaterP).toBeCloseTo(1 / 100_001, 12)
    expect(strong.twoSidedP).toBeCloseTo(1 / 100_001, 3)
  })

  test('of three places cannot reach 0.05, of four it can', () => {
    expect(codesOf(steppedWedgeTest(levels(staircase(3), 1), staircase(3)))).toEqual(['min-p-above-alpha'])
    expect(codesOf(steppedWedgeTest(levels(staircase(4), 1), staircase(4)))).toEqual([])
    expect(codesOf(steppedWedgeTest(levels(staircase(4), 1), staircase(4), 0.01))).toEqual([
      'min-p-above-alpha',
    ])
    expect(codesOf(steppedWedgeTest(levels(staircase(3), 1), staircase(3), 0.2))).toEqual([])
  })

  test('without any spread says so', () => {
    const flat = staircase(4).map((row) => row.map(() => 7))
    const finding = steppedWedgeTest(flat, staircase(4))
    expect(codesOf(finding)).toEqual(['constant-values'])
    expect(finding.ok && [finding.value.effect, finding.value.twoSidedP]).toEqual([0, 1])
  })

  test('takes marks written as true and false', () => {
    const treated = staircase(4)
    const outcomes = levels(treated, 1)
    const marks = treated.map((row) => row.map((mark) => mark === 1))
    expect(steppedWedgeTest(outcomes, marks)).toEqual(steppedWedgeTest(outcomes, treated))
  })

  test('is refused where it cannot be judged', () => {
    const refusalOf = (outcomes: (number | null)[][], treated: number[][]) => {
      const finding = steppedWedgeTest(outcomes, treated)
      return finding.ok ? null : finding.refusal.code
    }
    const treated = [
      [0, 1],
      [0, 0],
    ]
    expect(
      refusalOf(
        [
          [1, 2],
          [3, 4],
        ],
        treated,
      ),
    ).toBeNull()
    expect(refusalOf([], [])).toBe('not-enough-data')
    expect(refusalOf([[1, 2]], [[0, 1]])).toBe('not-enough-data')
    expect(refusalOf([[1], [2]], [[0], [1]])).toBe('not-enough-data')
    expect(refusalOf([[1, 2], [3]], treated)).toBe('not-enough-data')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, 4],
        ],
        [[0, 1]],
      ),
    ).toBe('not-enough-data')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, 4],
        ],
        [[0, 1], [0]],
      ),
    ).toBe('not-enough-data')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, null],
        ],
        treated,
      ),
    ).toBe('not-enough-data')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, NaN],
        ],
        treated,
      ),
    ).toBe('not-enough-data')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, Infinity],
        ],
        treated,
      ),
    ).toBe('ill-conditioned')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 2],
          [0, 0],
        ],
      ),
    ).toBe('not-enough-data')
    expect(
      refusalOf(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 1],
          [0, 1],
        ],
      ),
    ).toBe('ill-conditioned')
    expect(
      codesOf(
        steppedWedgeTest(
          [
            [1, 2],
            [3, null],
          ],
          treated,
        ),
      ),
    ).toEqual(['unbalanced-panel'])
  })
})
