import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { observationOf, shownOfObservation } from './observation-store.ts'
import type { Observation } from './observation.ts'

/** The readings of a measure on one day at one place that stand, in the order in which they came. */
export async function readingsOfDay(
  database: Database,
  {
    experimentId,
    measureId,
    unit,
    day,
  }: { experimentId: string; measureId: string; unit: string | null; day: string },
): Promise<Observation[]> {
  const rows = await database
    .selectFrom('observations')
    .select(shownOfObservation)
    .where('experiment_id', '=', experimentId)
    .where('measure_id', '=', measureId)
    .where('day', '=', day)
    .where('unit', 'is not distinct from', unit)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(observationOf)
}

/**
 * The least and the greatest reading of a measure that stand, each with its day: of the time up to the first day of
 * `days`, of the time from each of them to the next, and from the last of them on. None for a time without readings.
 */
export async function extremesOfReadings(
  database: Database,
  { experimentId, measureId, days }: { experimentId: string; measureId: string; days: readonly string[] },
): Promise<{ day: string; value: number }[]> {
  const { rows } = await sql<{ day: string; least: number; most: number; readings: number }>`
    select max(day)::text as day, min(value)::float8 as least, max(value)::float8 as most, count(*)::integer as readings
    from observations
    where experiment_id = ${experimentId}::uuid and measure_id = ${measureId}::uuid and removed_at is null
    group by (select count(*) from unnest(${[...days]}::date[]) as change (day) where change.day <= observations.day)`.execute(
    database,
  )
  return rows.flatMap(({ day, least, most, readings }) =>
    readings === 1
      ? [{ day, value: least }]
      : [
          { day, value: least },
          { day, value: most },
        ],
  )
}
