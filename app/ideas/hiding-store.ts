import { hiddenOf, type ReviewableTexts } from '../platform/hidden.ts'
import { removeDocument } from '../search/index.ts'
import { findIdea } from './idea-store.ts'
import { indexIdea } from './index-idea.ts'

/** Ideas as moderators look at them: the three sentences and the answer are hidden together. */
export const ideaTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database.selectFrom('ideas').selectAll().where('id', '=', id).executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.told_by,
        texts: [row.trial, row.problem, row.for_whom, ...(row.answer === null ? [] : [row.answer])],
        placeId: row.id,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('ideas')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
    await removeDocument(database, 'idea', id)
  },
  show: async (database, id) => {
    await database
      .updateTable('ideas')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
    const idea = await findIdea(database, id)
    if (idea) await indexIdea(database, idea)
  },
}
