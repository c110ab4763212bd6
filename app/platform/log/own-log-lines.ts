import { sql } from 'kysely'
import type { OwnDataOf } from '../own-data.ts'
import './log.ts'

/** What the log tells of a person: what they did, when. Its fingerprints tell nothing of them and stay out. */
export const ownLogLinesOf: OwnDataOf = async (database, personId) => {
  const { rows } = await sql<Record<string, unknown>>`
    select chain, action, record_kind, record_id, at from log_entries
    where person_id = ${personId} order by at, chain, position`.execute(database)
  return [{ table: 'log_entries', rows }]
}
