import type { Database } from '../platform/database/database.ts'
import type { Person } from '../platform/web/visitor.ts'
import { withMemberships } from './people-store.ts'
import { leftUnused, membershipsInSession, noteUseMinutes, sessionLimits } from './session-rules.ts'
import { noteSessionUse, sessionOfToken } from './session-store.ts'
import { hashToken } from './session-token.ts'

/**
 * Who stands behind a session cookie; undefined for none, an unknown, an expired or a long unused one. The one place that
 * turns a cookie into a person: their memberships are those that count in this session. Made-up people come in only where
 * `demo` is on.
 */
export async function identify(
  database: Database,
  cookie: string | undefined,
  now: Date,
  { limits = sessionLimits, demo = true }: { limits?: typeof sessionLimits; demo?: boolean } = {},
): Promise<Person | undefined> {
  if (!cookie || cookie.length > 100) return undefined
  const tokenHash = hashToken(cookie)
  const session = await sessionOfToken(database, tokenHash, now, limits.longestDays)
  if (!session || (session.strength === 'trial' && !demo)) return undefined
  const person = await withMemberships(database, session.person, now)
  if (!person || leftUnused({ ...session, memberships: person.memberships }, limits, now)) return undefined
  if (now.getTime() - session.lastSeenAt.getTime() >= noteUseMinutes * 60_000)
    await noteSessionUse(database, tokenHash, now)
  const { memberships, resting } = membershipsInSession(person.memberships, session.severalFactors)
  const { id, strength, severalFactors, begunAt } = session
  return { ...person, memberships, session: { id, strength, severalFactors, begunAt, resting } }
}
