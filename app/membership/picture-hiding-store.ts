import type { ReviewableTexts } from '../platform/hidden.ts'
import { forgetWhatStoodInPlace } from './hidden-picture-store.ts'
import { pictureById } from './picture-store.ts'

/** Pictures of municipalities, as moderators look at them: picture and words are hidden together, by the programme office. */
export const pictureTexts: ReviewableTexts = {
  find: async (database, id) => {
    const picture = await pictureById(database, id)
    return (
      picture && {
        municipalityCode: picture.municipalityCode,
        writerId: picture.savedBy,
        texts: [picture.description, picture.source],
        placeId: picture.municipalityCode,
        hidden: picture.hidden,
        byOffice: true,
        inPlaceOf: picture.inPlaceOf,
        ...(picture.hasContent && {
          picture: {
            name: 'municipality-picture-file' as const,
            parameters: { code: picture.municipalityCode, hash: picture.hash },
          },
        }),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await forgetWhatStoodInPlace(database, id)
    await database
      .updateTable('municipality_pictures')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  keep: forgetWhatStoodInPlace,
  show: async (database, id) => {
    // One that was taken away meanwhile is shown nowhere: it may be put back like any other.
    await database
      .deleteFrom('municipality_pictures')
      .where('id', '=', id)
      .where('taken_away_at', 'is not', null)
      .execute()
    await database
      .updateTable('municipality_pictures')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}
