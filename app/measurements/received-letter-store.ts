import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** What a letter became. */
export type Became = 'readings' | 'diary' | 'nothing'

interface ReceivedLettersTable {
  fingerprint: string
  person_id: string
  question_id: string
  day: string
  received_at: Date
  became: Became
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    received_letters: ReceivedLettersTable
  }
}

/** Notes that a letter has been taken. False when it had been taken before: then nothing may be done. */
export async function claimLetter(
  database: Database,
  letter: { fingerprint: string; personId: string; questionId: string; day: string; now: Date },
): Promise<boolean> {
  const row = await database
    .insertInto('received_letters')
    .values({
      fingerprint: letter.fingerprint,
      person_id: letter.personId,
      question_id: letter.questionId,
      day: letter.day,
      received_at: letter.now,
      became: 'nothing',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('fingerprint')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes what a letter became. */
export async function noteBecame(
  database: Database,
  { fingerprint, became }: { fingerprint: string; became: Became },
): Promise<void> {
  await database
    .updateTable('received_letters')
    .set({ became })
    .where('fingerprint', '=', fingerprint)
    .execute()
}

/** How many letters were taken from a person on a day in Finland. */
export async function lettersOnDay(
  database: Database,
  { personId, day }: { personId: string; day: string },
): Promise<number> {
  const row = await database
    .selectFrom('received_letters')
    .select(sql<number>`count(*)`.as('count'))
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
