import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { createRandom } from '../numbers/random.ts'
import { controlChart, runChart } from './control-chart.ts'
import { anhoejLimits } from './run-rules.ts'
import { xmrChart } from './xmr-chart.ts'

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function codesOf(finding: Finding<unknown>): string[] {
  return finding.warnings.map((own) => own.code)
}

const random = createRandom(11)
const steady = Array.from({ length: 24 }, () => Math.round(200 + 40 * random.normal()) / 10)

describe('run charts', () => {
  test('limits of 10, 20, 24 and 60 useful points', () => {
    expect([10, 20, 24, 60].map((n) => valueOf(anhoejLimits(n)))).toEqual([
      { longestRunMax: 6, crossingsMin: 2 },
      { longestRunMax: 7, crossingsMin: 6 },
      { longestRunMax: 8, crossingsMin: 8 },
      { longestRunMax: 9, crossingsMin: 23 },
    ])
  })

  test('points on the median belong to no run', () => {
    const chart = valueOf(runChart([1, 2, 3, 3, 3, 4, 5, 2, 4, 3]))
    expect(chart.phases[0]).toMatchObject({ useful: 6, longestRun: 2, crossings: 3 })
  })

  test('a shift of ten points is a signal, a frozen line keeps it in sight', () => {
    const series = [5, 7, 6, 8, 5, 7, 6, 8, 5, 7, 12, 11, 13, 12, 11, 12, 13, 11, 12, 13]
    expect(valueOf(runChart(series, { freezeAfter: 10 })).signal).toBe(true)
    const split = valueOf(runChart(series, { splitAfter: [10] }))
    expect(split.phases.map((phase) => [phase.from, phase.to, phase.signal])).toEqual([
      [1, 10, false],
      [11, 20, false],
    ])
  })

  test('constant values leave nothing to judge', () => {
    const chart = runChart([4, 4, 4, 4, 4, 4, 4, 4, 4])
    expect(codesOf(chart)).toEqual(['constant-series'])
    expect(valueOf(chart).phases[0]).toMatchObject({ useful: 0, longestRun: null, signal: false })
  })

  test('under eight points it says so; at eight it does not', () => {
    expect(codesOf(runChart([1, 3, 2, 4, 1, 3, 2]))).toEqual(['too-few-points'])
    expect(codesOf(runChart([1, 3, 2, 4, 1, 3, 2, 4]))).toEqual([])
  })
})

describe('control charts', () => {
  test('a count chart has limits three roots of the mean away', () => {
    const [point] = valueOf(controlChart('count', [9, 7, 11, 9, 8, 10, 9, 9, 9, 9, 9, 9])).points
    expect(point).toMatchObject({ centre: 9, lower: 0, upper: 18 })
  })

  test('a rate chart widens where the exposure is small', () => {
    const { points } = valueOf(controlChart('rate', [10, 10], { denominators: [100, 25] }))
    expect(points[0]!.centre).toBeCloseTo(0.16, 12)
    expect(points[0]!.upper).toBeCloseTo(0.16 + 3 * Math.sqrt(0.16 / 100), 12)
    expect(points[1]!.upper).toBeCloseTo(0.16 + 3 * Math.sqrt(0.16 / 25), 12)
  })

  test('a share chart stays between 0 and 1', () => {
    const { points } = valueOf(controlChart('share', [1, 0, 4, 2], { denominators: [4, 4, 4, 4] }))
    expect(points.every((point) => point.lower === 0 && point.upper === 1)).toBe(true)
  })

  test('with Laney the limits follow the spread that is really there', () => {
    const denominators = Array.from({ length: 20 }, () => 100_000)
    const events = denominators.map((n, i) => Math.round(n * (0.5 + (i % 2 === 0 ? 0.01 : -0.01))))
    const plain = valueOf(controlChart('share', events, { denominators }))
    const prime = valueOf(controlChart('share-prime', events, { denominators }))
    expect(plain.points.every((point) => point.outside)).toBe(true)
    expect(prime.points.some((point) => point.outside)).toBe(false)
  })

  test('cases between events: the median is drawn, the limits come from the mean', () => {
    const gaps = [10, 20, 30, 40, 100]
    const [point] = valueOf(controlChart('cases-between', gaps)).points
    expect(point!.centre).toBe(30)
    expect(point!.upper).toBeCloseTo(40 + 3 * Math.sqrt(40 * 41), 10)
    expect(point!.lower).toBe(0)
  })

  test('time between events: the rule for single values on the transformed scale', () => {
    const days = [3, 8, 21, 5, 13, 9, 30, 2, 11, 17, 6, 12]
    const plain = valueOf(
      controlChart(
        'individuals',
        days.map((value) => value ** (1 / 3.6)),
      ),
    ).points[0]!
    const [point] = valueOf(controlChart('time-between', days)).points
    expect(point!.centre).toBeCloseTo(plain.centre! ** 3.6, 9)
    expect(point!.upper).toBeCloseTo(plain.upper! ** 3.6, 9)
    expect(point!.value).toBe(3)
  })

  test('moving ranges do not bridge a gap', () => {
    const [point] = valueOf(controlChart('individuals', [1, 2, null, 10, 11])).points
    // Ranges are 1 and 1 only.
    expect(point!.upper! - point!.centre!).toBeCloseTo(3 / 1.128, 12)
  })

  test('a point left out sets neither line nor limits but is still judged', () => {
    const series = [...steady.slice(0, 12), 900]
    const chart = valueOf(controlChart('individuals', series, { exclude: [13] }))
    const without = valueOf(controlChart('individuals', steady.slice(0, 12)))
    expect(chart.points[0]!.upper).toBeCloseTo(without.points[0]!.upper!, 12)
    expect(chart.points[12]).toMatchObject({ value: 900, outside: true })
    expect(chart.phases[0]!.useful).toBe(without.phases[0]!.useful)
  })

  test.each([
    ['negative counts', controlChart('count', [1, 2, -1])],
    ['a share above its denominator', controlChart('share', [5], { denominators: [4] })],
    ['a missing denominator list', controlChart('share', [5])],
    ['a position that does not exist', controlChart('individuals', [1, 2, 3], { freezeAfter: 4 })],
    ['no values', controlChart('individuals', [null, NaN])],
  ])('%s are refused', (_, finding) => {
    expect(finding).toMatchObject({ ok: false, refusal: { code: 'not-enough-data' } })
  })

  test('warnings show where they should and stay silent elsewhere', () => {
    expect(codesOf(controlChart('individuals', steady))).toEqual([])
    expect(codesOf(controlChart('individuals', steady.slice(0, 11)))).toEqual(['too-few-points'])
    expect(codesOf(controlChart('individuals', [...steady, null]))).toEqual(['missing-values'])
    const constant = controlChart(
      'individuals',
      Array.from({ length: 15 }, () => 3),
    )
    expect(codesOf(constant)).toEqual(['constant-series'])
    expect(valueOf(constant).points[0]).toMatchObject({ centre: 3, lower: null, upper: null, outside: false })
  })
})

