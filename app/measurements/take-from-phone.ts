import {
  experimentForChange,
  mayWorkOnExperiment,
  measureOf,
  measureOn,
  unitsOf,
} from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, formatNumber } from '../platform/format.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { writerOfObservation } from './observation-store.ts'
import { faultOfValue, takesObservations } from './observation.ts'
import { type ConflictReason, type PhoneAnswer, phoneDays, type PhoneEntry } from './phone-entry.ts'
import { nameOnPhones } from './phone-store.ts'
import { readingsOfDay } from './readings-of-day-store.ts'
import { storeReading } from './store-reading.ts'

/**
 * Takes in one reading that waited on a phone, or says why it cannot be. The reading is stored under the id that the phone
 * made, so that sending it again and again, by several ways at once, stores it once. `owner` is whose the phone says it is:
 * somebody else's reading is never taken as one's own.
 */
export async function takeFromPhone(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    owner,
    entry,
  }: Pick<Acting, 'person' | 'now' | 'requestId' | 'lang'> & { owner: string; entry: PhoneEntry },
): Promise<PhoneAnswer> {
  const words = texts[lang].measurements
  const told = texts[lang].phoneLog.conflicts
  const conflict = (reason: ConflictReason, text: string, unit?: string): PhoneAnswer => ({
    status: 'conflict',
    reason,
    text,
    ...(unit !== undefined && { unit }),
  })
  if (owner !== (await nameOnPhones(database, person.id))) return { status: 'another-person' }
  // Whoever sends the same reading at the same time waits here, and finds it below.
  const experiment = await experimentForChange(database, entry.experimentId)
  const earlier = await writerOfObservation(database, entry.id)
  if (earlier?.enteredBy === person.id && earlier.experimentId === entry.experimentId)
    return { status: 'stored' }
  const municipalityCode = experiment?.municipalityCode
  if (earlier || !experiment || !municipalityCode || !mayWorkOnExperiment({ person }, experiment))
    return conflict('not-yours', told.notYours)
  if (new Date(entry.madeAt).getTime() < now.getTime() - phoneDays * 86_400_000)
    return conflict('too-old', told.tooOld(phoneDays))
  if (!takesObservations(experiment)) return conflict('ended', told.ended)
  const planned = measureOf(experiment.plan, entry.measureId)
  if (!planned) return conflict('ended', told.noMeasure)
  const measure = measureOn(experiment, planned, entry.day)
  if (measure.kind !== entry.measured.kind || measure.unit !== entry.measured.unit)
    return conflict('unit-changed', told.unitChanged(entry.measured.unit, measure.unit), measure.unit)
  const units = unitsOf(experiment.plan)
  if (units.length > 0 && (entry.unit === null || !units.includes(entry.unit)))
    return conflict('no-place', told.noPlace)
  if (entry.day > dayOf(now)) return conflict('future-day', told.futureDay)
  const fault = faultOfValue(measure, entry.value)
  if (fault) return conflict('not-a-value', words.faults[fault])
  const unit = units.length > 0 ? entry.unit : null
  const stored = await readingsOfDay(database, {
    experimentId: experiment.id,
    measureId: measure.id,
    unit,
    day: entry.day,
  })
  if (measure.kind === 'number' && stored.length > 0 && entry.sameDay === 'ask') {
    const values = stored.map((one) => `${formatNumber(lang, one.value)} ${measure.unit}`.trim()).join(', ')
    return conflict('same-day', words.sameDay.problem(values))
  }
  await storeReading(database, {
    personId: person.id,
    now,
    requestId,
    lang,
    experiment: { id: experiment.id, municipalityCode },
    measure,
    id: entry.id,
    unit,
    day: entry.day,
    value: entry.value,
    note: null,
    way: 'tap',
    replaced: measure.kind === 'number' && entry.sameDay === 'replace' ? stored : [],
  })
  return { status: 'stored' }
}
