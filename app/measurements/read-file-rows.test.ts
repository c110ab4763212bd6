import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atOnce } from '../platform/in-turns.ts'
import { guessChoice, unitInHeading } from './guess-columns.ts'
import type { FileChoice } from './file-choice.ts'
import { readFileRows } from './read-file-rows.ts'
import { keyOf } from './read-pasted-table.ts'
import type { Cell, Sheet } from './table-file.ts'

const measure = { id: 'haviikki', name: 'Hävikki', kind: 'number' as const, unit: 'kg' }
const sheetOf = (...rows: Cell[][]): Sheet => ({
  name: '',
  rows: rows.map((cells, index) => [index + 1, ...cells] as const),
})

function read(
  sheet: Sheet,
  {
    stored = [] as string[],
    units = [] as string[],
    kind = 'number' as 'number' | 'faces' | 'scale',
    ...choice
  }: Partial<FileChoice> & { stored?: string[]; units?: string[]; kind?: 'number' | 'faces' | 'scale' } = {},
) {
  return atOnce(
    readFileRows(
      sheet,
      { ...guessChoice(sheet, 0, { measure, units }), ...choice },
      {
        measure: { ...measure, kind },
        plan: { startsOn: '2025-12-01', endsOn: '2026-01-31' },
        today: '2026-03-10',
        stored: new Set(stored),
        units,
      },
    ),
  )
}
const values = (...cells: Cell[]) => sheetOf(...cells.map((cell, index) => [`${index + 1}.12.2025`, cell]))
const valuesRead = (sheet: Sheet, choice: Partial<FileChoice> = {}) =>
  read(sheet, choice).rows.map((row) => row.value)
const faultsOf = (sheet: Sheet, choice: Parameters<typeof read>[1] = {}) =>
  read(sheet, choice).faulty.map(({ line, fault }) => [line, fault])

describe('the numbers of a file', () => {
  test('are read with comma or point, with blanks between thousands, and with the unit behind them', () => {
    expect(valuesRead(values('3,5', '1 234,5', '12 kg', '−2,5Kg.', '1\u00a0234'))).toEqual([
      3.5, 1234.5, 12, -2.5, 1234,
    ])
    expect(valuesRead(values('3.5', '1,234.5', '0.125', 7))).toEqual([3.5, 1234.5, 0.125, 7])
  })

  test('in another unit are refused, row by row', () => {
    expect(faultsOf(values('12 g', '3 kg', '5 %'))).toEqual([
      [1, 'other-unit'],
      [3, 'other-unit'],
    ])
    const named = sheetOf(['Päivä', 'Yksikkö', 'Arvo'], ['1.12.2025', 'kg', '1'], ['2.12.2025', 'g', '1000'])
    expect(faultsOf(named)).toEqual([[3, 'other-unit-named']])
  })

  test('like 1.234 are asked about, unless the column or the person tells', () => {
    expect(faultsOf(values('1.234', '2'))).toEqual([[1, 'ambiguous-number']])
    expect(faultsOf(values('1.234', '2,5'))).toEqual([[1, 'ambiguous-number']])
    expect(valuesRead(values('1.234', '2.5'))).toEqual([1.234, 2.5])
    expect(valuesRead(values('1.234', '2,5'), { decimals: 'comma' })).toEqual([1234, 2.5])
    expect(valuesRead(values('1.234', '2'), { decimals: 'point' })).toEqual([1.234, 2])
  })

  test('that mix comma and point are asked about', () => {
    expect(faultsOf(values('3,5', '4,5', '3.5'))).toEqual([[3, 'mixed-decimals']])
    expect(valuesRead(values('3,5', '4,5', '3.5'), { decimals: 'either' })).toEqual([3.5, 4.5, 3.5])
    expect(faultsOf(values('3,5', '3.5'), { decimals: 'comma' })).toEqual([[2, 'bad-value']])
  })

  test.each(['paljon', '1.2.3', '1,23,4', '1e5', '--5', '12-15', '#REF!', '1 23', '5 000 0', '١٢'])(
    '%s is no number',
    (cell) => {
      expect(valuesRead(values(cell))).toEqual([])
    },
  )
})

