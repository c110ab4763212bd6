import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { saveObservations } from './observation-store.ts'
import { readingsChanged } from './readings-changed.ts'

/** Stores readings that ship with the service, entered by nobody, and lets them be evaluated. */
export async function loadReadings(
  database: Database,
  {
    experimentId,
    municipalityCode,
    readings,
    newId,
    now,
  }: {
    experimentId: string
    municipalityCode: string
    readings: readonly {
      measureId: string
      unit: string | null
      day: string
      value: number
      note: string | null
    }[]
    newId: () => string
    now: Date
  },
): Promise<void> {
  await saveObservations(
    database,
    readings.map((reading) => ({
      ...reading,
      id: newId(),
      experimentId,
      municipalityCode,
      way: 'file',
      enteredBy: null,
      at: now,
    })),
  )
  await readingsChanged(database, experimentId)
  await record(database, {
    chain: municipalityCode,
    action: 'observations.loaded',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: null,
    requestId: 'load',
    at: now,
    after: { rows: readings.length },
  })
}
