import type { Database } from '../platform/database/database.ts'
import type { Observation } from './observation.ts'
import './observation-store.ts'

/** Readings of one measure as a list shows them, and how many there are in all. */
export interface ReadingsPage {
  readings: Observation[]
  total: number
}

/** How many readings of each measure stand, by the measure's id; a measure without any is left out. */
export async function countReadings(
  database: Database,
  experimentId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('observations')
    .select(['measure_id', ({ fn }) => fn.countAll<number>().as('readings')])
    .where('experiment_id', '=', experimentId)
    .where('removed_at', 'is', null)
    .groupBy('measure_id')
    .execute()
  return new Map(rows.map((row) => [row.measure_id, Number(row.readings)]))
}

/** One page of a measure's readings, newest day first. Pages are counted from 1; beyond the last one there is nothing. */
export async function readingsOnPage(
  database: Database,
  {
    experimentId,
    measureId,
    page,
    onPage,
  }: { experimentId: string; measureId: string; page: number; onPage: number },
): Promise<Observation[]> {
  const rows = await database
    .selectFrom('observations')
    .select(['id', 'experiment_id', 'measure_id', 'unit', 'day', 'value', 'note', 'way', 'entered_by', 'at'])
    .where('experiment_id', '=', experimentId)
    .where('measure_id', '=', measureId)
    .where('removed_at', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(onPage)
    .offset((page - 1) * onPage)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    experimentId: row.experiment_id,
    measureId: row.measure_id,
    unit: row.unit,
    day: row.day,
    value: row.value,
    note: row.note,
    way: row.way,
    enteredBy: row.entered_by,
    at: row.at,
  }))
}
