import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { UnitChange } from './unit-change.ts'

/** The changes of units of a row of `experiments`, as JSON in the order in which they hold. */
export function unitChangesOfRow(): RawBuilder<UnitChange[]> {
  return sql<UnitChange[]>`(
    select coalesce(json_agg(json_build_object(
      'measureId', measure_id,
      'day', day,
      'unit', case when hidden_at is null then new_unit else '' end,
      'planUnits', plan_units
    ) order by day, at, id), '[]'::json)
    from experiment_departures
    where experiment_departures.experiment_id = experiments.id and measure_id is not null
  )`
}

/** Which measures of an experiment are read in another unit than the plan says, from which day on. */
export async function unitChangesOf(database: Database, experimentId: string): Promise<UnitChange[]> {
  const row = await database
    .selectFrom('experiments')
    .select(unitChangesOfRow().as('unit_changes'))
    .where('id', '=', experimentId)
    .executeTakeFirst()
  return row?.unit_changes ?? []
}
