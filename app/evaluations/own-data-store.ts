import type { OwnDataOf } from '../platform/own-data.ts'
import './finding-store.ts'

/** Findings the person wrote. */
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
]
