import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { makePicture } from '../platform/pictures/make-picture.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { pictureOfMunicipality, removePicture, savePicture } from './picture-store.ts'

/**
 * Saves a municipality's picture with its words, made anew from what was sent; without a file the words of the one that is
 * there. Refused with a reason when the file is no picture that can be taken, or somebody saved in between.
 */
export async function changePicture(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    municipalityCode,
    bytes,
    description,
    source,
    version,
  }: Acting & {
    municipalityCode: string
    bytes: Uint8Array | undefined
    description: string
    source: string
    version: number
  },
): Promise<Outcome> {
  const words = texts[lang].pictures
  const before = await pictureOfMunicipality(database, municipalityCode)
  if (bytes === undefined && before === undefined) return refuse('picture', words.fileMissing)
  const picture = bytes && (await makePicture(bytes))
  if (typeof picture === 'string') return refuse('picture', words.refused[picture])
  const saved = await savePicture(database, {
    id: newId(),
    municipalityCode,
    picture,
    description,
    source,
    lang,
    personId: person.id,
    now,
    version,
  })
  if (!saved) return refuse('', words.changed)
  await record(database, {
    chain: municipalityCode,
    action: 'municipality-picture.saved',
    recordKind: 'municipality-details',
    recordId: municipalityCode,
    personId: person.id,
    requestId,
    at: now,
    before: before && { hash: before.hash, description: before.description, source: before.source },
    after: { hash: picture?.hash ?? before?.hash ?? '', description, source },
  })
  return done()
}

/** Takes a municipality's picture away; refused when somebody saved in between. */
export async function takePictureAway(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    municipalityCode,
    version,
  }: Acting & { municipalityCode: string; version: number },
): Promise<Outcome> {
  const before = await pictureOfMunicipality(database, municipalityCode)
  if (!before || !(await removePicture(database, { municipalityCode, version })))
    return refuse('', texts[lang].pictures.changed)
  await record(database, {
    chain: municipalityCode,
    action: 'municipality-picture.removed',
    recordKind: 'municipality-details',
    recordId: municipalityCode,
    personId: person.id,
    requestId,
    at: now,
    before: { hash: before.hash, description: before.description, source: before.source },
  })
  return done()
}
