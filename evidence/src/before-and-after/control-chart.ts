import { type Finding, found, refused, type Refused, type Warning, warning } from '../finding.ts'
import { largestValue } from '../numbers/regression.ts'
import { type ChartKind, limitsOfPhase, type PhasePoints } from './chart-limits.ts'
import { analyseRuns, type RunAnalysis } from './run-rules.ts'

/** What to draw the line from. All positions are counted from 1. */
export interface ChartOptions {
  /** Line and limits come from the first so many points only; has no effect when phases are given. */
  freezeAfter?: number | null
  /** A new phase with a line of its own starts after each of these points. */
  splitAfter?: readonly number[]
  /** A fixed line (a target), in the units of the plotted values. */
  centre?: number | null
  /** Points left out of line, limits and run rules; they are still drawn. */
  exclude?: readonly number[]
}

/** One point of a chart; null where there is no value, line or limit. */
export interface ChartPoint {
  value: number | null
  centre: number | null
  lower: number | null
  upper: number | null
  /** Strictly outside the limits. */
  outside: boolean
}

/** One phase of a chart: points `from` to `to`, counted from 1, and its runs. */
export interface ChartPhase extends RunAnalysis {
  from: number
  to: number
}

/** A control chart, ready to be drawn. */
export interface ControlChart {
  points: ChartPoint[]
  phases: ChartPhase[]
  /** True when a phase signals by its runs or a point lies outside the limits. */
  signal: boolean
}

const needsDenominators = new Set<ChartKind>(['share', 'share-prime', 'rate'])
const neverNegative = new Set<ChartKind>([
  'share',
  'share-prime',
  'rate',
  'count',
  'time-between',
  'cases-between',
])

/** Fewest points for a run chart and for a chart with limits. */
const fewestForRuns = 8
const fewestForLimits = 12

/**
 * Has a series changed? A run chart around the median, with the Anhøj rules for runs and crossings.
 *
 * `values` oldest first; null or NaN is missing (`missing-values`). Warns `too-few-points` under 8 points in a
 * phase and `constant-series` when every value lies on the line. Refuses `not-enough-data` without values or with
 * positions that do not exist, `ill-conditioned` for infinite or huge values.
 * Source: Anhøj and Olesen 2014; checked against qicharts2.
 *
 * @example
 * runChart([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]).value.phases[0].crossings // => 9
 * runChart([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]).value.points[0].centre // => 1.5
 */
export function runChart(
  values: ArrayLike<number | null>,
  options: ChartOptions = {},
): Finding<ControlChart> {
  return controlChart('run', values, options)
}

/**
 * Has a series changed? A control chart with three-sigma limits and the Anhøj run rules.
 *
 * Kinds: `individuals` (single values), `share` (count of a denominator), `share-prime` (the same with Laney's
 * correction for large denominators), `count`, `rate` (count per exposure), `time-between` (days between rare
 * events), `cases-between` (cases between rare events), `run` (median, no limits). Counts are never negative and
 * a share never above 1.
 *
 * Warns `too-few-points` under 12 points in a phase, `missing-values`, and `constant-series` when moving ranges
 * are all zero (no limits). Refuses `not-enough-data` without values, for negative counts, counts above their
 * denominator, lists of different length or positions that do not exist; `ill-conditioned` for infinite or huge
 * values.
 * Source: Montgomery, Introduction to Statistical Quality Control; Laney 2002; Benneyan 2001; checked against
 * qicharts2.
 *
 * @example
 * controlChart('count', [4, 6, 5, 3, 7, 5, 5, 5, 4, 6, 5, 5]).value.points[0].upper // => 11.7082
 */
export function controlChart(
  kind: ChartKind,
  values: ArrayLike<number | null>,
  options: ChartOptions & { denominators?: ArrayLike<number | null> } = {},
): Finding<ControlChart> {
  const points = plottedPoints(kind, values, options.denominators)
  if ('ok' in points) return points
  const n = values.length
  const borders = phaseBorders(n, options)
  if ('ok' in borders) return borders
  const { starts, base, leftOut } = borders
  const fixed = options.centre ?? null
  if (fixed !== null && !(Math.abs(fixed) <= largestValue))
    return refused('not-enough-data', 'The fixed line has to be a finite number.')
  if (fixed !== null && neverNegative.has(kind) && fixed < 0)
    return refused('not-enough-data', 'The fixed line of this kind of chart cannot be negative.')
  if (fixed !== null && (kind === 'share' || kind === 'share-prime') && fixed > 1)
    return refused('not-enough-data', 'The fixed line of a share cannot be above 1.')
  const drawn: ChartPoint[] = []
  const phases: ChartPhase[] = []
  const notices = new Notices(kind)
  for (let phase = 0; phase < starts.length; phase++) {
    const from = starts[phase]!
    const to = starts[phase + 1] ?? n
    const part: PhasePoints = {
      values: points.values.subarray(from, to),
      counts: points.counts.subarray(from, to),
      denominators: points.denominators.subarray(from, to),
      base: base.subarray(from, to),
    }
    const limits = limitsOfPhase(kind, part, fixed)
    for (let i = 0; i < to - from; i++)
      drawn.push(drawnPoint(part.values[i]!, limits.centre, limits.lower[i]!, limits.upper[i]!))
    const runs = analyseRuns(points.values, limits.centre, from, to, leftOut)
    phases.push({ from: from + 1, to, ...runs })
    notices.phase(part, phase + 1)
  }
  if (drawn.every((point) => point.centre === null))
    return refused('not-enough-data', 'No usable value is left to draw the line from.')
  let missing = 0
  let outside = 0
  for (const point of drawn) {
    if (point.value === null) missing++
    if (point.outside) outside++
  }
  const signal = outside > 0 || phases.some((phase) => phase.signal)
  return found({ points: drawn, phases, signal }, notices.all(missing))
}

