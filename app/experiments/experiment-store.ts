import { type ColumnType, type GeneratedAlways, type Selectable } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { Experiment, ExperimentState, Origin, Outcome, PublishedRecord } from './experiment.ts'
import { hiddenTitles, withoutWords } from './hidden-plan.ts'
import type { Lane, Plan } from './plan.ts'
import type { UnitChange } from './unit-change.ts'
import { unitChangesOfRow } from './unit-change-store.ts'

interface ExperimentsTable extends HidingColumns {
  id: string
  municipality_code: string | null
  idea_id: string | null
  parent_id: string | null
  responsible_person_id: string | null
  created_by: string | null
  origin: Origin
  state: ExperimentState
  outcome: Outcome | null
  title: string
  theme: string | null
  starts_on: string | null
  ends_on: string | null
  year_from: number | null
  year_to: number | null
  plan: ColumnType<Plan, string, string>
  step_versions: ColumnType<Partial<Record<string, number>>, string | undefined, string>
  frozen_at: Date | null
  figures_opened_at: ColumnType<Date | null, never, Date>
  plan_fingerprint: string | null
  lane: Lane | null
  published: ColumnType<PublishedRecord | null, string | null, string | null>
  version: ColumnType<number, number | undefined, number>
  created_at: Date
  updated_at: Date
  listed_at: Date
  is_public: GeneratedAlways<boolean>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    experiments: ExperimentsTable
  }
}

/** What a new experiment is made of; everything else begins empty. */
export interface NewExperiment {
  id: string
  municipalityCode: string | null
  ideaId?: string | null
  parentId?: string | null
  responsiblePersonId?: string | null
  createdBy?: string | null
  origin: Origin
  state?: ExperimentState
  outcome?: Outcome | null
  /** Used while the plan has no question yet. */
  title: string
  plan: Plan
  published?: PublishedRecord | null
  at: Date
}

const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))

/** The columns that repeat parts of the plan, for lists and filters. */
function columnsOf(plan: Plan, title: string) {
  return {
    title: plan.question ?? title,
    theme: plan.theme,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    year_from: yearOf(plan.startsOn ?? plan.endsOn),
    year_to: yearOf(plan.endsOn ?? plan.startsOn),
    lane: plan.lane,
    plan: JSON.stringify(plan),
  }
}

/** A row as the rooms know it. */
export function experimentOf(
  row: Selectable<ExperimentsTable> & { unit_changes?: UnitChange[] },
): Experiment {
  const hidden = hiddenOf(row)
  return {
    id: row.id,
    municipalityCode: row.municipality_code,
    ideaId: row.idea_id,
    parentId: row.parent_id,
    responsiblePersonId: row.responsible_person_id,
    createdBy: row.created_by,
    origin: row.origin,
    state: row.state,
    outcome: row.outcome,
    title: hidden ? '' : row.title,
    titles: hidden ? hiddenTitles : (row.published?.title ?? null),
    theme: row.theme,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    yearFrom: row.year_from,
    yearTo: row.year_to,
    plan: hidden ? withoutWords(row.plan) : row.plan,
    unitChanges: (row.unit_changes ?? []).map((change) => (hidden ? { ...change, unit: '' } : change)),
    stepVersions: row.step_versions,
    frozenAt: row.frozen_at,
    figuresOpenedAt: row.figures_opened_at,
    planFingerprint: row.plan_fingerprint,
    lane: row.lane,
    published: row.published,
    hidden,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The row of a new experiment, as nobody has touched it yet. */
export function rowOf(experiment: NewExperiment) {
  return {
    ...columnsOf(experiment.plan, experiment.title),
    id: experiment.id,
    municipality_code: experiment.municipalityCode,
    idea_id: experiment.ideaId ?? null,
    parent_id: experiment.parentId ?? null,
    responsible_person_id: experiment.responsiblePersonId ?? null,
    created_by: experiment.createdBy ?? null,
    origin: experiment.origin,
    state: experiment.state ?? 'draft',
    outcome: experiment.outcome ?? null,
    frozen_at: null,
    plan_fingerprint: null,
    published: experiment.published ? JSON.stringify(experiment.published) : null,
    created_at: experiment.at,
    updated_at: experiment.at,
    listed_at: experiment.at,
  }
}

/** Adds an experiment. False when one with the same id is there already; it is then left as it is. */
export async function saveExperiment(database: Database, experiment: NewExperiment): Promise<boolean> {
  const added = await database
    .insertInto('experiments')
    .values(rowOf(experiment))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** An experiment by its id, undefined when there is none. Whether a visitor may know of it is the policies' matter. */
export async function experimentById(database: Database, id: string): Promise<Experiment | undefined> {
  const row = await database
    .selectFrom('experiments')
    .selectAll()
    .select(unitChangesOfRow().as('unit_changes'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row && experimentOf(row)
}

/** The same, and nobody else changes it before this transaction ends. */
export async function experimentForChange(database: Database, id: string): Promise<Experiment | undefined> {
  const row = await database
    .selectFrom('experiments')
    .selectAll()
    .select(unitChangesOfRow().as('unit_changes'))
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && experimentOf(row)
}

/** Experiments by their ids in one query, keyed by id; unknown ids are left out. */
export async function experimentsByIds(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, Experiment>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('experiments')
    .selectAll()
    .select(unitChangesOfRow().as('unit_changes'))
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, experimentOf(row)]))
}

/** Experiments that were taken up from this one, oldest first. */
export async function childrenOf(database: Database, id: string): Promise<Experiment[]> {
  const rows = await database
    .selectFrom('experiments')
    .selectAll()
    .select(unitChangesOfRow().as('unit_changes'))
    .where('parent_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => experimentOf(row))
}

/**
 * Stores the plan after a page of its form was saved. False when that page had been saved by somebody else since
 * version `stepVersion` of it, or when the plan is frozen; nothing is stored then.
 */
export async function savePlan(
  database: Database,
  change: { id: string; step: string; stepVersion: number; plan: Plan; state: ExperimentState; at: Date },
): Promise<boolean> {
  const { id, step, stepVersion, plan, state, at } = change
  const experiment = await experimentForChange(database, id)
  if (!experiment || experiment.frozenAt || (experiment.stepVersions[step] ?? 0) !== stepVersion) return false
  await database
    .updateTable('experiments')
    .set({
      ...columnsOf(plan, experiment.title),
      state,
      step_versions: JSON.stringify({ ...experiment.stepVersions, [step]: stepVersion + 1 }),
      version: experiment.version + 1,
      updated_at: at,
      listed_at: at,
    })
    .where('id', '=', id)
    .execute()
  return true
}

/** Freezes the plan and starts the trial. False when the experiment has changed since `version` or is frozen already. */
export async function saveFreezing(
  database: Database,
  { id, version, planFingerprint, at }: { id: string; version: number; planFingerprint: string; at: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('experiments')
    .set({
      state: 'running',
      frozen_at: at,
      plan_fingerprint: planFingerprint,
      version: version + 1,
      updated_at: at,
      listed_at: at,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('frozen_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What became of an experiment: written by the decisions room, and by lessons when somebody takes it up. */
export async function setOutcome(
  database: Database,
  { id, outcome, at }: { id: string; outcome: Outcome; at: Date },
): Promise<void> {
  await database
    .updateTable('experiments')
    .set((row) => ({ outcome, version: row('version', '+', 1), updated_at: at, listed_at: at }))
    .where('id', '=', id)
    .execute()
}
