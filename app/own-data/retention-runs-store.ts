import type { Database } from '../platform/database/database.ts'

interface RetentionRunsTable {
  id: string
  at: Date
  removed: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    retention_runs: RetentionRunsTable
  }
}

/** What one tidying took away: rows by table. */
export interface RetentionRun {
  id: string
  at: Date
  removed: Record<string, number>
}

/** Keeps the report of a tidying. */
export async function saveRetentionRun(database: Database, run: RetentionRun): Promise<void> {
  await database
    .insertInto('retention_runs')
    .values({ id: run.id, at: run.at, removed: JSON.stringify(run.removed) })
    .execute()
}

/** The newest reports first, `limit` at most. */
export async function newestRetentionRuns(database: Database, limit: number): Promise<RetentionRun[]> {
  const rows = await database
    .selectFrom('retention_runs')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    removed: row.removed as unknown as Record<string, number>,
  }))
}
