import { type Experiment, mayDecideOnExperiment, mayWorkOnExperiment } from '../experiments/index.ts'
import type { Policy } from '../platform/web/policy.ts'
import type { Visitor } from '../platform/web/visitor.ts'
import { canBeDecided, type DecisionKind } from './decision.ts'

/** The kinds of decision a visitor may make: leaders all; in the own-work lane whoever is responsible all but spreading. */
export function kindsOpenTo(visitor: Visitor, experiment: Experiment): DecisionKind[] {
  if (experiment.frozenAt === null || !canBeDecided(experiment.state)) return []
  if (mayDecideOnExperiment(visitor, experiment)) return ['continue', 'spread', 'adapt', 'stop']
  const responsible = visitor.person !== undefined && visitor.person.id === experiment.responsiblePersonId
  if (experiment.lane === 'own_work' && responsible && mayWorkOnExperiment(visitor, experiment))
    return ['continue', 'adapt', 'stop']
  return []
}

/** Deciding: whoever has at least one kind of decision open. */
export const mayDecide: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  kindsOpenTo(visitor, experiment).length > 0

/** Saying where it lives, and answering the checks: those who work in the municipality, once it has been decided. */
export const mayFollowUp: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment) && (experiment.state === 'decided' || experiment.state === 'ended')
