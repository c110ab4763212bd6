import type { ColumnType } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Observation, Way } from './observation.ts'

interface ObservationsTable {
  id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  unit: string | null
  day: string
  value: number
  note: string | null
  way: Way
  import_id: string | null
  entered_by: string | null
  at: Date
  replaces_id: string | null
  removed_at: Date | null
  removed_by: string | null
  removed_why: string | null
  removed_by_import: string | null
  source_id: string | null
  poster_id: string | null
  version: number
}

interface MeasurementImportsTable {
  id: string
  experiment_id: string
  municipality_code: string
  row_count: number
  way: ColumnType<'paste' | 'file', 'paste' | 'file' | undefined, never>
  left_out: ColumnType<number, number | undefined, never>
  imported_by: string | null
  imported_at: Date
  undone_at: Date | null
  undone_by: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    observations: ObservationsTable
    measurement_imports: MeasurementImportsTable
  }
}

type Row = Pick<
  ObservationsTable,
  'id' | 'experiment_id' | 'measure_id' | 'unit' | 'day' | 'value' | 'note' | 'way' | 'entered_by' | 'at'
>

/** The columns that `observationOf` reads. */
export const shownOfObservation = [
  'id',
  'experiment_id',
  'measure_id',
  'unit',
  'day',
  'value',
  'note',
  'way',
  'entered_by',
  'at',
] as const

/** A row as a reading. */
export function observationOf(row: Row): Observation {
  return {
    id: row.id,
    experimentId: row.experiment_id,
    measureId: row.measure_id,
    unit: row.unit,
    day: row.day,
    value: row.value,
    note: row.note,
    way: row.way,
    enteredBy: row.entered_by,
    at: row.at,
  }
}

/** All readings of an experiment that stand, in the order of days. */
export async function readingsAsEntered(database: Database, experimentId: string): Promise<Observation[]> {
  const rows = await database
    .selectFrom('observations')
    .select(shownOfObservation)
    .where('experiment_id', '=', experimentId)
    .where('removed_at', 'is', null)
    .orderBy('day')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(observationOf)
}

/** One reading of an experiment that stands, or undefined. */
export async function observationById(
  database: Database,
  experimentId: string,
  id: string,
): Promise<Observation | undefined> {
  const row = await database
    .selectFrom('observations')
    .select(shownOfObservation)
    .where('id', '=', id)
    .where('experiment_id', '=', experimentId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row && observationOf(row)
}

/** Whose reading this id is, standing or taken away since; undefined when there is none. */
export async function writerOfObservation(
  database: Database,
  id: string,
): Promise<{ experimentId: string; enteredBy: string | null } | undefined> {
  const row = await database
    .selectFrom('observations')
    .select(['experiment_id', 'entered_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { experimentId: row.experiment_id, enteredBy: row.entered_by }
}

/** Is there a reading with this id, as far as whoever acts may see, standing or taken away? */
export async function isObservationId(database: Database, id: string): Promise<boolean> {
  return (await writerOfObservation(database, id)) !== undefined
}

/** A reading as it is added. */
export interface NewObservation extends Observation {
  municipalityCode: string
  importId?: string
  replacesId?: string
  /** The poster that it came by. */
  posterId?: string
  /** What the sender calls it, where a program sent it. */
  sourceId?: string
}

/** Adds readings, many at a time in the same transaction. */
export async function saveObservations(
  database: Database,
  observations: readonly NewObservation[],
): Promise<void> {
  const rowsInOneStatement = 1_000
  for (let from = 0; from < observations.length; from += rowsInOneStatement)
    await database
      .insertInto('observations')
      .values(
        observations.slice(from, from + rowsInOneStatement).map((one) => ({
          id: one.id,
          experiment_id: one.experimentId,
          municipality_code: one.municipalityCode,
          measure_id: one.measureId,
          unit: one.unit,
          day: one.day,
          value: one.value,
          note: one.note,
          way: one.way,
          import_id: one.importId ?? null,
          entered_by: one.enteredBy,
          at: one.at,
          replaces_id: one.replacesId ?? null,
          poster_id: one.posterId ?? null,
          removed_at: null,
          removed_by: null,
          removed_why: null,
          removed_by_import: null,
          source_id: one.sourceId ?? null,
          version: 1,
        })),
      )
      .execute()
}

/** Takes a reading away, with the reason. True when it still stood. */
export async function removeObservation(
  database: Database,
  { id, personId, now, why }: { id: string; personId: string | null; now: Date; why: string },
): Promise<boolean> {
  const row = await database
    .updateTable('observations')
    .set({ removed_at: now, removed_by: personId, removed_why: why })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveImport(
  database: Database,
  one: {
    id: string
    experimentId: string
    municipalityCode: string
    rows: number
    way?: 'paste' | 'file'
    leftOut?: number
    personId: string
    now: Date
  },
): Promise<void> {
  await database
    .insertInto('measurement_imports')
    .values({
      id: one.id,
      experiment_id: one.experimentId,
      municipality_code: one.municipalityCode,
      row_count: one.rows,
      way: one.way ?? 'paste',
      left_out: one.leftOut ?? 0,
      imported_by: one.personId,
      imported_at: one.now,
      undone_at: null,
      undone_by: null,
    })
    .execute()
}

/** How long a whole import can be undone, in days. */
export const daysToUndo = 30

/** A pasted table or a file that stands and can be undone. */
export interface Import {
  id: string
  rows: number
  way: 'paste' | 'file'
  /** Rows that were left out of it. */
  leftOut: number
  importedAt: Date
}

/** The pasted tables and files of an experiment that stand and can still be undone, newest first. */
export async function importsOf(database: Database, experimentId: string, now: Date): Promise<Import[]> {
  const rows = await database
    .selectFrom('measurement_imports')
    .select(['id', 'row_count', 'way', 'left_out', 'imported_at'])
    .where('experiment_id', '=', experimentId)
    .where('undone_at', 'is', null)
    .where('imported_at', '>', new Date(now.getTime() - daysToUndo * 86_400_000))
    .orderBy('imported_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    rows: row.row_count,
    way: row.way,
    leftOut: row.left_out,
    importedAt: row.imported_at,
  }))
}
