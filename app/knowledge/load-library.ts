import type { Database } from '../platform/database/database.ts'
import { indexDocument } from '../search/index.ts'
import { languageOfTitles } from './library.ts'
import { saveLibrary } from './library-store.ts'

/** What a library title is called in the search index. */
export const libraryTitleKind = 'library-title'

/**
 * Brings the library into the database and into the search index. Needs the municipalities to be there. Answers how many
 * titles were added or changed; a second run changes nothing and answers 0.
 */
export async function loadLibrary(database: Database): Promise<number> {
  const changed = await saveLibrary(database)
  for (const title of changed)
    await indexDocument(database, {
      kind: libraryTitleKind,
      recordId: title.id,
      language: languageOfTitles,
      title: title.title,
      body: title.sentence[languageOfTitles],
      municipalityCode: title.municipalityCode ?? undefined,
      theme: title.theme,
      year: title.year ?? undefined,
      sourceUrl: title.address,
    })
  return changed.length
}
