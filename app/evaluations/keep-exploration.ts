import type { ChosenMethod } from '@uskalla/evidence'
import { drawOf, type Experiment, type Measure } from '../experiments/index.ts'
import { observationsOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { engineVersion } from './engine-version.ts'
import { openingsOf } from './evaluation-store.ts'
import { explore, methodsToExplore, type Period } from './exploration.ts'
import { saveExploration } from './exploration-store.ts'

/**
 * Works out an analysis that the plan did not name, keeps it as exploratory with why it was made, and leaves its line in the
 * log. False, and nothing kept, where the design or the readings do not allow it.
 */
export async function keepExploration(
  database: Database,
  {
    experiment,
    municipalityCode,
    measure,
    method,
    period,
    besides,
    why,
    personId,
    now,
    requestId,
    newId,
  }: {
    experiment: Experiment
    municipalityCode: string
    measure: Measure
    method: ChosenMethod
    period: Period
    /** A measure that is taken into account. */
    besides: Measure | undefined
    why: string
    /** Who made it; null for what ships with the service. */
    personId: string | null
    now: Date
    requestId: string
    newId: () => string
  },
): Promise<boolean> {
  const { id: experimentId, plan } = experiment
  if (!methodsToExplore(plan).includes(method)) return false
  const observations = await observationsOf(database, experimentId)
  const openings = await openingsOf(database, experimentId)
  const drawnOrder = (await drawOf(database, experimentId))?.order
  const evaluation = explore(
    { plan, observations, drawnOrder, openedEarly: openings.length > 0 },
    { measure, method, period, besides },
  )
  if (!evaluation) return false
  const id = newId()
  const kept = { measureId: measure.id, method, period, besidesId: besides?.id ?? null, why }
  await saveExploration(database, {
    ...kept,
    id,
    evaluation,
    engineVersion,
    dataFingerprint: dataFingerprint(observations),
    at: now,
    experimentId,
    municipalityCode,
    personId,
  })
  await record(database, {
    chain: municipalityCode,
    action: 'analysis.explored',
    recordKind: 'experiment',
    recordId: experimentId,
    personId,
    requestId,
    at: now,
    after: { explorationId: id, ...kept },
  })
  return true
}
