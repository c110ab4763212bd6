import type { Generated } from 'kysely'
import type { Database } from '../platform/database/database.ts'

interface LogPromisesTable {
  id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  person_id: string
  promised_at: Date
  ended_at: Date | null
  version: Generated<number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    log_promises: LogPromisesTable
  }
}

/** Somebody's promise to log one measure of an experiment. */
export interface LogPromise {
  id: string
  experimentId: string
  municipalityCode: string
  measureId: string
  personId: string
}

const shown = ['id', 'experiment_id', 'municipality_code', 'measure_id', 'person_id'] as const

function promiseOf(row: Pick<LogPromisesTable, (typeof shown)[number]>): LogPromise {
  return {
    id: row.id,
    experimentId: row.experiment_id,
    municipalityCode: row.municipality_code,
    measureId: row.measure_id,
    personId: row.person_id,
  }
}

/** The promises that stand for some experiments, oldest first. */
export async function promisesOf(
  database: Database,
  experimentIds: readonly string[],
): Promise<LogPromise[]> {
  if (experimentIds.length === 0) return []
  const rows = await database
    .selectFrom('log_promises')
    .select(shown)
    .where('experiment_id', 'in', [...new Set(experimentIds)])
    .where('ended_at', 'is', null)
    .orderBy('promised_at')
    .orderBy('id')
    .execute()
  return rows.map(promiseOf)
}

/** Every promise that stands, person by person: for the weekly reminder. */
export async function standingPromises(database: Database): Promise<LogPromise[]> {
  const rows = await database
    .selectFrom('log_promises')
    .select(shown)
    .where('ended_at', 'is', null)
    .orderBy('person_id')
    .orderBy('promised_at')
    .orderBy('id')
    .execute()
  return rows.map(promiseOf)
}

/** Keeps a promise. False when the person has promised the same already. */
export async function savePromise(database: Database, promise: LogPromise & { now: Date }): Promise<boolean> {
  const row = await database
    .insertInto('log_promises')
    .values({
      id: promise.id,
      experiment_id: promise.experimentId,
      municipality_code: promise.municipalityCode,
      measure_id: promise.measureId,
      person_id: promise.personId,
      promised_at: promise.now,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a promise. False when it had ended before. */
export async function endPromise(
  database: Database,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('log_promises')
    .set((change) => ({ ended_at: now, version: change('version', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
