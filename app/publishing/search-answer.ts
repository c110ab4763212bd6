import type { z } from '@hono/zod-openapi'
import { search, type SearchResult } from '../search/index.ts'
import { placeOf, type Reader, told } from './reader.ts'
import { foundKinds, type searchShape } from './search-shape.ts'

type Kind = (typeof foundKinds)[number]

/** The page of something found. A title of the library has none of its own: the library is opened with its words. */
function pageOfResult(reader: Reader, kind: Kind, result: SearchResult): string {
  if (kind === 'library-title') return reader.page('library', {}, { text: result.title.slice(0, 200) })
  return reader.page(kind, result.addressParameters)
}

/** The best answers to a question among everything public. */
export async function searchAnswer(
  reader: Reader,
  { text, limit }: { text: string; limit: number },
): Promise<z.input<typeof searchShape>> {
  const { results, total, suggestion } = await search(reader.database, {
    text,
    lang: reader.lang,
    limit,
    kinds: foundKinds,
  })
  return {
    results: results.flatMap((result) => {
      const kind = foundKinds.find((one) => one === result.kind)
      if (kind === undefined) return []
      return [
        {
          kind,
          id: result.recordId,
          title: result.title,
          url: pageOfResult(reader, kind, result),
          ...(result.sourceUrl === undefined ? {} : { source_url: result.sourceUrl }),
          language: result.language,
          excerpt: told(result.excerpt.map((segment) => segment.text).join('')),
          municipality: placeOf(result.municipalityCode, reader.lang),
          theme: result.theme ?? null,
          state: result.state ?? null,
          year: result.year ?? null,
          is_example: result.isExample,
        },
      ]
    }),
    total,
    suggestion: suggestion ?? null,
  }
}
