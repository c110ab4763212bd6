import type { ChosenMethod } from '@uskalla/evidence'
import { drawOf, experimentForChange, measureOf } from '../experiments/index.ts'
import { observationsOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { engineVersion } from './engine-version.ts'
import { openingsOf } from './evaluation-store.ts'
import { explore, methodsToExplore, methodWithBesides, type Period } from './exploration.ts'
import { saveExploration } from './exploration-store.ts'
import { coverageNow } from './read-evaluation.ts'

/** Makes an analysis that the plan did not name, and keeps it as exploratory with why it was made. It can never be taken back. */
export async function lookAtItOtherwise(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measureId,
    method,
    period,
    besidesId,
    why,
  }: Acting & {
    experimentId: string
    measureId: string
    method: ChosenMethod
    period: Period
    /** A measure that is taken into account; null where none is. */
    besidesId: string | null
    why: string
  },
): Promise<Outcome> {
  const words = texts[lang].explorations
  const experiment = await experimentForChange(database, experimentId)
  const measure = experiment && measureOf(experiment.plan, measureId)
  if (!experiment?.municipalityCode || !measure || !experiment.frozenAt) return refuse('', words.notYet)
  if ((await coverageNow(database, experiment, now)) !== 'open') return refuse('', words.notYet)
  const besides = besidesId === null ? undefined : measureOf(experiment.plan, besidesId)
  if (besidesId !== null && (!besides || method !== methodWithBesides))
    return refuse(
      'besides',
      words.besidesOnlyModel(texts[lang].evaluations.analysis.methods[methodWithBesides]),
    )
  if (besidesId === measureId) return refuse('besides', words.besidesItself)
  const observations = await observationsOf(database, experimentId)
  const openings = await openingsOf(database, experimentId)
  const evaluation = methodsToExplore(experiment.plan).includes(method)
    ? explore(
        {
          plan: experiment.plan,
          observations,
          drawnOrder: (await drawOf(database, experimentId))?.order,
          openedEarly: openings.length > 0,
        },
        { measure, method, period, besides },
      )
    : undefined
  if (!evaluation) return refuse('method', words.notAllowed)
  const id = newId()
  const kept = { measureId, method, period, besidesId, why }
  await saveExploration(database, {
    ...kept,
    id,
    evaluation,
    engineVersion,
    dataFingerprint: dataFingerprint(observations),
    at: now,
    experimentId,
    municipalityCode: experiment.municipalityCode,
    personId: person.id,
  })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'analysis.explored',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { explorationId: id, ...kept },
  })
  return done()
}
