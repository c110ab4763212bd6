import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns } from '../platform/hidden.ts'

interface ExperimentEventsTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  day: string
  what: string
  person_id: string | null
  at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    experiment_events: ExperimentEventsTable
  }
}

/** Something that happened around a trial and may have moved its readings. */
export interface ExperimentEvent {
  id: string
  /** ISO day. */
  day: string
  /** Empty when hidden. */
  what: string
  personId: string | null
  at: Date
  hidden: Hidden | null
}

/** Every event noted of an experiment, oldest first. */
export async function eventsOf(database: Database, experimentId: string): Promise<ExperimentEvent[]> {
  const rows = await database
    .selectFrom('experiment_events')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('day')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    what: row.hidden_at ? '' : row.what,
    personId: row.person_id,
    at: row.at,
    hidden: hiddenOf(row),
  }))
}

/** Notes an event. The database lets nobody change or remove it. */
export async function saveEvent(
  database: Database,
  event: Omit<ExperimentEvent, 'hidden'> & { experimentId: string; municipalityCode: string },
): Promise<void> {
  await database
    .insertInto('experiment_events')
    .values({
      id: event.id,
      experiment_id: event.experimentId,
      municipality_code: event.municipalityCode,
      day: event.day,
      what: event.what,
      person_id: event.personId,
      at: event.at,
    })
    .execute()
}
