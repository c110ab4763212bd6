import type { Experiment, Measure } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { removeObservation, saveObservations } from './observation-store.ts'
import type { Observation, Way } from './observation.ts'
import { readingsChanged } from './readings-changed.ts'

/**
 * Writes one reading that the rules have let through, with its line in the record and the news that the readings have
 * changed. Those that it stands in for stay in the record with the reason.
 */
export async function storeReading(
  database: Database,
  {
    personId,
    now,
    requestId,
    lang,
    experiment,
    measure,
    id,
    unit,
    day,
    value,
    note,
    way,
    replaced,
    posterId,
  }: Pick<Acting, 'now' | 'requestId' | 'lang'> & {
    /** Who entered it; null where nobody is known. */
    personId: string | null
    experiment: Pick<Experiment, 'id'> & { municipalityCode: string }
    measure: Pick<Measure, 'id'>
    id: string
    unit: string | null
    day: string
    value: number
    note: string | null
    way: Way
    replaced: readonly Observation[]
    /** The poster it came by. */
    posterId?: string
  },
): Promise<void> {
  await saveObservations(database, [
    {
      id,
      experimentId: experiment.id,
      municipalityCode: experiment.municipalityCode,
      measureId: measure.id,
      unit,
      day,
      value,
      note,
      way,
      enteredBy: personId,
      at: now,
      replacesId: replaced[0]?.id,
      posterId,
    },
  ])
  for (const one of replaced)
    await removeObservation(database, {
      id: one.id,
      personId,
      now,
      why: texts[lang].measurements.sameDay.replacedReason,
    })
  await readingsChanged(database, experiment.id)
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'observation.added',
    recordKind: 'observation',
    recordId: id,
    personId,
    requestId,
    at: now,
    before: replaced.length ? replaced.map((one) => ({ id: one.id, value: one.value })) : undefined,
    after: {
      experimentId: experiment.id,
      measureId: measure.id,
      ...(unit !== null && { unit }),
      day,
      value,
      note,
    },
  })
}
