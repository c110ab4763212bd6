import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { addDays } from '../platform/format.ts'

/** What a boundary says: the change has passed it in the better or worse direction, not yet, or there is too little to say. */
export type LookSays = 'better' | 'worse' | 'not_yet' | 'cannot_tell'

/** An agreed look as it was taken. Amounts are in the main measure's unit; null is unknown or unbounded. */
export interface TakenLook {
  number: number
  /** ISO day whose readings were the last to be looked at. */
  day: string
  lookedAt: Date
  dataFingerprint: string
  readings: number
  said: LookSays
  estimate: number | null
  low: number | null
  high: number | null
}

interface ExperimentLooksTable {
  experiment_id: string
  municipality_code: string
  number: number
  day: string
  looked_at: Date
  data_fingerprint: string
  readings: number
  said: LookSays
  estimate: number | null
  low: number | null
  high: number | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    experiment_looks: ExperimentLooksTable
  }
}

/** The looks that have been taken at an experiment, first to last. */
export async function takenLooksOf(database: Database, experimentId: string): Promise<TakenLook[]> {
  const rows = await database
    .selectFrom('experiment_looks')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    day: row.day,
    lookedAt: row.looked_at,
    dataFingerprint: row.data_fingerprint,
    readings: row.readings,
    said: row.said,
    estimate: row.estimate,
    low: row.low,
    high: row.high,
  }))
}

/** Keeps a look. One that was taken before stays as it was. */
export async function saveLook(
  database: Database,
  look: TakenLook & { experimentId: string; municipalityCode: string },
): Promise<void> {
  await database
    .insertInto('experiment_looks')
    .values({
      experiment_id: look.experimentId,
      municipality_code: look.municipalityCode,
      number: look.number,
      day: look.day,
      looked_at: look.lookedAt,
      data_fingerprint: look.dataFingerprint,
      readings: look.readings,
      said: look.said,
      estimate: look.estimate,
      low: look.low,
      high: look.high,
    })
    .onConflict((conflict) => conflict.columns(['experiment_id', 'number']).doNothing())
    .execute()
}

/** Experiments whose plan agreed on looks, under way on a day or within the week before it. */
export async function experimentsWithLooks(database: Database, day: string): Promise<string[]> {
  const rows = await database
    .selectFrom('experiments')
    .select('id')
    .where('frozen_at', 'is not', null)
    .where('state', 'in', ['running', 'paused', 'learning'])
    .where('starts_on', '<', day)
    .where('ends_on', '>=', addDays(day, -7))
    .where(sql<boolean>`(plan -> 'design' ->> 'looks')::int >= 2`)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
