import {
  departuresOf,
  type Departure,
  eventsOf,
  type Experiment,
  type ExperimentEvent,
} from '../experiments/index.ts'
import { type Observation, observationsOf, seriesOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { AnswerGroup } from './answers-on-scale.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type EvaluationTrouble, evaluationTrouble } from './current-evaluation.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { evaluateMeasure, type MeasureFinding } from './evaluate-measure.ts'
import type { Analysis, KeptEvaluation } from './evaluation.ts'
import { type EarlyOpening, keptEvaluationOf, openingsOf } from './evaluation-store.ts'
import { explorationsOf, type KeptExploration } from './exploration-store.ts'
import { type TakenLook, takenLooksOf } from './look-store.ts'
import { type Finding, findingOf } from './finding-store.ts'

/** Everything that the result of an experiment rests on. */
export interface Evaluation {
  experiment: Experiment
  observations: Observation[]
  departures: Departure[]
  events: ExperimentEvent[]
  /** Levels of the measures before and during, by measure id. */
  byMeasure: Map<string, MeasureFinding>
  /** What the engine made of these very readings; undefined while the job has not yet been there. */
  kept: KeptEvaluation | undefined
  /** Why it has not been there, where it has failed. */
  trouble: EvaluationTrouble | undefined
  recorded: Finding | undefined
  openings: EarlyOpening[]
  /** Agreed looks that have been taken. */
  looks: TakenLook[]
  /** Analyses outside the plan. */
  explorations: KeptExploration[]
  coverage: Coverage
}

/** Reads an experiment with its levels as its data now stand, and what the engine made of them. Computes nothing heavy. */
export async function readEvaluation(
  database: Database,
  experiment: Experiment,
  now: Date,
): Promise<Evaluation> {
  const [observations, departures, events, recorded, kept, openings, looks, explorations] = await Promise.all(
    [
      observationsOf(database, experiment.id),
      departuresOf(database, experiment.id),
      eventsOf(database, experiment.id),
      findingOf(database, experiment.id),
      keptEvaluationOf(database, experiment.id),
      openingsOf(database, experiment.id),
      takenLooksOf(database, experiment.id),
      explorationsOf(database, experiment.id),
    ],
  )
  const byMeasure = new Map(
    experiment.plan.measures.map((measure) => [
      measure.id,
      evaluateMeasure(measure, seriesOf(experiment.plan, observations, measure.id)),
    ]),
  )
  const isCurrent =
    kept?.dataFingerprint === dataFingerprint(observations) && kept.openedEarly === openings.length > 0
  return {
    experiment,
    observations,
    departures,
    events,
    byMeasure,
    kept: isCurrent ? kept : undefined,
    trouble:
      isCurrent || observations.length === 0
        ? undefined
        : await evaluationTrouble(database, experiment.id, now),
    recorded,
    openings,
    looks,
    explorations,
    coverage: coverageOf(experiment, dayOf(now), openings.length > 0, boundaryPassed(looks)),
  }
}

/** True once a look along the way has found the change past its boundary, in either direction. */
function boundaryPassed(looks: readonly TakenLook[]): boolean {
  return looks.some(({ said }) => said === 'better' || said === 'worse')
}

/** What the engine made of a measure; undefined when it has not been there or there was too little to analyse. */
export function analysisOf(evaluation: Evaluation, measureId: string): Analysis | undefined {
  return evaluation.kept?.byMeasure[measureId]?.analysis ?? undefined
}

/** The answers of a scale measure as the engine's job last counted them; empty for any other measure. */
export function answersOf(evaluation: Evaluation, measureId: string): AnswerGroup[] {
  return evaluation.kept?.byMeasure[measureId]?.answers ?? []
}

/** How much of an experiment's figures may be seen now. */
export async function coverageNow(database: Database, experiment: Experiment, now: Date): Promise<Coverage> {
  const openings = await openingsOf(database, experiment.id)
  const looks = await takenLooksOf(database, experiment.id)
  return coverageOf(experiment, dayOf(now), openings.length > 0, boundaryPassed(looks))
}
