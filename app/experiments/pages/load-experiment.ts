import { isPlanOpen } from '../experiment-rules.ts'
import { type Experiment } from '../experiment.ts'
import { mayDecideOnExperiment, mayReadExperiment, mayWorkOnExperiment } from '../experiment-policy.ts'
import { inLanguage } from '../in-language.ts'
import { experimentById } from '../experiment-store.ts'
import type { Policy } from '../../platform/web/policy.ts'
import type { Visit } from '../../platform/web/visit.ts'

/** Pages of one experiment have it among their data. */
export interface WithExperiment {
  experiment: Experiment
}

/** The experiment of the page's address; undefined when there is none or this visitor may not know of it. */
export async function readableExperiment(visit: Visit): Promise<Experiment | undefined> {
  const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
  if (!experiment || !mayReadExperiment(visit, experiment)) return undefined
  return inLanguage(visit.lang, experiment)
}

/** The same in the very words that were frozen, for files whose fingerprint is of them; nothing of what sources tell. */
export async function experimentAsFrozen(visit: Visit): Promise<Experiment | undefined> {
  const experiment = await experimentById(visit.database, visit.parameters.id ?? '')
  if (!experiment || experiment.origin === 'published' || !mayReadExperiment(visit, experiment))
    return undefined
  return experiment
}

/** The same, without what public sources tell: that has no plan of ours, no diary and no stages. */
export async function ownExperiment(visit: Visit): Promise<Experiment | undefined> {
  const experiment = await readableExperiment(visit)
  return experiment?.origin === 'published' ? undefined : experiment
}

/** Open to whoever may know of the experiment. */
export const mayReadThis: Policy<WithExperiment> = (visitor, { experiment }) =>
  mayReadExperiment(visitor, experiment)

/** Open to those who work in the experiment's municipality. */
export const mayWorkOnThis: Policy<WithExperiment> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment)

/** Open to those who lead in the experiment's municipality. */
export const mayDecideOnThis: Policy<WithExperiment> = (visitor, { experiment }) =>
  mayDecideOnExperiment(visitor, experiment)

/** True when this visitor may change the plan now. */
export function mayEditPlanNow(visit: Visit, experiment: Experiment): boolean {
  return mayWorkOnExperiment(visit, experiment) && isPlanOpen(experiment)
}
