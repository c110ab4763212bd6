import { experimentForChange, type Measure, measureOn } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf, formatDate } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { removeObservation, saveObservations } from './observation-store.ts'
import { faultOfValue, type Observation, takesObservations } from './observation.ts'
import { readingsChanged } from './readings-changed.ts'

/** Corrects a reading, or takes it away when `corrected` is undefined. The earlier reading stays in the record with the reason. */
export async function correctObservation(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    measure,
    observation,
    corrected,
    unitSeen,
    why,
  }: Acting & {
    measure: Measure
    observation: Observation
    corrected: { day: string; value: number; note: string | null } | undefined
    /** The unit that the person was asked in. */
    unitSeen?: string
    why: string
  },
): Promise<Outcome> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, observation.experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment)) return refuse('', words.notNow)
  if (corrected && corrected.day > dayOf(now)) return refuse('day', words.faults.futureDay)
  const fault = corrected && faultOfValue(measure, corrected.value)
  if (fault) return refuse('value', words.faults[fault])
  const unit = corrected && measureOn(experiment, measure, corrected.day).unit
  if (corrected && unit !== undefined && unitSeen !== undefined && unitSeen !== unit)
    return refuse('value', words.unitOfDay(formatDate(lang, corrected.day), unit))
  const stood = await removeObservation(database, { id: observation.id, personId: person.id, now, why })
  if (!stood) return refuse('', words.correct.goneAlready)
  const id = newId()
  if (corrected)
    await saveObservations(database, [
      {
        ...observation,
        ...corrected,
        id,
        municipalityCode: experiment.municipalityCode,
        way: 'form',
        enteredBy: person.id,
        at: now,
        replacesId: observation.id,
      },
    ])
  await readingsChanged(database, observation.experimentId)
  await record(database, {
    chain: experiment.municipalityCode,
    action: corrected ? 'observation.corrected' : 'observation.removed',
    recordKind: 'observation',
    recordId: observation.id,
    personId: person.id,
    requestId,
    at: now,
    before: { day: observation.day, value: observation.value, note: observation.note },
    after: corrected ? { ...corrected, id, why } : { why },
  })
  return done()
}
