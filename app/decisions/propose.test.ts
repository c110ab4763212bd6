import { describe, expect, test } from 'vitest'
import { type Analysis, evaluateMeasure } from '../evaluations/index.ts'
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

  /** What the engine would have made of a change with its range. */
  const ranged = (estimate: number, low: number | null, high: number | null): Analysis => ({
    method: 'interrupted-series',
    told: { kind: 'effect', ground: { kind: 'series' } },
    effect: { estimate, low, high },
    p: null,
    chart: null,
    checks: [],
    evidence: { step: 2, maryland: 2, nesta: 2, loweredBy: null },
    precision: null,
  })

  // Less is better here: a change of −10 is a gain of 10, and 8 is worth having.
  test.each([
    ['worth having and surely no worse: spread', ranged(-10, -15, -5), 'spread'],
    ['equality counts as met', ranged(-8, -16, 0), 'spread'],
    ['worth having, but it may be worse: adapt', ranged(-10, -21, 1), 'adapt'],
    ['surely better, but the best estimate is too little: adapt', ranged(-6, -9, -3), 'adapt'],
    ['even the better end is too little: stop', ranged(-3, -7, 1), 'stop'],
    ['worse: stop', ranged(5, 1, 9), 'stop'],
  ] as const)('by its range: %s', (_, analysis, proposal) => {
    expect(propose(measure, evaluateMeasure(measure, days(50, 8)), analysis)).toMatchObject({
      proposal,
      ground: 'by-range',
    })
  })

  test('a range that nothing bounds cannot tell, whatever the amount', () => {
    expect(propose(measure, evaluateMeasure(measure, days(40, 8)), ranged(-22, null, null))).toEqual({
      proposal: 'adapt',
      ground: 'cannot-tell',
    })
  })

  test('a chart that varies as before cannot tell either', () => {
    const quiet = {
      ...ranged(0, 0, 0),
      effect: null,
      told: { kind: 'chart', signal: 'none', points: 9 },
    } as const
    expect(propose(measure, evaluateMeasure(measure, days(50, 9)), quiet)).toEqual({
      proposal: 'adapt',
      ground: 'cannot-tell',
    })
  })

  test('harm goes before everything', () => {
    expect(propose(measure, evaluateMeasure(measure, days(95, 8)), ranged(-10, -15, -5))).toEqual({
      proposal: 'stop',
      ground: 'harm',
    })
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
