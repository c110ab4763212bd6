import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { UnitChange } from './unit-change.ts'

interface DiaryEntriesTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  day: string
  text: string
  person_id: string | null
  at: Date
  removed_at: Date | null
  removed_by: string | null
}

interface ExperimentDeparturesTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  day: string
  what: string
  why: string
  person_id: string | null
  at: Date
  measure_id: string | null
  new_unit: string | null
  plan_units: number | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    diary_entries: DiaryEntriesTable
    experiment_departures: ExperimentDeparturesTable
  }
}

/** A short note from daily work. The text is empty when the entry was taken away or hidden. */
export interface DiaryEntry {
  id: string
  /** ISO day that the entry tells of. */
  day: string
  text: string
  personId: string | null
  at: Date
  removedAt: Date | null
  hidden: Hidden | null
}

/** What was done otherwise than planned, for ever beside the frozen plan. */
export interface Departure {
  id: string
  /** ISO day from which things were otherwise. */
  day: string
  what: string
  why: string
  personId: string | null
  at: Date
  /** Both texts are empty then. */
  hidden: Hidden | null
  /** Set where a measure is read in another unit from that day on. */
  unitChange?: UnitChange | null
}

/** The diary of an experiment, newest day first. */
export async function diaryOf(database: Database, experimentId: string): Promise<DiaryEntry[]> {
  const rows = await database
    .selectFrom('diary_entries')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    text: row.hidden_at ? '' : row.text,
    personId: row.person_id,
    at: row.at,
    removedAt: row.removed_at,
    hidden: hiddenOf(row),
  }))
}

/** Adds an entry to the diary. */
export async function saveDiaryEntry(
  database: Database,
  entry: Pick<DiaryEntry, 'id' | 'day' | 'text' | 'personId' | 'at'> & {
    experimentId: string
    municipalityCode: string
  },
): Promise<void> {
  await database
    .insertInto('diary_entries')
    .values({
      id: entry.id,
      experiment_id: entry.experimentId,
      municipality_code: entry.municipalityCode,
      day: entry.day,
      text: entry.text,
      person_id: entry.personId,
      at: entry.at,
      removed_at: null,
      removed_by: null,
    })
    .execute()
}

/** Empties an entry; that it was there stays. False when there is no such entry, or it is empty already. */
export async function emptyDiaryEntry(
  database: Database,
  entry: { id: string; experimentId: string; personId: string; at: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('diary_entries')
    .set({ text: '', removed_at: entry.at, removed_by: entry.personId })
    .where('id', '=', entry.id)
    .where('experiment_id', '=', entry.experimentId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Every departure from the frozen plan, oldest first. */
export async function departuresOf(database: Database, experimentId: string): Promise<Departure[]> {
  const rows = await database
    .selectFrom('experiment_departures')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('day')
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    what: row.hidden_at ? '' : row.what,
    why: row.hidden_at ? '' : row.why,
    personId: row.person_id,
    at: row.at,
    hidden: hiddenOf(row),
    unitChange:
      row.measure_id !== null && row.new_unit !== null
        ? {
            measureId: row.measure_id,
            day: row.day,
            unit: row.hidden_at ? '' : row.new_unit,
            planUnits: row.plan_units,
          }
        : null,
  }))
}

/** Writes a departure beside the plan. The database lets nobody change or remove it. */
export async function saveDeparture(
  database: Database,
  departure: Omit<Departure, 'hidden' | 'unitChange'> & {
    experimentId: string
    municipalityCode: string
    unitChange?: UnitChange | null
  },
): Promise<void> {
  await database
    .insertInto('experiment_departures')
    .values({
      id: departure.id,
      experiment_id: departure.experimentId,
      municipality_code: departure.municipalityCode,
      day: departure.day,
      what: departure.what,
      why: departure.why,
      person_id: departure.personId,
      at: departure.at,
      measure_id: departure.unitChange?.measureId ?? null,
      new_unit: departure.unitChange?.unit ?? null,
      plan_units: departure.unitChange?.planUnits ?? null,
    })
    .execute()
}
