import { experimentById } from '../experiments/index.ts'
import { hiddenOf, type ReviewableTexts } from '../platform/hidden.ts'
import { removeDocument } from '../search/index.ts'
import { indexLesson } from './index-lesson.ts'
import { lessonOfExperiment } from './lesson-store.ts'

/** Lesson cards, every version together; named by the experiment. */
export const lessonTexts: ReviewableTexts = {
  find: async (database, experimentId) => {
    const row = await database
      .selectFrom('lessons')
      .selectAll()
      .where('experiment_id', '=', experimentId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.written_by,
        texts: [
          row.worked,
          row.did_not_work,
          row.surprised,
          row.conditions,
          row.inspired,
          row.would_do_otherwise,
        ].filter((text) => text !== null && text !== '') as string[],
        placeId: experimentId,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, experimentId, { at, because }) => {
    await database
      .updateTable('lessons')
      .set({ hidden_at: at, hidden_because: because })
      .where('experiment_id', '=', experimentId)
      .execute()
    await removeDocument(database, 'lesson', experimentId)
  },
  show: async (database, experimentId) => {
    await database
      .updateTable('lessons')
      .set({ hidden_at: null, hidden_because: null })
      .where('experiment_id', '=', experimentId)
      .execute()
    const experiment = await experimentById(database, experimentId)
    const lesson = await lessonOfExperiment(database, experimentId)
    if (experiment?.hidden === null && lesson) await indexLesson(database, experiment, lesson)
  },
}
