import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { fingerprint, type Canonical } from './canonical.ts'
import { chainStart, followChain, hashOfLine, type LogLine, type Misfit } from './line.ts'

export { chainStart, hashOfLine } from './line.ts'

/** One line of the record: what was done to what, by whom, when. Texts themselves stay out of it; their fingerprints go in. */
export interface LogEntry {
  /** Municipality code, or '000' for what belongs to no single municipality. */
  chain: string
  action: string
  recordKind: string
  recordId: string
  personId: string | null
  /** The municipality or organisation the person acts for; found from their memberships when it is not told. */
  actingFor?: string | null
  requestId: string
  at: Date
  before?: Canonical
  after?: Canonical
}

interface LogTable extends Omit<LogLine, 'at' | 'acting_for'> {
  at: Date
  acting_for: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    log_entries: LogTable
  }
}

/**
 * Writes one line at the end of its chain, in the transaction of the change itself. Writers of the same chain wait for
 * each other until commit, so that no two lines point to the same predecessor. Returns the line's hash.
 */
export async function record(database: Database, entry: LogEntry): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`log ${entry.chain}`}, 0))`.execute(database)
  const { rows } = await sql<{
    head_position: number | null
    head_hash: string | null
    place: string | null
  }>`
    select head_position, head_hash, acting_for(${entry.personId}::uuid, ${entry.chain}) as place
    from log_head(${entry.chain})`.execute(database)
  const [head] = rows
  const line = {
    chain: entry.chain,
    position: (head?.head_position ?? 0) + 1,
    at: entry.at,
    person_id: entry.personId,
    acting_for: entry.actingFor === undefined ? (head?.place ?? null) : entry.actingFor,
    request_id: entry.requestId,
    action: entry.action,
    record_kind: entry.recordKind,
    record_id: entry.recordId,
    before_fingerprint: entry.before === undefined ? null : fingerprint(entry.before),
    after_fingerprint: entry.after === undefined ? null : fingerprint(entry.after),
    previous_hash: head?.head_hash ?? chainStart,
  }
  const hash = hashOfLine(line)
  await database
    .insertInto('log_entries')
    .values({ ...line, hash })
    .execute()
  return hash
}

const linesAtOnce = 5_000

/** Lines of a chain from its first on, a few thousand at a time. Only lines that the acting person may read. */
export async function* linesOfChain(database: Database, chain: string): AsyncGenerator<LogLine> {
  for (let last = 0; ;) {
    const rows = await database
      .selectFrom('log_entries')
      .selectAll()
      .where('chain', '=', chain)
      .where('position', '>', last)
      .orderBy('position')
      .limit(linesAtOnce)
      .execute()
    for (const row of rows) yield lineOf(row)
    last = rows.at(-1)?.position ?? last
    if (rows.length < linesAtOnce) return
  }
}

/** A row as it is written out. */
export function lineOf({ at, acting_for, ...row }: LogTable): LogLine {
  return { ...row, at: at.toISOString(), ...(acting_for === null ? {} : { acting_for }) }
}

/** The first line of a chain that does not fit: its position and why, or undefined when the whole chain holds. */
export async function findBrokenLine(
  database: Database,
  chain: string,
): Promise<{ position: number; why: Misfit } | undefined> {
  const misfit = followChain()
  for await (const line of linesOfChain(database, chain)) {
    const why = misfit(line)
    if (why) return { position: line.position, why }
  }
  return undefined
}
