import type { ForgetPerson, OwnDataOf } from '../platform/own-data.ts'
import './diary-store.ts'
import './event-store.ts'
import './experiment-store.ts'
import './leave-store.ts'
import './stage-store.ts'

/** Experiments the person began or answers for, leave they asked or answered, stages, departures, events and diary entries of theirs. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'experiments',
    rows: await database
      .selectFrom('experiments')
      .select(['id', 'municipality_code', 'title', 'state', 'created_at'])
      .where((where) => where.or({ created_by: personId, responsible_person_id: personId }))
      .orderBy('created_at')
      .execute(),
  },
  {
    table: 'experiment_leaves',
    rows: await database
      .selectFrom('experiment_leaves')
      .select(['experiment_id', 'asked_at', 'asked_words', 'answer', 'answered_at', 'reasons'])
      .where((where) => where.or({ asked_by: personId, answered_by: personId }))
      .orderBy('asked_at')
      .execute(),
  },
  {
    table: 'experiment_stages',
    rows: await database
      .selectFrom('experiment_stages')
      .select(['experiment_id', 'from_state', 'to_state', 'at', 'reason'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute(),
  },
  {
    table: 'experiment_departures',
    rows: await database
      .selectFrom('experiment_departures')
      .select(['experiment_id', 'day', 'what', 'why', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute(),
  },
  {
    table: 'experiment_events',
    rows: await database
      .selectFrom('experiment_events')
      .select(['experiment_id', 'day', 'what', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute(),
  },
  {
    table: 'diary_entries',
    rows: await database
      .selectFrom('diary_entries')
      .select(['experiment_id', 'day', 'text', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute(),
  },
]

/** Experiments that the person answered for need somebody else: their place is left open. */
export const forgetPerson: ForgetPerson = async (database, person) => {
  await database
    .updateTable('experiments')
    .set({ responsible_person_id: null })
    .where('responsible_person_id', '=', person.id)
    .execute()
}
