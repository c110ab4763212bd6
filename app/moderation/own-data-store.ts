import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { ForgetPerson, OwnDataOf } from '../platform/own-data.ts'

type Row = Record<string, unknown>

async function rowsOf(database: Database, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(database)).rows
}

/** Reports that wait to be told to the person's address, hidings of their texts and by them, their appeals and answers. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'reports',
    rows: await rowsOf(
      database,
      sql<Row>`select r.kind, r.reason, r.words, r.at from reports as r
        join persons as p on lower(p.email) = lower(r.reporter_email) where p.id = ${personId} order by r.at`,
    ),
  },
  {
    table: 'hidings',
    rows: await rowsOf(
      database,
      sql<Row>`select kind, record_id, because, words, hidden_at, ended_at, ended_words from hidings
        where ${personId} in (writer_id, hidden_by, ended_by) order by hidden_at`,
    ),
  },
  {
    table: 'appeals',
    rows: await rowsOf(
      database,
      sql<Row>`select words, at, outcome, answer, answered_at from appeals
        where ${personId} in (person_id, answered_by) order by at`,
    ),
  },
]

/** Nobody is told any more how a report ended. What was decided about texts stays. */
export const forgetPerson: ForgetPerson = async (database, { email }) => {
  await sql`update reports set reporter_email = null
    where ${email} <> '' and lower(reporter_email) = lower(${email})`.execute(database)
}
