import type { OwnDataOf } from '../platform/own-data.ts'
import './effort-store.ts'
import './observation-store.ts'

/** Readings and tables the person entered, hours and euros they noted. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'observations',
    rows: await database
      .selectFrom('observations')
      .select(['experiment_id', 'day', 'value', 'note', 'way', 'at'])
      .where('entered_by', '=', personId)
      .orderBy('at')
      .execute(),
  },
  {
    table: 'measurement_imports',
    rows: await database
      .selectFrom('measurement_imports')
      .select(['experiment_id', 'row_count', 'imported_at'])
      .where('imported_by', '=', personId)
      .orderBy('imported_at')
      .execute(),
  },
  {
    table: 'effort_entries',
    rows: await database
      .selectFrom('effort_entries')
      .select(['experiment_id', 'day', 'hours', 'euros', 'what', 'at'])
      .where('entered_by', '=', personId)
      .orderBy('at')
      .execute(),
  },
]
