import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { removeOrganisationAccount } from './organisation-account-store.ts'

/** Takes the account of an organisation away from the person who acts. Once more does nothing. */
export async function unjoinAccount(
  database: Database,
  { person, now, requestId, issuer }: Acting & { issuer: string },
): Promise<void> {
  if (!(await removeOrganisationAccount(database, person.id, issuer))) return
  await record(database, {
    chain: '000',
    action: 'organisation-account.unjoined',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
    before: { issuer },
  })
}
