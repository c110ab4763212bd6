import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { MadePicture, PictureRefusal } from '../platform/pictures/make-picture.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import {
  forgetWhatStoodInPlace,
  hiddenPictureLike,
  lastHiddenTakenAway,
  putHiddenPictureBack,
} from './hidden-picture-store.ts'
import {
  addPicture,
  changePictureInPlace,
  type MunicipalityPicture,
  pictureOfMunicipality,
  type PictureWords,
  removePicture,
} from './picture-store.ts'

/** A picture as it comes from the form, already made anew: what became of it, or why it cannot be taken. */
export type ReceivedPicture = MadePicture | PictureRefusal | undefined

/**
 * Saves a municipality's picture with its words; without a picture the words of the one that is there. Refused with a reason
 * when the file is no picture that can be taken, or somebody saved in between. A picture that moderators have hidden stays
 * hidden, however it comes again; another one takes its place, and moderators see that it did. Tells whether it is hidden.
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
    picture,
    description,
    source,
    version,
  }: Acting & {
    municipalityCode: string
    picture: ReceivedPicture
    description: string
    source: string
    version: number
  },
): Promise<Outcome<{ isHidden: boolean }>> {
  const words = texts[lang].pictures
  const before = await pictureOfMunicipality(database, municipalityCode)
  if (picture === undefined && before === undefined) return refuse('picture', words.fileMissing)
  if (typeof picture === 'string') return refuse('picture', words.refused[picture])
  const said = { municipalityCode, description, source, lang, personId: person.id, now, version }
  const saved = picture
    ? await savePicture(database, { ...said, id: newId(), before, picture })
    : await changePictureInPlace(database, { ...said, picture: undefined })
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
  const after = await pictureOfMunicipality(database, municipalityCode)
  return done({ isHidden: after?.hidden !== null })
}

/** Saves a picture that came. False when somebody saved in between: then what was done is to be undone. */
async function savePicture(
  database: Database,
  saved: PictureWords & { id: string; before: MunicipalityPicture | undefined; picture: MadePicture },
): Promise<boolean> {
  const { before, picture, municipalityCode, version, now } = saved
  const hidden = await hiddenPictureLike(database, { municipalityCode, picture })
  if (hidden?.isInPlace) return changePictureInPlace(database, { ...saved, picture: undefined })
  if (before && !before.hidden && !hidden) return changePictureInPlace(database, saved)
  if (before) {
    // What the programme office has not yet seen stands in the place of the hidden one that comes back.
    const taken = { municipalityCode, version, now, forComparison: hidden === undefined }
    if (!(await removePicture(database, taken))) return false
  } else if (version !== 0) return false
  if (!hidden) {
    const inPlaceOf = (await lastHiddenTakenAway(database, municipalityCode)) ?? null
    return addPicture(database, { ...saved, inPlaceOf })
  }
  const back = { id: hidden.id, content: picture.content, version: version + 1 }
  if (!(await putHiddenPictureBack(database, back))) return false
  return changePictureInPlace(database, { ...saved, picture: undefined, version: version + 1 })
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
  if (before) await forgetWhatStoodInPlace(database, before.id)
  if (!before || !(await removePicture(database, { municipalityCode, version, now })))
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
