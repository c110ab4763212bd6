import type { Generated } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { ForgetPerson, OwnDataOf } from '../platform/own-data.ts'
import { keptFor, type RetentionRule } from '../platform/retention.ts'
import type { Consent, ConsentPurpose } from './consent.ts'

interface OwnDataLinksTable {
  token_hash: string
  person_id: string
  made_at: Date
  expires_at: Date
  used_at: Generated<Date | null>
}

interface EmailChangesTable {
  token_hash: string
  person_id: string
  new_email: string
  asked_at: Date
  expires_at: Date
}

interface ConsentsTable {
  id: string
  person_id: string
  purpose: ConsentPurpose
  given: boolean
  wording: string
  at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    own_data_links: OwnDataLinksTable
    email_changes: EmailChangesTable
    consents: ConsentsTable
  }
}

/** Keeps the right to fetch one's own data once. */
export async function saveOwnDataLink(
  database: Database,
  link: { tokenHash: string; personId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await database
    .insertInto('own_data_links')
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      made_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute()
}

/** True when this person may still fetch their data by this link. */
export async function ownDataLinkIsOpen(
  database: Database,
  { tokenHash, personId, now }: { tokenHash: string; personId: string; now: Date },
): Promise<boolean> {
  const row = await database
    .selectFrom('own_data_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses the link up. False when it is not this person's, used or expired; of two at once one gets it. */
export async function takeOwnDataLink(
  database: Database,
  { tokenHash, personId, now }: { tokenHash: string; personId: string; now: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('own_data_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Keeps what is to be confirmed at a new address; an earlier wish of the same person lapses. */
export async function saveEmailChange(
  database: Database,
  change: { tokenHash: string; personId: string; newEmail: string; now: Date; expiresAt: Date },
): Promise<void> {
  await forgetEmailChanges(database, change.personId)
  await database
    .insertInto('email_changes')
    .values({
      token_hash: change.tokenHash,
      person_id: change.personId,
      new_email: change.newEmail,
      asked_at: change.now,
      expires_at: change.expiresAt,
    })
    .execute()
}

/** The new address that this person confirms by this link, or undefined. */
export async function openEmailChange(
  database: Database,
  { tokenHash, personId, now }: { tokenHash: string; personId: string; now: Date },
): Promise<string | undefined> {
  const row = await database
    .selectFrom('email_changes')
    .select('new_email')
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.new_email
}

/** Addresses that the person has asked for and not confirmed. */
export async function addressesAskedFor(database: Database, personId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('email_changes')
    .select('new_email')
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.new_email)
}

/** Lets every wish for another address lapse. */
export async function forgetEmailChanges(database: Database, personId: string): Promise<void> {
  await database.deleteFrom('email_changes').where('person_id', '=', personId).execute()
}

/** Everything the person has answered, newest first. */
export async function consentsOf(database: Database, personId: string): Promise<Consent[]> {
  return database
    .selectFrom('consents')
    .select(['purpose', 'given', 'wording', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Keeps an answer beside the earlier ones. */
export async function saveConsent(
  database: Database,
  consent: Consent & { id: string; personId: string },
): Promise<void> {
  await database
    .insertInto('consents')
    .values({
      id: consent.id,
      person_id: consent.personId,
      purpose: consent.purpose,
      given: consent.given,
      wording: consent.wording,
      at: consent.at,
    })
    .execute()
}

/** Ids of those whose newest answer to a purpose is yes. */
export async function whoAgreed(database: Database, purpose: ConsentPurpose): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from (select distinct on (person_id) person_id, given from consents
      where purpose = ${purpose} order by person_id, at desc, id desc) as newest where given`.execute(
    database,
  )
  return rows.map((row) => row.person_id)
}

export const ownDataOf: OwnDataOf = async (database, personId) => [
  {
    table: 'consents',
    rows: await database
      .selectFrom('consents')
      .select(['purpose', 'given', 'wording', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .execute(),
  },
  {
    table: 'email_changes',
    rows: await database
      .selectFrom('email_changes')
      .select(['new_email', 'asked_at', 'expires_at'])
      .where('person_id', '=', personId)
      .execute(),
  },
  {
    table: 'own_data_links',
    rows: await database
      .selectFrom('own_data_links')
      .select(['made_at', 'expires_at', 'used_at'])
      .where('person_id', '=', personId)
      .orderBy('made_at')
      .execute(),
  },
]

export const forgetPerson: ForgetPerson = async (database, person) => {
  for (const table of ['consents', 'email_changes', 'own_data_links'] as const)
    await database.deleteFrom(table).where('person_id', '=', person.id).execute()
}

export const ownDataRetention: RetentionRule[] = [
  keptFor('own_data_links', 'expires_at', 7),
  keptFor('email_changes', 'expires_at', 7),
  keptFor('retention_runs', 'at', 730),
]
