import { type Experiment, mayWorkOnExperiment } from '../experiments/index.ts'
import type { Policy } from '../platform/web/policy.ts'

/** Writing the result: those who work in the municipality, from the freezing of the plan until the experiment has ended. */
export const mayRecordFinding: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment) && experiment.frozenAt !== null && experiment.state !== 'ended'
