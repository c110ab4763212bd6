import { sql } from 'kysely'
import type { OwnDataOf } from '../platform/own-data.ts'
import './exploration-store.ts'
import './finding-store.ts'

/** Findings the person wrote, measurements they opened before their time, analyses outside the plan that they made. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'findings',
    rows: await database
      .selectFrom('findings')
      .select(['experiment_id', 'happened', 'tells', 'learning', 'written_at', 'version'])
      .where('written_by', '=', personId)
      .orderBy('written_at')
      .execute(),
  },
  {
    table: 'early_openings',
    rows: (
      await sql<Record<string, unknown>>`select experiment_id, opened_at, why from early_openings
        where opened_by = ${personId} order by opened_at`.execute(database)
    ).rows,
  },
  {
    table: 'explorations',
    rows: await database
      .selectFrom('explorations')
      .select(['experiment_id', 'measure_id', 'method', 'period', 'why', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute(),
  },
]
