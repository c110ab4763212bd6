import { z } from '@hono/zod-openapi'
import { experimentStates, outcomes, themes } from '../experiments/index.ts'
import { languages } from '../platform/language.ts'

// Pieces that several answers share. Everywhere null means unknown or not told, never zero and never an empty text.

export const language = z.enum(languages)
export const day = z.iso.date().openapi({ example: '2026-03-16' })
export const moment = z.iso.datetime()
export const address = z.url().openapi({ description: 'Absolute address.' })
export const text = z.string().min(1)
export const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256, 64 hexadecimal digits.' })

/**
 * A named schema or null. Its own `nullable()` would lose the null in the OpenAPI document, where the name alone is
 * referred to.
 */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()])

export const inLanguages = z.object({ fi: text, sv: text, en: text }).openapi('InLanguages')

export const place = z
  .object({
    code: z.string().regex(/^\d{3}$/),
    name: text.openapi({ description: 'Name in the language asked for.' }),
  })
  .openapi('Place')

/** Where a list stands: all rows, this page, rows on a page, last page. */
export const paging = {
  total: z.int().min(0).openapi({ description: 'Rows on all pages together.' }),
  page: z.int().min(1),
  per_page: z.int().min(1),
  pages: z.int().min(1),
}

export const experimentSummaryFields = {
  id: z.uuid(),
  url: address.openapi({ description: 'The page of the experiment, in the language asked for.' }),
  api_url: address,
  title: text.openapi({
    description: 'In the language asked for where it is known in it, else as it was written.',
  }),
  summary: text.nullable(),
  municipality: orNull(place).openapi({ description: 'null: the whole country.' }),
  origin: z.enum(['own', 'published', 'retrospective', 'example']).openapi({
    description:
      'own: told by those who try; published: real, told in public sources; retrospective: worked out afterwards from open data by the makers of the service, nobody’s experiment; example: made up.',
  }),
  is_example: z.boolean().openapi({ description: 'true: made up, nothing of it has happened.' }),
  state: z.enum(experimentStates),
  outcome: z.enum(outcomes).nullable().openapi({ description: 'null: not decided yet.' }),
  theme: z.enum(themes).nullable(),
  starts_on: day.nullable(),
  ends_on: day.nullable(),
  year_from: z.int().nullable(),
  year_to: z.int().nullable(),
  adopted_from: z
    .uuid()
    .nullable()
    .openapi({ description: 'The public experiment this one was taken up from.' }),
  frozen_at: moment.nullable().openapi({ description: 'When the plan was frozen and the trial began.' }),
  changed_at: moment,
}

export const experimentSummary = z.object(experimentSummaryFields).openapi('ExperimentSummary')
