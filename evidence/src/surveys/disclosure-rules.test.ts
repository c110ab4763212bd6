import { describe, expect, test } from 'vitest'
import { attributeDisclosure, differencing, suppressLine, suppressTable, withHidden } from './disclosure.ts'

const badCounts = {
  ok: false,
  refusal: {
    code: 'not-enough-data',
    why: 'Counts have to be whole numbers from 0 and the threshold from 1.',
  },
  warnings: [],
}

describe('a group that is to be shown', () => {
  test('is shown from the threshold on', () => {
    expect(attributeDisclosure([3, 2], 5)).toEqual({
      ok: true,
      value: { answers: 5, reachesThreshold: true, unanimous: false, mustSuppress: false },
      warnings: [],
    })
    expect(attributeDisclosure([3, 1], 5)).toEqual({
      ok: true,
      value: { answers: 4, reachesThreshold: false, unanimous: false, mustSuppress: true },
      warnings: [{ code: 'small-group', detail: '4 answers' }],
    })
  })

  test('is hidden when all answer alike, however many they are', () => {
    expect(attributeDisclosure([0, 12, 0], 5)).toEqual({
      ok: true,
      value: { answers: 12, reachesThreshold: true, unanimous: true, mustSuppress: true },
      warnings: [{ code: 'unanimous' }],
    })
    expect(attributeDisclosure([2], 5)).toEqual({
      ok: true,
      value: { answers: 2, reachesThreshold: false, unanimous: true, mustSuppress: true },
      warnings: [{ code: 'unanimous' }, { code: 'small-group', detail: '2 answers' }],
    })
  })

  test('without answers is small but not unanimous', () => {
    expect(attributeDisclosure([0, 0], 1)).toEqual({
      ok: true,
      value: { answers: 0, reachesThreshold: false, unanimous: false, mustSuppress: true },
      warnings: [{ code: 'small-group', detail: '0 answers' }],
    })
  })

  test('is refused for counts or a threshold that are none', () => {
    for (const counts of [[], [-1, 3], [1.5], [NaN], [Infinity], [1e16]]) {
      expect(attributeDisclosure(counts, 5)).toEqual(badCounts)
    }
    for (const threshold of [0, -1, 2.5, NaN, Infinity]) {
      expect(attributeDisclosure([3, 4], threshold)).toEqual(badCounts)
    }
    expect(attributeDisclosure([3, 4], 1).ok).toBe(true)
  })
})

describe('a group within a larger one', () => {
  test('hides one of the two when the rest is small but not empty', () => {
    const decide = (part: number) => differencing(40, part, 5)
    expect(decide(36)).toEqual({
      ok: true,
      value: { difference: 4, mustSuppressOne: true },
      warnings: [{ code: 'differencing', detail: '4 answers' }],
    })
    expect(decide(39).ok && decide(39).warnings).toHaveLength(1)
    expect(decide(35)).toEqual({ ok: true, value: { difference: 5, mustSuppressOne: false }, warnings: [] })
    expect(decide(40)).toEqual({ ok: true, value: { difference: 0, mustSuppressOne: false }, warnings: [] })
  })

  test('is refused when it is the larger or no count', () => {
    const refusal = {
      ok: false,
      refusal: { code: 'not-enough-data', why: 'The part has to be a whole number from 0 up to the whole.' },
      warnings: [],
    }
    expect(differencing(40, 41, 5)).toEqual(refusal)
    expect(differencing(40, -1, 5)).toEqual(refusal)
    expect(differencing(40.5, 3, 5)).toEqual(refusal)
    expect(differencing(40, 3, 0)).toEqual(refusal)
  })
})

