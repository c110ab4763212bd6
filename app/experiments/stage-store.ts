import type { Database } from '../platform/database/database.ts'
import type { ExperimentState } from './experiment.ts'

interface ExperimentStagesTable {
  id: string
  experiment_id: string
  municipality_code: string
  from_state: ExperimentState
  to_state: ExperimentState
  at: Date
  person_id: string | null
  reason: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    experiment_stages: ExperimentStagesTable
  }
}

/** One move of an experiment from state to state, with when, by whom and why. */
export interface StageChange {
  from: ExperimentState
  to: ExperimentState
  at: Date
  personId: string | null
  reason: string | null
}

/**
 * Moves an experiment from one state to another and keeps when, by whom and why. False when it is no longer in `from`;
 * nothing is stored then. Which moves make sense is decided by the rules of the room that asks.
 */
export async function setState(
  database: Database,
  change: {
    id: string
    from: ExperimentState
    to: ExperimentState
    /** Id of the new row of history. */
    changeId: string
    personId: string | null
    at: Date
    reason: string | null
  },
): Promise<boolean> {
  const { id, from, to, at } = change
  const row = await database
    .updateTable('experiments')
    .set((row) => ({ state: to, version: row('version', '+', 1), updated_at: at, listed_at: at }))
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('municipality_code')
    .executeTakeFirst()
  if (!row) return false
  await saveStage(database, { ...change, municipalityCode: row.municipality_code })
  return true
}

/** Keeps when covered figures were first opened before the end. From then on nothing covers them. */
export async function setFiguresOpened(database: Database, id: string, at: Date): Promise<void> {
  await database
    .updateTable('experiments')
    .set({ figures_opened_at: at })
    .where('id', '=', id)
    .where('figures_opened_at', 'is', null)
    .execute()
}

/** Keeps a move that was made as part of another change. A published experiment has no history of its own here. */
export async function saveStage(
  database: Database,
  stage: Omit<StageChange, 'at'> & {
    id: string
    changeId: string
    municipalityCode: string | null
    at: Date
  },
): Promise<void> {
  if (stage.municipalityCode === null) return
  await database
    .insertInto('experiment_stages')
    .values({
      id: stage.changeId,
      experiment_id: stage.id,
      municipality_code: stage.municipalityCode,
      from_state: stage.from,
      to_state: stage.to,
      at: stage.at,
      person_id: stage.personId,
      reason: stage.reason,
    })
    .execute()
}

/** Every move of an experiment from state to state, oldest first. */
export async function stagesOf(database: Database, experimentId: string): Promise<StageChange[]> {
  const rows = await database
    .selectFrom('experiment_stages')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    at: row.at,
    personId: row.person_id,
    reason: row.reason,
  }))
}
