import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { saveOwnDataLink } from './own-data-store.ts'
import { hashOfSecret, newSecret } from './secret.ts'

/** How long the link to one's own data can be used, in hours. It works once. */
export const linkHours = 24

/** Gives the right to fetch one's own data once, as the secret part of an address. */
export async function askOwnData(database: Database, { person, now, requestId }: Acting): Promise<string> {
  const secret = newSecret()
  await saveOwnDataLink(database, {
    tokenHash: hashOfSecret(secret) ?? '',
    personId: person.id,
    now,
    expiresAt: new Date(now.getTime() + linkHours * 3_600_000),
  })
  await record(database, {
    chain: '000',
    action: 'person.asked-own-data',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
  })
  return secret
}
