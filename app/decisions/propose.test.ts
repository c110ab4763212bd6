import { describe, expect, test } from 'vitest'
import { evaluateMeasure } from '../evaluations/index.ts'
import { exampleMeasure } from '../experiments/experiments.examples.ts'
import type { SeriesPoint } from '../measurements/index.ts'
import { follows } from './decision.ts'
import { propose } from './propose.ts'

const days = (value: number, n: number): SeriesPoint[] =>
  Array.from({ length: n }, (_, i) => ({
    day: `2026-03-${String(i + 10)}`,
    value,
    readings: 1,
    phase: 'during' as const,
    note: null,
  }))

describe('the agreed rule', () => {
  const measure = exampleMeasure({ baseline: 62, smallestWorthwhile: 8, harmLimit: 90 })
  test.each([
    ['past the harm limit it proposes to stop, however few the days', days(90, 1), measure, 'stop', 'harm'],
    ['nothing measured: gather more', [], measure, 'adapt', 'cannot-tell'],
    ['seven days: gather more', days(40, 7), measure, 'adapt', 'cannot-tell'],
    ['a change worth having: spread', days(50, 8), measure, 'spread', 'worth-it'],
    ['equality counts as met', days(54, 8), measure, 'spread', 'worth-it'],
    ['better but too little: adapt', days(60, 8), measure, 'adapt', 'too-little'],
    ['no better: stop', days(62, 8), measure, 'stop', 'not-better'],
    ['worse: stop', days(70, 8), measure, 'stop', 'not-better'],
    ['no baseline: adapt', days(50, 8), exampleMeasure({ baseline: null }), 'adapt', 'no-baseline'],
    [
      'better, but nobody said what is enough',
      days(50, 8),
      exampleMeasure({ baseline: 62, smallestWorthwhile: null }),
      'adapt',
      'no-threshold',
    ],
  ] as const)('%s', (_, series, of, proposal, ground) => {
    expect(propose(of, evaluateMeasure(of, series))).toEqual({ proposal, ground })
  })

  test('a plan without a measure proposes nothing', () => {
    expect(propose(undefined, undefined)).toBeUndefined()
  })

  test('going on here follows a proposal to spread or adapt, not one to stop', () => {
    expect(follows('continue', 'spread')).toBe(true)
    expect(follows('continue', 'adapt')).toBe(true)
    expect(follows('continue', 'stop')).toBe(false)
    expect(follows('stop', 'spread')).toBe(false)
    expect(follows('spread', undefined)).toBe(true)
  })
})
