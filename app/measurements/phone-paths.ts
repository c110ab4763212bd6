import type { Lang } from '../platform/language.ts'

/** The script that answers for the pages of the log where there is no signal. It stands at the root, for all languages. */
export const workerPath = '/pikakirjaus.js'

/** Where a phone sends what was logged on it, answered in this language. */
export function phoneEntriesPath(lang: Lang): string {
  return `/pikakirjaus/merkinnat/${lang}`
}

/** The header that only our own script sends: other sites cannot without asking first, and are never answered. */
export const phoneHeader = 'x-uskalla-log'
