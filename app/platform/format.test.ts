import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  capitalised,
  dayForInput,
  dayOf,
  formatChange,
  formatDate,
  formatEuros,
  formatHours,
  formatMoment,
  formatNumber,
  formatShare,
  numberForInput,
  parseDay,
  parseDecimal,
} from './format.ts'
import { languages } from './language.ts'

/** No-break spaces as plain ones, so that the tests can be read. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const inAll = (write: (lang: (typeof languages)[number]) => string) =>
  languages.map((lang) => plain(write(lang)))

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('numbers', () => {
  test('are written as each language writes them', () => {
    expect(inAll((lang) => formatNumber(lang, 1234.5))).toEqual(['1 234,5', '1 234,5', '1,234.5'])
    expect(inAll((lang) => formatNumber(lang, 2 / 3))).toEqual(['0,67', '0,67', '0.67'])
    expect(inAll((lang) => formatShare(lang, 0.454))).toEqual(['45 %', '45 %', '45%'])
  })

  test('changes show their sign, except nothing', () => {
    expect(inAll((lang) => formatChange(lang, 3.5))).toEqual(['+3,5', '+3,5', '+3.5'])
    expect(plain(formatChange('fi', -2))).toBe('−2')
    expect(inAll((lang) => formatChange(lang, 0))).toEqual(['0', '0', '0'])
  })

  test('euros have cents only where there are some', () => {
    expect(inAll((lang) => formatEuros(lang, 500))).toEqual(['500 €', '500 €', '€500'])
    expect(inAll((lang) => formatEuros(lang, 1.5))).toEqual(['1,50 €', '1,50 €', '€1.50'])
  })

  test('hours are hours and minutes', () => {
    expect([3.5, 0.75, 2, 0, 1_250].map((hours) => plain(formatHours('fi', hours)))).toEqual([
      '3 h 30 min',
      '45 min',
      '2 h',
      '0 h',
      '1 250 h',
    ])
    expect(formatHours('fi', 1.9999)).toBe('2 h')
  })
})

describe('days and moments', () => {
  test('are written as each language writes them', () => {
    expect(inAll((lang) => formatDate(lang, '2025-12-24'))).toEqual([
      '24.12.2025',
      '24.12.2025',
      '24 December 2025',
    ])
    const moment = new Date('2025-12-24T07:05:00Z')
    expect(inAll((lang) => formatMoment(lang, moment))).toEqual([
      '24.12.2025 klo 9.05',
      '24.12.2025 kl. 9.05',
      '24 December 2025 at 09:05',
    ])
  })

  test('run on Finnish time, summer and winter, and midnight is 0', () => {
    expect(dayOf(new Date('2025-12-24T22:30:00Z'))).toBe('2025-12-25')
    expect(dayOf(new Date('2025-07-01T20:59:00Z'))).toBe('2025-07-01')
    expect(dayOf(new Date('2025-07-01T21:00:00Z'))).toBe('2025-07-02')
    expect(formatMoment('fi', new Date('2025-12-24T22:00:00Z'))).toBe('25.12.2025 klo 0.00')
    expect(formatMoment('en', new Date('2025-12-24T22:00:00Z'))).toBe('25 December 2025 at 00:00')
  })

  test('move by days and months, over the ends of years and short months', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28')
    expect(addMonths('2026-03-10', 12)).toBe('2027-03-10')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    fc.assert(
      fc.property(days, fc.integer({ min: -4_000, max: 4_000 }), (day, step) => {
        expect(addDays(addDays(day, step), -step)).toBe(day)
      }),
    )
  })
})

test('words that stand alone begin with a capital, also with Ä', () => {
  expect(capitalised('äänestys: hyppy alussa')).toBe('Äänestys: hyppy alussa')
  expect(capitalised('')).toBe('')
})

describe('what people type', () => {
  test.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u202f567', 1_234_567],
    ['\u22122', -2],
    ['+4', 4],
    ['007', 7],
  ])('%j is the number %d', (typed, number) => {
    expect(parseDecimal(typed)).toBe(number)
  })

  test.each([
    '',
    ' ',
    '1 23',
    '12 34',
    '1.234,5',
    '1e3',
    '0x1',
    'NaN',
    ',5',
    '5,',
    '1,2,3',
    '- 2',
    '½',
    '١٢',
  ])('%j is no number', (typed) => {
    expect(parseDecimal(typed)).toBeUndefined()
  })

  test('a number put into a field is read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(...languages), (n, lang) => {
        expect(parseDecimal(numberForInput(lang, n / 100))).toBe(n / 100)
        expect(parseDecimal(plain(formatNumber('fi', n / 100)))).toBe(n / 100)
      }),
    )
    expect([null, undefined].map((nothing) => numberForInput('fi', nothing))).toEqual(['', ''])
  })

  test('a day put into a field is read back the same, and so is ISO', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseDay(dayForInput(day))).toBe(day)
        expect(parseDay(` ${day} `)).toBe(day)
      }),
    )
    expect(parseDay('01.02.2026')).toBe('2026-02-01')
    expect(dayForInput(null)).toBe('')
  })

  test.each([
    '',
    '31.2.2026',
    '29.2.2025',
    '0.1.2026',
    '1.13.2026',
    '24.12.25',
    '24/12/2025',
    '2025-1-1',
    '1.1.1899',
    '1.1.2201',
  ])('%j is no day', (typed) => {
    expect(parseDay(typed)).toBeUndefined()
  })
})
