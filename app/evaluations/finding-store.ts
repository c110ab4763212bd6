import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { MeasureFinding } from './evaluate-measure.ts'

export const tellings = ['as_predicted', 'otherwise', 'cannot_tell'] as const
/** Whether the prediction came true, by those who tried. */
export type Telling = (typeof tellings)[number]

export const learnings = ['works', 'inspired', 'both'] as const
/** The two kinds of learning of Heiskanen and Matschoss: does it work, what did it inspire. */
export type Learning = (typeof learnings)[number]

/** What came of a trial, as written down. */
export interface Finding {
  experimentId: string
  happened: string
  tells: Telling
  learning: Learning
  /** The main measure when it was written; null without measures. */
  figures: MeasureFinding | null
  planFingerprint: string
  dataFingerprint: string
  /** 0–5. */
  evidenceLevel: number
  writtenBy: string | null
  writtenAt: Date
  /** Set where moderators have hidden what was written: it is then empty. The figures stay. */
  hidden: Hidden | null
  version: number
}

interface FindingsTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  happened: string
  tells: Telling
  learning: Learning
  figures: MeasureFinding | null
  plan_fingerprint: string
  data_fingerprint: string
  evidence_level: number
  written_by: string | null
  written_at: Date
  version: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    findings: FindingsTable
  }
}

/** The newest finding of each experiment that has one, by experiment id. */
export async function findingsOf(
  database: Database,
  experimentIds: readonly string[],
): Promise<Map<string, Finding>> {
  if (experimentIds.length === 0) return new Map()
  const rows = await database
    .selectFrom('findings')
    .distinctOn('experiment_id')
    .selectAll()
    .where('experiment_id', 'in', [...new Set(experimentIds)])
    .orderBy('experiment_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.experiment_id,
      {
        experimentId: row.experiment_id,
        happened: row.hidden_at ? '' : row.happened,
        tells: row.tells,
        learning: row.learning,
        figures: row.figures,
        planFingerprint: row.plan_fingerprint,
        dataFingerprint: row.data_fingerprint,
        evidenceLevel: row.evidence_level,
        writtenBy: row.written_by,
        writtenAt: row.written_at,
        hidden: hiddenOf(row),
        version: row.version,
      },
    ]),
  )
}

export async function findingOf(database: Database, experimentId: string): Promise<Finding | undefined> {
  return (await findingsOf(database, [experimentId])).get(experimentId)
}

/** Adds a finding as the next version. False when somebody else has added that version. */
export async function saveFinding(
  database: Database,
  finding: Omit<Finding, 'hidden'> & { id: string; municipalityCode: string },
): Promise<boolean> {
  const row = await database
    .insertInto('findings')
    .values({
      id: finding.id,
      experiment_id: finding.experimentId,
      municipality_code: finding.municipalityCode,
      happened: finding.happened,
      tells: finding.tells,
      learning: finding.learning,
      figures: JSON.stringify(finding.figures) as never,
      plan_fingerprint: finding.planFingerprint,
      data_fingerprint: finding.dataFingerprint,
      evidence_level: finding.evidenceLevel,
      written_by: finding.writtenBy,
      written_at: finding.writtenAt,
      version: finding.version,
    })
    .onConflict((conflict) => conflict.columns(['experiment_id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
