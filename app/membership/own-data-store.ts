import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { ForgetPerson, OwnDataOf } from '../platform/own-data.ts'
import { keptFor, type RetentionRule } from '../platform/retention.ts'

type Row = Record<string, unknown>

async function rowsOf(database: Database, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(database)).rows
}

/** Invitations to the person and by them, their requests to join, e-mail domains they added. */
export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'invitations',
    rows: await rowsOf(
      database,
      sql<Row>`select case when i.email = p.email then i.email end as email, i.municipality_code, i.role,
          i.invited_at, i.expires_at, i.accepted_at
        from invitations as i join persons as p on p.id = ${personId}
        where i.email = p.email or i.invited_by = p.id or i.accepted_by = p.id order by i.invited_at`,
    ),
  },
  {
    table: 'municipality_pictures',
    rows: await rowsOf(
      database,
      sql<Row>`select municipality_code, description, source, saved_at from municipality_pictures
        where saved_by = ${personId} order by saved_at`,
    ),
  },
  {
    table: 'membership_requests',
    rows: await rowsOf(
      database,
      sql<Row>`select municipality_code, asked_at, decided_at, approved from membership_requests
        where person_id = ${personId} order by asked_at`,
    ),
  },
  {
    table: 'municipality_domains',
    rows: await rowsOf(
      database,
      sql<Row>`select domain, municipality_code, added_at from municipality_domains
        where added_by = ${personId} order by added_at`,
    ),
  },
]

/** Invitations and requests of the person go; a municipality whose contact they were needs another one. */
export const forgetPerson: ForgetPerson = async (database, { id, email }) => {
  await sql`delete from membership_requests where person_id = ${id}`.execute(database)
  await sql`delete from invitations where accepted_by = ${id} or (${email} <> '' and lower(email) = lower(${email}))`.execute(
    database,
  )
  await sql`update municipality_details set contact_name = null, contact_email = null, contact_phone = null
    where ${email} <> '' and lower(contact_email) = lower(${email})`.execute(database)
}

/** Invitations, accepted or not, are kept half a year after they ran out. */
export const membershipRetention: RetentionRule[] = [keptFor('invitations', 'expires_at', 180)]
