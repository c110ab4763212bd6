import type { Hidden } from '../platform/hidden.ts'
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
  /** Set where moderators have hidden it: its words are then empty. */
  hidden: Hidden | null
  version: number
}

/** The words of a lesson as they are written. */
export type LessonWords = Omit<Lesson, 'experimentId' | 'language' | 'writtenAt' | 'hidden' | 'version'>

/** The free texts of a lesson by field. */
export function textsOf(lesson: LessonWords): Record<string, string> {
  return {
    worked: lesson.worked,
    didNotWork: lesson.didNotWork,
    surprised: lesson.surprised,
    conditions: lesson.conditions,
    inspired: lesson.inspired ?? '',
    wouldDoOtherwise: lesson.wouldDoOtherwise ?? '',
  }
}
