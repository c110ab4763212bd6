import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import './observation-store.ts'
import type { OpenPoster, Poster } from './poster.ts'

interface PostersTable {
  id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  unit: string | null
  label: string
  lang: Lang
  secret_hash: string
  made_by: string | null
  made_at: Date
  revoked_at: Date | null
  revoked_by: string | null
  version: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    posters: PostersTable
  }
}

/** What a secret opens, whoever asks; undefined for a guess. */
export async function posterOfSecret(
  database: Database,
  secretHash: string,
): Promise<OpenPoster | undefined> {
  const { rows } = await sql<{
    id: string
    experiment_id: string
    measure_id: string
    unit: string | null
    revoked: boolean
  }>`select * from poster_of(${secretHash})`.execute(database)
  const [row] = rows
  return (
    row && {
      id: row.id,
      experimentId: row.experiment_id,
      measureId: row.measure_id,
      unit: row.unit,
      revoked: row.revoked,
    }
  )
}

/** The posters of an experiment, newest first, with how many of their readings stand. */
export async function postersOf(database: Database, experimentId: string): Promise<Poster[]> {
  const rows = await database
    .selectFrom('posters')
    .selectAll('posters')
    .select(({ selectFrom, fn }) =>
      selectFrom('observations')
        .select(fn.countAll<number>().as('n'))
        .whereRef('observations.poster_id', '=', 'posters.id')
        .where('observations.removed_at', 'is', null)
        .as('readings'),
    )
    .where('posters.experiment_id', '=', experimentId)
    .orderBy('made_at', 'desc')
    .orderBy('posters.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    experimentId: row.experiment_id,
    measureId: row.measure_id,
    unit: row.unit,
    label: row.label,
    lang: row.lang,
    madeBy: row.made_by,
    madeAt: row.made_at,
    revokedAt: row.revoked_at,
    version: row.version,
    readings: Number(row.readings ?? 0),
  }))
}

/** Keeps a new poster. */
export async function savePoster(
  database: Database,
  poster: {
    id: string
    experimentId: string
    municipalityCode: string
    measureId: string
    unit: string | null
    label: string
    lang: Lang
    secretHash: string
    personId: string
    now: Date
  },
): Promise<void> {
  await database
    .insertInto('posters')
    .values({
      id: poster.id,
      experiment_id: poster.experimentId,
      municipality_code: poster.municipalityCode,
      measure_id: poster.measureId,
      unit: poster.unit,
      label: poster.label,
      lang: poster.lang,
      secret_hash: poster.secretHash,
      made_by: poster.personId,
      made_at: poster.now,
      revoked_at: null,
      revoked_by: null,
      version: 1,
    })
    .execute()
}

/** The hash of a poster’s secret, for comparing; undefined when there is no such poster. */
export async function hashOfPoster(database: Database, id: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('posters')
    .select('secret_hash')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.secret_hash
}

/** Takes a poster out of use. False when somebody else has changed it since `version`; it may be out of use already. */
export async function revokePosterRow(
  database: Database,
  { id, version, personId, now }: { id: string; version: number; personId: string; now: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('posters')
    .set({
      revoked_at: sql<Date>`coalesce(revoked_at, ${now})`,
      revoked_by: sql<string>`coalesce(revoked_by, ${personId})`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many readings a poster has taken since a moment, standing or not. */
export async function countPosterReadings(database: Database, id: string, since: Date): Promise<number> {
  const row = await database
    .selectFrom('observations')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('poster_id', '=', id)
    .where('at', '>', since)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Takes away the readings of a poster that are of this day (ISO) or later; returns how many. */
export async function removePosterReadings(
  database: Database,
  { id, since, personId, now, why }: { id: string; since: string; personId: string; now: Date; why: string },
): Promise<number> {
  const removed = await database
    .updateTable('observations')
    .set({ removed_at: now, removed_by: personId, removed_why: why })
    .where('poster_id', '=', id)
    .where('day', '>=', since)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(removed.numUpdatedRows)
}
