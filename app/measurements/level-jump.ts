import { type Experiment, inPlanUnit, type Measure } from '../experiments/index.ts'
import type { Observation } from './observation.ts'
import type { PastedRow } from './read-pasted-table.ts'
import { median } from './value-in-words.ts'

/** A day on which a level jumps by about a factor that lies between two units, and stays. */
export interface LevelJump {
  /** ISO day of the first reading on the new level. */
  day: string
  place: string | null
  /** The known factor nearest to the jump: above 1 for a rise, below 1 for a fall. */
  factor: number
  /** Medians on each side. */
  before: number
  after: number
}

// What lies between units that people mix up: cm and mm, euros and cents, kg and g, hours and minutes.
const knownFactors = [10, 60, 100, 1000]

/** How far from a known factor a jump may be: the trial itself may have moved the level as well. */
const slack = 1.35

/** So many days on each side, at least, are a level. */
const fewestDays = 3

/**
 * Where a series jumps as it does when its unit changes: all readings of one side lie well above all of the other, and the
 * ratio of their medians is near a known factor. Only of positive readings; undefined where there is no such day.
 */
export function levelJump(
  readings: readonly { day: string; value: number }[],
): Omit<LevelJump, 'place'> | undefined {
  const sorted = readings.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  if (sorted.some(({ value }) => value <= 0)) return undefined
  const days = sorted.map(({ day }) => day)
  const values = sorted.map(({ value }) => value)
  const restLeast = values.slice()
  const restMost = values.slice()
  for (let index = values.length - 2; index >= 0; index--) {
    restLeast[index] = Math.min(values[index] ?? 0, restLeast[index + 1] ?? 0)
    restMost[index] = Math.max(values[index] ?? 0, restMost[index + 1] ?? 0)
  }
  const distinctFrom = countDistinct(days.toReversed()).reverse()
  const distinctUpTo = countDistinct(days)
  let least = Infinity
  let most = -Infinity
  for (let index = 1; index < values.length; index++) {
    least = Math.min(least, values[index - 1] ?? 0)
    most = Math.max(most, values[index - 1] ?? 0)
    if (days[index] === days[index - 1]) continue
    if ((distinctUpTo[index - 1] ?? 0) < fewestDays || (distinctFrom[index] ?? 0) < fewestDays) continue
    // A clear gap, at least the root of the smallest factor: looking at medians costs more.
    const gap = Math.max((restLeast[index] ?? 0) / most, least / (restMost[index] ?? 1))
    if (gap < Math.sqrt(10)) continue
    const before = median(values.slice(0, index)) ?? 1
    const after = median(values.slice(index)) ?? 1
    const factor = nearestFactor(after / before)
    const day = days[index]
    if (factor !== undefined && gap >= Math.sqrt(Math.max(factor, 1 / factor)) && day !== undefined)
      return { day, factor, before, after }
  }
  return undefined
}

function countDistinct(days: readonly string[]): number[] {
  let count = 0
  return days.map((day, index) => (day === days[index - 1] ? count : ++count))
}

function nearestFactor(ratio: number): number | undefined {
  const rise = ratio >= 1
  const size = rise ? ratio : 1 / ratio
  const away = (factor: number) => Math.max(size / factor, factor / size)
  const [nearest = 1] = knownFactors.toSorted((a, b) => away(a) - away(b))
  if (away(nearest) > slack) return undefined
  return rise ? nearest : 1 / nearest
}

/**
 * The jump that rows bring into the readings of a measure, place by place: one that stood there before, and changes of the
 * unit that are known, are none. Undefined for faces and answers.
 */
export function jumpByRows(
  experiment: Pick<Experiment, 'unitChanges'>,
  measure: Pick<Measure, 'id' | 'kind'>,
  entered: readonly Observation[],
  rows: readonly PastedRow[],
): LevelJump | undefined {
  if (measure.kind !== 'number') return undefined
  type Dated = { day: string; value: number; unit: string | null }
  const byPlace = (readings: readonly Dated[]) => {
    const places = new Map<string | null, Omit<Dated, 'unit'>[]>()
    for (const { day, value, unit } of readings) {
      const inPlan = inPlanUnit(experiment.unitChanges, { measureId: measure.id, day, value })
      if (inPlan === undefined) continue
      const own = places.get(unit)
      if (own) own.push({ day, value: inPlan })
      else places.set(unit, [{ day, value: inPlan }])
    }
    return places
  }
  const known = byPlace(entered.filter((one) => one.measureId === measure.id))
  for (const [place, brought] of byPlace(rows)) {
    const days = new Set(brought.map(({ day }) => day))
    const stood = known.get(place) ?? []
    // A day that the rows bring as well counts as they have it.
    const found = levelJump([...stood.filter((one) => !days.has(one.day)), ...brought])
    if (found && levelJump(stood)?.day !== found.day) return { ...found, place }
  }
  return undefined
}
