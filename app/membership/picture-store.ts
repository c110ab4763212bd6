import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import type { MadePicture } from '../platform/pictures/make-picture.ts'

interface MunicipalityPicturesTable extends HidingColumns {
  municipality_code: string
  id: string
  content: Buffer
  content_hash: string
  width: number
  height: number
  description: string
  source: string
  lang: Lang
  saved_by: string
  saved_at: Date
  version: number
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
] as const

type Row = Pick<MunicipalityPicturesTable, Exclude<(typeof columns)[number], keyof HidingColumns>> & {
  hidden_at: Date | null
  hidden_because: Hidden['because'] | null
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
})

/** The picture of a municipality, undefined where there is none or it is hidden from whoever asks. */
export async function pictureOfMunicipality(
  database: Database,
  municipalityCode: string,
): Promise<MunicipalityPicture | undefined> {
  const row = await database
    .selectFrom('municipality_pictures')
    .select(columns)
    .where('municipality_code', '=', municipalityCode)
    .executeTakeFirst()
  return row && pictureOf(row)
}

/** A picture by the id by which it is reported. */
export async function pictureById(database: Database, id: string): Promise<MunicipalityPicture | undefined> {
  const row = await database
    .selectFrom('municipality_pictures')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
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
  return row && { content: row.content, hidden: hiddenOf(row) }
}

/**
 * Saves the picture of a municipality, or only its words where no new one came, if nobody saved since `version` (0: there was
 * none). True when it was saved. One that is hidden stays so, whatever takes its place.
 */
export async function savePicture(
  database: Database,
  saved: {
    id: string
    municipalityCode: string
    picture: MadePicture | undefined
    description: string
    source: string
    lang: Lang
    personId: string
    now: Date
    version: number
  },
): Promise<boolean> {
  const { picture } = saved
  const words = {
    description: saved.description,
    source: saved.source,
    lang: saved.lang,
    saved_by: saved.personId,
    saved_at: saved.now,
    version: saved.version + 1,
  }
  const content = picture && {
    content: picture.content,
    content_hash: picture.hash,
    width: picture.width,
    height: picture.height,
  }
  if (saved.version > 0) {
    const changed = await database
      .updateTable('municipality_pictures')
      .set({ ...words, ...content })
      .where('municipality_code', '=', saved.municipalityCode)
      .where('version', '=', saved.version)
      .executeTakeFirst()
    return changed.numUpdatedRows > 0n
  }
  if (!content) return false
  const added = await database
    .insertInto('municipality_pictures')
    .values({ ...words, ...content, id: saved.id, municipality_code: saved.municipalityCode })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Removes the picture of a municipality if nobody saved since `version`. True when it was removed. */
export async function removePicture(
  database: Database,
  { municipalityCode, version }: { municipalityCode: string; version: number },
): Promise<boolean> {
  const removed = await database
    .deleteFrom('municipality_pictures')
    .where('municipality_code', '=', municipalityCode)
    .where('version', '=', version)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}
