import { experimentForChange, type Measure, measureOn, unitsOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, formatDate, formatNumber } from '../platform/format.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { isObservationId } from './observation-store.ts'
import { faultOfValue, takesObservations, type Way } from './observation.ts'
import { readingsOfDay } from './readings-of-day-store.ts'
import { storeReading } from './store-reading.ts'

/** What to do when the day has a value already: ask the person, put the new one in its place, or keep both. */
export type SameDay = 'ask' | 'replace' | 'keep'

/** Adds one reading. Asks before a second number of the same day; never adds numbers up by itself. */
export async function addObservation(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measure: asked,
    unitSeen,
    unit = null,
    day,
    value,
    note,
    way,
    sameDay,
    id,
  }: Acting & {
    experimentId: string
    measure: Measure
    /** The unit that the person was asked in, where that may be another than the day's; it is then asked again. */
    unitSeen?: string
    /** The place or version; needed where the design has several. */
    unit?: string | null
    day: string
    value: number
    note: string | null
    way: Exclude<Way, 'paste' | 'file'>
    sameDay: SameDay
    /** The id to store it under, where it may arrive once more by another way; a new one when left out or taken. */
    id?: string
  },
): Promise<Outcome> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment)) return refuse('', words.notNow)
  const measure = measureOn(experiment, asked, day)
  const units = unitsOf(experiment.plan)
  if (units.length > 0 && (unit === null || !units.includes(unit))) return refuse('unit', words.unitMissing)
  const place = units.length > 0 ? unit : null
  if (day > dayOf(now)) return refuse('day', words.faults.futureDay)
  const fault = faultOfValue(measure, value)
  if (fault) return refuse('value', words.faults[fault])
  if (unitSeen !== undefined && unitSeen !== measure.unit)
    return refuse('value', words.unitOfDay(formatDate(lang, day), measure.unit))
  const stored = await readingsOfDay(database, { experimentId, measureId: measure.id, unit: place, day })
  if (measure.kind === 'number' && stored.length > 0 && sameDay === 'ask') {
    const values = stored.map((one) => `${formatNumber(lang, one.value)} ${measure.unit}`.trim()).join(', ')
    return refuse('sameDay', words.sameDay.problem(values))
  }
  await storeReading(database, {
    personId: person.id,
    now,
    requestId,
    lang,
    experiment: { id: experimentId, municipalityCode: experiment.municipalityCode },
    measure,
    id: await freshId(database, id, newId),
    unit: place,
    day,
    value,
    note,
    way,
    replaced: measure.kind === 'number' && sameDay === 'replace' ? stored : [],
  })
  return done()
}

async function freshId(database: Database, id: string | undefined, newId: () => string): Promise<string> {
  return id === undefined || (await isObservationId(database, id)) ? newId() : id
}
