import { type ColumnType, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Head, Publication } from './publication.ts'

interface PublicationsTable {
  number: number
  day: string
  until: Date
  heads: ColumnType<Head[], string>
  previous_hash: string
  hash: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    log_publications: PublicationsTable
  }
}

interface PublicationRow extends Omit<PublicationsTable, 'heads'> {
  heads: Head[]
}

const publicationOf = (row: PublicationRow): Publication => ({
  number: row.number,
  day: row.day,
  until: row.until.toISOString(),
  heads: row.heads,
  previous_hash: row.previous_hash,
  hash: row.hash,
})

/** Keeps others from publishing until the transaction ends. */
export async function publishAlone(database: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('log publications', 0))`.execute(database)
}

/** The last publication, undefined before the first. */
export async function lastPublication(database: Database): Promise<Publication | undefined> {
  const row = await database
    .selectFrom('log_publications')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && publicationOf(row)
}

/** The publications of a day, of which there is one but for the first, in order. */
export async function publicationsOfDay(database: Database, day: string): Promise<Publication[]> {
  const rows = await database
    .selectFrom('log_publications')
    .selectAll()
    .where('day', '=', day)
    .orderBy('number')
    .execute()
  return rows.map(publicationOf)
}

/** Every publication, first first. */
export async function allPublications(database: Database): Promise<Publication[]> {
  const rows = await database.selectFrom('log_publications').selectAll().orderBy('number').execute()
  return rows.map(publicationOf)
}

/** A publication on the public page: how many chains and lines it seals. */
export interface PublishedDay {
  number: number
  day: string
  until: Date
  chains: number
  lines: number
  hash: string
}

/** The newest publications, newest first, and how many there are. Pages count from 1. */
export async function newestPublications(
  database: Database,
  page: number,
  perPage: number,
): Promise<{ days: PublishedDay[]; total: number }> {
  const { rows } = await sql<PublishedDay & { total: number }>`
    select number, day, until, hash, jsonb_array_length(heads) as chains, count(*) over () as total,
      (select coalesce(sum((head ->> 'position')::bigint), 0)::bigint from jsonb_array_elements(heads) as head) as lines
    from log_publications order by number desc
    limit ${perPage} offset ${(page - 1) * perPage}`.execute(database)
  return { days: rows, total: rows[0]?.total ?? 0 }
}

/** The heads of every chain: of each its last line from before the moment. Reads as the system, one row for each chain. */
export async function headsBefore(database: Database, until: Date): Promise<Head[]> {
  const { rows } = await sql<Head>`
    with recursive chains (chain) as (
      select min(chain) from log_entries
      union all
      select (select min(chain) from log_entries where chain > chains.chain) from chains where chain is not null
    )
    select chain, head.position, head.hash
    from chains cross join lateral (select position, hash from log_entries
      where log_entries.chain = chains.chain and at < ${until} order by position desc limit 1) as head
    order by chain`.execute(database)
  return rows
}

/** Adds a publication; the database lets nobody change or remove it. */
export async function savePublication(database: Database, publication: Publication): Promise<void> {
  await database
    .insertInto('log_publications')
    .values({
      ...publication,
      until: new Date(publication.until),
      heads: JSON.stringify(publication.heads),
    })
    .execute()
}
