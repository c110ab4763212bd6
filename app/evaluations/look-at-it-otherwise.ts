import type { ChosenMethod } from '@uskalla/evidence'
import { experimentForChange, measureOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { methodWithBesides, type Period } from './exploration.ts'
import { keepExploration } from './keep-exploration.ts'
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
  const { municipalityCode } = experiment
  const kept = await keepExploration(database, {
    experiment,
    municipalityCode,
    measure,
    method,
    period,
    besides,
    why,
    personId: person.id,
    now,
    requestId,
    newId,
  })
  return kept ? done() : refuse('method', words.notAllowed)
}
