import { hiddenOf, type ReviewableTexts } from '../platform/hidden.ts'

/** What was written of the result of a trial, every version together; named by the experiment. The figures stay. */
export const findingTexts: ReviewableTexts = {
  find: async (database, experimentId) => {
    const row = await database
      .selectFrom('findings')
      .selectAll()
      .where('experiment_id', '=', experimentId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.written_by,
        texts: [row.happened],
        placeId: experimentId,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, experimentId, { at, because }) => {
    await database
      .updateTable('findings')
      .set({ hidden_at: at, hidden_because: because })
      .where('experiment_id', '=', experimentId)
      .execute()
  },
  show: async (database, experimentId) => {
    await database
      .updateTable('findings')
      .set({ hidden_at: null, hidden_because: null })
      .where('experiment_id', '=', experimentId)
      .execute()
  },
}
