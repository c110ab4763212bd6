import { type Experiment, mayReadExperiment, mayWorkOnExperiment } from '../experiments/index.ts'
import { type Policy, workplaces } from '../platform/web/policy.ts'

/** Writing the lesson: those who work in the municipality, once the trial has begun. */
export const mayWriteLesson: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment) && experiment.frozenAt !== null

/** Taking an experiment up: whoever works in some municipality and may read it. */
export const mayAdopt: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  workplaces(visitor).length > 0 && mayReadExperiment(visitor, experiment)
