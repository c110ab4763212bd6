import type { Hidden } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'

/** How far an idea has come. Every idea ends in one of the last three, with an answer to whoever told it. */
export const ideaStates = ['new', 'pondering', 'will_be_tried', 'not_now', 'tried_elsewhere'] as const

export type IdeaState = (typeof ideaStates)[number]

/** How a pondering can end. */
export const ponderingOutcomes = ['will_be_tried', 'not_now', 'tried_elsewhere'] as const

export type PonderingOutcome = (typeof ponderingOutcomes)[number]

/** An idea in three sentences: what does not work, what could be tried, who is it for. */
export interface Idea {
  id: string
  municipalityCode: string
  toldBy: string
  problem: string
  trial: string
  forWhom: string
  /** The language it was told in. */
  language: Lang
  state: IdeaState
  /** The answer to whoever told the idea; null until there is one. */
  answer: string | null
  answeredAt: Date | null
  elsewhereExperimentId: string | null
  elsewhereUrl: string | null
  isExample: boolean
  /** Set where moderators have hidden it: its words and its answer are then empty. */
  hidden: Hidden | null
  version: number
  createdAt: Date
}

/** Hours that somebody promised for pondering: 0.5–8 in half hours. */
export interface HourOffer {
  personId: string
  municipalityCode: string
  hours: number
}

/** A pondering that has been agreed, or held. */
export interface Pondering {
  id: string
  startsAt: Date
  minutes: number
  place: string | null
  videoLink: string | null
  sequence: number
  /** ISO day once it was held. */
  heldOn: string | null
  euros: number
}

/** How far the pondering of an idea has come, as everybody may know it. */
export interface PonderingProgress {
  hoursOffered: number
  peopleOffering: number
  /** A time has been agreed and has not been held yet. */
  agreed: boolean
}

/** What an idea has cost so far: hours really used, people who used them, euros. */
export interface IdeaCost {
  hours: number
  people: number
  euros: number
}

/** The hours one may offer: half an hour to a working day, in half hours. */
export const offerableHours: readonly number[] = Array.from({ length: 16 }, (_, i) => (i + 1) / 2)

/** True while the idea can still be changed, offered hours for and pondered; a hidden one cannot. */
export function isOpen(idea: Pick<Idea, 'state' | 'hidden'>): boolean {
  return idea.hidden === null && (idea.state === 'new' || idea.state === 'pondering')
}
