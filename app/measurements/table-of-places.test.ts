import { describe, expect, test } from 'vitest'
import { atOnce } from '../platform/in-turns.ts'
import type { FileChoice } from './file-choice.ts'
import { guessChoice } from './guess-columns.ts'
import { summaryOf, whatStopsStoring } from './import-file.ts'
import { cellName, columnsToTell } from './place-columns.ts'
import { readFileRows } from './read-file-rows.ts'
import { readTableFile } from './read-table-file.ts'
import type { Sheet } from './table-file.ts'
import { exampleWorkbook } from './workbook.examples.ts'

// Made-up places and figures.
const units = ['Mäen koulu', 'Rannan koulu', 'Päiväkoti Aalto']
const measure = { id: 'haviikki', name: 'Hävikki', kind: 'number' as const, unit: 'kg' }

function sheetOf(content: string | Buffer): Sheet {
  const read = atOnce(readTableFile(typeof content === 'string' ? Buffer.from(content) : content))
  if (typeof read === 'string' || !read.sheets[0]) throw new Error(`not read: ${JSON.stringify(read)}`)
  return read.sheets[0]
}

const guess = (content: string | Buffer) => guessChoice(sheetOf(content), 0, { measure, units })

function read(
  content: string | Buffer,
  choice: Partial<FileChoice> = {},
  { kind = 'number' as 'number' | 'faces', stored = [] as string[] } = {},
) {
  const sheet = sheetOf(content)
  return atOnce(
    readFileRows(
      sheet,
      { ...guess(content), ...choice },
      {
        measure: { ...measure, kind },
        plan: { startsOn: '2026-02-01', endsOn: '2026-03-31' },
        today: '2026-03-10',
        stored: new Set(stored),
        units,
      },
    ),
  )
}

const figures = (...args: Parameters<typeof read>) =>
  read(...args).rows.map(({ line, column = -1, unit, day, value }) => [
    cellName(column, line),
    unit,
    day,
    value,
  ])
const faults = (...args: Parameters<typeof read>) =>
  read(...args).faulty.map(({ line, column = -1, fault }) => [cellName(column, line), fault])
const placesOf = (content: string | Buffer) =>
  guess(content).places?.map(({ column, place, leftOut }) => [column, leftOut ? 'left out' : place])

const kitchen = `Päivä;mäen  koulu;RANNAN KOULU;Päiväkoti Aalto
2.3.2026;12,5;8;3,2
3.3.2026;11;;2,9
4.3.2026;;;
5.3.2026;13,1;7,5;3
`

