import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import type { HidingReason } from '../platform/hidden.ts'
import type { TextKind } from './reviewable.ts'

interface ReportsTable {
  id: string
  number: number
  kind: TextKind
  record_id: string
  municipality_code: string
  reason: ReportReason
  words: string
  reporter_email: string | null
  lang: Lang
  at: Date
  closed_at: Date | null
  outcome: ReportOutcome | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    reports: ReportsTable
  }
}

export type ReportReason = HidingReason | 'other'
export type ReportOutcome = 'hidden' | 'kept'

/** A report as moderators see it: not who sent it. */
export interface Report {
  number: string
  reason: ReportReason
  words: string
  at: Date
}

/** A report's number for people: the year and a running number. */
export function numberOf(report: { number: number; at: Date }): string {
  return `${report.at.getUTCFullYear()}-${report.number}`
}

/** Takes the next number. */
export async function nextReportNumber(database: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('report_numbers') as number`.execute(database)
  return Number(rows[0]?.number)
}

export async function saveReport(
  database: Database,
  report: Omit<ReportsTable, 'closed_at' | 'outcome'>,
): Promise<void> {
  await database
    .insertInto('reports')
    .values({ ...report, closed_at: null, outcome: null })
    .execute()
}

/** Open reports of a text, oldest first; of those the reader may see. */
export async function openReportsOf(database: Database, kind: TextKind, id: string): Promise<Report[]> {
  const rows = await database
    .selectFrom('reports')
    .select(['number', 'reason', 'words', 'at'])
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('closed_at', 'is', null)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, number: numberOf(row) }))
}

/** Closes the open reports of a text. Returns where to tell the outcome; the addresses are gone from the reports. */
export async function closeReportsOf(
  database: Database,
  { kind, id, outcome, at }: { kind: TextKind; id: string; outcome: ReportOutcome; at: Date },
): Promise<{ id: string; number: string; email: string | null; lang: Lang }[]> {
  const rows = await database
    .selectFrom('reports')
    .selectAll()
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute()
  if (rows.length > 0)
    await database
      .updateTable('reports')
      .set({ closed_at: at, outcome, reporter_email: null })
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
  return rows.map((row) => ({
    id: row.id,
    number: numberOf(row),
    email: row.reporter_email,
    lang: row.lang,
  }))
}

/** Texts with open reports, the one that has waited longest first. */
export interface ReportedText {
  kind: TextKind
  recordId: string
  municipalityCode: string
  reports: number
  oldest: Date
  reasons: ReportReason[]
}

export async function reportedTexts(database: Database): Promise<ReportedText[]> {
  const { rows } = await sql<ReportedText>`
    select kind, record_id as "recordId", municipality_code as "municipalityCode", count(*) as reports,
      min(at) as oldest, array_agg(distinct reason) as reasons
    from reports where closed_at is null
    group by kind, record_id, municipality_code order by min(at) limit 200`.execute(database)
  return rows
}
