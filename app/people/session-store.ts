import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import type { Strength } from '../platform/web/visitor.ts'

interface SessionsTable {
  id: string
  token_hash: string
  person_id: string
  strength: Strength
  several_factors: boolean
  /** The key of the provider by whose account the session was begun. */
  provider: string | null
  browser: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    sessions: SessionsTable
  }
}

/** A session of a person, as their own page shows it. */
export interface KeptSession {
  id: string
  strength: Strength
  /** Family and system of the browser; empty where it did not tell. */
  browser: string
  begunAt: Date
  lastSeenAt: Date
}

/** An open session with the person it belongs to. */
export interface FoundSession {
  id: string
  strength: Strength
  severalFactors: boolean
  begunAt: Date
  lastSeenAt: Date
  person: { id: string; name: string; email: string | null; lang: Lang; isExample: boolean }
}

/** The session that a token opens, or undefined. Needs nobody to act. */
export async function sessionOfToken(
  database: Database,
  tokenHash: string,
  now: Date,
  longestDays: number,
): Promise<FoundSession | undefined> {
  const { rows } = await sql<{
    id: string
    strength: Strength
    several_factors: boolean
    created_at: Date
    last_seen_at: Date
    person_id: string
    name: string
    email: string | null
    lang: Lang
    is_example: boolean
  }>`select * from session_of(${tokenHash}, ${now}::timestamptz, make_interval(days => ${longestDays}::integer))`.execute(
    database,
  )
  const [row] = rows
  return (
    row && {
      id: row.id,
      strength: row.strength,
      severalFactors: row.several_factors,
      begunAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      person: {
        id: row.person_id,
        name: row.name,
        email: row.email,
        lang: row.lang,
        isExample: row.is_example,
      },
    }
  )
}

/** Notes that a session has been used. */
export async function noteSessionUse(database: Database, tokenHash: string, now: Date): Promise<void> {
  await sql`select session_seen(${tokenHash}, ${now}::timestamptz)`.execute(database)
}

/** Keeps a new session. */
export async function saveSession(
  database: Database,
  session: {
    id: string
    tokenHash: string
    personId: string
    strength: Strength
    severalFactors: boolean
    provider?: string | undefined
    browser: string
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await database
    .insertInto('sessions')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      strength: session.strength,
      several_factors: session.severalFactors,
      provider: session.provider ?? null,
      browser: session.browser,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** The open sessions of a person, the last used first. Those left unused for long are among them until they are removed. */
export async function sessionsOf(database: Database, personId: string, now: Date): Promise<KeptSession[]> {
  const rows = await database
    .selectFrom('sessions')
    .select(['id', 'strength', 'browser', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    strength: row.strength,
    browser: row.browser,
    begunAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }))
}

/** The key of the provider by whose account a session was begun; undefined for every other, and one that has ended. */
export async function providerOfSession(
  database: Database,
  { personId, id }: { personId: string; id: string },
): Promise<string | undefined> {
  const row = await database
    .selectFrom('sessions')
    .select('provider')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.provider ?? undefined
}

/** Ends one session of a person; false when it is not theirs or has ended. */
export async function removeSession(database: Database, personId: string, id: string): Promise<boolean> {
  const removed = await database
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

/** Ends every session of a person, except one if it is named. */
export async function removeSessionsOf(
  database: Database,
  personId: string,
  exceptId?: string,
): Promise<void> {
  await database
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .execute()
}
