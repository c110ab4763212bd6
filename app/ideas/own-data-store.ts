import type { ForgetPerson, OwnDataOf } from '../platform/own-data.ts'
import './idea-store.ts'
import './pondering-store.ts'

/** Ideas the person told, hours they offered, hours they spent pondering. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'ideas',
    rows: await database
      .selectFrom('ideas')
      .select(['id', 'municipality_code', 'problem', 'trial', 'for_whom', 'state', 'answer', 'created_at'])
      .where('told_by', '=', personId)
      .orderBy('created_at')
      .execute(),
  },
  {
    table: 'hour_offers',
    rows: await database
      .selectFrom('hour_offers')
      .select(['idea_id', 'municipality_code', 'hours', 'offered_at'])
      .where('person_id', '=', personId)
      .orderBy('offered_at')
      .execute(),
  },
  {
    table: 'pondering_hours',
    rows: await database
      .selectFrom('pondering_hours')
      .innerJoin('ponderings', 'ponderings.id', 'pondering_hours.pondering_id')
      .select(['ponderings.idea_id', 'ponderings.held_on', 'pondering_hours.hours'])
      .where('person_id', '=', personId)
      .orderBy('ponderings.starts_at')
      .execute(),
  },
]

/** Hours offered for ideas that still wait for their pondering go: nobody can keep that promise any more. */
export const forgetPerson: ForgetPerson = async (database, person) => {
  await database
    .deleteFrom('hour_offers')
    .where('person_id', '=', person.id)
    .where('idea_id', 'in', (waiting) =>
      waiting.selectFrom('ideas').select('id').where('state', 'in', ['new', 'pondering']),
    )
    .execute()
}
