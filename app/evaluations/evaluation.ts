import type {
  CheckCode,
  ChosenMethod,
  EvidenceLevel,
  Ground,
  Precision,
  RefusalCode,
} from '@uskalla/evidence'
import type { AnswerGroup } from './answers-on-scale.ts'
import type { MeasureFinding } from './evaluate-measure.ts'

/** How much the main figure changed by the trial, in the measure's unit; a limit that nothing bounds is null. */
export interface Effect {
  estimate: number
  low: number | null
  high: number | null
}

/** What a chart signals: the direction of its last run, or readings outside its limits. */
export type ChartSignal = 'above' | 'below' | 'rising' | 'falling' | 'outside' | 'none'

/** What is to be said of a measure, besides its level before and during. */
export type Told =
  | { kind: 'level' }
  /** `higher`, where groups are compared by ranks: the chance, 0–1, that a value of the new way is larger. */
  | { kind: 'effect'; ground: Ground; higher?: number }
  /** Against a comparison put together from other places: how many of all places, it included, stray as far in its stead. */
  | { kind: 'synthetic'; asLarge: number; units: number }
  | { kind: 'chart'; signal: ChartSignal; points: number }
  | { kind: 'values'; values: number[] }
  | { kind: 'refusal'; code: RefusalCode }

/** One place with its means before and after its start; null where it has no reading. */
export interface PlaceResult {
  name: string
  group: 'treated' | 'comparison'
  before: number | null
  after: number | null
}

/** One bar of the differences that all possible draws would show. */
export interface DrawBar {
  from: number
  to: number
  /** Share of the draws, 0–1. */
  share: number
}

/** What the chart of a measure is drawn from, besides its readings. */
export type ChartData =
  | { kind: 'run'; line: number | null }
  | { kind: 'xmr'; mean: number; lower: number; upper: number; marked: number[] }
  | { kind: 'interrupted'; fitted: number[]; counterfactual: number[]; start: number }
  | SyntheticChart
  | {
      kind: 'places'
      places: PlaceResult[]
      draws: { bars: DrawBar[]; observed: number; all: number } | null
    }

/** A place against its own synthetic one, period by period. */
export interface PlaceboGap {
  name: string
  /** Gap after the start over gap before it; null where nothing bounds it. */
  ratio: number | null
  gap: number[]
}

/** One place that tried against a weighted mean of others, with every other place in its stead. */
export interface SyntheticChart {
  kind: 'synthetic'
  treated: string
  /** First day of each period. */
  days: string[]
  /** Periods before the start. */
  start: number
  values: number[]
  /** The place minus the weighted mean of the others. */
  gap: number[]
  placebos: PlaceboGap[]
  ratio: number | null
  /** Place of its ratio among all, 1 the largest. */
  rank: number
  weights: { name: string; weight: number }[]
  preRmspe: number
  postRmspe: number
}

/** What the engine makes of one measure. */
export interface Analysis {
  method: ChosenMethod
  told: Told
  effect: Effect | null
  /** Share of possible draws at least as lopsided, or of placebo choices; null where the method has none. */
  p: number | null
  chart: ChartData | null
  checks: CheckCode[]
  evidence: EvidenceLevel
  precision: Precision | null
}

/** One measure evaluated: its levels, and the analysis when there is enough to analyse. */
export interface MeasureEvaluation {
  finding: MeasureFinding
  analysis: Analysis | null
  /** The answers of a scale from 1 to 5, before and after or group by group; only of such a measure. */
  answers?: AnswerGroup[]
}

/** The evaluation of an experiment as it is kept. */
export interface KeptEvaluation {
  experimentId: string
  byMeasure: Record<string, MeasureEvaluation>
  engineVersion: string
  seed: number
  planFingerprint: string
  dataFingerprint: string
  /** The figures had been opened before the end although the plan had them covered. */
  openedEarly: boolean
  computedAt: Date
}
