import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'

/** How it was made sure that whoever lost their second factor is who they say: by meeting them, or by phoning them. */
export const confirmations = ['in_person', 'phone'] as const

export type Confirmation = (typeof confirmations)[number]

interface SecondFactorResetsTable {
  id: string
  person_id: string
  municipality_code: string | null
  asked_by: string
  asked_at: Date
  confirmed_how: Confirmation
  takes_effect_at: Date
  stopped_at: Date | null
  stopped_by: string | null
  done_at: Date | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    second_factor_resets: SecondFactorResetsTable
  }
}

/** A reset that waits. */
export interface WaitingReset {
  id: string
  personId: string
  municipalityCode: string | null
  askedBy: string
  takesEffectAt: Date
}

/** May whoever acts ask that a person's second factor be reset? The database answers, by the memberships of both. */
export async function mayAskReset(database: Database, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean | null
  }>`select acting_may_reset(${personId}::uuid) as may`.execute(database)
  return rows[0]?.may ?? false
}

/** Keeps a reset that was asked; false when one waits already. */
export async function saveReset(
  database: Database,
  reset: WaitingReset & { askedAt: Date; confirmedHow: Confirmation },
): Promise<boolean> {
  const saved = await database
    .insertInto('second_factor_resets')
    .values({
      id: reset.id,
      person_id: reset.personId,
      municipality_code: reset.municipalityCode,
      asked_by: reset.askedBy,
      asked_at: reset.askedAt,
      confirmed_how: reset.confirmedHow,
      takes_effect_at: reset.takesEffectAt,
      stopped_at: null,
      stopped_by: null,
      done_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The reset of a person that waits, or undefined. */
export async function waitingResetOf(
  database: Database,
  personId: string,
): Promise<WaitingReset | undefined> {
  const row = await database
    .selectFrom('second_factor_resets')
    .selectAll()
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      municipalityCode: row.municipality_code,
      askedBy: row.asked_by,
      takesEffectAt: row.takes_effect_at,
    }
  )
}

/** Stops the reset of a person that waits and tells its id and municipality; undefined when none waits. */
export async function stopResetOf(
  database: Database,
  { personId, by, now }: { personId: string; by: string; now: Date },
): Promise<{ id: string; municipalityCode: string | null } | undefined> {
  const row = await database
    .updateTable('second_factor_resets')
    .set({ stopped_at: now, stopped_by: by })
    .where('person_id', '=', personId)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .returning(['id', 'municipality_code'])
    .executeTakeFirst()
  return row && { id: row.id, municipalityCode: row.municipality_code }
}

/**
 * Takes a reset whose time has come, so that it is carried out once; undefined when it was stopped, is done or is not due,
 * by either clock. `stillAllowed` tells whether whoever asked still looks after the membership.
 */
export async function takeDueReset(
  database: Database,
  { id, now }: { id: string; now: Date },
): Promise<(WaitingReset & { stillAllowed: boolean }) | undefined> {
  const row = await database
    .updateTable('second_factor_resets')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .where('done_at', 'is', null)
    .where('takes_effect_at', '<=', now)
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  const { rows } = await sql`select from memberships_in_force(${row.asked_by}::uuid, ${dayOf(now)}::date)
    where role = 'office' or (role = 'administrator' and municipality_code = ${row.municipality_code})`.execute(
    database,
  )
  return {
    id: row.id,
    personId: row.person_id,
    municipalityCode: row.municipality_code,
    askedBy: row.asked_by,
    takesEffectAt: row.takes_effect_at,
    stillAllowed: rows.length > 0,
  }
}

/** Notes that a reset which was taken has not been carried out after all. */
export async function giveResetUp(database: Database, { id, now }: { id: string; now: Date }): Promise<void> {
  await database
    .updateTable('second_factor_resets')
    .set({ done_at: null, stopped_at: now })
    .where('id', '=', id)
    .execute()
}
