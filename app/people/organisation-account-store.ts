import { type Generated, sql } from 'kysely'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { linkMinutes } from './session-token.ts'

interface OrganisationAccountsTable {
  issuer: string
  subject: string
  person_id: string
  linked_at: Date
  used_at: Date
}

interface OrganisationSignInsTable {
  id: string
  state_hash: string
  browser: string
  provider: string
  address: string
  verifier: string
  nonce: string
  next_path: string | null
  person_id: string | null
  expires_at: Date
  used_at: Date | null
  made_at: Generated<Date>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    organisation_accounts: OrganisationAccountsTable
    organisation_sign_ins: OrganisationSignInsTable
  }
}

/** One way to a provider and back, as it was begun. */
export interface BegunSignIn {
  verifier: string
  nonce: string
  nextPath: string | null
  /** Who joins the account to their own; null when somebody signs in. */
  personId: string | null
}

// Counts until its term by either clock: one that jumps prolongs nothing.
const usable = (now: Date) => sql<boolean>`(used_at is null and expires_at > ${now}::timestamptz
  and made_at > now() - make_interval(mins => ${linkMinutes}))`

/** Keeps a way that has begun. */
export async function saveOrganisationSignIn(
  database: Database,
  begun: BegunSignIn & {
    id: string
    stateHash: string
    browser: string
    provider: string
    address: string
    expiresAt: Date
  },
): Promise<void> {
  await database
    .insertInto('organisation_sign_ins')
    .values({
      id: begun.id,
      state_hash: begun.stateHash,
      browser: begun.browser,
      provider: begun.provider,
      address: begun.address,
      verifier: begun.verifier,
      nonce: begun.nonce,
      next_path: begun.nextPath,
      person_id: begun.personId,
      expires_at: begun.expiresAt,
      used_at: null,
    })
    .execute()
}

/** The provider's address to which a way leads that this browser has begun; undefined when there is none. */
export async function addressOfSignIn(
  database: Database,
  { id, browser, now }: { id: string; browser: string; now: Date },
): Promise<string | undefined> {
  const row = await asSystem(database, (transaction) =>
    transaction
      .selectFrom('organisation_sign_ins')
      .select('address')
      .where('id', '=', id)
      .where('browser', '=', browser)
      .where(usable(now))
      .executeTakeFirst(),
  )
  return row?.address
}

/** Uses up the way with this state, in the browser that began it; its secrets are forgotten. Undefined when there is none. */
export async function takeOrganisationSignIn(
  database: Database,
  { stateHash, browser, provider, now }: { stateHash: string; browser: string; provider: string; now: Date },
): Promise<BegunSignIn | undefined> {
  const row = await database
    .selectFrom('organisation_sign_ins')
    .select(['id', 'verifier', 'nonce', 'next_path', 'person_id'])
    .where('state_hash', '=', stateHash)
    .where('browser', '=', browser)
    .where('provider', '=', provider)
    .where(usable(now))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  await database
    .updateTable('organisation_sign_ins')
    .set({ used_at: now, verifier: '', nonce: '', address: '' })
    .where('id', '=', row.id)
    .execute()
  return { verifier: row.verifier, nonce: row.nonce, nextPath: row.next_path, personId: row.person_id }
}

/** Whose account a provider's subject is, noting its use; undefined when nobody has come with it. */
export async function personIdOfAccount(
  database: Database,
  { issuer, subject, now }: { issuer: string; subject: string; now: Date },
): Promise<string | undefined> {
  const row = await database
    .updateTable('organisation_accounts')
    .set({ used_at: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** Joins a provider's subject to a person. */
export async function saveOrganisationAccount(
  database: Database,
  account: { issuer: string; subject: string; personId: string; now: Date },
): Promise<void> {
  await database
    .insertInto('organisation_accounts')
    .values({
      issuer: account.issuer,
      subject: account.subject,
      person_id: account.personId,
      linked_at: account.now,
      used_at: account.now,
    })
    .execute()
}

/** The issuers whose accounts are joined to a person. */
export async function issuersOf(database: Database, personId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('organisation_accounts')
    .select('issuer')
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .execute()
  return rows.map((row) => row.issuer)
}

/** Takes an issuer's accounts away from a person; false when there was none. */
export async function removeOrganisationAccount(
  database: Database,
  personId: string,
  issuer: string,
): Promise<boolean> {
  const removed = await database
    .deleteFrom('organisation_accounts')
    .where('person_id', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
