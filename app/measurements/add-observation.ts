import { experimentForChange, type Measure, unitsOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, formatNumber } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { observationsOf, removeObservation, saveObservations } from './observation-store.ts'
import { faultOfValue, takesObservations, type Way } from './observation.ts'
import { readingsChanged } from './readings-changed.ts'

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
    measure,
    unit = null,
    day,
    value,
    note,
    way,
    sameDay,
  }: Acting & {
    experimentId: string
    measure: Measure
    /** The place or version; needed where the design has several. */
    unit?: string | null
    day: string
    value: number
    note: string | null
    way: Exclude<Way, 'paste' | 'file'>
    sameDay: SameDay
  },
): Promise<Outcome> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment)) return refuse('', words.notNow)
  const units = unitsOf(experiment.plan)
  if (units.length > 0 && (unit === null || !units.includes(unit))) return refuse('unit', words.unitMissing)
  const place = units.length > 0 ? unit : null
  if (day > dayOf(now)) return refuse('day', words.faults.futureDay)
  const fault = faultOfValue(measure, value)
  if (fault) return refuse('value', words.faults[fault])
  const stored = (await observationsOf(database, experimentId)).filter(
    (one) => one.measureId === measure.id && one.day === day && one.unit === place,
  )
  if (measure.kind === 'number' && stored.length > 0 && sameDay === 'ask') {
    const values = stored.map((one) => `${formatNumber(lang, one.value)} ${measure.unit}`.trim()).join(', ')
    return refuse('sameDay', words.sameDay.problem(values))
  }
  const id = newId()
  const replaced = measure.kind === 'number' && sameDay === 'replace' ? stored : []
  await saveObservations(database, [
    {
      id,
      experimentId,
      municipalityCode: experiment.municipalityCode,
      measureId: measure.id,
      unit: place,
      day,
      value,
      note,
      way,
      enteredBy: person.id,
      at: now,
      replacesId: replaced[0]?.id,
    },
  ])
  for (const one of replaced)
    await removeObservation(database, {
      id: one.id,
      personId: person.id,
      now,
      why: words.sameDay.replacedReason,
    })
  await readingsChanged(database, experimentId)
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'observation.added',
    recordKind: 'observation',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    before: replaced.length ? replaced.map((one) => ({ id: one.id, value: one.value })) : undefined,
    after: { experimentId, measureId: measure.id, ...(place !== null && { unit: place }), day, value, note },
  })
  return done()
}
