import { type Experiment, isTriedHere, mayWorkOnExperiment } from '../experiments/index.ts'
import { dayOf } from '../platform/format.ts'
import type { Policy } from '../platform/web/policy.ts'

/**
 * May somebody promise to log a measure now: while the trial runs or is paused and has not ended by its plan? The same
 * tells whether a promise given before still counts.
 */
export function takesPromises(
  experiment: Pick<Experiment, 'state' | 'origin' | 'endsOn'>,
  now: Date,
): boolean {
  return (
    isTriedHere(experiment) &&
    ['running', 'paused'].includes(experiment.state) &&
    (experiment.endsOn === null || dayOf(now) <= experiment.endsOn)
  )
}

/** Promising and taking it back, and seeing by name who promised: those who work in the municipality. */
export const mayPromise: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment) && experiment.frozenAt !== null
