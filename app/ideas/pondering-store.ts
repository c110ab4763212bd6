import type { Database } from '../platform/database/database.ts'
import type { Pondering } from './idea.ts'

interface PonderingsTable {
  id: string
  idea_id: string
  municipality_code: string
  starts_at: Date
  minutes: number
  place: string | null
  video_link: string | null
  sequence: number
  held_on: string | null
  euros: number
}

interface PonderingHoursTable {
  pondering_id: string
  municipality_code: string
  person_id: string | null
  role_words: string | null
  hours: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    ponderings: PonderingsTable
    pondering_hours: PonderingHoursTable
  }
}

function ponderingOf(row: PonderingsTable): Pondering {
  return {
    id: row.id,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    videoLink: row.video_link,
    sequence: row.sequence,
    heldOn: row.held_on,
    euros: Number(row.euros),
  }
}

/** All ponderings of an idea, earliest first; at most one of them is still ahead. */
export async function ponderingsOf(database: Database, ideaId: string): Promise<Pondering[]> {
  const rows = await database
    .selectFrom('ponderings')
    .selectAll()
    .where('idea_id', '=', ideaId)
    .orderBy('starts_at')
    .execute()
  return rows.map(ponderingOf)
}

/** Saves the agreed time and place; the pondering ahead, if there is one, is moved instead of doubled. */
export async function savePonderingAhead(
  database: Database,
  pondering: {
    id: string
    ideaId: string
    municipalityCode: string
    startsAt: Date
    minutes: number
    place: string | null
    videoLink: string | null
  },
): Promise<Pondering> {
  const moved = {
    starts_at: pondering.startsAt,
    minutes: pondering.minutes,
    place: pondering.place,
    video_link: pondering.videoLink,
  }
  const row = await database
    .insertInto('ponderings')
    .values({
      ...moved,
      id: pondering.id,
      idea_id: pondering.ideaId,
      municipality_code: pondering.municipalityCode,
      sequence: 0,
      held_on: null,
      euros: 0,
    })
    .onConflict((conflict) =>
      conflict
        .column('idea_id')
        .where('held_on', 'is', null)
        .doUpdateSet((update) => ({ ...moved, sequence: update('ponderings.sequence', '+', 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return ponderingOf(row)
}

/** Writes down that a pondering was held: the one ahead, or one that nobody had agreed beforehand. */
export async function saveHeldPondering(
  database: Database,
  held: {
    id: string
    ideaId: string
    municipalityCode: string
    heldOn: string
    euros: number
    hours: { personId: string | null; roleWords: string | null; hours: number }[]
  },
): Promise<void> {
  const ahead = await database
    .updateTable('ponderings')
    .set({ held_on: held.heldOn, euros: held.euros })
    .where('idea_id', '=', held.ideaId)
    .where('held_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ahead)
    await database
      .insertInto('ponderings')
      .values({
        id: held.id,
        idea_id: held.ideaId,
        municipality_code: held.municipalityCode,
        starts_at: new Date(`${held.heldOn}T09:00:00Z`),
        minutes: 60,
        place: null,
        video_link: null,
        sequence: 0,
        held_on: held.heldOn,
        euros: held.euros,
      })
      .execute()
  if (held.hours.length > 0)
    await database
      .insertInto('pondering_hours')
      .values(
        held.hours.map((entry) => ({
          pondering_id: ahead?.id ?? held.id,
          municipality_code: held.municipalityCode,
          person_id: entry.personId,
          role_words: entry.roleWords,
          hours: entry.hours,
        })),
      )
      .execute()
}
