import { describe, expect, test } from 'vitest'
import { compareSeveralGroups } from './kruskal-wallis.ts'
import { commonOddsRatio } from './mantel-haenszel.ts'
import { changeInPairs } from './mcnemar.ts'
import type { TwoByTwo } from './fisher-exact.ts'

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

describe('change in paired answers', () => {
  test('gives the figures of the approval ratings (Agresti 1990)', () => {
    const finding = changeInPairs([
      [794, 150],
      [86, 570],
    ])
    expect(finding.ok && finding.value.exactP).toBeCloseTo(3.71593613957143e-5, 15)
    expect(finding.ok && finding.value.chiSquare).toBeCloseTo(16.8177966101695, 10)
    expect(finding.ok && finding.value.chiSquareP).toBeCloseTo(4.114562e-5, 10)
    expect(codesOf(finding)).toEqual([])
  })

  test('in one direction only is marked', () => {
    const finding = changeInPairs([
      [5, 6],
      [0, 9],
    ])
    expect(finding.ok && finding.value.exactP).toBeCloseTo(2 / 64, 12)
    expect(codesOf(finding)).toEqual(['zero-cells'])
  })

  test('does not exist when nobody changed', () => {
    const finding = changeInPairs([
      [5, 0],
      [0, 9],
    ])
    expect(finding.ok && finding.value).toEqual({
      exactP: 1,
      chiSquare: undefined,
      chiSquareP: undefined,
      firstOnly: 0,
      secondOnly: 0,
    })
    expect(codesOf(finding)).toEqual(['zero-cells'])
  })

  test('never takes more than what there is from the chi-square', () => {
    const finding = changeInPairs([
      [5, 3],
      [3, 9],
    ])
    expect(finding.ok && finding.value.chiSquare).toBe(0)
    expect(finding.ok && finding.value.exactP).toBe(1)
  })

  test('is refused for counts that are none', () => {
    expect(
      changeInPairs([
        [5, -1],
        [0, 9],
      ]).ok,
    ).toBe(false)
    expect(
      changeInPairs([
        [5, 1.5],
        [0, 9],
      ]).ok,
    ).toBe(false)
  })
})

const berkeley: TwoByTwo[] = [
  [
    [512, 89],
    [313, 19],
  ],
  [
    [353, 17],
    [207, 8],
  ],
  [
    [120, 202],
    [205, 391],
  ],
  [
    [138, 131],
    [279, 244],
  ],
  [
    [53, 94],
    [138, 299],
  ],
  [
    [22, 24],
    [351, 317],
  ],
]

describe('a common odds ratio over strata', () => {
  test("turns the crude one around in Berkeley's admissions (Bickel 1975)", () => {
    const finding = commonOddsRatio(berkeley)
    expect(finding.ok && finding.value.oddsRatio).toBeCloseTo(0.904696828258623, 12)
    expect(finding.ok && finding.value.crudeOddsRatio).toBeCloseTo(1.84108003718129, 12)
    expect(finding.ok && finding.value.chiSquare).toBeCloseTo(1.52460666044344, 10)
    expect(finding.ok && finding.value.low).toBeCloseTo(0.77190736175935, 12)
    expect(codesOf(finding)).toEqual(['simpson-reversal'])
  })

  test('of one stratum is the plain odds ratio and reverses nothing', () => {
    const finding = commonOddsRatio([
      [
        [10, 5],
        [4, 9],
      ],
    ])
    expect(finding.ok && finding.value.oddsRatio).toBeCloseTo(4.5, 12)
    expect(finding.ok && finding.value.crudeOddsRatio).toBeCloseTo(4.5, 12)
    expect(codesOf(finding)).toEqual([])
  })

  test('lies at the edge when a kind of pair is missing in every stratum', () => {
    const finding = commonOddsRatio([
      [
        [10, 0],
        [4, 9],
      ],
    ])
    expect(finding.ok && [finding.value.oddsRatio, finding.value.low, finding.value.high]).toEqual([
      Infinity,
      0,
      Infinity,
    ])
    expect(codesOf(finding)).toEqual(['zero-cells'])
  })

  test('passes over empty strata and is refused without any that informs', () => {
    const finding = commonOddsRatio([
      [
        [0, 0],
        [0, 0],
      ],
      [
        [10, 5],
        [4, 9],
      ],
    ])
    expect(finding.ok && finding.value.oddsRatio).toBeCloseTo(4.5, 12)
    expect(commonOddsRatio([]).ok).toBe(false)
    expect(
      commonOddsRatio([
        [
          [3, 0],
          [4, 0],
        ],
      ]).ok,
    ).toBe(false)
    expect(
      commonOddsRatio([
        [
          [3, -1],
          [4, 2],
        ],
      ]).ok,
    ).toBe(false)
  })
})

describe('several groups by ranks', () => {
  const values = [4, 3, 5, 4, 2, 3, 3, 3, 5, 5, 4, 5, 5, 4, 5, 3, 1, 2, 2, 1, 3, 2]
  const groups = [...'1111122233333333444444']

  test('give H corrected for ties', () => {
    const finding = compareSeveralGroups(values, groups)
    expect(finding.ok && finding.value.h).toBeCloseTo(14.1791666666667, 10)
    expect(finding.ok && finding.value.p).toBeCloseTo(0.00267114726894226, 12)
    expect(codesOf(finding)).toEqual([])
  })

  test('leave out missing values wherever they stand', () => {
    const finding = compareSeveralGroups([null, ...values, NaN], ['1', ...groups, '9'])
    expect(finding.ok && finding.value.h).toBeCloseTo(14.1791666666667, 10)
    expect(finding.ok && [finding.value.n, finding.value.groups]).toEqual([22, 4])
    expect(codesOf(finding)).toEqual(['missing-values'])
  })

  test('of equal values have no H', () => {
    const finding = compareSeveralGroups([2, 2, 2, 2], [1, 1, 2, 2])
    expect(finding.ok && finding.value.h).toBeUndefined()
    expect(codesOf(finding)).toEqual(['constant-values'])
  })

  test('are refused when there are fewer than two, or labels are missing', () => {
    expect(compareSeveralGroups([1, 2], [1, 1]).ok).toBe(false)
    expect(compareSeveralGroups([1, null], [1, 2]).ok).toBe(false)
    expect(compareSeveralGroups([1, 2], [1]).ok).toBe(false)
    expect(compareSeveralGroups([1, Infinity], [1, 2]).ok).toBe(false)
  })
})
