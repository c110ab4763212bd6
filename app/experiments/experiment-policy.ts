import { leads, type Policy, worksIn } from '../platform/web/policy.ts'
import type { Visitor } from '../platform/web/visitor.ts'
import { type Experiment, isPublic, isTriedHere } from './experiment.ts'
import type { Leave } from './leave-store.ts'

type Owned = Pick<Experiment, 'municipalityCode' | 'origin'>

/** Reading: frozen and published experiments anyone; drafts those who work in the municipality. */
export function mayReadExperiment(
  visitor: Visitor,
  experiment: Pick<Experiment, 'municipalityCode' | 'origin' | 'frozenAt'>,
): boolean {
  return isPublic(experiment) || mayWorkOnExperiment(visitor, experiment)
}

/** Planning, measuring, writing the diary: those who work in the municipality. What sources tell is nobody's to change. */
export function mayWorkOnExperiment(visitor: Visitor, experiment: Owned): boolean {
  return (
    isTriedHere(experiment) &&
    experiment.municipalityCode !== null &&
    worksIn(visitor, experiment.municipalityCode)
  )
}

/** Giving leave and deciding after the trial: those who lead in the municipality. */
export function mayDecideOnExperiment(visitor: Visitor, experiment: Owned): boolean {
  return (
    isTriedHere(experiment) &&
    experiment.municipalityCode !== null &&
    leads(visitor, experiment.municipalityCode)
  )
}

/**
 * Answering a request for leave: those who lead in the municipality. Nobody answers their own request where somebody else
 * could; a municipality with a single leader must do with one pair of eyes.
 */
export const mayAnswerLeave: Policy<{
  experiment: Owned
  leaves: Pick<Leave, 'answer' | 'askedBy'>[]
  /** True when somebody else leads in the municipality too. */
  anotherLeads: boolean
}> = (visitor, { experiment, leaves, anotherLeads }) =>
  mayDecideOnExperiment(visitor, experiment) &&
  !(anotherLeads && leaves.some((leave) => leave.answer === null && leave.askedBy === visitor.person?.id))
