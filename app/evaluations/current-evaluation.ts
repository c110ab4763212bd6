import type { Experiment } from '../experiments/index.ts'
import { observationsOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { engineVersion } from './engine-version.ts'
import type { KeptEvaluation } from './evaluation.ts'
import { keptEvaluationOf, openingsOf } from './evaluation-store.ts'

/** The evaluation as its readings now stand, or the word that the job has not yet been there. */
export type CurrentEvaluation =
  /** Undefined where nothing has been measured that could be evaluated. */
  { workedOut: true; kept: KeptEvaluation | undefined } | { workedOut: false; kept?: undefined }

/** What the job made of the very readings that now stand. Nothing is computed here: pages and actions wait for the job. */
export async function currentEvaluationOf(
  database: Database,
  { id }: Pick<Experiment, 'id'>,
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
    : { workedOut: false }
}
