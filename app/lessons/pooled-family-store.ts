import { type ColumnType, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { PooledFamily } from './pooled-family.ts'

interface PooledFamiliesTable {
  root_id: string
  member_ids: string[]
  pooled: ColumnType<PooledFamily, string, string>
  engine_version: string
  data_fingerprint: string
  computed_at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    pooled_families: PooledFamiliesTable
  }
}

/** A pooled family with what it was computed from. */
export interface KeptPool {
  /** The oldest known ancestor. */
  rootId: string
  memberIds: string[]
  pooled: PooledFamily
  engineVersion: string
  /** Of the fingerprints of its members' data and plans, and what was left out. */
  dataFingerprint: string
  computedAt: Date
}

const columns = [
  'root_id',
  'member_ids',
  'pooled',
  'engine_version',
  'data_fingerprint',
  'computed_at',
] as const

/** What the family of an experiment shows together, as it was last computed; undefined where no member has a public result. */
export async function keptPoolOf(database: Database, experimentId: string): Promise<KeptPool | undefined> {
  return (await keptPoolsOf(database, [experimentId])).get(experimentId)
}

/** The same for many experiments at once, by experiment id. */
export async function keptPoolsOf(
  database: Database,
  experimentIds: readonly string[],
): Promise<Map<string, KeptPool>> {
  if (experimentIds.length === 0) return new Map()
  const rows = await database
    .selectFrom('pooled_families')
    .select(columns)
    .where(sql<boolean>`member_ids && ${[...experimentIds]}::uuid[]`)
    .execute()
  const found = new Map<string, KeptPool>()
  for (const row of rows) {
    const kept: KeptPool = {
      rootId: row.root_id,
      memberIds: row.member_ids,
      pooled: row.pooled,
      engineVersion: row.engine_version,
      dataFingerprint: row.data_fingerprint,
      computedAt: row.computed_at,
    }
    for (const id of row.member_ids) if (experimentIds.includes(id)) found.set(id, kept)
  }
  return found
}

/** Keeps what a family shows in the place of what was kept before. */
export async function savePool(database: Database, kept: KeptPool): Promise<void> {
  const row = {
    member_ids: kept.memberIds,
    pooled: JSON.stringify(kept.pooled),
    engine_version: kept.engineVersion,
    data_fingerprint: kept.dataFingerprint,
    computed_at: kept.computedAt,
  }
  await database
    .insertInto('pooled_families')
    .values({ root_id: kept.rootId, ...row })
    .onConflict((conflict) => conflict.column('root_id').doUpdateSet(row))
    .execute()
}

/** One member of every family in which something has been taken up, for the nightly round. */
export async function familiesToPool(database: Database): Promise<string[]> {
  const rows = await database
    .selectFrom('experiments')
    .select('parent_id')
    .distinct()
    .where('parent_id', 'is not', null)
    .where('frozen_at', 'is not', null)
    .$castTo<{ parent_id: string }>()
    .execute()
  return rows.map((row) => row.parent_id)
}
