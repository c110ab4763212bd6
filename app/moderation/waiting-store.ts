import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { TextKind } from './reviewable.ts'

/** How many new reports there are of a kind of text in a municipality. */
export interface NewReports {
  municipalityCode: string
  kind: TextKind
  count: number
}

/** The day in Finland on which moderators were last told of something; undefined when they never were. */
export async function lastToldOn(database: Database): Promise<string | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select greatest(
    (select max(told_at) from reports), (select max(told_at) from appeals)) as at`.execute(database)
  const at = rows[0]?.at
  return at ? dayOf(at) : undefined
}

/** Takes the open reports and appeals of which nobody has been told yet, so that each is told of once. */
export async function takeUntold(
  database: Database,
  now: Date,
): Promise<{ reports: NewReports[]; appeals: number }> {
  const { rows: reports } = await sql<NewReports>`with told as (
      update reports set told_at = ${now} where told_at is null and closed_at is null returning municipality_code, kind)
    select municipality_code as "municipalityCode", kind, count(*) as count from told group by 1, 2 order by 1, 2`.execute(
    database,
  )
  const { numAffectedRows } =
    await sql`update appeals set told_at = ${now} where told_at is null and outcome is null`.execute(database)
  return { reports, appeals: Number(numAffectedRows ?? 0) }
}
