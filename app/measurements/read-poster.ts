import {
  type Experiment,
  experimentById,
  mayReadExperiment,
  mayWorkOnExperiment,
  type Measure,
  measureOf,
  measureOn,
} from '../experiments/index.ts'
import { dayOf } from '../platform/format.ts'
import type { Visit } from '../platform/web/visit.ts'
import { takesObservations } from './observation.ts'
import { hashOfPosterSecret, type OpenPoster, type Poster } from './poster.ts'
import { posterOfSecret, postersOf } from './poster-store.ts'

/** The experiment of the address with one of its posters; undefined when there is none, and for whoever works elsewhere. */
export async function readOnePoster(
  visit: Visit,
): Promise<{ experiment: Experiment; poster: Poster } | undefined> {
  const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
  if (!experiment || !mayWorkOnExperiment(visit, experiment)) return undefined
  const poster = (await postersOf(visit.database, experiment.id)).find(
    (one) => one.id === visit.parameters.posterId,
  )
  return poster && { experiment, poster }
}

/** What a scanned poster opens. */
export interface Scanned {
  poster: OpenPoster
  secretHash: string
  experiment: Experiment
  /** Undefined when the plan has it no more. */
  measure: Measure | undefined
  /** False when the poster was taken out of use or the trial takes no more readings. */
  open: boolean
}

/** What the secret in the address opens; undefined for a guess. */
export async function readScanned(visit: Visit): Promise<Scanned | undefined> {
  const secretHash = hashOfPosterSecret(visit.parameters.secret ?? '')
  const poster = secretHash === undefined ? undefined : await posterOfSecret(visit.database, secretHash)
  if (!poster || secretHash === undefined) return undefined
  const experiment = await experimentById(visit.database, poster.experimentId)
  if (!experiment || !mayReadExperiment(visit, experiment)) return undefined
  const planned = measureOf(experiment.plan, poster.measureId)
  const measure = planned && measureOn(experiment, planned, dayOf(visit.now))
  const open = !poster.revoked && takesObservations(experiment) && measure !== undefined
  return { poster, secretHash, experiment, measure, open }
}
