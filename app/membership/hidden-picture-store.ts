import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { MadePicture } from '../platform/pictures/make-picture.ts'
import './picture-store.ts'

/**
 * The hidden picture of a municipality that this one is: the same file, the same pixels, or the file that was shown and then
 * saved from the page. Undefined when it is none of them.
 */
export async function hiddenPictureLike(
  database: Database,
  { municipalityCode, picture }: { municipalityCode: string; picture: MadePicture },
): Promise<{ id: string; isInPlace: boolean } | undefined> {
  const prints = [picture.hash, picture.sentHash]
  const row = await database
    .selectFrom('municipality_pictures')
    .select(['id', 'taken_away_at'])
    .where('municipality_code', '=', municipalityCode)
    .where('hidden_at', 'is not', null)
    .where((is) => is.or([is('content_hash', 'in', prints), is('sent_hash', 'in', prints)]))
    .executeTakeFirst()
  return row && { id: row.id, isInPlace: row.taken_away_at === null }
}

/** The hidden picture that a municipality took away last, undefined when there is none. */
export async function lastHiddenTakenAway(
  database: Database,
  municipalityCode: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('municipality_pictures')
    .select('id')
    .where('municipality_code', '=', municipalityCode)
    .where('taken_away_at', 'is not', null)
    .orderBy('taken_away_at', 'desc')
    .executeTakeFirst()
  return row?.id
}

/** Puts a hidden picture that was taken away back, still hidden, where there is none. True when it was put back. */
export async function putHiddenPictureBack(
  database: Database,
  { id, content, version }: { id: string; content: Buffer; version: number },
): Promise<boolean> {
  const changed = await database
    .updateTable('municipality_pictures')
    .set({ taken_away_at: null, content: sql<Buffer>`coalesce(content, ${content})`, version })
    .where('id', '=', id)
    .where('taken_away_at', 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** A picture that took the place of a hidden one, before the programme office has looked at it. */
export interface PictureInPlaceOfHidden {
  id: string
  municipalityCode: string
  savedAt: Date
}

/** Pictures that everybody sees in the place of hidden ones and nobody has looked at, oldest first, 200 at most. */
export async function picturesInPlaceOfHidden(database: Database): Promise<PictureInPlaceOfHidden[]> {
  const rows = await database
    .selectFrom('municipality_pictures')
    .select(['id', 'municipality_code', 'saved_at'])
    .where('in_place_of', 'is not', null)
    .where('hidden_at', 'is', null)
    .orderBy('saved_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({ id: row.id, municipalityCode: row.municipality_code, savedAt: row.saved_at }))
}

/** Somebody has looked at the picture: the hidden one is no longer needed for comparison, only to be known again. */
export async function forgetWhatStoodInPlace(database: Database, id: string): Promise<void> {
  const row = await database
    .selectFrom('municipality_pictures')
    .select('in_place_of')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.in_place_of) return
  await database
    .updateTable('municipality_pictures')
    .set({ in_place_of: null })
    .where('id', '=', id)
    .execute()
  await database
    .updateTable('municipality_pictures')
    .set({ content: null })
    .where('id', '=', row.in_place_of)
    .where('taken_away_at', 'is not', null)
    .execute()
}
