import { describe, expect, test } from 'vitest'
import { mondayOf, weekToRemind } from './reminder-week.ts'

describe('the time of the reminder', () => {
  test.each([
    ['2026-03-16T04:59:59Z', undefined],
    ['2026-03-16T05:00:00Z', '2026-03-16'],
    ['2026-03-17T21:59:59Z', '2026-03-16'],
    ['2026-03-17T22:00:00Z', undefined],
    // The clocks went forward on Sunday 29 March, and back on Sunday 25 October.
    ['2026-03-30T03:59:59Z', undefined],
    ['2026-03-30T04:00:00Z', '2026-03-30'],
    ['2026-10-26T04:59:59Z', undefined],
    ['2026-10-26T05:00:00Z', '2026-10-26'],
    ['2026-03-15T12:00:00Z', undefined],
  ])('at %s is the week of %s', (moment, expected) => {
    expect(weekToRemind(new Date(moment))).toBe(expected)
  })

  test('weeks begin on Monday, on Sundays and at the turn of the year too', () => {
    expect([mondayOf('2026-03-22'), mondayOf('2026-03-16'), mondayOf('2027-01-01')]).toEqual([
      '2026-03-16',
      '2026-03-16',
      '2026-12-28',
    ])
  })
})
