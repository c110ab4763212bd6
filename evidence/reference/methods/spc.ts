import type { ChartKind } from '../../src/before-and-after/chart-limits.ts'
import { controlChart } from '../../src/before-and-after/control-chart.ts'
import { xmrChart, type PointMeaning } from '../../src/before-and-after/xmr-chart.ts'
import type { SpecialCause } from '../../src/before-and-after/xmr-rules.ts'
import { resultOf, type Methods } from '../case.ts'
import { chartCase } from '../chart-case.ts'

const kinds: Record<string, ChartKind> = {
  'qic-i': 'individuals',
  'qic-p': 'share',
  'qic-pp': 'share-prime',
  'qic-c': 'count',
  'qic-u': 'rate',
  'qic-t': 'time-between',
  'qic-g': 'cases-between',
}

const causeNames: Record<SpecialCause, string> = {
  none: 'Common Cause',
  'above-limit': 'Above UCL',
  'below-limit': 'Below LCL',
  'trend-up': '7 Point Trend (Increasing)',
  'trend-down': '7 Point Trend (Decreasing)',
  'two-of-three-above': '2 in 3 Above CL',
  'two-of-three-below': '2 in 3 Below CL',
  'seven-above': '7 Points Above CL',
  'seven-below': '7 Points Below CL',
}

const meaningNames: Record<PointMeaning, string> = {
  'common-cause': 'common_cause',
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  'neutral-high': 'special_cause_neutral_high',
  'neutral-low': 'special_cause_neutral_low',
}

const charts: Methods = Object.fromEntries(
  Object.entries(kinds).map(([name, kind]): [string, Methods[string]] => [
    name,
    (input, options) => chartCase(input, options, (values, settings) => controlChart(kind, values, settings)),
  ]),
)

export const methods: Methods = {
  ...charts,
  'xmr-making-data-count': (input, options) => {
    const chart = xmrChart(input.numbers('y'), {
      rebaseAt: options.numbersOrNone('rebaseAt'),
      screenOutliers: options.flag('screenOutliers', true),
      fixAfter: options.numberOr('fixAfterNPoints', null),
      improvementDirection: Math.sign(options.numberOr('improvementDirection', 0)) as -1 | 0 | 1,
    })
    return resultOf(chart, ({ points }) => ({
      mean: points.map((point) => point.mean),
      lowerLimit: points.map((point) => point.lower),
      upperLimit: points.map((point) => point.upper),
      outside: points.map((point) => point.outside),
      relativeToMean: points.map((point) => point.side),
      closeToLimits: points.map((point) => point.nearLimit),
      specialCause: points.map((point) => causeNames[point.cause]),
      pointType: points.map((point) => meaningNames[point.meaning]),
    }))
  },
}
