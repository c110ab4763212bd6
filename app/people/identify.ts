import type { Database } from '../platform/database/database.ts'
import type { Person } from '../platform/web/visitor.ts'
import { personOfSession } from './people-store.ts'
import { hashToken } from './session-token.ts'

/** Who stands behind a session cookie; undefined for none, an unknown or an expired one. */
export async function identify(
  database: Database,
  cookie: string | undefined,
  now: Date,
): Promise<Person | undefined> {
  if (!cookie || cookie.length > 100) return undefined
  return personOfSession(database, hashToken(cookie), now)
}
