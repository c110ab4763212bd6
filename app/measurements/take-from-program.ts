import { collectsAnswers, experimentForChange, measureOf, measureOn, unitsOf } from '../experiments/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, parseDay } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { isSameUnit } from './file-numbers.ts'
import { daysWithReadings, removeReplacedReadings } from './imported-rows-store.ts'
import { hashOfMeasureKey, type MeasureToken } from './measure-token.ts'
import {
  claimRequest,
  measureTokenByHash,
  noteTokenUsed,
  readingsSentAs,
  saveRequestAnswer,
} from './measure-token-store.ts'
import { saveObservations } from './observation-store.ts'
import { faultOfValue, takesObservations } from './observation.ts'
import { keyOf, unitNamed } from './read-pasted-table.ts'
import { readingsChanged } from './readings-changed.ts'

/** A reading as a program sends it. */
export interface SentReading {
  /** The sender's own name for the reading; sent again under it, it is stored once. */
  id: string
  /** ISO day. */
  day: string
  value: number
  /** The unit of the value, checked against the measure's. */
  unit?: string | undefined
  /** Where the design has several places or versions. */
  place?: string | undefined
  note?: string | undefined
}

/** What to do with a day that has a reading already: say so and store nothing, put the new one in its place, or keep both. */
export type SameDayOfProgram = 'refuse' | 'replace' | 'keep'

/** What is wrong with one of the readings that were sent; `row` counts from 0. */
export interface SentFault {
  row: number
  id: string
  field: string
  reason: string
}

export interface StoredAnswer {
  stored: number
  already_stored: number
  replaced: number
  observations: { id: string; observation_id: string }[]
}

/** What became of a request: all of it is stored, or nothing. */
export type TakenFromProgram =
  | { ok: true; answer: StoredAnswer; repeated: boolean }
  | { ok: false; why: 'closed' | 'other-body' }
  | { ok: false; why: 'faulty'; faults: SentFault[] }

/** The key that stands behind a request, while it is in use; undefined for every other text. */
export async function measureTokenOf(database: Database, key: string): Promise<MeasureToken | undefined> {
  const hash = hashOfMeasureKey(key)
  return hash === undefined ? undefined : asSystem(database, (system) => measureTokenByHash(system, hash))
}

