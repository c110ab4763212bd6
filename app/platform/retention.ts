import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database/database.ts'

/** One promise of how long something is kept. */
export interface RetentionRule {
  /** The table whose rows it takes away; the words of the report go by it. */
  table: string
  /** How long a row is kept after the moment the rule counts from, in days. */
  days: number
  /** How many rows are past their term. */
  due: (database: Database, now: Date) => Promise<number>
  /** Takes them away and tells how many there were. */
  remove: (database: Database, now: Date) => Promise<number>
}

const dayMs = 86_400_000

/**
 * Keeps rows of a table for a number of days after the moment in a column; a row without that moment stays. `where` narrows
 * the rule down to some rows.
 */
export function keptFor(
  table: string,
  column: string,
  days: number,
  where: RawBuilder<boolean> = sql<boolean>`true`,
): RetentionRule {
  const past = (now: Date) =>
    sql`${sql.ref(column)} < ${new Date(now.getTime() - days * dayMs)} and (${where})`
  return {
    table,
    days,
    async due(database, now) {
      const { rows } = await sql<{
        count: number
      }>`select count(*) as count from ${sql.table(table)} where ${past(now)}`.execute(database)
      return rows[0]?.count ?? 0
    },
    async remove(database, now) {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${past(now)}`.execute(
        database,
      )
      return Number(numAffectedRows ?? 0)
    },
  }
}

/** What stands under every room: keys of forms that were sent, and letters. */
export const platformRetention: RetentionRule[] = [
  keptFor('submissions', 'at', 7),
  keptFor('mails', 'queued_at', 30),
]