describe('the days of a file', () => {
  test('are taken with and without clock times; an offset puts them into Finnish time', () => {
    const days = [
      '2025-12-24T13:30',
      '24.12.2025 8.15',
      '24.12.2025 klo 23.59',
      '2025-12-24T22:30:00Z',
      '2025-12-24T23:30:00+02:00',
    ]
    expect(
      read(sheetOf(...days.map((day) => [day, '1'])), { repeated: 'keep' }).rows.map((row) => row.day),
    ).toEqual(['2025-12-24', '2025-12-24', '2025-12-24', '2025-12-25', '2025-12-24'])
  })

  test('an hour that the clocks passed over is named; those that came twice stay on their day', () => {
    const sheet = sheetOf(
      ['30.3.2025 3.30', '1'],
      ['30.3.2025 4.30', '1'],
      ['26.10.2025 3.30', '1'],
      ['26.10.2025 3.30', '2'],
    )
    expect(faultsOf(sheet, { repeated: 'keep' })).toEqual([[1, 'no-such-hour']])
    expect(read(sheet, { repeated: 'keep' }).rows.map((row) => row.day)).toEqual([
      '2025-03-30',
      '2025-10-26',
      '2025-10-26',
    ])
  })

  test('that do not exist, are still to come or are missing are named by their row', () => {
    expect(
      faultsOf(
        sheetOf(
          ['29.2.2024', '1'],
          ['29.2.2025', '1'],
          ['11.3.2026', '1'],
          ['', '1'],
          ['24.12.25', '1'],
          [46_015, '1'],
          ['1.1.2026', ''],
        ),
      ),
    ).toEqual([
      [2, 'bad-day'],
      [3, 'future-day'],
      [4, 'no-day'],
      [5, 'bad-day'],
      [6, 'bad-day'],
      [7, 'no-value'],
    ])
  })

  test('before the start are time before, and are counted as that', () => {
    expect(read(sheetOf(['30.11.2025', '1'], ['1.12.2025', '1'], ['1.2.2026', '1'])).phases).toEqual({
      before: 1,
      during: 1,
      after: 1,
    })
  })
})

describe('formulas', () => {
  test('of workbooks, and texts that a spreadsheet would take for one, are refused in every column that is used', () => {
    const sheet = sheetOf(
      ['pv', 'arvo', 'huom', 'muu'],
      ['1.12.2025', { formula: '=SUM(A1:A2)' }, '', ''],
      ['2.12.2025', '1', '=HYPERLINK("http://a")', ''],
      ['3.12.2025', '1', '@cmd', ''],
      ['4.12.2025', '1', '+cmd|x', ''],
      ['5.12.2025', '-5', '-', ''],
      ['6.12.2025', '+5', '+ 3 astetta', '=EI()'],
      ['=TODAY()', '1', '', ''],
    )
    expect(faultsOf(sheet)).toEqual([2, 3, 4, 5, 8].map((line) => [line, 'formula']))
    expect(valuesRead(sheet)).toEqual([-5, 5])
  })
})

describe('a day that comes twice', () => {
  const twice = sheetOf(['1.12.2025', '1'], ['2.12.2025', '2'], ['1.12.2025', '3'])

  test('is asked about, and then one of both or both, never their sum', () => {
    expect(faultsOf(twice)).toEqual([[3, 'repeated']])
    expect(read(twice).faulty[0]?.otherLine).toBe(1)
    expect(valuesRead(twice, { repeated: 'keep' })).toEqual([1, 2, 3])
    expect(valuesRead(twice, { repeated: 'first' })).toEqual([1, 2])
    expect(valuesRead(twice, { repeated: 'last' })).toEqual([3, 2])
  })

  test('with a reading that is stored is asked about, replaced, kept beside it or left out', () => {
    const stored = ['2025-12-02']
    const chosen = (existing: FileChoice['existing']) => read(twice, { stored, repeated: 'keep', existing })
    expect(chosen('ask').faulty.map(({ fault }) => fault)).toEqual(['stored-already'])
    expect([chosen('replace').rows.length, chosen('replace').replacing]).toEqual([3, 1])
    expect([chosen('keep').rows.length, chosen('keep').replacing]).toEqual([3, 0])
    expect([chosen('leave').rows.length, chosen('leave').leftOut]).toEqual([2, 1])
  })

  test('is nothing to ask where many answers come on one day, but only answers', () => {
    expect(read(twice, { kind: 'faces', stored: ['2025-12-01'] }).rows).toHaveLength(3)
    expect(faultsOf(sheetOf(['1.12.2025', '4']), { kind: 'faces' })).toEqual([[1, 'not-a-face']])
    expect(faultsOf(sheetOf(['1.12.2025', '4'], ['1.12.2025', '6']), { kind: 'scale' })).toEqual([
      [2, 'not-on-scale'],
    ])
  })

  test('is another day in another place', () => {
    const units = ['Koulu A', 'Koulu B']
    const sheet = sheetOf(
      ['pvm', 'koulu', 'kg'],
      ['1.12.2025', 'koulu a', '1'],
      ['1.12.2025', 'Koulu B', '2'],
      ['1.12.2025', 'Koulu C', '3'],
    )
    expect(read(sheet, { units }).rows.map((row) => [row.unit, row.value])).toEqual([
      ['Koulu A', 1],
      ['Koulu B', 2],
    ])
    expect(faultsOf(sheet, { units })).toEqual([[4, 'unknown-unit']])
    expect(
      read(sheet, { units, stored: [keyOf('2025-12-01', 'Koulu A')], existing: 'replace' }).replacing,
    ).toBe(1)
    const without = sheetOf(['1.12.2025', '1'])
    expect(faultsOf(without, { units, place: null })).toEqual([[1, 'unknown-unit']])
    expect(read(without, { units, place: null, onePlace: 'Koulu B' }).rows[0]?.unit).toBe('Koulu B')
  })
})

