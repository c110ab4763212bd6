import type { Database } from '../platform/database/database.ts'
import { languages } from '../platform/language.ts'
import { indexDocument } from '../search/index.ts'
import { languageOfTitles } from './library.ts'
import { saveLibrary } from './library-store.ts'

/** What a library title is called in the search index. */
export const libraryTitleKind = 'library-title'

/**
 * Brings the library into the database and into the search index. Needs the municipalities to be there. Titles stand as
 * they were published, in Finnish; readers of Swedish and English find them by our sentence. Answers how many titles were
 * added or changed; a second run changes nothing and answers 0.
 */
export async function loadLibrary(database: Database): Promise<number> {
  const changed = await saveLibrary(database)
  for (const one of changed)
    for (const language of languages) {
      const published = language === languageOfTitles
      await indexDocument(database, {
        kind: libraryTitleKind,
        recordId: one.id,
        language,
        title: published ? one.title : one.sentence[language],
        body: published ? one.sentence[language] : one.title,
        municipalityCode: one.municipalityCode ?? undefined,
        theme: one.theme,
        year: one.year ?? undefined,
        sourceUrl: one.address,
      })
    }
  return changed.length
}
