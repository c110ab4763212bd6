import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { removeSession, removeSessionsOf } from './session-store.ts'

/** Ends one session of the person who acts, or all of them. One that is not theirs or has ended is left alone: false. */
export async function endSessions(
  database: Database,
  { person, now, requestId, which }: Acting & { which: string | undefined },
): Promise<boolean> {
  if (which === undefined) return false
  if (which === 'all') await removeSessionsOf(database, person.id)
  else if (!(await removeSession(database, person.id, which))) return false
  await record(database, {
    chain: '000',
    action: which === 'all' ? 'sessions.ended' : 'session.ended',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
  })
  return true
}
