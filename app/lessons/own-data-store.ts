import type { OwnDataOf } from '../platform/own-data.ts'
import './lesson-store.ts'

/** Lesson cards the person wrote, every version. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'lessons',
    rows: await database
      .selectFrom('lessons')
      .select([
        'experiment_id',
        'worked',
        'did_not_work',
        'surprised',
        'conditions',
        'works',
        'inspired',
        'would_do_otherwise',
        'written_at',
        'version',
      ])
      .where('written_by', '=', personId)
      .orderBy('written_at')
      .execute(),
  },
]