describe('a table with a column for each place', () => {
  test('is known by headings that name the places, whatever their capitals and spaces; empty cells are no readings', () => {
    expect(placesOf(kitchen)).toEqual([
      [1, 'Mäen koulu'],
      [2, 'Rannan koulu'],
      [3, 'Päiväkoti Aalto'],
    ])
    expect(figures(kitchen)).toEqual([
      ['B2', 'Mäen koulu', '2026-03-02', 12.5],
      ['C2', 'Rannan koulu', '2026-03-02', 8],
      ['D2', 'Päiväkoti Aalto', '2026-03-02', 3.2],
      ['B3', 'Mäen koulu', '2026-03-03', 11],
      ['D3', 'Päiväkoti Aalto', '2026-03-03', 2.9],
      ['B5', 'Mäen koulu', '2026-03-05', 13.1],
      ['C5', 'Rannan koulu', '2026-03-05', 7.5],
      ['D5', 'Päiväkoti Aalto', '2026-03-05', 3],
    ])
    expect(read(kitchen)).toMatchObject({ empty: 4, faulty: [], phases: { before: 0, during: 8, after: 0 } })
  })

  test('is known in a workbook too, with days as a workbook counts them, a unit in the heading, and a remark', () => {
    const workbook = exampleWorkbook({
      Kevät: [
        ['pvm', 'Rannan koulu (kg)', 'Mäen koulu', 'Huom.'],
        [{ day: 46_083 }, 8, 12.5, null],
        [{ day: 46_084 }, null, 11, 'retki'],
      ],
    })
    expect(placesOf(workbook)).toEqual([
      [1, 'Rannan koulu'],
      [2, 'Mäen koulu'],
    ])
    expect(read(workbook).rows.map(({ unit, value, note }) => [unit, value, note])).toEqual([
      ['Rannan koulu', 8, null],
      ['Mäen koulu', 12.5, null],
      ['Mäen koulu', 11, 'retki'],
    ])
  })

  test('is known by several columns of figures beside the days; whose they are is asked, never guessed', () => {
    const content = 'Päivä;Alakoulu;Yläkoulu\n2.3.2026;12;8\n3.3.2026;11;9\n'
    const choice = guess(content)
    expect(placesOf(content)).toEqual([
      [1, null],
      [2, null],
    ])
    expect(figures(content)).toEqual([])
    expect(columnsToTell(choice.places ?? []).map(({ column }) => column)).toEqual([1, 2])
    expect(whatStopsStoring(summaryOf(read(content)), choice)).toBe('columns-to-tell')
  })

  test('with one strange heading among known ones names that one alone and keeps the whole table back', () => {
    const content = 'Päivä;Mäen koulu;Iltapäiväkerho;Rannan koulu\n2.3.2026;12;4;8\n'
    const choice = guess(content)
    expect(columnsToTell(choice.places ?? [])).toEqual([{ column: 2, place: null, sameAs: null }])
    expect(whatStopsStoring(summaryOf(read(content)), choice)).toBe('columns-to-tell')
    const out = choice.places?.map((one) => (one.column === 2 ? { ...one, leftOut: true } : one))
    expect(figures(content, { places: out }).map(([cell]) => cell)).toEqual(['B2', 'D2'])
  })

  test('of another kind is not taken for one: places row by row, one column of the measure, a plan of one place', () => {
    expect(
      guess('Päivä;Paikka;Määrä;Ruokailijat\n2.3.2026;Mäen koulu;12;140\n3.3.2026;Rannan koulu;8;90\n')
        .places,
    ).toBeNull()
    expect(guess('Päivä;Hävikki;Ruokailijat\n2.3.2026;12;140\n3.3.2026;8;90\n').places).toBeNull()
    expect(guessChoice(sheetOf(kitchen), 0, { measure, units: [] }).places).toBeNull()
  })

  test('with a column of totals leaves that out and says so; a row of totals is named and never stored', () => {
    for (const [heading, row] of [
      ['Yhteensä', 'Yhteensä'],
      ['Totalt', 'Totalt:'],
      ['Total', 'Total March'],
      ['Ka.', 'Keskiarvo'],
      ['Summa kg', 'Yht.'],
    ]) {
      const content = `Päivä;Mäen koulu;Rannan koulu;${heading}\n2.3.2026;12;8;20\n3.3.2026;11;9;20\n${row};23;17;40\n`
      expect(placesOf(content)?.at(-1)).toEqual([3, 'left out'])
      expect([heading, figures(content).length, faults(content)]).toEqual([heading, 4, [['A4', 'total-row']]])
      expect(whatStopsStoring(summaryOf(read(content)), guess(content))).toBe('faulty-rows')
    }
    // The word may stand beside the day's column, whose cell is empty.
    const beside = 'Päivä;Viikko;Mäen koulu;Rannan koulu\n2.3.2026;10;12;8\n;Yhteensä;12;8\n'
    expect(faults(beside)).toEqual([['B3', 'total-row']])
    // A place may be called so after all.
    const named = guessChoice(sheetOf('Päivä;Summa;Mäki\n2.3.2026;1;2\n'), 0, {
      measure,
      units: ['Summa', 'Mäki'],
    })
    expect(named.places?.map(({ place }) => place)).toEqual(['Summa', 'Mäki'])
  })

  test('with a heading twice asks about both columns; the same place told twice is refused', () => {
    const content = 'Päivä;Mäen koulu;Rannan koulu;Mäen koulu\n2.3.2026;12;8;13\n'
    expect(columnsToTell(guess(content).places ?? []).map(({ column }) => column)).toEqual([1, 3])
    const places = [1, 3].map((column) => ({ column, place: 'Mäen koulu', leftOut: false }))
    expect(columnsToTell(places)).toEqual([{ column: 3, place: 'Mäen koulu', sameAs: 1 }])
    expect(whatStopsStoring(summaryOf(read(content, { places })), { ...guess(content), places })).toBe(
      'columns-to-tell',
    )
  })

  test('without a column of days has not one row that could be stored, and that is what is told', () => {
    const content = 'Mäen koulu;Rannan koulu\n12;8\n11;9\n'
    expect(guess(content).places).not.toBeNull()
    expect(read(content).rows).toEqual([])
    expect(summaryOf(read(content)).noDays).toBe(true)
    expect(summaryOf(read(kitchen)).noDays).toBe(false)
  })

  test('has each cell checked on its own and named by row and column', () => {
    const content = [
      'Päivä\tMäen koulu\tRannan koulu\tPäiväkoti Aalto',
      '2.3.2026\tpaljon\t8\t=B2*2',
      '3.3.2026\t12 g\t−\t3,2',
      '30.2.2026\t1\t2\t3',
      '11.3.2026\t1\t2\t3',
      '5.3.2026\t1.234\t2\t3,5',
      '6.3.2026\t1e5\t2\t3',
      '',
      '2.3.2026\t\t9\t\t',
      '\t1\t\t',
    ].join('\n')
    expect(faults(content)).toEqual([
      ['B2', 'bad-value'],
      ['D2', 'formula'],
      ['B3', 'other-unit'],
      ['C3', 'bad-value'],
      ['A4', 'bad-day'],
      ['A5', 'future-day'],
      ['B6', 'ambiguous-number'],
      ['B7', 'other-unit'],
      ['C9', 'repeated'],
      ['A10', 'no-day'],
    ])
    expect(figures(content).map(([cell]) => cell)).toEqual(['C2', 'D3', 'C6', 'D6', 'C7', 'D7'])
  })

  test('may be made beforehand: days ahead without a figure are no fault', () => {
    expect(faults(`${kitchen}11.3.2026;;;\n12.3.2026;;;\nVapaata;;;\n`)).toEqual([])
    expect(read(`${kitchen}11.3.2026;;;\n`).empty).toBe(4)
  })

  test('asks about days that have a reading, place by place, and about days that come twice', () => {
    const stored = ['2026-03-02 Mäen koulu']
    expect(faults(kitchen, {}, { stored })).toEqual([['B2', 'stored-already']])
    expect(read(kitchen, { existing: 'replace' }, { stored })).toMatchObject({ replacing: 1, faulty: [] })
    expect(read(kitchen, { existing: 'leave' }, { stored })).toMatchObject({ leftOut: 1, faulty: [] })
    const twice = `${kitchen}2.3.2026;14;;\n`
    expect(read(twice).faulty).toMatchObject([{ line: 6, column: 1, fault: 'repeated', otherLine: 2 }])
    expect(figures(twice, { repeated: 'last' })[0]).toEqual(['B6', 'Mäen koulu', '2026-03-02', 14])
  })

  test('holds faces too, and numbers are read by the writing of their own column', () => {
    expect(faults(kitchen, {}, { kind: 'faces' })).toContainEqual(['B2', 'not-a-face'])
    const mixed = 'Päivä;Mäen koulu;Rannan koulu\n2.3.2026;12,5;8.5\n3.3.2026;1,234;9.25\n'
    expect(figures(mixed).map(([, , , value]) => value)).toEqual([12.5, 8.5, 1.234, 9.25])
  })

  test('of more figures than a table may hold is told to be so, without reading on', () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, row) => [row + 2, '2.3.2026', ...Array<number>(49).fill(1)] as const,
    )
    const sheet: Sheet = { name: '', rows: [[1, 'Päivä'], ...rows, ...rows, ...rows] }
    const many = Array.from({ length: 49 }, (_, index) => `Paikka ${index}`)
    const places = many.map((place, index) => ({ column: index + 1, place, leftOut: false }))
    const choice: FileChoice = { ...guess(kitchen), places, repeated: 'keep' }
    const context = {
      measure,
      plan: { startsOn: null, endsOn: null },
      today: '2026-03-10',
      stored: new Set<string>(),
    }
    const reading = atOnce(readFileRows(sheet, choice, { ...context, units: many }))
    expect(reading.tooMany).toBe(true)
    expect(reading.rows.length).toBeLessThanOrEqual(200_000)
    expect(whatStopsStoring(summaryOf(reading), choice)).toBe('too-many')
  })
})
