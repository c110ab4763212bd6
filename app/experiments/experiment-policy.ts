import { leads, worksIn } from '../platform/web/policy.ts'
import type { Visitor } from '../platform/web/visitor.ts'
import { type Experiment, isPublic } from './experiment.ts'

type Owned = Pick<Experiment, 'municipalityCode' | 'origin'>

/** Reading: frozen and published experiments anyone; drafts those who work in the municipality. */
export function mayReadExperiment(
  visitor: Visitor,
  experiment: Pick<Experiment, 'municipalityCode' | 'origin' | 'frozenAt'>,
): boolean {
  return isPublic(experiment) || mayWorkOnExperiment(visitor, experiment)
}

/** Planning, measuring, writing the diary: those who work in the municipality. Published ones belong to their sources. */
export function mayWorkOnExperiment(visitor: Visitor, experiment: Owned): boolean {
  return (
    experiment.origin !== 'published' &&
    experiment.municipalityCode !== null &&
    worksIn(visitor, experiment.municipalityCode)
  )
}

/** Giving leave and deciding after the trial: those who lead in the municipality. */
export function mayDecideOnExperiment(visitor: Visitor, experiment: Owned): boolean {
  return (
    experiment.origin !== 'published' &&
    experiment.municipalityCode !== null &&
    leads(visitor, experiment.municipalityCode)
  )
}
