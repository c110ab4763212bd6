import { hiddenOf, type ReviewableTexts } from '../platform/hidden.ts'
import { removeDocument } from '../search/index.ts'
import { experimentById } from './experiment-store.ts'
import { indexExperiment } from './index-experiment.ts'
import { isPublic } from './experiment.ts'
import { wordsOf } from './hidden-plan.ts'

/** Entries of the diary of public experiments, one by one. */
export const diaryTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database
      .selectFrom('diary_entries')
      .innerJoin('experiments', 'experiments.id', 'diary_entries.experiment_id')
      .selectAll('diary_entries')
      .where('diary_entries.id', '=', id)
      .where('diary_entries.removed_at', 'is', null)
      .where('experiments.frozen_at', 'is not', null)
      .executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.person_id,
        texts: [row.text],
        placeId: row.experiment_id,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('diary_entries')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    await database
      .updateTable('diary_entries')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}

/** Departures from frozen plans: what was done and why are hidden together, the day stays. */
export const departureTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database
      .selectFrom('experiment_departures')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.person_id,
        texts: [row.what, row.why],
        placeId: row.experiment_id,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('experiment_departures')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    await database
      .updateTable('experiment_departures')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}

/** Events: the words are hidden, the day stays. */
export const eventTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database
      .selectFrom('experiment_events')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    return (
      row && {
        municipalityCode: row.municipality_code,
        writerId: row.person_id,
        texts: [row.what],
        placeId: row.experiment_id,
        hidden: hiddenOf(row),
      }
    )
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('experiment_events')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
  },
  show: async (database, id) => {
    await database
      .updateTable('experiment_events')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
  },
}

/** Frozen plans: every word of one is hidden, its title too. Figures, days, state and fingerprint stay. */
export const planTexts: ReviewableTexts = {
  find: async (database, id) => {
    const row = await database
      .selectFrom('experiments')
      .selectAll()
      .where('id', '=', id)
      .where('frozen_at', 'is not', null)
      .executeTakeFirst()
    return row?.municipality_code
      ? {
          municipalityCode: row.municipality_code,
          writerId: row.responsible_person_id ?? row.created_by,
          texts: wordsOf(row.plan, row.title),
          placeId: row.id,
          hidden: hiddenOf(row),
        }
      : undefined
  },
  hide: async (database, id, { at, because }) => {
    await database
      .updateTable('experiments')
      .set({ hidden_at: at, hidden_because: because })
      .where('id', '=', id)
      .execute()
    await removeDocument(database, 'experiment', id)
    await removeDocument(database, 'lesson', id)
  },
  show: async (database, id) => {
    await database
      .updateTable('experiments')
      .set({ hidden_at: null, hidden_because: null })
      .where('id', '=', id)
      .execute()
    const experiment = await experimentById(database, id)
    if (experiment && isPublic(experiment)) await indexExperiment(database, experiment)
  },
}
