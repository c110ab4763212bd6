import type { Experiment } from '../experiments/index.ts'
import { evaluationJobKey, observationsOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { type JobState, readJobState } from '../platform/jobs/queue-job.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { nextRoundOfEvaluations } from './evaluate-again.ts'
import { engineVersion } from './engine-version.ts'
import type { KeptEvaluation } from './evaluation.ts'
import { keptEvaluationOf, openingsOf } from './evaluation-store.ts'

/** The evaluation as its readings now stand, or the word that the job has not yet been there. */
export type CurrentEvaluation =
  /** Undefined where nothing has been measured that could be evaluated. */
  | { workedOut: true; kept: KeptEvaluation | undefined }
  | { workedOut: false; kept?: undefined; trouble: EvaluationTrouble | undefined }

/** Why a result is not there although it should be: its job has failed, and this is when it is tried again. */
export interface EvaluationTrouble extends Pick<JobState, 'failures'> {
  /** Null where it is being tried at this moment. */
  nextAt: Date | null
}

/** What keeps an experiment from being evaluated; undefined while nothing has failed. One given up is tried by the hour. */
export async function evaluationTrouble(
  database: Database,
  experimentId: string,
  now: Date,
): Promise<EvaluationTrouble | undefined> {
  const state = await readJobState(database, evaluationJobKey(experimentId))
  if (!state || state.failures === 0) return undefined
  const byTheHour = nextRoundOfEvaluations(now)
  const sooner = state.nextAt !== null && state.nextAt < byTheHour ? state.nextAt : byTheHour
  return { failures: state.failures, nextAt: state.nextAt === null && !state.givenUp ? null : sooner }
}

/** What the job made of the very readings that now stand. Nothing is computed here: pages and actions wait for the job. */
export async function currentEvaluationOf(
  database: Database,
  { id }: Pick<Experiment, 'id'>,
  now: Date,
): Promise<CurrentEvaluation> {
  const [observations, openings, kept] = await Promise.all([
    observationsOf(database, id),
    openingsOf(database, id),
    keptEvaluationOf(database, id),
  ])
  if (observations.length === 0) return { workedOut: true, kept: undefined }
  return kept?.dataFingerprint === dataFingerprint(observations) &&
    kept.engineVersion === engineVersion &&
    kept.openedEarly === openings.length > 0
    ? { workedOut: true, kept }
    : { workedOut: false, trouble: await evaluationTrouble(database, id, now) }
}
