import {
  experimentById,
  inLanguage,
  type Experiment,
  mayReadExperiment,
  measureOf,
  type Measure,
} from '../experiments/index.ts'
import type { Visit } from '../platform/web/visit.ts'
import { importsOf, type Import, observationById, readingsAsEntered } from './observation-store.ts'
import type { Observation } from './observation.ts'

/** An experiment with its readings. */
export interface Measured {
  experiment: Experiment
  observations: Observation[]
}

/** An experiment that readings are brought to, without those that it has. */
export interface ToMeasure {
  experiment: Experiment
}

/** The experiment of the address; undefined when there is none or this visitor may not know of it. */
export async function readExperimentToMeasure(visit: Visit): Promise<ToMeasure | undefined> {
  const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
  if (!experiment || !mayReadExperiment(visit, experiment) || experiment.origin === 'published')
    return undefined
  return { experiment: inLanguage(visit.lang, experiment) }
}

/** The experiment of the address with its readings; undefined when there is none or this visitor may not know of it. */
export async function readMeasured(visit: Visit): Promise<Measured | undefined> {
  const found = await readExperimentToMeasure(visit)
  return found && { ...found, observations: await readingsAsEntered(visit.database, found.experiment.id) }
}

/** The same with one of its measures; undefined when the plan has no such measure. */
export async function readMeasuredOne(visit: Visit): Promise<(Measured & { measure: Measure }) | undefined> {
  const measured = await readMeasured(visit)
  const measure = measured && measureOf(measured.experiment.plan, visit.parameters.measureId ?? '')
  return measure && { ...measured, measure }
}

/** The same with one of its readings. */
export async function readOneObservation(
  visit: Visit,
): Promise<{ experiment: Experiment; measure: Measure; observation: Observation } | undefined> {
  const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
  if (!experiment || !mayReadExperiment(visit, experiment)) return undefined
  const observation = await observationById(
    visit.database,
    experiment.id,
    visit.parameters.observationId ?? '',
  )
  const measure = observation && measureOf(experiment.plan, observation.measureId)
  return measure && { experiment, measure, observation }
}

/** The same with one of its pasted tables or files. */
export async function readOneImport(
  visit: Visit,
): Promise<{ experiment: Experiment; pasted: Import } | undefined> {
  const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
  if (!experiment || !mayReadExperiment(visit, experiment)) return undefined
  const pasted = (await importsOf(visit.database, experiment.id, visit.now)).find(
    (one) => one.id === visit.parameters.importId,
  )
  return pasted && { experiment, pasted }
}
