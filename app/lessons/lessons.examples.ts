import { exampleEvaluation, saveExampleEvaluation } from '../evaluations/evaluations.examples.ts'
import type { Effect } from '../evaluations/index.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import {
  designOf,
  type Experiment,
  type ExperimentState,
  type Measure,
  type Origin,
  type Plan,
} from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { MemberResult } from './pooled-family.ts'

/** Made-up members of families, for tests. */

/** A member of a family with the change its trial showed, as if evaluated. */
export function memberWith({
  id = crypto.randomUUID(),
  municipalityCode = '239',
  origin = 'own',
  effect = { estimate: -9, low: -14, high: -4 },
  coverage = 'open',
  openedEarly = false,
  measure = {},
  plan = {},
}: {
  id?: string
  municipalityCode?: string
  origin?: Origin
  effect?: Effect | null
  coverage?: MemberResult['coverage']
  openedEarly?: boolean
  measure?: Partial<Measure>
  plan?: Partial<Plan>
}): MemberResult {
  const main = exampleMeasure(measure)
  const at = new Date('2026-03-10T08:00:00Z')
  const whole = examplePlan({ design: designOf('before_after'), measures: [main], ...plan })
  const kept = exampleEvaluation(id, main.id, effect)
  return {
    experiment: exampleExperiment({ id, municipalityCode, origin, plan: whole, at }),
    kept,
    coverage,
    openedEarly,
  }
}

function exampleExperiment({
  id,
  municipalityCode,
  origin,
  plan,
  at,
}: Pick<Experiment, 'id' | 'municipalityCode' | 'origin' | 'plan'> & { at: Date }): Experiment {
  return {
    id,
    municipalityCode,
    ideaId: null,
    parentId: null,
    responsiblePersonId: null,
    createdBy: null,
    origin,
    state: 'ended',
    outcome: null,
    title: plan.question ?? '',
    titles: null,
    theme: plan.theme,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    yearFrom: 2026,
    yearTo: 2026,
    plan,
    stepVersions: {},
    frozenAt: at,
    figuresOpenedAt: null,
    planFingerprint: 'a'.repeat(64),
    lane: 'own_work',
    published: null,
    hidden: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** A stored trial of a made-up family: where, from whom it was taken up, and by how much its main measure changed. */
export interface StoredTrial {
  municipalityCode: string
  parentId?: string
  /** Change with a range of four to both sides; left out: nothing was evaluated. */
  change?: number
  state?: ExperimentState
  endsOn?: string
}

/** Stores a made-up trial with its evaluation, and returns its id. Run it in a transaction that may write. */
export async function saveTrial(
  database: Database,
  { newId, at }: { newId: () => string; at: Date },
  { municipalityCode, parentId, change, state = 'ended', endsOn = '2026-02-27' }: StoredTrial,
): Promise<string> {
  const id = newId()
  const main = exampleMeasure()
  await saveExampleExperiment(database, {
    id,
    newId,
    at,
    municipalityCode,
    parentId: parentId ?? null,
    state,
    plan: examplePlan({ design: designOf('before_after'), startsOn: '2026-01-07', endsOn, measures: [main] }),
  })
  if (change === undefined) return id
  const effect = { estimate: change, low: change - 4, high: change + 4 }
  await saveExampleEvaluation(database, { ...exampleEvaluation(id, main.id, effect), municipalityCode })
  return id
}

/** Stores an original and its adoptions in this order, and returns their ids: the first is the original's. */
export async function saveFamily(
  database: Database,
  parts: { newId: () => string; at: Date },
  original: StoredTrial,
  adoptions: readonly StoredTrial[],
): Promise<string[]> {
  const root = await saveTrial(database, parts, original)
  const ids = [root]
  for (const adoption of adoptions)
    ids.push(await saveTrial(database, parts, { parentId: root, ...adoption }))
  return ids
}
