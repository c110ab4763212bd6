import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestTable, keyOf, readPastedTable } from './read-pasted-table.ts'

const count = { kind: 'number' } as const
const read = (text: string, stored: string[] = [], sameDayIsFine = false) =>
  readPastedTable(text, { measure: count, today: '2026-03-10', stored: new Set(stored), sameDayIsFine })

describe('a pasted table', () => {
  test.each([
    ['tabs and Finnish writing', '24.12.2025\t3,5\n25.12.2025\t1 234,5'],
    ['semicolons and ISO days', '2025-12-24;3.5\n2025-12-25;1234,5'],
    ['blanks between', '24.12.2025 3,5\n25.12.2025  1234,5'],
    [
      'quoted cells, a byte order mark and Windows line ends',
      '\u{feff}"24.12.2025";"3,5"\r\n"25.12.2025";"1234.5"',
    ],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual({
      rows: [
        { line: 1, day: '2025-12-24', value: 3.5, unit: null, note: null },
        { line: 2, day: '2025-12-25', value: 1234.5, unit: null, note: null },
      ],
      faulty: [],
      headed: false,
      tooLong: false,
    })
  })

  test('passes over headings and empty lines but counts them, and keeps remarks', () => {
    const table = read('Päivä\tRuokailijoita\n\n24.12.2025\t12\tsadepäivä\t\n')
    expect(table.headed).toBe(true)
    expect(table.rows).toEqual([{ line: 3, day: '2025-12-24', value: 12, unit: null, note: 'sadepäivä' }])
  })

  test('names every faulty row by its line', () => {
    const table = read(
      [
        '29.2.2025\t1',
        '28.2.2025\tpaljon',
        '27.2.2025\t=SUM(A1:A2)',
        '11.3.2026\t1',
        '26.2.2025\t',
        '\t5',
        '25.2.2025\t1\tx\ty',
        '24.2.2025\t1',
        '24.2.2025\t2',
        '23.2.2025\t3',
      ].join('\n'),
      ['2025-02-23'],
    )
    expect(table.faulty.map(({ line, fault }) => [line, fault])).toEqual([
      [1, 'bad-day'],
      [2, 'bad-value'],
      [3, 'formula'],
      [4, 'future-day'],
      [5, 'no-value'],
      [6, 'no-day'],
      [7, 'too-many-columns'],
      [9, 'repeated'],
      [10, 'stored-already'],
    ])
    expect(table.rows.map((row) => row.line)).toEqual([8])
  })

  test('takes a leap day that exists', () => {
    expect(read('29.2.2024\t1').rows).toHaveLength(1)
  })

  test('keeps both of a stored day when that was chosen', () => {
    expect(read('23.2.2025\t3', ['2025-02-23'], true).rows).toHaveLength(1)
  })

  test('takes many faces a day, but only faces', () => {
    const faces = readPastedTable('24.2.2025;3\n24.2.2025;1\n24.2.2025;4', {
      measure: { kind: 'faces' },
      today: '2026-03-10',
      stored: new Set(),
      sameDayIsFine: false,
    })
    expect(faces.rows.map((row) => row.value)).toEqual([3, 1])
    expect(faces.faulty).toEqual([{ line: 3, fault: 'not-a-face', text: '4' }])
  })

  test('says when there are too many rows', () => {
    const text = Array.from({ length: longestTable + 1 }, () => '1.1.2025;1').join('\n')
    expect(read(text).tooLong).toBe(true)
  })

  test('whatever is pasted, every row is either stored or named', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('24.12.2025', '3,5', '=A1', '', '2025-02-30', '1e9', '-0,5'),
    )
    const table = fc.array(
      fc.array(cell, { maxLength: 5 }).map((cells) => cells.join('\t')),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(table, (lines) => {
        const text = lines.join('\n')
        const asked = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length
        const { rows, faulty, headed } = read(text)
        expect(rows.length + faulty.length + (headed ? 1 : 0)).toBe(asked)
        for (const row of rows) {
          expect(row.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          expect(Number.isFinite(row.value)).toBe(true)
        }
      }),
    )
  })

  describe('of a design with several places', () => {
    const ofPlaces = (text: string, stored: string[] = []) =>
      readPastedTable(text, {
        measure: { kind: 'number' },
        today: '2026-01-01',
        stored: new Set(stored),
        sameDayIsFine: false,
        units: ['Koulu A', 'Koulu B'],
      })

    test('has the place in its second column, whatever its capitals, and each place has its own days', () => {
      expect(
        ofPlaces('Päivä\tPaikka\tMäärä\n24.12.2025\tkoulu a\t12\n24.12.2025\tKoulu B\t13,5\tsadepäivä').rows,
      ).toEqual([
        { line: 2, unit: 'Koulu A', day: '2025-12-24', value: 12, note: null },
        { line: 3, unit: 'Koulu B', day: '2025-12-24', value: 13.5, note: 'sadepäivä' },
      ])
    })

    test('names rows of an unknown place, and of a place whose day is there already', () => {
      expect(ofPlaces('24.12.2025\tKoulu C\t12').faulty).toEqual([
        { line: 1, fault: 'unknown-unit', text: 'Koulu C' },
      ])
      expect(
        ofPlaces('24.12.2025\tKoulu A\t12\n24.12.2025\tKoulu B\t12', [keyOf('2025-12-24', 'Koulu A')]).faulty,
      ).toEqual([{ line: 1, fault: 'stored-already', text: '2025-12-24' }])
    })
  })
})
