import { hiddenOf, type ReviewableTexts } from '../platform/hidden.ts'

/** The words of one decision: reasons and what would change it. What was decided, when and by the rule or against it stays. */
export const decisionTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.decided_by,
        texts: [row.reasons, row.against_proposal, row.would_change].filter((text) => text !== null),
        placeId: row.experiment_id,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('decisions')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    await database
      .updateTable('decisions')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}