function drawnPoint(value: number, centre: number, lower: number, upper: number): ChartPoint {
  return {
    value: Number.isNaN(value) ? null : value,
    centre: Number.isNaN(centre) ? null : centre,
    lower: Number.isFinite(lower) ? lower : null,
    upper: Number.isFinite(upper) ? upper : null,
    outside: value > upper || value < lower,
  }
}

/** Collects the warnings of all phases. */
class Notices {
  readonly #kind: ChartKind
  readonly #few: string[] = []
  readonly #constant: string[] = []

  constructor(kind: ChartKind) {
    this.#kind = kind
  }

  phase(part: PhasePoints, number: number): void {
    let used = 0
    let first = NaN
    let constant = true
    for (let i = 0; i < part.values.length; i++) {
      const value = part.values[i]!
      if (part.base[i] !== 1 || Number.isNaN(value)) continue
      if (used === 0) first = value
      else if (value !== first) constant = false
      used++
    }
    if (used < (this.#kind === 'run' ? fewestForRuns : fewestForLimits))
      this.#few.push(`${used} points in phase ${number}`)
    if (used > 1 && constant) this.#constant.push(`phase ${number}`)
  }

  all(missing: number): Warning[] {
    const warnings: Warning[] = []
    if (this.#few.length > 0) warnings.push(warning('too-few-points', this.#few.join(', ')))
    if (this.#constant.length > 0) warnings.push(warning('constant-series', this.#constant.join(', ')))
    if (missing > 0) warnings.push(warning('missing-values', `${missing} points`))
    return warnings
  }
}

function plottedPoints(
  kind: ChartKind,
  list: ArrayLike<number | null>,
  denominatorList: ArrayLike<number | null> | undefined,
): Omit<PhasePoints, 'base'> | Refused {
  const n = list.length
  if (n === 0) return refused('not-enough-data', 'There are no points.')
  const ratio = needsDenominators.has(kind)
  if (ratio && denominatorList?.length !== n)
    return refused('not-enough-data', 'Every count needs its denominator.')
  const counts = new Float64Array(n)
  for (let i = 0; i < n; i++) counts[i] = list[i] ?? NaN
  const denominators = new Float64Array(n).fill(1)
  if (ratio) for (let i = 0; i < n; i++) denominators[i] = denominatorList?.[i] ?? NaN
  const values = counts.slice()
  let usable = 0
  for (let i = 0; i < n; i++) {
    const count = counts[i]!
    const denominator = denominators[i]!
    if (Math.abs(count) > largestValue || Math.abs(denominator) > largestValue)
      return refused('ill-conditioned', `Point ${i + 1} is infinite or too large to compute with.`)
    if (neverNegative.has(kind) && (count < 0 || denominator < 0))
      return refused('not-enough-data', `Point ${i + 1} is negative, which this kind of chart cannot be.`)
    if ((kind === 'share' || kind === 'share-prime') && count > denominator)
      return refused('not-enough-data', `Point ${i + 1} counts more than its denominator.`)
    if (kind === 'rate' && denominator === 0 && count > 0)
      return refused('not-enough-data', `Point ${i + 1} counts events without any exposure.`)
    values[i] = ratio ? (denominator > 0 ? count / denominator : NaN) : count
    if (!Number.isNaN(values[i])) usable++
  }
  if (usable === 0) return refused('not-enough-data', 'Every point is missing.')
  return { values, counts, denominators }
}

function phaseBorders(
  n: number,
  options: ChartOptions,
): { starts: number[]; base: Uint8Array; leftOut: Uint8Array } | Refused {
  const isPosition = (place: number): boolean => Number.isInteger(place) && place >= 1 && place <= n
  const splits = [...new Set(options.splitAfter ?? [])].sort((a, b) => a - b)
  const excluded = options.exclude ?? []
  const freeze = options.freezeAfter ?? null
  if (![...splits, ...excluded, ...(freeze === null ? [] : [freeze])].every(isPosition))
    return refused('not-enough-data', `Positions have to be whole numbers from 1 to ${n}.`)
  const base = new Uint8Array(n).fill(1)
  const leftOut = new Uint8Array(n)
  for (const place of excluded) {
    base[place - 1] = 0
    leftOut[place - 1] = 1
  }
  if (freeze !== null && splits.length === 0) base.fill(0, freeze)
  return { starts: [0, ...splits.filter((place) => place < n)], base, leftOut }
}
