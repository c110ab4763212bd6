import type { ChosenMethod } from '@uskalla/evidence'
import type { ColumnType } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns, type ReviewableTexts } from '../platform/hidden.ts'
import type { MeasureEvaluation } from './evaluation.ts'
import type { Period } from './exploration.ts'

interface ExplorationsTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  method: ChosenMethod
  period: Period
  besides_measure_id: string | null
  why: string
  evaluation: ColumnType<MeasureEvaluation, string, never>
  engine_version: string
  data_fingerprint: string
  person_id: string | null
  at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    explorations: ExplorationsTable
  }
}

/** An analysis outside the plan as it is kept. */
export interface KeptExploration {
  id: string
  measureId: string
  method: ChosenMethod
  period: Period
  /** The measure that was taken into account; null where none was. */
  besidesId: string | null
  /** Empty when hidden. */
  why: string
  evaluation: MeasureEvaluation
  engineVersion: string
  dataFingerprint: string
  at: Date
  hidden: Hidden | null
}

/** Every analysis outside the plan, oldest first. */
export async function explorationsOf(database: Database, experimentId: string): Promise<KeptExploration[]> {
  const rows = await database
    .selectFrom('explorations')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id,
    method: row.method,
    period: row.period,
    besidesId: row.besides_measure_id,
    why: row.hidden_at ? '' : row.why,
    evaluation: row.evaluation,
    engineVersion: row.engine_version,
    dataFingerprint: row.data_fingerprint,
    at: row.at,
    hidden: hiddenOf(row),
  }))
}

/** Keeps an analysis outside the plan. The database lets nobody change or remove it. */
export async function saveExploration(
  database: Database,
  one: Omit<KeptExploration, 'hidden'> & {
    experimentId: string
    municipalityCode: string
    personId: string | null
  },
): Promise<void> {
  await database
    .insertInto('explorations')
    .values({
      id: one.id,
      experiment_id: one.experimentId,
      municipality_code: one.municipalityCode,
      measure_id: one.measureId,
      method: one.method,
      period: one.period,
      besides_measure_id: one.besidesId,
      why: one.why,
      evaluation: JSON.stringify(one.evaluation),
      engine_version: one.engineVersion,
      data_fingerprint: one.dataFingerprint,
      person_id: one.personId,
      at: one.at,
    })
    .execute()
}

/** Why analyses outside the plan were made: the words are hidden, the figures stay. */
export const explorationTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database.selectFrom('explorations').selectAll().where('id', '=', id).executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.person_id,
        texts: [row.why],
        placeId: row.experiment_id,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('explorations')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    await database
      .updateTable('explorations')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}
