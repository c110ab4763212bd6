import { sql } from 'kysely'
import type { ForgetPerson, OwnDataOf } from '../platform/own-data.ts'
import { keptFor, type RetentionRule } from '../platform/retention.ts'
import './effort-store.ts'
import './import-file-store.ts'
import './measure-token-store.ts'
import './observation-store.ts'
import './poster-store.ts'
import './promise-store.ts'
import './received-letter-store.ts'
import './reminder-store.ts'

/** Readings and tables the person entered, hours and euros they noted, what they promised and how they were reminded. */
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
    table: 'import_files',
    rows: await database
      .selectFrom('import_files')
      .select(['experiment_id', 'file_name', 'uploaded_at'])
      .where('uploaded_by', '=', personId)
      .orderBy('uploaded_at')
      .execute(),
  },
  {
    table: 'measure_tokens',
    rows: await database
      .selectFrom('measure_tokens')
      .select(['experiment_id', 'name', 'made_at', 'last_used_at', 'revoked_at'])
      .where('made_by', '=', personId)
      .orderBy('made_at')
      .execute(),
  },
  {
    table: 'posters',
    rows: await database
      .selectFrom('posters')
      .select(['experiment_id', 'label', 'made_at', 'revoked_at'])
      .where('made_by', '=', personId)
      .orderBy('made_at')
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
  {
    table: 'log_promises',
    rows: await database
      .selectFrom('log_promises')
      .select(['experiment_id', 'promised_at', 'ended_at'])
      .where('person_id', '=', personId)
      .orderBy('promised_at')
      .execute(),
  },
  {
    table: 'weekly_reminders',
    rows: await database
      .selectFrom('weekly_reminders')
      .select(['week', 'queued_at'])
      .where('person_id', '=', personId)
      .orderBy('queued_at')
      .execute(),
  },
  {
    table: 'reminder_questions',
    rows: await database
      .selectFrom('reminder_questions')
      .select(['experiment_id', 'asked_at', 'answered_at'])
      .where('person_id', '=', personId)
      .orderBy('asked_at')
      .execute(),
  },
  {
    table: 'reminder_stops',
    rows: await database
      .selectFrom('reminder_stops')
      .select('stopped_at')
      .where('person_id', '=', personId)
      .execute(),
  },
  {
    table: 'received_letters',
    rows: await database
      .selectFrom('received_letters')
      .select(['received_at', 'became'])
      .where('person_id', '=', personId)
      .orderBy('received_at')
      .execute(),
  },
]

/** Promises, reminders and files that wait go with the person; readings stay with the experiment and point to nobody known. */
export const forgetPerson: ForgetPerson = async (database, person) => {
  for (const table of [
    'received_letters',
    'reminder_questions',
    'weekly_reminders',
    'reminder_stops',
    'log_promises',
  ] as const)
    await database.deleteFrom(table).where('person_id', '=', person.id).execute()
  await database.deleteFrom('import_files').where('uploaded_by', '=', person.id).execute()
}

/** Files on their way in are kept for a day; what reminding leaves behind, as long as the letters themselves. */
export const measurementsRetention: RetentionRule[] = [
  keptFor('import_files', 'uploaded_at', 1),
  keptFor('measure_requests', 'at', 30),
  keptFor('received_letters', 'received_at', 30),
  keptFor('reminder_questions', 'asked_at', 30),
  keptFor('weekly_reminders', 'queued_at', 30),
  keptFor(
    'log_promises',
    'ended_at',
    30,
    sql<boolean>`not exists (select from reminder_questions as q where q.promise_id = log_promises.id)`,
  ),
]
