import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type NewExperiment, rowOf } from './experiment-store.ts'
import type { PublishedRecord } from './experiment.ts'

/**
 * Adds a published experiment, or brings it up to what the sources are now known to tell. False when nothing had
 * changed. Its days are not known, so lists order it by the end of its last known year.
 */
export async function savePublishedExperiment(
  database: Database,
  experiment: NewExperiment & {
    published: PublishedRecord
    years: { from: number | null; to: number | null }
  },
): Promise<boolean> {
  const { years } = experiment
  const lastYear = years.to ?? years.from
  const saved = await database
    .insertInto('experiments')
    .values({
      ...rowOf(experiment),
      year_from: years.from,
      year_to: years.to,
      listed_at: lastYear === null ? new Date(0) : new Date(Date.UTC(lastYear, 11, 31)),
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({
          municipality_code: row.ref('excluded.municipality_code'),
          parent_id: row.ref('excluded.parent_id'),
          outcome: row.ref('excluded.outcome'),
          title: row.ref('excluded.title'),
          theme: row.ref('excluded.theme'),
          year_from: row.ref('excluded.year_from'),
          year_to: row.ref('excluded.year_to'),
          published: row.ref('excluded.published'),
          listed_at: row.ref('excluded.listed_at'),
          updated_at: row.ref('excluded.updated_at'),
        }))
        .where(
          sql<boolean>`(experiments.published, experiments.municipality_code, experiments.parent_id, experiments.outcome, experiments.theme, experiments.year_from, experiments.year_to)
            is distinct from (excluded.published, excluded.municipality_code, excluded.parent_id, excluded.outcome, excluded.theme, excluded.year_from, excluded.year_to)`,
        ),
    )
    .returning('id')
    .executeTakeFirst()
  return saved !== undefined
}

/** Brings what is told of an example worked out afterwards up to date; its plan does not change. True when something had changed. */
export async function updateSources(
  database: Database,
  { id, published, at }: { id: string; published: PublishedRecord; at: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('experiments')
    .set({ published: JSON.stringify(published), updated_at: at })
    .where('id', '=', id)
    .where('origin', '=', 'retrospective')
    .where(sql<boolean>`published is distinct from ${JSON.stringify(published)}::jsonb`)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Adds an example worked out afterwards, whole at once: it has ended, and its plan does not change. False when it is there
 * already. Lists order it by the end of its last year.
 */
export async function saveRetrospective(
  database: Database,
  experiment: NewExperiment & {
    planFingerprint: string
    years: { from: number; to: number }
  },
): Promise<boolean> {
  const added = await database
    .insertInto('experiments')
    .values({
      ...rowOf(experiment),
      frozen_at: experiment.at,
      plan_fingerprint: experiment.planFingerprint,
      year_from: experiment.years.from,
      year_to: experiment.years.to,
      listed_at: new Date(Date.UTC(experiment.years.to, 11, 31)),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
