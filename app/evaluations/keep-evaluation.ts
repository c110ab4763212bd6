import { drawOf, type Experiment, experimentById } from '../experiments/index.ts'
import { evaluationJobKey, observationsOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import type { Jobs } from '../platform/jobs/worker.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { seedOfEvaluations } from './distribution-of-draws.ts'
import { engineVersion } from './engine-version.ts'
import { withCalls } from './engine.ts'
import { evaluationChanged } from './evaluation-changed.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'
import type { KeptEvaluation } from './evaluation.ts'
import { takeDueLooks } from './take-looks.ts'
import {
  engineCallsOf,
  evaluationsToRenew,
  keptEvaluationOf,
  openingsOf,
  saveEvaluation,
} from './evaluation-store.ts'

/**
 * Evaluates an experiment as its readings now stand and keeps the result for the pages. Undefined before the plan is
 * frozen. What is kept already and rests on the same plan, readings and engine is not computed again.
 */
export async function keepEvaluation(
  database: Database,
  experiment: Experiment,
  now: Date,
): Promise<KeptEvaluation | undefined> {
  const { id, municipalityCode, planFingerprint, plan } = experiment
  if (municipalityCode === null || planFingerprint === null) return undefined
  const observations = await observationsOf(database, id)
  const openings = await openingsOf(database, id)
  const data = dataFingerprint(observations)
  const kept = await keptEvaluationOf(database, id)
  const openedEarly = openings.length > 0
  if (
    kept?.dataFingerprint === data &&
    kept.engineVersion === engineVersion &&
    kept.openedEarly === openedEarly &&
    (await engineCallsOf(database, id)) !== undefined
  )
    return kept
  const draw = await drawOf(database, id)
  const { result: byMeasure, calls } = withCalls(() =>
    evaluateExperiment({
      plan,
      observations,
      drawnOrder: draw?.order,
      openedEarly,
    }),
  )
  const evaluation: KeptEvaluation = {
    experimentId: id,
    byMeasure,
    engineVersion,
    seed: seedOfEvaluations,
    planFingerprint,
    dataFingerprint: data,
    openedEarly,
    computedAt: now,
  }
  await saveEvaluation(database, { ...evaluation, municipalityCode, calls })
  await evaluationChanged(database, id)
  return evaluation
}

/** Has an experiment evaluated soon, by the worker: however long it takes, no page waits for it. */
export async function queueEvaluation(database: Database, experimentId: string): Promise<void> {
  await queueJob(database, 'evaluate-experiment', { experimentId }, { key: evaluationJobKey(experimentId) })
}

/** Has every evaluation made anew that is by another version of the engine. Returns how many. */
export async function renewEvaluations(database: Database): Promise<number> {
  const experimentIds = await evaluationsToRenew(database, engineVersion)
  for (const experimentId of experimentIds) await queueEvaluation(database, experimentId)
  return experimentIds.length
}

/** The job that evaluates an experiment whenever its readings have changed. */
export const evaluationJobs: Jobs = {
  'evaluate-experiment': async ({ experimentId }, { database, now }) => {
    const experiment = await experimentById(database, experimentId)
    if (!experiment) return
    await keepEvaluation(database, experiment, now)
    await takeDueLooks(database, experiment, now)
  },
}
