import { municipalityByCode, placeName } from '../municipalities/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { type AddressName, type Parameters, pathTo, type Query } from '../platform/web/address.ts'

/** Where the public interface stands on the site. */
export const apiPath = '/api/v1'

/** Whoever asks the public interface for something: nobody in particular, in a language. */
export interface Reader {
  database: Database
  lang: Lang
  /** Whole address of a page in the reader's language. */
  page: (name: AddressName, parameters?: Parameters, query?: Query) => string
  /** Whole address within the public interface; `path` begins with a slash. */
  api: (path: string) => string
}

export function readerOf(database: Database, baseUrl: string, lang: Lang): Reader {
  return {
    database,
    lang,
    page: (name, parameters, query) => new URL(pathTo(lang, name, parameters, query), baseUrl).href,
    api: (path) => new URL(`${apiPath}${path}`, baseUrl).href,
  }
}

/** A text as it is told; an empty one counts as not told. */
export function told(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text
}

/** A municipality by its code, named in a language; null where there is none. */
export function placeOf(code: string | null | undefined, lang: Lang): { code: string; name: string } | null {
  if (code === null || code === undefined || !municipalityByCode(code)) return null
  return { code, name: placeName(code, lang) }
}
