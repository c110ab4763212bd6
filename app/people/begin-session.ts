import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { CookieToSet } from '../platform/web/page.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Strength } from '../platform/web/visitor.ts'
import { browserInWords } from './browser-in-words.ts'
import { stopFactorReset } from './factor-reset.ts'
import { sessionLimits } from './session-rules.ts'
import { removeSession, saveSession } from './session-store.ts'
import { hashToken, newToken, sessionCookie } from './session-token.ts'

/**
 * Lets a person in: a new session, with a new token, in the place of the one this browser had. Returns the cookie that
 * opens it. `action` is the line of the log when it tells more than how somebody came in.
 */
export async function beginSession(
  database: Database,
  visit: Visit,
  arrival: {
    personId: string
    strength: Strength
    severalFactors: boolean
    provider?: string
    action?: string
  },
): Promise<CookieToSet> {
  const { now, requestId, newId, userAgent, person: before } = visit
  const token = newToken()
  const maxAgeSeconds = sessionLimits.longestDays * 86_400
  await asSystem(database, async (transaction) => {
    if (before?.session) await removeSession(transaction, before.id, before.session.id)
    await saveSession(transaction, {
      id: newId(),
      tokenHash: hashToken(token),
      personId: arrival.personId,
      strength: arrival.strength,
      severalFactors: arrival.severalFactors,
      provider: arrival.provider,
      browser: browserInWords(userAgent),
      now,
      expiresAt: new Date(now.getTime() + maxAgeSeconds * 1_000),
    })
    // Whoever comes in by more than one factor has not lost it.
    if (arrival.severalFactors)
      await stopFactorReset(transaction, {
        person: { id: arrival.personId },
        personId: arrival.personId,
        now,
        requestId,
      })
    await record(transaction, {
      chain: '000',
      action: arrival.action ?? `person.signed-in-by-${arrival.strength}`,
      recordKind: 'person',
      recordId: arrival.personId,
      personId: arrival.personId,
      requestId,
      at: now,
    })
  })
  return { name: sessionCookie, value: token, maxAgeSeconds }
}
