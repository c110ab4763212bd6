import { found, refused, warning, type Finding, type Warning } from '../finding.ts'
import { normalQuantile } from '../numbers/distributions.ts'
import { logRank, type LogRank } from './log-rank.ts'

/** One step of a survival curve. */
export interface SurvivalStep {
  /** When at least one event happened, in the unit of the times. */
  time: number
  /** Still followed just before. */
  atRisk: number
  events: number
  /** Share without the event after this time, 0–1. */
  surviving: number
  /** Greenwood's standard error of the share; null once nobody is left. */
  standardError: number | null
  /** Range of the share on the log(−log) scale; null once nobody is left. */
  low: number | null
  high: number | null
}

/** Time to an event in all rows together, and the groups compared when there are at least two. */
export interface Survival {
  steps: SurvivalStep[]
  /** First time at which half or fewer are without the event; null when that is not reached. */
  median: number | null
  /** Mean time without the event up to the longest time observed: area under the curve. */
  restrictedMean: number
  logRank: LogRank | null
}

/**
 * Kaplan–Meier curve of the time to an event (`happened` true) or to the end of following (false), and the log-rank
 * test when `groups` has at least two labels. Times are 0 or more, in any unit. `level` is the coverage of the ranges.
 * Refuses (`not-enough-data`) no complete row, negative or infinite times. Warns `missing-values`, `small-group` (under
 * 10 rows), `zero-cells` (a group without events).
 * Takes every row to be a person of its own, which times cannot show: ranges are too short (some 90 times in 100 for 95 %)
 * where people come in clusters or resemble those who came just before.
 * Sources: Kaplan and Meier 1958; Greenwood 1926; Kalbfleisch and Prentice 2002 (log−log range); Peto and Peto 1972.
 * @example
 * const curve = survival([2, 3, 3, 5], [true, true, false, true])
 * curve.ok && curve.value.median // => 3
 * curve.ok && curve.value.restrictedMean // => 3.75
 */
export function survival(
  times: readonly number[],
  happened: readonly boolean[],
  groups?: readonly (string | null)[] | null,
  level = 0.95,
): Finding<Survival> {
  if (
    times.length !== happened.length ||
    (groups && groups.length !== times.length) ||
    !(level > 0 && level < 1)
  ) {
    return refused(
      'not-enough-data',
      'Every row needs a time, whether the event happened and, if any, a group.',
    )
  }
  if (times.some((time) => time < 0 || time === Infinity)) {
    return refused('not-enough-data', 'Times have to be finite and not negative.')
  }
  const rows = Array.from(times.keys()).filter(
    (i) => !Number.isNaN(times[i]) && (!groups || groups[i] !== null),
  )
  const warnings: Warning[] = []
  if (rows.length < times.length)
    warnings.push(warning('missing-values', `${times.length - rows.length} rows left out`))
  if (rows.length === 0) return refused('not-enough-data', 'There is no row with a time.', warnings)
  if (rows.length < 10) warnings.push(warning('small-group', `${rows.length} rows`))
  rows.sort((a, b) => times[a]! - times[b]!)
  const time = Float64Array.from(rows, (i) => times[i]!)
  const event = Uint8Array.from(rows, (i) => Number(happened[i]))
  const steps = curveSteps(time, event, normalQuantile(1 - (1 - level) / 2))
  const labels = groups ? rows.map((i) => groups[i]!) : []
  const compared = new Set(labels).size >= 2 ? logRank(time, event, labels) : null
  if (compared?.observed.includes(0)) warnings.push(warning('zero-cells'))
  return found(
    {
      steps,
      median: steps.find((step) => step.surviving <= 0.5 + 1e-12)?.time ?? null,
      restrictedMean: areaUnder(steps, time.at(-1)!),
      logRank: compared,
    },
    warnings,
  )
}

function curveSteps(time: Float64Array, event: Uint8Array, z: number): SurvivalStep[] {
  const steps: SurvivalStep[] = []
  let surviving = 1
  let greenwood = 0
  for (let i = 0; i < time.length;) {
    const atRisk = time.length - i
    const now = time[i]!
    let events = 0
    for (; i < time.length && time[i] === now; i++) events += event[i]!
    if (events === 0) continue
    surviving *= 1 - events / atRisk
    if (events === atRisk) {
      steps.push({ time: now, atRisk, events, surviving: 0, standardError: null, low: null, high: null })
      continue
    }
    greenwood += events / (atRisk * (atRisk - events))
    const width = (z * Math.sqrt(greenwood)) / Math.log(surviving)
    steps.push({
      time: now,
      atRisk,
      events,
      surviving,
      standardError: surviving * Math.sqrt(greenwood),
      low: surviving ** Math.exp(-width),
      high: surviving ** Math.exp(width),
    })
  }
  return steps
}

function areaUnder(steps: readonly SurvivalStep[], end: number): number {
  let area = 0
  let from = 0
  let height = 1
  for (const step of steps) {
    area += height * (step.time - from)
    from = step.time
    height = step.surviving
  }
  return area + height * (end - from)
}