describe('a table with small counts', () => {
  const table = [
    [4, 30],
    [20, 25],
  ]

  test('with totals hides all four cells of two by two', () => {
    expect(suppressTable(table, 5)).toEqual({
      ok: true,
      value: {
        primary: [{ row: 0, column: 0 }],
        secondary: [
          { row: 0, column: 1 },
          { row: 1, column: 0 },
          { row: 1, column: 1 },
        ],
        everythingHidden: true,
        smallest: true,
      },
      warnings: [{ code: 'small-group', detail: '1 cells' }],
    })
  })

  test('without totals hides the small cells alone', () => {
    expect(suppressTable(table, 5, false)).toEqual({
      ok: true,
      value: { primary: [{ row: 0, column: 0 }], secondary: [], everythingHidden: false, smallest: true },
      warnings: [{ code: 'small-group', detail: '1 cells' }],
    })
    const small = suppressTable([[1, 2, 3]], 5, false)
    expect(small.ok && small.value.everythingHidden).toBe(true)
  })

  test('of three by three leaves shown what need not be hidden', () => {
    const finding = suppressTable(
      [
        [2, 20, 30],
        [40, 10, 60],
        [70, 80, 90],
      ],
      5,
    )
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.primary).toEqual([{ row: 0, column: 0 }])
    expect(finding.value.secondary).toHaveLength(3)
    expect(finding.value.everythingHidden).toBe(false)
  })

  test('counts from the threshold on and empty cells are shown', () => {
    expect(
      suppressTable(
        [
          [0, 5],
          [6, 7],
        ],
        5,
      ),
    ).toEqual({
      ok: true,
      value: { primary: [], secondary: [], everythingHidden: false, smallest: true },
      warnings: [],
    })
  })

  test('is refused when hiding everything does not help', () => {
    expect(suppressTable([[1]], 5)).toEqual({
      ok: false,
      refusal: {
        code: 'suppressed',
        why: 'Even with every cell hidden the totals give a small count away.',
      },
      warnings: [{ code: 'small-group', detail: '1 cells' }],
    })
  })

  test('is refused without cells, with uneven rows and with numbers that are no counts', () => {
    const uneven = {
      ok: false,
      refusal: { code: 'not-enough-data', why: 'The table needs rows of equal length.' },
      warnings: [],
    }
    expect(suppressTable([], 5)).toEqual(uneven)
    expect(suppressTable([[]], 5)).toEqual(uneven)
    expect(suppressTable([[1, 2], [3]], 5)).toEqual(uneven)
    expect(suppressTable([[1, -2]], 5)).toEqual(badCounts)
    expect(suppressTable([[1, 2]], 0)).toEqual(badCounts)
  })
})

describe('a line of counts', () => {
  test('with one small count hides the smallest other too', () => {
    expect(suppressLine([40, 3, 25, 12], 5)).toEqual({
      ok: true,
      value: { primary: [1], secondary: 3 },
      warnings: [{ code: 'small-group', detail: '1 cells' }],
    })
    const equal = suppressLine([12, 3, 12], 5)
    expect(equal.ok && equal.value.secondary).toBe(0)
  })

  test('with two small counts, none, or no total hides no other', () => {
    expect(suppressLine([3, 2, 25], 5)).toEqual({
      ok: true,
      value: { primary: [0, 1], secondary: null },
      warnings: [{ code: 'small-group', detail: '2 cells' }],
    })
    expect(suppressLine([5, 0, 25], 5)).toEqual({
      ok: true,
      value: { primary: [], secondary: null },
      warnings: [],
    })
    const untold = suppressLine([3, 12], 5, false)
    expect(untold.ok && untold.value).toEqual({ primary: [0], secondary: null })
  })

  test('of one small count cannot be shown with its total', () => {
    expect(suppressLine([3], 5)).toEqual({
      ok: false,
      refusal: { code: 'suppressed', why: 'The total gives the only count away.' },
      warnings: [{ code: 'small-group', detail: '1 cells' }],
    })
    expect(suppressLine([3], 5, false).ok).toBe(true)
  })

  test('is refused for counts or a threshold that are none', () => {
    expect(suppressLine([], 5)).toEqual(badCounts)
    expect(suppressLine([1, NaN], 5)).toEqual(badCounts)
    expect(suppressLine([1, 2], 1.5)).toEqual(badCounts)
    expect(suppressLine([1, 2], 0)).toEqual(badCounts)
  })
})

test('a table keeps its counts and marks what is hidden', () => {
  const hidden = withHidden(
    [
      [4, 30],
      [20, 25],
    ],
    [
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ],
  )
  expect(hidden).toEqual({
    rows: 2,
    columns: 2,
    counts: Float64Array.of(4, 30, 20, 25),
    hidden: Uint8Array.of(0, 1, 1, 0),
  })
})
