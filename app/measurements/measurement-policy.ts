import { type Experiment, mayWorkOnExperiment } from '../experiments/index.ts'
import type { Policy } from '../platform/web/policy.ts'
import { takesObservations } from './observation.ts'

/** Entering and correcting measurements: those who work in the municipality, while the trial takes them. */
export const mayMeasure: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment) && takesObservations(experiment)

/** Logging hours and euros: those who work in the municipality, at any stage. */
export const mayLogEffort: Policy<{ experiment: Experiment }> = (visitor, { experiment }) =>
  mayWorkOnExperiment(visitor, experiment)
