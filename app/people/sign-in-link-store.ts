import { type Generated, sql } from 'kysely'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { linkMinutes } from './session-token.ts'

interface SignInLinksTable {
  token_hash: string
  code_hash: string
  email: string
  lang: Lang
  next_path: string | null
  browser: string
  network: string
  sent: boolean
  wrong_codes: Generated<number>
  asked_at: Date
  expires_at: Date
  used_at: Date | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    sign_in_links: SignInLinksTable
  }
}

/** Where a link stands: usable here, meant for another browser, or of no use any more. */
export type LinkState = 'open' | 'elsewhere' | 'closed'

/** Whose a used link was, and where its owner was going. */
export interface TakenLink {
  email: string
  lang: Lang
  nextPath: string | null
}

// The letter counts until its term by either clock: one that jumps prolongs nothing.
const usable = (now: Date) => sql<boolean>`(sent and used_at is null and expires_at > ${now}::timestamptz
  and made_at > now() - make_interval(mins => ${linkMinutes}))`

/** How many letters were ordered since a moment: to the address, from the network, in all. */
export async function countLetters(
  database: Database,
  { email, network, since }: { email: string; network: string; since: Date },
): Promise<{ toAddress: number; fromNetwork: number; inAll: number }> {
  // One order is counted at a time, so that many at once cannot all be the first.
  await sql`select pg_advisory_xact_lock(hashtextextended('letters with links', 0))`.execute(database)
  const { rows } = await sql<{ to_address: number; from_network: number; in_all: number }>`select
    (select count(*) from sign_in_links where email = ${email} and sent and asked_at > ${since}::timestamptz) as to_address,
    (select count(*) from sign_in_links where network = ${network} and sent and asked_at > ${since}::timestamptz) as from_network,
    (select count(*) from sign_in_links where sent and asked_at > ${since}::timestamptz) as in_all`.execute(
    database,
  )
  const [row] = rows
  return {
    toAddress: row?.to_address ?? 0,
    fromNetwork: row?.from_network ?? 0,
    inAll: row?.in_all ?? 0,
  }
}

/** Keeps an ordered link. Earlier ones to the same address from the same browser are of no use any more. */
export async function saveSignInLink(
  database: Database,
  link: {
    tokenHash: string
    codeHash: string
    email: string
    lang: Lang
    nextPath: string | null
    browser: string
    network: string
    sent: boolean
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await database
    .updateTable('sign_in_links')
    .set({ used_at: link.now })
    .where('email', '=', link.email)
    .where('browser', '=', link.browser)
    .where('used_at', 'is', null)
    .execute()
  await database
    .insertInto('sign_in_links')
    .values({
      token_hash: link.tokenHash,
      code_hash: link.codeHash,
      email: link.email,
      lang: link.lang,
      next_path: link.nextPath,
      browser: link.browser,
      network: link.network,
      sent: link.sent,
      asked_at: link.now,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute()
}

/** How a link stands for a browser. */
export async function signInLinkState(
  database: Database,
  { tokenHash, browser, now }: { tokenHash: string; browser: string; now: Date },
): Promise<LinkState> {
  const row = await asSystem(database, (transaction) =>
    transaction
      .selectFrom('sign_in_links')
      .select('browser')
      .where('token_hash', '=', tokenHash)
      .where(usable(now))
      .executeTakeFirst(),
  )
  if (!row) return 'closed'
  return row.browser === browser ? 'open' : 'elsewhere'
}

/**
 * Uses up a link in the browser that asked for it and tells whose it was; undefined when it is unknown, used, expired or
 * meant for another browser. Two at once: one gets it.
 */
export async function takeSignInLink(
  database: Database,
  { tokenHash, browser, now }: { tokenHash: string; browser: string; now: Date },
): Promise<TakenLink | undefined> {
  const row = await database
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('browser', '=', browser)
    .where(usable(now))
    .returning(['email', 'lang', 'next_path'])
    .executeTakeFirst()
  return row && { email: row.email, lang: row.lang, nextPath: row.next_path }
}

/** The letters that this browser has ordered and that can still be used, locked until the transaction ends; newest first. */
export async function openLettersOf(
  database: Database,
  { browser, now }: { browser: string; now: Date },
): Promise<{ tokenHash: string; codeHash: string; wrongCodes: number }[]> {
  const rows = await database
    .selectFrom('sign_in_links')
    .select(['token_hash', 'code_hash', 'wrong_codes'])
    .where('browser', '=', browser)
    .where(usable(now))
    .orderBy('asked_at', 'desc')
    .forUpdate()
    .execute()
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    codeHash: row.code_hash,
    wrongCodes: row.wrong_codes,
  }))
}

/** Counts a code typed wrong against every open letter of a browser. */
export async function countWrongCode(
  database: Database,
  { browser, now }: { browser: string; now: Date },
): Promise<void> {
  await database
    .updateTable('sign_in_links')
    .set({ wrong_codes: sql`wrong_codes + 1` })
    .where('browser', '=', browser)
    .where(usable(now))
    .execute()
}