describe('XmR charts', () => {
  test('the rules are labelled in their order', () => {
    const base = [50, 52, 49, 51, 50, 48, 53, 51, 50, 52, 49, 51]
    const causes = (tail: number[]): string[] =>
      valueOf(xmrChart([...base, ...tail], { fixAfter: 12 }))
        .points.slice(12)
        .map((point) => point.cause)
    expect(causes([60])).toEqual(['above-limit'])
    expect(causes([51, 51, 51, 51, 51, 51, 51])).toEqual(Array.from({ length: 7 }, () => 'seven-above'))
    expect(causes([55, 51, 55])).toEqual(['two-of-three-above', 'none', 'two-of-three-above'])
    expect(causes([50.9, 50.8, 50.7, 50.6, 50.4, 50.3, 50.2]).slice(-3)).toEqual([
      'trend-down',
      'trend-down',
      'trend-down',
    ])
  })

  test('a phase border ends every run', () => {
    const rising = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(valueOf(xmrChart(rising)).points.filter((point) => point.cause === 'trend-up')).toHaveLength(6)
    expect(
      valueOf(xmrChart(rising, { rebaseAt: [5] })).points.some((point) => point.cause === 'trend-up'),
    ).toBe(false)
  })

  test('the direction that is better decides what a signal means', () => {
    const series = [50, 52, 49, 51, 50, 48, 53, 51, 50, 52, 49, 51, 70]
    const meaning = (improvementDirection: -1 | 0 | 1): string =>
      valueOf(xmrChart(series, { fixAfter: 12, improvementDirection })).points[12]!.meaning
    expect([meaning(1), meaning(-1), meaning(0)]).toEqual(['improvement', 'concern', 'neutral-high'])
  })

  test('warnings show where they should and stay silent elsewhere', () => {
    expect(codesOf(xmrChart(steady))).toEqual([])
    expect(codesOf(xmrChart(steady.slice(0, 12)))).toEqual(['trial-limits'])
    expect(codesOf(xmrChart(steady.slice(0, 11)))).toEqual(['too-few-points', 'trial-limits'])
    const drifting = Array.from({ length: 20 }, (_, i) => 10 + 5 * Math.sin(i / 4))
    expect(codesOf(xmrChart(drifting))).toEqual(['autocorrelation'])
    expect(codesOf(xmrChart(Array.from({ length: 14 }, () => 2)))).toEqual(['constant-series'])
  })
})

describe('laws of charts', () => {
  const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 40 })

  test('moving and stretching the values moves and stretches line and limits', () => {
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: -9, max: 9 }),
        fc.integer({ min: 1, max: 8 }),
        (values, shift, scale) => {
          const before = valueOf(xmrChart(values))
          const after = valueOf(xmrChart(values.map((value) => value * scale + shift)))
          before.points.forEach((point, i) => {
            expect(after.points[i]!.mean).toBeCloseTo(point.mean! * scale + shift, 8)
            if (point.upper !== null)
              expect(after.points[i]!.upper).toBeCloseTo(point.upper * scale + shift, 8)
          })
        },
      ),
    )
  })

  test('turned upside down, above becomes below', () => {
    fc.assert(
      fc.property(series, (values) => {
        const up = valueOf(controlChart('individuals', values))
        const down = valueOf(
          controlChart(
            'individuals',
            values.map((value) => -value),
          ),
        )
        up.points.forEach((point, i) => {
          expect(down.points[i]!.centre).toBeCloseTo(-point.centre!, 9)
          if (point.upper !== null) expect(down.points[i]!.lower).toBeCloseTo(-point.upper, 9)
        })
        expect(down.phases[0]!.crossings).toBe(up.phases[0]!.crossings)
        expect(down.phases[0]!.longestRun).toBe(up.phases[0]!.longestRun)
      }),
    )
  })
})
