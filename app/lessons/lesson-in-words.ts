import type { Experiment } from '../experiments/index.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { TagKind } from '../ui/index.ts'
import type { Lesson } from './lesson.ts'

/** What was learned, in one line for lists: from the lesson card, or from what the sources tell, or that it is unknown. */
export function lessonLine(lang: Lang, experiment: Experiment, lesson: Lesson | undefined): string {
  if (lesson?.hidden) return texts[lang].moderation.hidden[lesson.hidden.because]
  if (lesson) return lesson.didNotWork.length > 0 && lesson.works === 'no' ? lesson.didNotWork : lesson.worked
  const { published } = experiment
  if (published?.stopReason) return published.stopReason.words[lang]
  if (published?.result?.statement) return published.result.statement[lang]
  return texts[lang].lessons.unknownLesson
}

/** How it went, in one word. Undecided is said too. */
export function outcomeInWords(lang: Lang, experiment: Pick<Experiment, 'outcome'>): string {
  const words = texts[lang].lessons
  return experiment.outcome ? words.outcomes[experiment.outcome] : words.undecided
}

/** The look of an outcome's tag: stopped in ink on lichen, spread in spruce; never a warning colour. */
export function outcomeTag(experiment: Pick<Experiment, 'outcome'>): TagKind {
  if (experiment.outcome === 'spread') return 'spruce'
  if (experiment.outcome === 'stopped') return 'ink'
  if (experiment.outcome === 'continued') return 'lake'
  if (experiment.outcome === 'changed') return 'cloudberry'
  return 'plain'
}
