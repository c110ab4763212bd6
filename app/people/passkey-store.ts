import { type Generated, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

interface PasskeysTable {
  id: string
  person_id: string
  credential_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  made_at: Date
  used_at: Date | null
  version: Generated<number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    passkeys: PasskeysTable
    used_challenges: { challenge_hash: string }
    challenge_key: { key: string }
  }
}

/** A passkey as its owner sees it. */
export interface Passkey {
  id: string
  name: string
  credentialId: string
  madeAt: Date
  usedAt: Date | undefined
  version: number
}

/** A passkey as it is checked. */
export interface PasskeyToCheck {
  id: string
  personId: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

/** The passkeys of a person, oldest first. */
export async function passkeysOf(database: Database, personId: string): Promise<Passkey[]> {
  const rows = await database
    .selectFrom('passkeys')
    .select(['id', 'name', 'credential_id', 'made_at', 'used_at', 'version'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    credentialId: row.credential_id,
    madeAt: row.made_at,
    usedAt: row.used_at ?? undefined,
    version: row.version,
  }))
}

/** The passkey that a device calls so, locked until the transaction ends; undefined for one that is not known. */
export async function passkeyByCredential(
  database: Database,
  credentialId: string,
): Promise<PasskeyToCheck | undefined> {
  const row = await database
    .selectFrom('passkeys')
    .select(['id', 'person_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      publicKey: row.public_key,
      counter: row.counter,
      transports: row.transports,
    }
  )
}

/** Keeps a passkey; false when the device's name for it is taken. */
export async function savePasskey(
  database: Database,
  passkey: {
    id: string
    personId: string
    credentialId: string
    publicKey: Uint8Array
    counter: number
    transports: readonly string[]
    name: string
    now: Date
  },
): Promise<boolean> {
  const saved = await database
    .insertInto('passkeys')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      name: passkey.name,
      made_at: passkey.now,
      used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Notes that a passkey has been used, and the count that the device told. */
export async function notePasskeyUse(
  database: Database,
  { id, counter, now }: { id: string; counter: number; now: Date },
): Promise<void> {
  await database.updateTable('passkeys').set({ counter, used_at: now }).where('id', '=', id).execute()
}

/** Gives a person's passkey another name; false when it has been changed or removed meanwhile. */
export async function renamePasskey(
  database: Database,
  { id, personId, name, version }: { id: string; personId: string; name: string; version: number },
): Promise<boolean> {
  const changed = await database
    .updateTable('passkeys')
    .set({ name, version: sql`version + 1` })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Removes a person's passkey; false when it is not theirs. */
export async function removePasskey(database: Database, personId: string, id: string): Promise<boolean> {
  const removed = await database
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return removed.numDeletedRows > 0n
}

/** The key that seals challenges, and the present by the database's clock. */
export async function challengeKey(database: Database): Promise<{ key: string; present: Date }> {
  const { rows } = await sql<{ key: string; present: Date }>`
    select key, clock_timestamp() as present from challenge_key`.execute(database)
  const [row] = rows
  if (!row) throw new Error('the database has no key for challenges')
  return row
}

/** Uses up a challenge; false when it has been used before. */
export async function takeChallenge(database: Database, challengeHash: string): Promise<boolean> {
  const taken = await database
    .insertInto('used_challenges')
    .values({ challenge_hash: challengeHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n
}
