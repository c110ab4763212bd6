import type { AddressName } from '../platform/web/address.ts'
import { dayOf } from '../platform/format.ts'
import type { Visitor } from '../platform/web/visitor.ts'
import { mayDecideOnExperiment, mayWorkOnExperiment } from './experiment-policy.ts'
import type { Experiment } from './experiment.ts'
import { mayAskLeave, mayFreeze } from './experiment-rules.ts'

/** What should happen to an experiment next, and the page on which it is done. */
export interface NextStepOfExperiment {
  what:
    | 'draft'
    | 'ask'
    | 'awaiting'
    | 'awaitingLeader'
    | 'planned'
    | 'running'
    | 'overdue'
    | 'paused'
    | 'learning'
    | 'aborted'
    | 'decided'
  page: AddressName
  /** What varies in the page's address. */
  parameters: Record<string, string>
}

/**
 * The one thing for this visitor to do next; undefined for those who do not work in the municipality and for experiments
 * that are over.
 */
export function nextStepOf(
  visitor: Visitor,
  experiment: Experiment,
  now: Date,
): NextStepOfExperiment | undefined {
  if (!mayWorkOnExperiment(visitor, experiment)) return undefined
  const step = stepOf(visitor, experiment, dayOf(now))
  if (!step) return undefined
  const { id, plan } = experiment
  const [only, ...others] = plan.measures
  // With a single measure there is nothing to choose: straight to its log.
  if (step.page === 'log' && only && others.length === 0)
    return { ...step, page: 'log-measure', parameters: { id, measureId: only.id } }
  return { ...step, parameters: { id } }
}

function stepOf(
  visitor: Visitor,
  experiment: Experiment,
  today: string,
): Omit<NextStepOfExperiment, 'parameters'> | undefined {
  switch (experiment.state) {
    case 'draft':
      return mayAskLeave(experiment, today)
        ? { what: 'ask', page: 'ask-leave' }
        : { what: 'draft', page: 'plan' }
    case 'awaiting_decision':
      return mayDecideOnExperiment(visitor, experiment)
        ? { what: 'awaitingLeader', page: 'give-leave' }
        : { what: 'awaiting', page: 'plan' }
    case 'planned':
      // A plan that was ready is not any more once its first day has passed.
      return mayFreeze(experiment, today)
        ? { what: 'planned', page: 'freeze-plan' }
        : { what: 'draft', page: 'plan' }
    case 'running':
      return experiment.endsOn !== null && experiment.endsOn < today
        ? { what: 'overdue', page: 'change-state' }
        : { what: 'running', page: 'log' }
    case 'paused':
      return { what: 'paused', page: 'change-state' }
    case 'learning':
      return { what: 'learning', page: 'evaluation' }
    case 'aborted':
      return { what: 'aborted', page: 'write-lesson' }
    case 'decided':
      return { what: 'decided', page: 'write-lesson' }
    case 'ended':
      return undefined
  }
}
