import type { Lang } from '../platform/language.ts'

export const verdicts = ['yes', 'partly', 'no', 'cannot_tell'] as const
/** Does it work, in the words of those who tried. */
export type Verdict = (typeof verdicts)[number]

/** What was learned from an experiment. */
export interface Lesson {
  experimentId: string
  language: Lang
  worked: string
  didNotWork: string
  surprised: string
  /** What it takes for this to work elsewhere. */
  conditions: string
  works: Verdict
  inspired: string | null
  wouldDoOtherwise: string | null
  writtenAt: Date
  version: number
}

/** The words of a lesson as they are written. */
export type LessonWords = Omit<Lesson, 'experimentId' | 'language' | 'writtenAt' | 'version'>
