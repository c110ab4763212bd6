import { type ColumnType, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { EngineCall } from './engine.ts'
import type { KeptEvaluation, MeasureEvaluation } from './evaluation.ts'

interface EvaluationsTable {
  experiment_id: string
  municipality_code: string
  measures: ColumnType<Record<string, MeasureEvaluation>, string, string>
  engine_version: string
  seed: number
  plan_fingerprint: string
  data_fingerprint: string
  computed_at: Date
  opened_early: ColumnType<boolean, boolean | undefined, boolean>
  engine_calls: ColumnType<EngineCall[] | null, string | null, string | null>
  version: ColumnType<number, number | undefined, number>
}

interface EarlyOpeningsTable {
  id: string
  experiment_id: string
  municipality_code: string
  opened_by: string | null
  opened_at: Date
  why: string
  version: ColumnType<number, number | undefined, number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    evaluations: EvaluationsTable
    early_openings: EarlyOpeningsTable
  }
}

/** The evaluation of an experiment as it was last computed; undefined before the first time. */
export async function keptEvaluationOf(
  database: Database,
  experimentId: string,
): Promise<KeptEvaluation | undefined> {
  const row = await database
    .selectFrom('evaluations')
    // Without what the engine was asked, which may be large and which no page reads.
    .select([
      'experiment_id',
      'measures',
      'engine_version',
      'seed',
      'plan_fingerprint',
      'data_fingerprint',
      'opened_early',
      'computed_at',
    ])
    .where('experiment_id', '=', experimentId)
    .executeTakeFirst()
  return (
    row && {
      experimentId: row.experiment_id,
      byMeasure: row.measures,
      engineVersion: row.engine_version,
      seed: row.seed,
      planFingerprint: row.plan_fingerprint,
      dataFingerprint: row.data_fingerprint,
      openedEarly: row.opened_early,
      computedAt: row.computed_at,
    }
  )
}

/** What the engine was asked for the evaluation that is kept; undefined where that was not noted. */
export async function engineCallsOf(
  database: Database,
  experimentId: string,
): Promise<EngineCall[] | undefined> {
  const row = await database
    .selectFrom('evaluations')
    .select('engine_calls')
    .where('experiment_id', '=', experimentId)
    .executeTakeFirst()
  return row?.engine_calls ?? undefined
}

/** Experiments whose evaluation is by another version of the engine, or from before its questions were kept. */
export async function evaluationsToRenew(database: Database, engineVersion: string): Promise<string[]> {
  const rows = await database
    .selectFrom('evaluations')
    .select('experiment_id')
    .where((one) => one.or([one('engine_version', '!=', engineVersion), one('engine_calls', 'is', null)]))
    .execute()
  return rows.map((row) => row.experiment_id)
}

/** Experiments under way or awaiting a decision that have readings newer than their evaluation and no job that would see to it. */
export async function experimentsLeftBehind(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select experiments.id from experiments left join evaluations on evaluations.experiment_id = experiments.id
    where experiments.state in ('running', 'paused', 'learning') and experiments.plan_fingerprint is not null
      and exists (
        select from observations where observations.experiment_id = experiments.id
          and greatest(observations.at, observations.removed_at) > coalesce(evaluations.computed_at, '-infinity'))
      and not exists (select from job_state('evaluate ' || experiments.id))
    order by experiments.id`.execute(database)
  return rows.map((row) => row.id)
}

/** Keeps an evaluation, with what the engine was asked for it, in the place of the one before. */
export async function saveEvaluation(
  database: Database,
  kept: Omit<KeptEvaluation, 'openedEarly'> & {
    openedEarly?: boolean
    municipalityCode: string
    calls?: readonly EngineCall[]
  },
): Promise<void> {
  const row = {
    municipality_code: kept.municipalityCode,
    measures: JSON.stringify(kept.byMeasure),
    engine_version: kept.engineVersion,
    seed: kept.seed,
    plan_fingerprint: kept.planFingerprint,
    data_fingerprint: kept.dataFingerprint,
    opened_early: kept.openedEarly ?? false,
    computed_at: kept.computedAt,
    engine_calls: kept.calls ? JSON.stringify(kept.calls) : null,
  }
  await database
    .insertInto('evaluations')
    .values({ experiment_id: kept.experimentId, ...row })
    .onConflict((conflict) => conflict.column('experiment_id').doUpdateSet(row))
    .execute()
}

/** Figures opened before the end. */
export interface EarlyOpening {
  openedAt: Date
  why: string
}

/** Openings before the end, oldest first. */
export async function openingsOf(database: Database, experimentId: string): Promise<EarlyOpening[]> {
  const rows = await database
    .selectFrom('early_openings')
    .select(['opened_at', 'why'])
    .where('experiment_id', '=', experimentId)
    .orderBy('opened_at')
    .execute()
  return rows.map((row) => ({ openedAt: row.opened_at, why: row.why }))
}

export async function saveOpening(
  database: Database,
  one: {
    id: string
    experimentId: string
    municipalityCode: string
    personId: string
    at: Date
    why: string
  },
): Promise<void> {
  await database
    .insertInto('early_openings')
    .values({
      id: one.id,
      experiment_id: one.experimentId,
      municipality_code: one.municipalityCode,
      opened_by: one.personId,
      opened_at: one.at,
      why: one.why,
    })
    .execute()
}
