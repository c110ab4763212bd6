import type { Hidden } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import type { Lane, Plan } from './plan.ts'
import type { UnitChange } from './unit-change.ts'

/** Where an experiment is in its life. */
export const experimentStates = [
  'draft',
  'awaiting_decision',
  'planned',
  'running',
  'paused',
  'learning',
  'decided',
  'ended',
  'aborted',
] as const
export type ExperimentState = (typeof experimentStates)[number]

/** What became of it. An experiment of which it is not known is 'unknown'; an undecided one has none. */
export const outcomes = ['spread', 'continued', 'changed', 'stopped', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

export const stopReasons = [
  'did_not_work',
  'no_owner',
  'law',
  'money',
  'people_left',
  'overtaken',
  'planned_end',
] as const
export type StopReason = (typeof stopReasons)[number]

/** Themes by which experiments are found. Ideas use the same ones. */
export const themes = [
  'food',
  'energy',
  'participation',
  'digital',
  'mobility',
  'children-and-youth',
  'space',
  'wellbeing',
  'culture',
  'work',
  'administration',
] as const
export type Theme = (typeof themes)[number]

/**
 * 'own': told here by those who try. 'published': real, told in public sources. 'retrospective': worked out afterwards from
 * open data by the makers of the service, nobody's experiment. 'example': made up. All but the first are always labelled.
 */
export const origins = ['own', 'published', 'retrospective', 'example'] as const
export type Origin = (typeof origins)[number]

export type LocalText = Record<Lang, string>

export type Qualifier = 'about' | 'almost' | 'atLeast' | 'moreThan'

/** One figure of a published experiment. `arm` tells what kind of figure it is. */
export interface PublishedFigure {
  series: LocalText
  period: LocalText | null
  value: number
  unit: LocalText
  qualifier: Qualifier | null
  arm: 'trial' | 'estimate' | 'target' | 'context' | 'spread'
  source: string
}

/** What public sources tell of an experiment; null is unknown. */
export interface PublishedRecord {
  /** EX01–EX26. */
  number: string
  title: LocalText
  tried: LocalText
  measure: LocalText | null
  /** Name and unit of each measure of the plan, in its order, where they are known in three languages. */
  measureWords?: { name: LocalText; unit: LocalText }[]
  /** Why each analysis outside the plan was made, where that is known in three languages; the Finnish words are those kept with it. */
  explorationWords?: LocalText[]
  scale: LocalText | null
  result: {
    value: number | null
    unit: LocalText | null
    qualifier: Qualifier | null
    statement: LocalText | null
  } | null
  cost: { fromEuros: number | null; toEuros: number | null; of: LocalText | null } | null
  stopReason: { kind: StopReason; words: LocalText } | null
  notes: LocalText | null
  sources: string[]
  /** How the makers of the data are to be named; null or left out where nobody asks for it. */
  attribution?: string | null
  figures: PublishedFigure[]
}

/** An experiment with everything that this room knows of it. */
export interface Experiment {
  id: string
  /** null only for a published experiment of the whole country. */
  municipalityCode: string | null
  ideaId: string | null
  /** The experiment this one was taken up from. */
  parentId: string | null
  responsiblePersonId: string | null
  createdBy: string | null
  origin: Origin
  state: ExperimentState
  outcome: Outcome | null
  /** In the language in which it was written; use `titleOf` for pages. */
  title: string
  /** The title in three languages, for published experiments; null for others. */
  titles: LocalText | null
  theme: string | null
  startsOn: string | null
  endsOn: string | null
  yearFrom: number | null
  yearTo: number | null
  plan: Plan
  /** Measures that are read in another unit than the plan says, from a day on, in the order in which that holds. */
  unitChanges?: readonly UnitChange[]
  stepVersions: Partial<Record<string, number>>
  frozenAt: Date | null
  /** When figures that the plan covers were first opened before the end; null while they never were. */
  figuresOpenedAt: Date | null
  /** SHA-256 over the canonical form of the frozen plan, 64 hexadecimal digits; null before freezing. */
  planFingerprint: string | null
  lane: Lane | null
  published: PublishedRecord | null
  /** Set where moderators have hidden the plan: its words and the title are then not here. */
  hidden: Hidden | null
  version: number
  createdAt: Date
  updatedAt: Date
}

/** As much of an experiment as a list shows. */
export interface ListedExperiment {
  id: string
  municipalityCode: string | null
  parentId: string | null
  responsiblePersonId: string | null
  origin: Origin
  state: ExperimentState
  outcome: Outcome | null
  title: string
  titles: LocalText | null
  /** One or two sentences in the language in which they were written; null when not told. */
  summary: string | null
  /** The same in three languages, for published experiments. */
  summaries: LocalText | null
  theme: string | null
  startsOn: string | null
  endsOn: string | null
  yearFrom: number | null
  yearTo: number | null
  frozenAt: Date | null
  updatedAt: Date
}

/** The title of an experiment in a language, where it is known in that language; otherwise as it was written. */
export function titleOf(lang: Lang, experiment: Pick<Experiment, 'title' | 'titles'>): string {
  return experiment.titles?.[lang] ?? experiment.title
}

/** What an experiment in a list is about, in a language where known; null when it has not been told. */
export function summaryOf(
  lang: Lang,
  experiment: Pick<ListedExperiment, 'summary' | 'summaries'>,
): string | null {
  return experiment.summaries?.[lang] ?? experiment.summary
}

/** True for what people try in the service; what sources tell and what was worked out afterwards is nobody's to change. */
export function isTriedHere({ origin }: Pick<Experiment, 'origin'>): boolean {
  return origin === 'own' || origin === 'example'
}

/** True from the moment the plan was frozen; what public sources tell is public from the beginning. */
export function isPublic(experiment: Pick<Experiment, 'frozenAt' | 'origin'>): boolean {
  return experiment.frozenAt !== null || experiment.origin === 'published'
}
