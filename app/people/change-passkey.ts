import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { type Passkey, removePasskey, renamePasskey } from './passkey-store.ts'

/** Gives a passkey of one's own another name; false when it was changed or removed meanwhile. */
export async function namePasskey(
  database: Database,
  { person, passkey, name, version, ...acting }: Acting & { passkey: Passkey; name: string; version: number },
): Promise<boolean> {
  if (!(await renamePasskey(database, { id: passkey.id, personId: person.id, name, version }))) return false
  await note(database, { ...acting, person }, 'passkey.renamed', passkey, { name })
  return true
}

/** Takes a passkey of one's own away. Once more does nothing. */
export async function dropPasskey(
  database: Database,
  { passkey, ...acting }: Acting & { passkey: Passkey },
): Promise<void> {
  if (await removePasskey(database, acting.person.id, passkey.id))
    await note(database, acting, 'passkey.removed', passkey)
}

async function note(
  database: Database,
  acting: Acting,
  action: string,
  passkey: Passkey,
  after?: { name: string },
): Promise<void> {
  await record(database, {
    chain: '000',
    action,
    recordKind: 'passkey',
    recordId: passkey.id,
    personId: acting.person.id,
    requestId: acting.requestId,
    at: acting.now,
    before: { name: passkey.name },
    after,
  })
}
