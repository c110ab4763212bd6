import { boundsOfKind, type Experiment, isTriedHere, type Measure, type Plan } from '../experiments/index.ts'

/** How an observation arrived. */
export type Way = 'tap' | 'form' | 'paste' | 'file' | 'api' | 'mail' | 'poster'

/** One reading of one measure on one day, in the measure's unit; faces are 1 (sad), 2 (in between), 3 (glad), answers on a scale 1–5. */
export interface Observation {
  id: string
  experimentId: string
  measureId: string
  /** The place or version it was read in, where the design has several. */
  unit: string | null
  /** ISO day. */
  day: string
  value: number
  note: string | null
  way: Way
  enteredBy: string | null
  at: Date
}

/** Before, during or after the trial, by the dates of the plan. */
export type Phase = 'before' | 'during' | 'after'

/** One point of a series: the mean of a day's readings, and how many there were. */
export interface SeriesPoint {
  day: string
  value: number
  readings: number
  phase: Phase
  /** The different notes of the day's readings, joined; null when there were none. */
  note: string | null
}

/** Where a day falls. A plan without a start has everything during; without an end nothing is after. */
export function phaseOf(day: string, plan: Pick<Plan, 'startsOn' | 'endsOn'>): Phase {
  if (plan.startsOn !== null && day < plan.startsOn) return 'before'
  if (plan.endsOn !== null && day > plan.endsOn) return 'after'
  return 'during'
}

/**
 * The series of one measure in the order of days, of all its places or of one. Several readings of one day become their
 * mean. Empty without readings.
 */
export function seriesOf(
  plan: Pick<Plan, 'startsOn' | 'endsOn'>,
  observations: readonly Observation[],
  measureId: string,
  unit?: string,
): SeriesPoint[] {
  const days = new Map<string, Observation[]>()
  for (const observation of observations) {
    if (observation.measureId !== measureId) continue
    if (unit !== undefined && observation.unit !== unit) continue
    const sameDay = days.get(observation.day)
    if (sameDay) sameDay.push(observation)
    else days.set(observation.day, [observation])
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, readings]) => ({
      day,
      value: readings.reduce((sum, reading) => sum + reading.value, 0) / readings.length,
      readings: readings.length,
      phase: phaseOf(day, plan),
      note: [...new Set(readings.flatMap((reading) => reading.note ?? []))].join('; ') || null,
    }))
}

/** True while readings may be added: from the freezing of the plan until the decision. */
export function takesObservations(experiment: Pick<Experiment, 'state' | 'origin'>): boolean {
  return isTriedHere(experiment) && ['running', 'paused', 'learning'].includes(experiment.state)
}

/** Why a value cannot be a reading of a measure. */
export type FaultOfValue = 'not-a-face' | 'not-on-scale'

/** Why a value cannot be one of the measure's; undefined when it can. Faces are 1, 2 or 3, answers whole numbers from 1 to 5. */
export function faultOfValue(measure: Pick<Measure, 'kind'>, value: number): FaultOfValue | undefined {
  const bounds = boundsOfKind(measure)
  if (!bounds || (Number.isInteger(value) && value >= bounds.least && value <= bounds.most)) return undefined
  return measure.kind === 'faces' ? 'not-a-face' : 'not-on-scale'
}
