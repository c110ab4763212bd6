import type { Database } from '../platform/database/database.ts'
import { saveObservations } from './observation-store.ts'

/** Made-up readings, for tests. Ids and moments are handed in. */
export async function saveExampleReadings(
  database: Database,
  {
    experimentId,
    measureId,
    newId,
    at,
    readings,
  }: {
    experimentId: string
    measureId: string
    newId: () => string
    at: Date
    readings: readonly { day: string; value: number; unit?: string | null }[]
  },
): Promise<void> {
  await saveObservations(
    database,
    readings.map(({ day, value, unit = null }) => ({
      id: newId(),
      experimentId,
      municipalityCode: '239',
      measureId,
      unit,
      day,
      value,
      note: null,
      way: 'form' as const,
      enteredBy: null,
      at,
    })),
  )
}
