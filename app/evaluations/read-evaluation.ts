import { departuresOf, type Departure, type Experiment } from '../experiments/index.ts'
import { type Observation, observationsOf, seriesOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { evaluateMeasure, type MeasureFinding } from './evaluate-measure.ts'
import { type Finding, findingOf } from './finding-store.ts'

/** Everything that the evaluation of an experiment rests on. */
export interface Evaluation {
  experiment: Experiment
  observations: Observation[]
  departures: Departure[]
  /** Findings of the measures by measure id. */
  byMeasure: Map<string, MeasureFinding>
  recorded: Finding | undefined
}

/** Reads and evaluates an experiment as its data now stand. */
export async function readEvaluation(database: Database, experiment: Experiment): Promise<Evaluation> {
  const [observations, departures, recorded] = await Promise.all([
    observationsOf(database, experiment.id),
    departuresOf(database, experiment.id),
    findingOf(database, experiment.id),
  ])
  const byMeasure = new Map(
    experiment.plan.measures.map((measure) => [
      measure.id,
      evaluateMeasure(measure, seriesOf(experiment.plan, observations, measure.id)),
    ]),
  )
  return { experiment, observations, departures, byMeasure, recorded }
}
