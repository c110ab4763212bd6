import { describe, expect, test } from 'vitest'
import { dayNumber, linearScale, niceTicks, spreadLabels, valueTicks } from './scale.ts'
import { dayLabels } from './time-axis.ts'

describe('axes', () => {
  test('ticks are round numbers that cover the values', () => {
    expect(niceTicks(0, 44)).toEqual([0, 20, 40, 60])
    expect(niceTicks(0, 1)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(niceTicks(-4, 2)).toEqual([-4, -2, 0, 2])
    expect(niceTicks(0.001, 0.0042)).toEqual([0.001, 0.002, 0.003, 0.004, 0.005])
  })

  test('a value axis begins at zero unless all values lie far from it', () => {
    expect(valueTicks([20, 44])[0]).toBe(0)
    expect(valueTicks([980, 1010])[0]).toBeGreaterThan(900)
    expect(valueTicks([])).toEqual([0, 1])
    expect(valueTicks([0, 0])).toEqual([0, 1])
  })

  test('a domain without width maps to the middle', () => {
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50)
    expect(linearScale([0, 10], [100, 0])(2.5)).toBe(75)
  })

  test('labels that fall together are moved apart and keep their order', () => {
    const places = spreadLabels([50, 52, 10], 18, 0, 100)
    expect(places[2]).toBe(10)
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThanOrEqual(18)
    expect(spreadLabels([99, 100], 18, 0, 100)).toEqual([82, 100])
  })

  test('days are labelled as the language writes them, with the year where it changes', () => {
    const [from, to] = [dayNumber('2025-12-24'), dayNumber('2026-01-07')]
    expect(dayLabels('fi', from, to, 3)).toEqual([
      { day: from, text: '24.12.', year: '2025' },
      { day: from + 7, text: '31.12.', year: undefined },
      { day: to, text: '7.1.', year: '2026' },
    ])
    expect(dayLabels('en', from, to, 2).map((label) => label.text)).toEqual(['24 Dec', '7 Jan'])
    expect(dayLabels('fi', from, from, 6)).toHaveLength(1)
  })
})
