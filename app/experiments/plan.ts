// The plan of an experiment: the seven headings of TRY OUT! (Turku University of Applied Sciences, 2017) as far as they
// are known before the trial, with measures, the six resources, the legal check and the lane. Outcome and conclusions
// are the finding and the lesson of later rooms. These are type aliases, so that a plan counts as plain JSON.

import type { Design } from './design.ts'

/** The six resources that every experiment is asked about, in the order in which they are shown. */
export const resourceKinds = ['time', 'will', 'trust', 'relations', 'partnership', 'money'] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** How much there is of a resource, from 0 (none) to 4 (plenty). */
export const resourceLevels = [0, 1, 2, 3, 4] as const
export type ResourceLevel = (typeof resourceLevels)[number]

export type ResourceOfPlan = {
  /** null: not told, which is shown as unknown and never counted as 0. */
  level: ResourceLevel | null
  words: string | null
}

/**
 * How a measure is noted down: as a number, as one of three faces, or as an answer on a scale of whole numbers from 1 to
 * 5. Of faces and answers many may come on one day; their figures are means.
 */
export const measureKinds = ['number', 'faces', 'scale'] as const
export type MeasureKind = (typeof measureKinds)[number]

/**
 * What is followed. Figures are in `unit`; those of a faces measure are means on the scale 1 (sad) to 3 (glad), those of a
 * scale on 1 to 5.
 */
export type Measure = {
  /** UUID. */
  id: string
  name: string
  unit: string
  kind: MeasureKind
  /** Which way is better. */
  direction: 'up' | 'down'
  baseline: number | null
  /** How the baseline is known. */
  baselineHow: string | null
  predicted: number | null
  /** The smallest change worth having, as an amount above 0 in the better direction. */
  smallestWorthwhile: number | null
  /** The value at which the trial is broken off. */
  harmLimit: number | null
  /** What 1 and 5 stand for, in words. Only a scale has them, so that plans from before scales keep their canonical form. */
  scaleLow?: string | null
  scaleHigh?: string | null
}

/** The rule agreed before the trial, in words; its figures are in the main measure. */
export type DecisionRule = {
  spreadWhen: string | null
  stopWhen: string | null
  /** Who will decide after the trial. */
  decider: string | null
}

export const lanes = ['own_work', 'decision'] as const
export type Lane = (typeof lanes)[number]

export const legalAnswers = ['no', 'unsure', 'yes'] as const
export type LegalAnswer = (typeof legalAnswers)[number]

export const dataProtectionAnswers = ['no_personal_data', 'personal_data', 'sensitive'] as const
export type DataProtectionAnswer = (typeof dataProtectionAnswers)[number]

/** A plan, however unfinished: null means that it has not been told yet. Days are ISO text. */
export type Plan = {
  /** The title of the experiment, as a question. */
  question: string | null
  summary: string | null
  goal: string | null
  doing: string | null
  cooperation: string | null
  /** What else may move the measure. */
  variables: string | null
  prediction: string | null
  targetGroup: string | null
  place: string | null
  startsOn: string | null
  endsOn: string | null
  /** What the result will be compared with besides the time before; null means nothing. */
  comparison: string | null
  theme: string | null
  /** Left out until a kind of experiment is chosen, as in every plan from before designs were asked for. */
  design?: Design
  /** The first one is the main measure. */
  measures: Measure[]
  decisionRule: DecisionRule
  resources: Record<ResourceKind, ResourceOfPlan>
  hoursPlanned: number | null
  eurosPlanned: number | null
  /** What an hour of work costs. Left out or null: not told. */
  eurosPerHour?: number | null
  /** What a change of one unit of the main measure is worth a year where the thing would be in use. Left out or null: not told. */
  eurosPerUnit?: number | null
  legalQuestion: LegalAnswer | null
  legalWords: string | null
  dataProtection: DataProtectionAnswer | null
  dataProtectionWords: string | null
  lane: Lane | null
  deciderPersonId: string | null
  decisionDueOn: string | null
}

/** A plan in which nothing has been told yet. */
export function emptyPlan(): Plan {
  const untold = (): ResourceOfPlan => ({ level: null, words: null })
  return {
    question: null,
    summary: null,
    goal: null,
    doing: null,
    cooperation: null,
    variables: null,
    prediction: null,
    targetGroup: null,
    place: null,
    startsOn: null,
    endsOn: null,
    comparison: null,
    theme: null,
    measures: [],
    decisionRule: { spreadWhen: null, stopWhen: null, decider: null },
    resources: {
      time: untold(),
      will: untold(),
      trust: untold(),
      relations: untold(),
      partnership: untold(),
      money: untold(),
    },
    hoursPlanned: null,
    eurosPlanned: null,
    legalQuestion: null,
    legalWords: null,
    dataProtection: null,
    dataProtectionWords: null,
    lane: null,
    deciderPersonId: null,
    decisionDueOn: null,
  }
}

/** Between which figures the readings of a measure lie, and every figure about it; undefined where nothing bounds them. */
export function boundsOfKind({ kind }: Pick<Measure, 'kind'>): { least: number; most: number } | undefined {
  return kind === 'faces' ? { least: 1, most: 3 } : kind === 'scale' ? { least: 1, most: 5 } : undefined
}

/** True where readings are answers, of which many may come on one day and which have no unit: faces and scales. */
export function collectsAnswers({ kind }: Pick<Measure, 'kind'>): boolean {
  return kind !== 'number'
}

/** The measure that the decision rule and the finding speak of; undefined while the plan has no measure. */
export function mainMeasure(plan: Plan): Measure | undefined {
  return plan.measures[0]
}

/** A measure of the plan by its id; undefined when the plan has no such measure. */
export function measureOf(plan: Plan, measureId: string): Measure | undefined {
  return plan.measures.find((measure) => measure.id === measureId)
}
