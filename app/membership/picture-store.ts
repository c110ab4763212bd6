import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import type { MadePicture } from '../platform/pictures/make-picture.ts'

interface MunicipalityPicturesTable extends HidingColumns {
  municipality_code: string
  id: string
  content: Buffer | null
  content_hash: string
  sent_hash: string | null
  width: number
  height: number
  description: string
  source: string
  lang: Lang
  saved_by: string
  saved_at: Date
  version: number
  taken_away_at: Date | null
  in_place_of: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    municipality_pictures: MunicipalityPicturesTable
  }
}

/** A municipality's picture without its content. */
export interface MunicipalityPicture {
  id: string
  municipalityCode: string
  hash: string
  width: number
  height: number
  description: string
  source: string
  lang: Lang
  savedBy: string
  version: number
  hidden: Hidden | null
  /** Is it there to be looked at? Not when it was hidden and then taken away. */
  hasContent: boolean
  /** The hidden picture whose place it took, until the programme office has looked at it. */
  inPlaceOf: string | null
}

const columns = [
  'id',
  'municipality_code',
  'content_hash',
  'width',
  'height',
  'description',
  'source',
  'lang',
  'saved_by',
  'version',
  'hidden_at',
  'hidden_because',
  'in_place_of',
] as const

type Row = Pick<MunicipalityPicturesTable, Exclude<(typeof columns)[number], keyof HidingColumns>> & {
  hidden_at: Date | null
  hidden_because: Hidden['because'] | null
  has_content: boolean
}

const pictureOf = (row: Row): MunicipalityPicture => ({
  id: row.id,
  municipalityCode: row.municipality_code,
  hash: row.content_hash,
  width: row.width,
  height: row.height,
  description: row.description,
  source: row.source,
  lang: row.lang,
  savedBy: row.saved_by,
  version: row.version,
  hidden: hiddenOf(row),
  hasContent: row.has_content,
  inPlaceOf: row.in_place_of,
})

const pictures = (database: Database) =>
  database
    .selectFrom('municipality_pictures')
    .select(columns)
    .select(sql<boolean>`content is not null`.as('has_content'))

/** The picture of a municipality, undefined where there is none or it is hidden from whoever asks. */
export async function pictureOfMunicipality(
  database: Database,
  municipalityCode: string,
): Promise<MunicipalityPicture | undefined> {
  const row = await pictures(database)
    .where('municipality_code', '=', municipalityCode)
    .where('taken_away_at', 'is', null)
    .executeTakeFirst()
  return row && pictureOf(row)
}

/** A picture by the id by which it is reported, also a hidden one that was taken away. */
export async function pictureById(database: Database, id: string): Promise<MunicipalityPicture | undefined> {
  const row = await pictures(database).where('id', '=', id).executeTakeFirst()
  return row && pictureOf(row)
}

/** The content of a municipality's picture when it has this hash; undefined otherwise. */
export async function pictureContent(
  database: Database,
  { municipalityCode, hash }: { municipalityCode: string; hash: string },
): Promise<{ content: Buffer; hidden: Hidden | null } | undefined> {
  const row = await database
    .selectFrom('municipality_pictures')
    .select(['content', 'hidden_at', 'hidden_because'])
    .where('municipality_code', '=', municipalityCode)
    .where('content_hash', '=', hash)
    .executeTakeFirst()
  return row?.content ? { content: row.content, hidden: hiddenOf(row) } : undefined
}

/** What is said with a picture, by whom and when; `version` is the one that was read (0: there was none). */
export interface PictureWords {
  municipalityCode: string
  description: string
  source: string
  lang: Lang
  personId: string
  now: Date
  version: number
}

const wordColumns = (words: PictureWords) => ({
  description: words.description,
  source: words.source,
  lang: words.lang,
  saved_by: words.personId,
  saved_at: words.now,
  version: words.version + 1,
})

const contentColumns = (picture: MadePicture) => ({
  content: picture.content,
  content_hash: picture.hash,
  sent_hash: picture.sentHash,
  width: picture.width,
  height: picture.height,
})

/**
 * Changes the words of the picture that a municipality shows, and its content where a new one came, if nobody saved since
 * `version`. True when it was saved. One that is hidden stays so.
 */
export async function changePictureInPlace(
  database: Database,
  saved: PictureWords & { picture: MadePicture | undefined },
): Promise<boolean> {
  const changed = await database
    .updateTable('municipality_pictures')
    .set({ ...wordColumns(saved), ...(saved.picture && contentColumns(saved.picture)) })
    .where('municipality_code', '=', saved.municipalityCode)
    .where('taken_away_at', 'is', null)
    .where('version', '=', saved.version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/**
 * Gives a municipality without a picture one. True when it was added, false where there is one already. `inPlaceOf` is the
 * hidden picture that stood there before.
 */
export async function addPicture(
  database: Database,
  saved: PictureWords & { id: string; picture: MadePicture; inPlaceOf: string | null },
): Promise<boolean> {
  const added = await database
    .insertInto('municipality_pictures')
    .values({
      ...wordColumns(saved),
      ...contentColumns(saved.picture),
      id: saved.id,
      municipality_code: saved.municipalityCode,
      taken_away_at: null,
      in_place_of: saved.inPlaceOf,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/**
 * Takes the picture of a municipality away if nobody saved since `version`. True when it was. A hidden one stays known by its
 * fingerprints; its content stays only to be compared with the one that takes its place (`forComparison`).
 */
export async function removePicture(
  database: Database,
  {
    municipalityCode,
    version,
    now,
    forComparison = false,
  }: { municipalityCode: string; version: number; now: Date; forComparison?: boolean },
): Promise<boolean> {
  const kept = await database
    .updateTable('municipality_pictures')
    .set({ taken_away_at: now, in_place_of: null, ...(forComparison ? {} : { content: null }) })
    .where('municipality_code', '=', municipalityCode)
    .where('taken_away_at', 'is', null)
    .where('hidden_at', 'is not', null)
    .where('version', '=', version)
    .executeTakeFirst()
  if (kept.numUpdatedRows > 0n) return true
  const removed = await database
    .deleteFrom('municipality_pictures')
    .where('municipality_code', '=', municipalityCode)
    .where('taken_away_at', 'is', null)
    .where('version', '=', version)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
