import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

interface EffortEntriesTable {
  id: string
  experiment_id: string
  municipality_code: string
  day: string
  hours: number
  euros: number
  what: string
  entered_by: string | null
  at: Date
  removed_at: Date | null
  version: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    effort_entries: EffortEntriesTable
  }
}

/** Hours of work and euros that went into an experiment on a day, and what for. */
export interface EffortEntry {
  id: string
  day: string
  hours: number
  euros: number
  what: string
}

/** What an experiment has taken in all. */
export interface Effort {
  hours: number
  euros: number
}

/** Adds hours or euros. */
export async function saveEffort(
  database: Database,
  entry: EffortEntry & { experimentId: string; municipalityCode: string; personId: string; now: Date },
): Promise<void> {
  await database
    .insertInto('effort_entries')
    .values({
      id: entry.id,
      experiment_id: entry.experimentId,
      municipality_code: entry.municipalityCode,
      day: entry.day,
      hours: entry.hours,
      euros: entry.euros,
      what: entry.what,
      entered_by: entry.personId,
      at: entry.now,
      removed_at: null,
      version: 1,
    })
    .execute()
}

/** Takes an entry away. False when it was gone already. */
export async function removeEffort(
  database: Database,
  { id, experimentId, now }: { id: string; experimentId: string; now: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('effort_entries')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('experiment_id', '=', experimentId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The entries of an experiment that stand, newest day first. */
export async function effortEntriesOf(database: Database, experimentId: string): Promise<EffortEntry[]> {
  return database
    .selectFrom('effort_entries')
    .select(['id', 'day', 'hours', 'euros', 'what'])
    .where('experiment_id', '=', experimentId)
    .where('removed_at', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .execute()
}

/** Sums of hours and euros by experiment id. Experiments without entries are left out: nothing told is not the same as 0. */
export async function effortOf(database: Database, ids: readonly string[]): Promise<Map<string, Effort>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('effort_entries')
    .select(['experiment_id', sql<number>`sum(hours)`.as('hours'), sql<number>`sum(euros)`.as('euros')])
    .where('experiment_id', 'in', [...new Set(ids)])
    .where('removed_at', 'is', null)
    .groupBy('experiment_id')
    .execute()
  return new Map(
    rows.map((row) => [row.experiment_id, { hours: Number(row.hours), euros: Number(row.euros) }]),
  )
}
