import type { OwnDataOf } from '../platform/own-data.ts'
import './decision-store.ts'
import './follow-up-store.ts'

/** Decisions the person made, what they told of where things live now, checks they answered. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'decisions',
    rows: await database
      .selectFrom('decisions')
      .select([
        'experiment_id',
        'kind',
        'reasons',
        'stop_reason',
        'against_proposal',
        'would_change',
        'decided_on',
        'at',
      ])
      .where('decided_by', '=', personId)
      .orderBy('at')
      .execute(),
  },
  {
    table: 'embeddings',
    rows: await database
      .selectFrom('embeddings')
      .select(['experiment_id', 'unit', 'budget_line', 'instruction', 'owner', 'updated_at'])
      .where('updated_by', '=', personId)
      .orderBy('updated_at')
      .execute(),
  },
  {
    table: 'checks',
    rows: await database
      .selectFrom('checks')
      .select(['experiment_id', 'months', 'answer', 'words', 'answered_on'])
      .where('answered_by', '=', personId)
      .orderBy('answered_on')
      .execute(),
  },
]
