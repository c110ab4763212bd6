import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { allLibraryTitles, libraryTitle, type LibraryTitle } from './library.ts'

interface LibraryTitlesTable {
  id: string
  title: string
  municipality_code: string | null
  year: number | null
  theme: string
  address: string
  sentence_fi: string
  sentence_sv: string
  sentence_en: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    library_titles: LibraryTitlesTable
  }
}

/** Brings the library file into the database and answers the titles that were added or changed; none the second time. */
export async function saveLibrary(database: Database): Promise<LibraryTitle[]> {
  const rows = allLibraryTitles().map((one) => ({
    id: one.id,
    title: one.title,
    municipality_code: one.municipalityCode,
    year: one.year,
    theme: one.theme,
    address: one.address,
    sentence_fi: one.sentence.fi,
    sentence_sv: one.sentence.sv,
    sentence_en: one.sentence.en,
  }))
  const changed = await database
    .insertInto('library_titles')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({
          title: row.ref('excluded.title'),
          municipality_code: row.ref('excluded.municipality_code'),
          year: row.ref('excluded.year'),
          theme: row.ref('excluded.theme'),
          address: row.ref('excluded.address'),
          sentence_fi: row.ref('excluded.sentence_fi'),
          sentence_sv: row.ref('excluded.sentence_sv'),
          sentence_en: row.ref('excluded.sentence_en'),
        }))
        .where(sql<boolean>`library_titles is distinct from excluded`),
    )
    .returning('id')
    .execute()
  return changed.flatMap(({ id }) => libraryTitle(id) ?? [])
}
