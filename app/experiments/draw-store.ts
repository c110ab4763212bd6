import type { ColumnType } from 'kysely'
import type { Database } from '../platform/database/database.ts'

interface DrawsTable {
  experiment_id: string
  municipality_code: string
  seed: string
  commitment: string
  committed_at: Date
  drawn_at: Date | null
  plan_fingerprint: string | null
  drawn: ColumnType<string[] | null, string | null, string | null>
  version: ColumnType<number, number | undefined, number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    draws: DrawsTable
  }
}

/** A draw that has been made. */
export interface Draw {
  seed: string
  commitment: string
  committedAt: Date
  drawnAt: Date
  planFingerprint: string
  /** What was drawn, in the drawn order. */
  order: string[]
}

/** The draw of an experiment; undefined while none has been made. The seed of a later draw is told to nobody. */
export async function drawOf(database: Database, experimentId: string): Promise<Draw | undefined> {
  const row = await database
    .selectFrom('draws')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .executeTakeFirst()
  if (!row || row.drawn_at === null || row.drawn === null || row.plan_fingerprint === null) return undefined
  return {
    seed: row.seed,
    commitment: row.commitment,
    committedAt: row.committed_at,
    drawnAt: row.drawn_at,
    planFingerprint: row.plan_fingerprint,
    order: row.drawn,
  }
}

/** Keeps a seed for a draw to come. False when there is one already. */
export async function saveSeed(
  database: Database,
  one: { experimentId: string; municipalityCode: string; seed: string; commitment: string; at: Date },
): Promise<boolean> {
  const row = await database
    .insertInto('draws')
    .values({
      experiment_id: one.experimentId,
      municipality_code: one.municipalityCode,
      seed: one.seed,
      commitment: one.commitment,
      committed_at: one.at,
      drawn_at: null,
      plan_fingerprint: null,
      drawn: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('experiment_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The seed that was kept for a draw not made yet; undefined when there is none. For the draw itself, never for a page. */
export async function seedKept(database: Database, experimentId: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('draws')
    .select('seed')
    .where('experiment_id', '=', experimentId)
    .where('drawn_at', 'is', null)
    .executeTakeFirst()
  return row?.seed
}

export async function saveDraw(
  database: Database,
  one: { experimentId: string; planFingerprint: string; order: readonly string[]; at: Date },
): Promise<void> {
  await database
    .updateTable('draws')
    .set({ drawn_at: one.at, plan_fingerprint: one.planFingerprint, drawn: JSON.stringify(one.order) })
    .where('experiment_id', '=', one.experimentId)
    .where('drawn_at', 'is', null)
    .execute()
}
