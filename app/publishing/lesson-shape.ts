import { z } from '@hono/zod-openapi'
import { stopReasons } from '../experiments/index.ts'
import { address, experimentSummary, inLanguages, language, moment, paging, orNull, text } from './shapes.ts'

export const lessonCard = z
  .object({
    language: language.openapi({ description: 'The language in which it was written.' }),
    worked: text.nullable(),
    did_not_work: text.nullable(),
    surprised: text.nullable(),
    conditions: text.nullable().openapi({ description: 'What it takes for this to work elsewhere.' }),
    works: z.enum(['yes', 'partly', 'no', 'cannot_tell']),
    inspired: text.nullable(),
    would_do_otherwise: text.nullable(),
    written_at: moment,
    version: z.int(),
  })
  .openapi('LessonCard')

const lessonShape = z
  .object({
    url: address.openapi({ description: 'The page of the lesson, in the language asked for.' }),
    experiment: experimentSummary,
    card: orNull(lessonCard).openapi({
      description: 'null for published experiments, of which only sources tell.',
    }),
    told_by_sources: z
      .object({
        result: orNull(inLanguages),
        stop_reason: z.enum(stopReasons).nullable(),
        notes: orNull(inLanguages),
        sources: z.array(address).min(1),
      })
      .nullable(),
  })
  .openapi('Lesson')

export const lessonList = z.object({ ...paging, results: z.array(lessonShape) }).openapi('LessonList')