describe('the guess of the columns', () => {
  const guess = (sheet: Sheet, units: string[] = []) => guessChoice(sheet, 0, { measure, units })

  test.each([
    [['Huomautus', 'Lukema', 'Päivämäärä'], { note: 0, value: 1, day: 2 }],
    [['Anmärkning', 'Antal', 'Datum'], { note: 0, value: 1, day: 2 }],
    [['Comment', 'Amount', 'Date'], { note: 0, value: 1, day: 2 }],
    [['Lisätieto', 'Hävikki', 'Pvm'], { note: 0, value: 1, day: 2 }],
  ])('knows the headings %j', (titles, columns) => {
    expect(guess(sheetOf(titles, ['sade', '3,5', '24.12.2025']))).toMatchObject({ headed: true, ...columns })
  })

  test('goes by what stands in the cells where no heading tells', () => {
    expect(
      guess(sheetOf(['Koulu B', '24.12.2025', 12, 'sade'], ['Koulu A', '25.12.2025', 13]), [
        'Koulu A',
        'Koulu B',
      ]),
    ).toMatchObject({
      headed: false,
      place: 0,
      day: 1,
      value: 2,
      note: 3,
    })
  })

  test('sees the unit that a heading names', () => {
    expect(unitInHeading('Hävikki (g)')).toBe('g')
    expect(unitInHeading('Hävikki')).toBeUndefined()
  })
})

test('whatever the cells hold, every row is stored, named or left out', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.double(),
    fc.constantFrom<Cell>(
      '24.12.2025',
      '2025-12-25',
      '3,5',
      '1.234',
      '12 kg',
      '=A1',
      { formula: '=A1' },
      '',
      'Koulu A',
    ),
  )
  const column = fc.nat(4)
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }),
      fc.record({
        day: column,
        value: column,
        place: fc.option(column),
        note: fc.option(column),
        decimals: fc.constantFrom('ask' as const, 'comma' as const, 'point' as const, 'either' as const),
        repeated: fc.constantFrom('ask' as const, 'keep' as const, 'first' as const, 'last' as const),
        existing: fc.constantFrom('ask' as const, 'replace' as const, 'keep' as const, 'leave' as const),
      }),
      fc.boolean(),
      (rows, choice, severalPlaces) => {
        const sheet = sheetOf(...rows)
        const { headed } = guessChoice(sheet, 0, { measure, units: [] })
        const reading = read(sheet, {
          ...choice,
          places: null,
          headed,
          stored: ['2025-12-24'],
          units: severalPlaces ? ['Koulu A'] : [],
        })
        expect(reading.rows.length + reading.faulty.length + reading.leftOut + (headed ? 1 : 0)).toBe(
          rows.length,
        )
        for (const { day, value } of reading.rows) {
          expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          expect(day <= '2026-03-10').toBe(true)
          expect(Number.isFinite(value)).toBe(true)
        }
      },
    ),
  )
})
