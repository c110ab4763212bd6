import { type Expression, type SqlBool } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { addDays, momentInFinland } from '../platform/format.ts'
import type { LogLine } from '../platform/log/line.ts'
import { lineOf } from '../platform/log/log.ts'

/** What to leave of the log; what is not given does not limit. Row-level security leaves out what the reader may not see. */
export interface LogFilter {
  chain?: string | undefined
  /** First and last ISO day in Finland. */
  from?: string | undefined
  until?: string | undefined
  personId?: string | undefined
  action?: string | undefined
  recordId?: string | undefined
}

const linesOnPage = 50

/** Lines are counted up to this many; beyond it there are just "more". */
export const mostCounted = 10_000

/** As many lines as one export holds at most. */
export const mostExported = 50_000

function wanted(database: Database, filter: LogFilter) {
  return database.selectFrom('log_entries').where(({ eb, and }) => {
    const limits: Expression<SqlBool>[] = []
    if (filter.chain !== undefined) limits.push(eb('chain', '=', filter.chain))
    if (filter.from !== undefined) limits.push(eb('at', '>=', momentInFinland(filter.from, '00:00')))
    if (filter.until !== undefined)
      limits.push(eb('at', '<', momentInFinland(addDays(filter.until, 1), '00:00')))
    if (filter.personId !== undefined) limits.push(eb('person_id', '=', filter.personId))
    if (filter.action !== undefined) limits.push(eb('action', '=', filter.action))
    if (filter.recordId !== undefined) limits.push(eb('record_id', '=', filter.recordId))
    return and(limits)
  })
}

/** A page of lines, newest first, and how many there are (at most `mostCounted` + 1). Pages count from 1. */
export async function searchLog(
  database: Database,
  filter: LogFilter,
  page: number,
): Promise<{ lines: LogLine[]; total: number; pages: number }> {
  const rows = await wanted(database, filter)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('chain')
    .orderBy('position', 'desc')
    .limit(linesOnPage)
    .offset((page - 1) * linesOnPage)
    .execute()
  const counted = await database
    .selectFrom(
      wanted(database, filter)
        .select('position')
        .limit(mostCounted + 1)
        .as('lines'),
    )
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirst()
  const total = Number(counted?.total ?? 0)
  return {
    lines: rows.map(lineOf),
    total,
    pages: Math.max(1, Math.ceil(Math.min(total, mostCounted) / linesOnPage)),
  }
}

/** Lines for an export, chain by chain in the order of writing, `mostExported` at most. */
export async function exportedLines(database: Database, filter: LogFilter): Promise<LogLine[]> {
  const rows = await wanted(database, filter)
    .selectAll()
    .orderBy('chain')
    .orderBy('position')
    .limit(mostExported)
    .execute()
  return rows.map(lineOf)
}

/** Every chain there is, by name; of those the reader may see. */
export async function chainsOfLog(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('log_entries').select('chain').distinct().orderBy('chain').execute()
  return rows.map((row) => row.chain)
}
