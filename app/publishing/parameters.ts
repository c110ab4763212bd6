import { z } from '@hono/zod-openapi'
import { experimentStates, outcomes, themes } from '../experiments/index.ts'
import { languages } from '../platform/language.ts'

/** The most rows on a page of a list. */
export const mostPerPage = 100
/** The most results of one search. */
export const mostSearchResults = 100

/** A whole number as it stands in an address: digits alone, so that `1e2`, ` 3` and `-1` are refused. */
function wholeNumber(least: number, most: number, usual: number | undefined, description: string) {
  const sentence = `must be a whole number from ${least} to ${most}`
  const number = z
    .string({ error: sentence })
    .regex(/^\d{1,9}$/, { error: sentence })
    .transform(Number)
    .pipe(z.int().min(least, { error: sentence }).max(most, { error: sentence }))
  return number.optional().openapi({
    type: 'integer',
    minimum: least,
    maximum: most,
    ...(usual === undefined ? {} : { default: usual }),
    description,
  })
}

const oneOf = <const Value extends readonly [string, ...string[]]>(values: Value, description: string) =>
  z
    .enum(values, { error: `must be one of ${values.join(', ')}` })
    .optional()
    .openapi({ description })

const lang = z
  .enum(languages, { error: `must be one of ${languages.join(', ')}` })
  .optional()
  .openapi({
    default: 'fi',
    description: 'Language of names, titles where they exist in it, and addresses of pages.',
  })

const municipality = z
  .string()
  .regex(/^\d{3}$/, { error: 'must be a municipality code of three digits, such as 239' })
  .optional()
  .openapi({ example: '239', description: 'Code of a municipality, three digits.' })

const theme = oneOf(themes, 'Theme.')
const outcome = oneOf(outcomes, 'What became of the experiment.')
const year = wholeNumber(1900, 2200, undefined, 'Experiments that went on in this year, as far as is known.')
const page = wholeNumber(1, 100_000, 1, 'Page of the list, counted from 1.')
const perPage = wholeNumber(1, mostPerPage, 20, 'Rows on a page.')

export const onlyLanguage = z.strictObject({ lang })

export const municipalitiesQuery = z.strictObject({ lang, page, per_page: perPage })

export const experimentsQuery = z.strictObject({
  municipality,
  theme,
  state: oneOf(experimentStates, 'Where the experiment is in its life.'),
  outcome,
  year,
  lang,
  page,
  per_page: perPage,
})

export const lessonsQuery = z.strictObject({
  municipality,
  theme,
  outcome,
  year,
  lang,
  page,
  per_page: perPage,
})

export const searchQuery = z.strictObject({
  q: z
    .string({ error: 'must be given: what to search for' })
    .max(200, { error: 'must be at most 200 characters' })
    .refine((text) => text.trim() !== '' && !text.includes('\0'), { error: 'must hold at least one word' })
    .openapi({ example: 'ruokahävikki', description: 'Words in Finnish, Swedish or English, in any form.' }),
  lang,
  limit: wholeNumber(1, mostSearchResults, 10, 'How many results at most.'),
})

export const experimentParameters = z.object({
  id: z.uuid({ error: 'must be a UUID' }).openapi({
    param: { name: 'id', in: 'path' },
    description: 'Id of the experiment.',
  }),
})

export const measureIdParameters = z.object({
  id: z.uuid({ error: 'must be a UUID' }).openapi({
    param: { name: 'id', in: 'path' },
    description: 'Id of the measure, as the page of its keys tells it.',
  }),
})

export const municipalityParameters = z.object({
  code: z
    .string()
    .regex(/^\d{3}$/, { error: 'must be a municipality code of three digits, such as 239' })
    .openapi({
      param: { name: 'code', in: 'path' },
      example: '239',
      description: 'Code of the municipality.',
    }),
})
