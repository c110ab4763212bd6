import type { z } from '@hono/zod-openapi'
import type { Lesson } from '../lessons/index.ts'
import type { lessonCard } from './lesson-shape.ts'
import { told } from './reader.ts'

/** A lesson as it was written; who wrote it is left out. */
export function cardOf(lesson: Lesson): z.input<typeof lessonCard> {
  return {
    language: lesson.language,
    worked: told(lesson.worked),
    did_not_work: told(lesson.didNotWork),
    surprised: told(lesson.surprised),
    conditions: told(lesson.conditions),
    works: lesson.works,
    inspired: told(lesson.inspired),
    would_do_otherwise: told(lesson.wouldDoOtherwise),
    written_at: lesson.writtenAt.toISOString(),
    version: lesson.version,
  }
}
