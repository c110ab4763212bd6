import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { keyOf, type PastedRow } from './read-pasted-table.ts'
import { daysToUndo } from './observation-store.ts'

/** Whole imports: many rows in few statements. */
export interface ImportedRows {
  importId: string
  way: 'paste' | 'file'
  experimentId: string
  municipalityCode: string
  measureId: string
  personId: string
  now: Date
}

/** The days of a measure that have a reading, each place on its own, as `keyOf` writes them. */
export async function daysWithReadings(
  database: Database,
  {
    experimentId,
    measureId,
    exceptImportId,
  }: { experimentId: string; measureId: string; exceptImportId?: string },
): Promise<Set<string>> {
  const rows = await database
    .selectFrom('observations')
    .select(['day', 'unit'])
    .distinct()
    .where('experiment_id', '=', experimentId)
    .where('measure_id', '=', measureId)
    .where('removed_at', 'is', null)
    .$if(exceptImportId !== undefined, (query) =>
      query.where('import_id', 'is distinct from', exceptImportId ?? null),
    )
    .execute()
  return new Set(rows.map(({ day, unit }) => keyOf(day, unit)))
}

/** Adds the rows of a table or a file as readings. `ids` gives each its own. */
export async function addImportedRows(
  database: Database,
  { importId, way, experimentId, municipalityCode, measureId, personId, now }: ImportedRows,
  rows: readonly PastedRow[],
  ids: readonly string[],
): Promise<void> {
  await sql`
    insert into observations (id, experiment_id, municipality_code, measure_id, unit, day, value, note, way, import_id, entered_by, at)
    select one.id, ${experimentId}::uuid, ${municipalityCode}, ${measureId}::uuid, one.unit, one.day, one.value, one.note,
      ${way}, ${importId}::uuid, ${personId}::uuid, ${now}::timestamptz
    from unnest(${ids}::uuid[], ${rows.map((row) => row.unit)}::text[], ${rows.map((row) => row.day)}::date[],
      ${rows.map((row) => row.value)}::float8[], ${rows.map((row) => row.note)}::text[]) as one (id, unit, day, value, note)`.execute(
    database,
  )
}

/** A reading that another took the place of, as the record names it. */
export interface ReplacedReading {
  id: string
  day: string
  unit: string | null
  value: number
}

/** Takes away the readings in whose place the rows come, with the reason, and returns them in the order of days. */
export async function removeReplacedReadings(
  database: Database,
  {
    importId,
    experimentId,
    measureId,
    personId,
    now,
    why,
  }: Omit<ImportedRows, 'importId' | 'way' | 'personId' | 'municipalityCode'> & {
    /** The import that takes their place; null where the readings come one by one. */
    importId: string | null
    personId: string | null
    why: string
  },
  rows: readonly Pick<PastedRow, 'day' | 'unit'>[],
): Promise<ReplacedReading[]> {
  const replaced: ReplacedReading[] = []
  for (let from = 0; from < rows.length; from += daysInOnePiece) {
    const some = rows.slice(from, from + daysInOnePiece)
    const gone = await sql<ReplacedReading>`
    with gone as (
      update observations as stored
      set removed_at = ${now}::timestamptz, removed_by = ${personId}::uuid, removed_why = ${why}, removed_by_import = ${importId}::uuid
      from (select distinct day, unit from unnest(${some.map((row) => row.day)}::date[],
        ${some.map((row) => row.unit)}::text[]) as one (day, unit)) as replaced
      where stored.experiment_id = ${experimentId}::uuid and stored.measure_id = ${measureId}::uuid
        and stored.day = replaced.day and stored.unit is not distinct from replaced.unit
        and stored.removed_at is null
        and (${importId}::uuid is null or stored.import_id is distinct from ${importId}::uuid)
      returning stored.id, stored.day, stored.unit, stored.value
    )
    select id, day, unit, value::float8 as value from gone`.execute(database)
    replaced.push(...gone.rows)
  }
  return replaced.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
}

/** A day may have many readings, so that few days make a statement long. */
const daysInOnePiece = 200

/**
 * Takes a whole import away and lets the readings stand again that it had replaced. False when it was undone before
 * or is too old; nothing changes then.
 */
export async function undoImportRows(
  database: Database,
  {
    id,
    experimentId,
    personId,
    now,
    why,
  }: { id: string; experimentId: string; personId: string; now: Date; why: string },
): Promise<boolean> {
  const undone = await database
    .updateTable('measurement_imports')
    .set({ undone_at: now, undone_by: personId })
    .where('id', '=', id)
    .where('experiment_id', '=', experimentId)
    .where('undone_at', 'is', null)
    .where('imported_at', '>', new Date(now.getTime() - daysToUndo * 86_400_000))
    .returning('id')
    .executeTakeFirst()
  if (!undone) return false
  await inPieces(() =>
    sql`
      update observations set removed_at = ${now}::timestamptz, removed_by = ${personId}::uuid, removed_why = ${why}
      where id in (select id from observations where import_id = ${id}::uuid and removed_at is null limit ${rowsInOnePiece})`.execute(
      database,
    ),
  )
  await database
    .updateTable('observations')
    .set({ removed_at: null, removed_by: null, removed_why: null })
    .where('id', 'in', (rows) =>
      rows
        .selectFrom('observations')
        .select('replaces_id')
        .where('import_id', '=', id)
        .where('replaces_id', 'is not', null)
        .$castTo<{ replaces_id: string }>(),
    )
    .execute()
  await inPieces(() =>
    sql`
      update observations set removed_at = null, removed_by = null, removed_why = null, removed_by_import = null
      where id in (select id from observations where removed_by_import = ${id}::uuid limit ${rowsInOnePiece})`.execute(
      database,
    ),
  )
  return true
}

/** How many rows one statement changes: a second's work, so that none meets the limit on statements. */
const rowsInOnePiece = 10_000

/** Repeats a statement that changes some rows until it has changed all of them. */
async function inPieces(change: () => Promise<{ numAffectedRows?: bigint }>): Promise<void> {
  for (;;) if (Number((await change()).numAffectedRows ?? 0) < rowsInOnePiece) return
}
