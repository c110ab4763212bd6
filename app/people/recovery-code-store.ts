import { type Generated, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

interface RecoveryCodeSetsTable {
  person_id: string
  salt: string
  made_at: Date
  wrong_tries: Generated<number>
  wrong_at: Date | null
}

interface RecoveryCodesTable {
  person_id: string
  code_hash: string
  used_at: Date | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    recovery_code_sets: RecoveryCodeSetsTable
    recovery_codes: RecoveryCodesTable
  }
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(database: Database, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from recovery_codes
    where person_id = ${personId} and used_at is null`.execute(database)
  return rows[0]?.count ?? 0
}

/** Puts a new set of codes in the place of the one a person has. */
export async function replaceRecoveryCodes(
  database: Database,
  set: { personId: string; salt: string; codeHashes: readonly string[]; now: Date },
): Promise<void> {
  await removeRecoveryCodes(database, set.personId)
  await database
    .insertInto('recovery_code_sets')
    .values({ person_id: set.personId, salt: set.salt, made_at: set.now, wrong_at: null })
    .execute()
  await database
    .insertInto('recovery_codes')
    .values(set.codeHashes.map((code_hash) => ({ person_id: set.personId, code_hash, used_at: null })))
    .execute()
}

/** The salt of a person's set and the wrong tries since a moment, locked until the transaction ends; undefined without a set. */
export async function recoveryCodeSetOf(
  database: Database,
  personId: string,
  since: Date,
): Promise<{ salt: string; wrongTries: number } | undefined> {
  const row = await database
    .selectFrom('recovery_code_sets')
    .select(['salt', 'wrong_tries', 'wrong_at'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && { salt: row.salt, wrongTries: row.wrong_at && row.wrong_at > since ? row.wrong_tries : 0 }
}

/** Sets how often a code has been typed wrong lately. */
export async function countWrongRecoveryCode(
  database: Database,
  { personId, wrongTries, now }: { personId: string; wrongTries: number; now: Date },
): Promise<void> {
  await database
    .updateTable('recovery_code_sets')
    .set({ wrong_tries: wrongTries, wrong_at: now })
    .where('person_id', '=', personId)
    .execute()
}

/** Uses up a code; false when it is none of the person's, or used. */
export async function takeRecoveryCode(
  database: Database,
  { personId, codeHash, now }: { personId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const taken = await database
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Removes the codes of a person. */
export async function removeRecoveryCodes(database: Database, personId: string): Promise<void> {
  await database.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  await database.deleteFrom('recovery_code_sets').where('person_id', '=', personId).execute()
}
