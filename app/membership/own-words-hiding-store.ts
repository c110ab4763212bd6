import { hiddenOf, type ReviewableTexts } from '../platform/hidden.ts'
import './details-store.ts'
import { forgetHiddenWords, rememberHiddenWords } from './hidden-words-store.ts'

/**
 * What municipalities say of themselves, as moderators look at it: the three languages are hidden together. Those who would
 * look at it are those who wrote it, so the programme office does. What was hidden is known again when it is put back.
 */
export const ownWordsTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database
      .selectFrom('municipality_details')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    const texts = row ? [row.words_fi, row.words_sv, row.words_en].filter((words) => words !== null) : []
    // Hidden words that were emptied stay where moderators find them.
    if (!row || (texts.length === 0 && row.hidden_at === null)) return undefined
    return {
      municipalityCode: row.municipality_code,
      writerId: row.written_by,
      texts,
      placeId: row.municipality_code,
      hidden: hiddenOf(row),
      byOffice: true,
    }
  },
  hide: async (database, id, { at, because }) => {
    const text = await ownWordsTexts.find(database, id)
    if (text) await rememberHiddenWords(database, { ...text, hidden: { at, because } })
    await database
      .updateTable('municipality_details')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    const text = await ownWordsTexts.find(database, id)
    if (text) await forgetHiddenWords(database, text)
    await database
      .updateTable('municipality_details')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}
