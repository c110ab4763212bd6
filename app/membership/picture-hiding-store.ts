import type { ReviewableTexts } from '../platform/hidden.ts'
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
        picture: {
          name: 'municipality-picture-file',
          parameters: { code: picture.municipalityCode, hash: picture.hash },
        },
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('municipality_pictures')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    await database
      .updateTable('municipality_pictures')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}
