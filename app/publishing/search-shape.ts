import { z } from '@hono/zod-openapi'
import { address, language, place, orNull, text } from './shapes.ts'

/** What a search may find; the addresses of their pages are in `search-answer.ts`. */
export const foundKinds = ['experiment', 'lesson', 'idea', 'library-title'] as const

export const searchShape = z
  .object({
    results: z.array(
      z
        .object({
          kind: z
            .enum(foundKinds)
            .openapi({ description: 'library-title: tried elsewhere, told at `source_url`.' }),
          id: text,
          title: text,
          url: address.openapi({ description: 'Page in the language asked for.' }),
          source_url: address.optional().openapi({ description: 'Where it was published, if elsewhere.' }),
          language: language.openapi({ description: 'Language of title and excerpt.' }),
          excerpt: text.nullable(),
          municipality: orNull(place),
          theme: text.nullable(),
          state: text.nullable(),
          year: z.int().nullable(),
          is_example: z.boolean().openapi({ description: 'true: made up.' }),
        })
        .openapi('SearchResult'),
    ),
    total: z.int().min(0),
    suggestion: text.nullable().openapi({
      description: 'The question with misspelt words put right, which was searched for; null where none was.',
    }),
  })
  .openapi('SearchAnswer')
