import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { fingerprint, type Canonical } from './canonical.ts'

/** One line of the record: what was done to what, by whom, when. Texts themselves stay out of it; their fingerprints go in. */
export interface LogEntry {
  /** Municipality code, or '000' for what belongs to no single municipality. */
  chain: string
  action: string
  recordKind: string
  recordId: string
  personId: string | null
  requestId: string
  at: Date
  before?: Canonical
  after?: Canonical
}

interface LogTable {
  chain: string
  position: number
  at: Date
  person_id: string | null
  request_id: string
  action: string
  record_kind: string
  record_id: string
  before_fingerprint: string | null
  after_fingerprint: string | null
  previous_hash: string
  hash: string
}

declare module '../database/tables.ts' {
  interface Tables {
    log_entries: LogTable
  }
}

/** The hash that the first line of a chain points to. */
export const chainStart = '0'.repeat(64)

type Line = Omit<LogTable, 'hash'>

/** The hash of a line: SHA-256 over its canonical form, which holds the hash of the line before. */
export function hashOfLine(line: Line): string {
  return fingerprint({ ...line, position: Number(line.position), at: line.at.toISOString() })
}

/**
 * Writes one line at the end of its chain, in the transaction of the change itself. Writers of the same chain wait for
 * each other until commit, so that no two lines point to the same predecessor. Returns the line's hash.
 */
export async function record(database: Database, entry: LogEntry): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`log ${entry.chain}`}, 0))`.execute(database)
  const last = await database
    .selectFrom('log_entries')
    .select(['position', 'hash'])
    .where('chain', '=', entry.chain)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const line: Line = {
    chain: entry.chain,
    position: Number(last?.position ?? 0) + 1,
    at: entry.at,
    person_id: entry.personId,
    request_id: entry.requestId,
    action: entry.action,
    record_kind: entry.recordKind,
    record_id: entry.recordId,
    before_fingerprint: entry.before === undefined ? null : fingerprint(entry.before),
    after_fingerprint: entry.after === undefined ? null : fingerprint(entry.after),
    previous_hash: last?.hash ?? chainStart,
  }
  const hash = hashOfLine(line)
  await database
    .insertInto('log_entries')
    .values({ ...line, hash })
    .execute()
  return hash
}

/** The first line of a chain that does not fit: its position and why, or undefined when the whole chain holds. */
export async function findBrokenLine(
  database: Database,
  chain: string,
): Promise<{ position: number; why: 'gap' | 'predecessor' | 'content' } | undefined> {
  const lines = await database
    .selectFrom('log_entries')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('position')
    .execute()
  let previous = chainStart
  for (const [index, { hash, ...line }] of lines.entries()) {
    const position = Number(line.position)
    if (position !== index + 1) return { position, why: 'gap' }
    if (line.previous_hash !== previous) return { position, why: 'predecessor' }
    if (hashOfLine(line) !== hash) return { position, why: 'content' }
    previous = hash
  }
  return undefined
}
