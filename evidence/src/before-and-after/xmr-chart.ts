import { type Finding, found, refused, type Refused, type Warning, warning } from '../finding.ts'
import { largestValue } from '../numbers/regression.ts'
import { autocorrelation } from '../numbers/summaries.ts'
import { markPhase, type SpecialCause } from './xmr-rules.ts'

/** How to draw the chart. Positions are counted from 1. */
export interface XmrOptions {
  /** First points of new phases (2 to n); each phase has its own mean and limits. */
  rebaseAt?: readonly number[]
  /** Leave out, once, moving ranges of 3.267 times their mean or more; true unless said otherwise. */
  screenOutliers?: boolean
  /** Mean and limits come from the first so many points of a phase only. */
  fixAfter?: number | null
  /** 1 when up is better, −1 when down is better, 0 when neither is. */
  improvementDirection?: -1 | 0 | 1
}

/** What a marked point means. */
export type PointMeaning = 'common-cause' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low'

/** One point of the chart; null where there is no value or no limit. */
export interface XmrPoint {
  value: number | null
  mean: number | null
  lower: number | null
  upper: number | null
  /** Strictly beyond a limit; null without limits. */
  outside: boolean | null
  /** Inside the limits but beyond two thirds of the way; null without limits. */
  nearLimit: boolean | null
  side: -1 | 0 | 1
  cause: SpecialCause
  meaning: PointMeaning
}

/** The chart and the phases it was drawn in (`from` and `to` counted from 1). */
export interface XmrChart {
  points: XmrPoint[]
  phases: { from: number; to: number; mean: number | null; meanMovingRange: number | null }[]
}

const limitFactor = 2.66
const screeningFactor = 3.267
const fewestForLimits = 12
const trialBelow = 13
const fewestForAutocorrelation = 8

/**
 * Has a series changed? An XmR chart by the rules of Making Data Count: limits at mean ± 2.66 × mean moving
 * range; marks for a point outside, a trend of seven, two of three near a limit, seven on one side.
 *
 * `values` oldest first, null or NaN missing; moving ranges bridge neither gaps nor phase borders. Warns
 * `trial-limits` under 13 points in a phase, `too-few-points` under 12, `autocorrelation` above 0.3 between
 * neighbours, `constant-series` when a phase never moves (no limits), `missing-values`. Refuses `not-enough-data`
 * without values or with positions that do not exist, `ill-conditioned` for infinite or huge values.
 * Source: NHS England, Making Data Count; checked against NHSRplotthedots.
 *
 * @example
 * xmrChart([5, 7, 6, 8, 6, 7, 5, 6, 8, 7, 6, 7, 6]).value.points[0].upper // => 10.2299
 */
export function xmrChart(list: ArrayLike<number | null>, options: XmrOptions = {}): Finding<XmrChart> {
  const n = list.length
  const starts = phaseStarts(n, options.rebaseAt ?? [])
  if ('ok' in starts) return starts
  const fixAfter = options.fixAfter ?? null
  if (fixAfter !== null && !(Number.isInteger(fixAfter) && fixAfter >= 1))
    return refused('not-enough-data', 'Mean and limits have to come from at least one point.')
  const values = new Float64Array(n)
  let usable = 0
  for (let i = 0; i < n; i++) {
    values[i] = list[i] ?? NaN
    if (Math.abs(values[i]!) > largestValue)
      return refused('ill-conditioned', 'A value is infinite or too large to compute with.')
    if (!Number.isNaN(values[i])) usable++
  }
  if (usable === 0) return refused('not-enough-data', 'Every value is missing.')
  const direction = options.improvementDirection ?? 0
  const points: XmrPoint[] = []
  const phases: XmrChart['phases'] = []
  const sizes: number[] = []
  const constant: string[] = []
  const distances: number[] = []
  for (let phase = 0; phase < starts.length; phase++) {
    const from = starts[phase]!
    const to = starts[phase + 1] ?? n
    const part = values.subarray(from, to)
    const { mean, range } = lineOf(part.subarray(0, fixAfter ?? part.length), options.screenOutliers ?? true)
    const reach = range > 0 ? limitFactor * range : NaN
    const marks = markPhase(part, mean, mean - reach, mean + reach)
    const hasLimits = !Number.isNaN(reach)
    const seen = distances.length
    for (let i = 0; i < part.length; i++) {
      const present = !Number.isNaN(part[i])
      points.push({
        value: present ? part[i]! : null,
        mean: orNull(mean),
        lower: orNull(mean - reach),
        upper: orNull(mean + reach),
        outside: hasLimits && present ? marks.outside[i] === 1 : null,
        nearLimit: hasLimits && present ? marks.near[i] === 1 : null,
        side: marks.sides[i] as -1 | 0 | 1,
        cause: marks.causes[i]!,
        meaning: meaningOf(marks.causes[i]!, direction),
      })
      if (present) distances.push(part[i]! - mean)
    }
    phases.push({ from: from + 1, to, mean: orNull(mean), meanMovingRange: orNull(range) })
    const size = distances.length - seen
    sizes.push(size)
    if (size > 1 && !(range > 0)) constant.push(`phase ${phase + 1}`)
  }
  return found({ points, phases }, warningsOf(sizes, constant, distances, n))
}

function warningsOf(sizes: number[], constant: string[], distances: number[], n: number): Warning[] {
  const warnings: Warning[] = []
  const smallest = Math.min(...sizes)
  if (smallest < fewestForLimits)
    warnings.push(warning('too-few-points', `${smallest} points in the shortest phase`))
  if (smallest < trialBelow)
    warnings.push(warning('trial-limits', `${smallest} points in the shortest phase`))
  if (constant.length > 0) warnings.push(warning('constant-series', constant.join(', ')))
  const likeness = distances.length < fewestForAutocorrelation ? NaN : autocorrelation(distances, 1)
  if (likeness > 0.3) warnings.push(warning('autocorrelation', likeness.toFixed(2)))
  if (distances.length < n) warnings.push(warning('missing-values', `${n - distances.length} points`))
  return warnings
}

/** Mean and mean moving range, the latter screened once if asked for; NaN where there is nothing to average. */
function lineOf(values: Float64Array, screen: boolean): { mean: number; range: number } {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  const rangeBelow = (limit: number): number => {
    let total = 0
    let ranges = 0
    for (let i = 1; i < values.length; i++) {
      const range = Math.abs(values[i]! - values[i - 1]!)
      if (!(range < limit)) continue
      total += range
      ranges++
    }
    return total / ranges
  }
  const all = rangeBelow(Infinity)
  return { mean: sum / count, range: screen && all > 0 ? rangeBelow(screeningFactor * all) : all }
}

const rising = new Set<SpecialCause>(['above-limit', 'trend-up', 'two-of-three-above', 'seven-above'])

function meaningOf(cause: SpecialCause, direction: -1 | 0 | 1): PointMeaning {
  if (cause === 'none') return 'common-cause'
  const up = rising.has(cause)
  if (direction === 0) return up ? 'neutral-high' : 'neutral-low'
  return up === direction > 0 ? 'improvement' : 'concern'
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function phaseStarts(n: number, rebaseAt: readonly number[]): number[] | Refused {
  if (n === 0) return refused('not-enough-data', 'There are no points.')
  const places = [...new Set(rebaseAt)].sort((a, b) => a - b)
  if (!places.every((place) => Number.isInteger(place) && place >= 2 && place <= n))
    return refused('not-enough-data', `A phase has to start at a point from 2 to ${n}.`)
  return [0, ...places.map((place) => place - 1)]
}