/** Stores readings that a program sends: all or none, each once. Runs in a transaction of the system; a refusal must undo it. */
export async function takeFromProgram(
  database: Database,
  {
    token,
    readings,
    sameDay,
    requestKey,
    bodyFingerprint,
    now,
    newId,
    requestId,
  }: {
    token: MeasureToken
    readings: readonly SentReading[]
    sameDay: SameDayOfProgram
    /** What the sender calls the request as a whole, where it does. */
    requestKey: string | undefined
    /** SHA-256 of the request as it was sent. */
    bodyFingerprint: string
    now: Date
    newId: () => string
    requestId: string
  },
): Promise<TakenFromProgram> {
  const { experimentId, measureId, municipalityCode } = token
  if (requestKey !== undefined) {
    const claim = { tokenId: token.id, requestKey, bodyFingerprint, now }
    const earlier = await claimRequest(database, claim)
    if (earlier && earlier.bodyFingerprint !== bodyFingerprint) return { ok: false, why: 'other-body' }
    if (earlier?.answer)
      return { ok: true, answer: answerInOrder(earlier.answer as StoredAnswer), repeated: true }
  }
  const experiment = await experimentForChange(database, experimentId)
  const measure = experiment && measureOf(experiment.plan, measureId)
  if (!experiment || !measure || !takesObservations(experiment)) return { ok: false, why: 'closed' }

  const units = unitsOf(experiment.plan)
  const once = !collectsAnswers(measure)
  const sourceIds = readings.map((reading) => reading.id)
  const sentBefore = new Map(
    (await readingsSentAs(database, { experimentId, measureId, sourceIds })).map((one) => [
      one.sourceId,
      one,
    ]),
  )
  const stored = await daysWithReadings(database, { experimentId, measureId })
  const faults: SentFault[] = []
  const fresh: {
    id: string
    sourceId: string
    day: string
    value: number
    unit: string | null
    note: string | null
  }[] = []
  const answered: StoredAnswer['observations'] = []
  const ids = new Set<string>()
  const days = new Set<string>()
  for (const [row, reading] of readings.entries()) {
    const fault = (field: 'id' | 'day' | 'value' | 'unit' | 'place', reason: string) => {
      faults.push({ row, id: reading.id, field, reason })
    }
    const place = units.length === 0 ? null : unitNamed(reading.place ?? '', units)
    const note = reading.note?.trim() || null
    if (ids.has(reading.id)) fault('id', 'stands twice in this request')
    ids.add(reading.id)
    if (parseDay(reading.day) !== reading.day) fault('day', 'must be a day that exists, such as 2026-03-09')
    else if (reading.day > dayOf(now)) fault('day', 'is still to come in Finland')
    if (faultOfValue(measure, reading.value))
      fault('value', measure.kind === 'faces' ? 'must be 1, 2 or 3' : 'must be a whole number from 1 to 5')
    const unitOfDay = measureOn(experiment, measure, reading.day).unit
    if (reading.unit !== undefined && !isSameUnit(reading.unit, unitOfDay))
      fault('unit', `must be ${unitOfDay === '' ? 'left out: the measure has none' : unitOfDay} on that day`)
    else if (reading.unit === undefined && unitOfDay !== measure.unit)
      fault(
        'unit',
        `must be told: the measure is read in ${unitOfDay} on that day, no longer in ${measure.unit}`,
      )
    if (place === undefined) fault('place', `must be one of ${units.join(', ')}`)
    const before = sentBefore.get(reading.id)
    const unit = place ?? null
    if (before) {
      const same =
        before.day === reading.day &&
        before.value === reading.value &&
        before.unit === unit &&
        before.note === note
      if (same) answered.push({ id: reading.id, observation_id: before.id })
      else fault('id', 'was sent before with another day, value, place or note')
      continue
    }
    const key = keyOf(reading.day, unit)
    if (once && sameDay !== 'keep' && days.has(key)) fault('day', 'stands twice in this request')
    if (once && sameDay === 'refuse' && stored.has(key))
      fault('day', 'has a reading already; send same_day=replace or same_day=keep')
    days.add(key)
    const id = newId()
    fresh.push({ id, sourceId: reading.id, day: reading.day, value: reading.value, unit, note })
    answered.push({ id: reading.id, observation_id: id })
  }
  if (faults.length > 0) return { ok: false, why: 'faulty', faults }

  const inPlaceOf = fresh.filter((one) => stored.has(keyOf(one.day, one.unit)))
  const replaced =
    once && sameDay === 'replace' && inPlaceOf.length > 0
      ? await removeReplacedReadings(
          database,
          {
            importId: null,
            experimentId,
            measureId,
            personId: null,
            now,
            why: `${token.name}: same_day=replace`,
          },
          inPlaceOf,
        )
      : []
  const replacedAt = new Map(replaced.map(({ id, day, unit }) => [keyOf(day, unit), id]))
  await saveObservations(
    database,
    fresh.map((one) => ({
      ...one,
      experimentId,
      municipalityCode,
      measureId,
      way: 'api' as const,
      enteredBy: null,
      at: now,
      replacesId: replacedAt.get(keyOf(one.day, one.unit)),
    })),
  )
  await noteTokenUsed(database, token.id, now)
  const answer: StoredAnswer = {
    stored: fresh.length,
    already_stored: readings.length - fresh.length,
    replaced: replaced.length,
    observations: answered,
  }
  if (requestKey !== undefined) await saveRequestAnswer(database, { tokenId: token.id, requestKey, answer })
  if (fresh.length > 0) {
    await readingsChanged(database, experimentId)
    await record(database, {
      chain: municipalityCode,
      action: 'observations.sent-by-program',
      recordKind: 'experiment',
      recordId: experimentId,
      personId: null,
      requestId,
      at: now,
      before: replaced.length ? replaced.map(({ id, day, value }) => ({ id, day, value })) : undefined,
      after: {
        tokenId: token.id,
        measureId,
        rows: fresh.map(({ sourceId, ...one }) => ({ ...one, sourceId })),
      },
    })
  }
  return { ok: true, answer, repeated: false }
}

/** An answer as it was given the first time: the database keeps its fields, not their order. */
function answerInOrder({ stored, already_stored, replaced, observations }: StoredAnswer): StoredAnswer {
  return { stored, already_stored, replaced, observations }
}
