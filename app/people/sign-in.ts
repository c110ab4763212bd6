import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import type { Person } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import {
  personByEmail,
  personById,
  savePerson,
  saveSession,
  saveSignInLink,
  takeSignInLink,
} from './people-store.ts'
import { hashToken, linkMinutes, newToken, sessionDays } from './session-token.ts'

/** Sends a link to an address. The answer is the same whether anyone is known by the address or not. */
export async function sendSignInLink(
  database: Database,
  {
    email,
    lang,
    nextPath,
    now,
    newId,
    linkTo,
  }: {
    email: string
    lang: Lang
    nextPath: string | null
    now: Date
    newId: () => string
    linkTo: (token: string) => string
  },
): Promise<void> {
  const token = newToken()
  await saveSignInLink(database, {
    tokenHash: hashToken(token),
    email,
    lang,
    nextPath,
    expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
  })
  const words = texts[lang].people.mail
  await queueMail(database, {
    key: newId(),
    to: email,
    subject: words.subject,
    text: words.text(linkTo(token), linkMinutes),
  })
}

async function beginSession(database: Database, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await saveSession(database, {
    tokenHash: hashToken(token),
    personId,
    now,
    expiresAt: new Date(now.getTime() + sessionDays * 86_400_000),
  })
  return token
}

/**
 * Uses a sign-in link: begins a session for the person of the address, who becomes known with the first link used.
 * Returns undefined when the link is unknown, used or expired.
 */
export async function signInWithLink(
  database: Database,
  { token, now, requestId, newId }: { token: string; now: Date; requestId: string; newId: () => string },
): Promise<{ sessionToken: string; person: Person; nextPath: string | null } | undefined> {
  const link = await takeSignInLink(database, hashToken(token), now)
  if (!link) return undefined
  const known = await personByEmail(database, link.email, now)
  const person =
    known ??
    (await savePerson(database, {
      id: newId(),
      email: link.email,
      name: link.email.split('@')[0] ?? link.email,
      lang: link.lang,
      memberships: [],
      isExample: false,
      createdAt: now,
    }))
  await record(database, {
    chain: '000',
    action: known ? 'person.signed-in' : 'person.joined',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
  })
  return { sessionToken: await beginSession(database, person.id, now), person, nextPath: link.nextPath }
}

/** Begins a session as a made-up person of the trial environment; undefined when the id is not one of theirs. */
export async function tryAs(
  database: Database,
  { personId, allowed, now }: { personId: string; allowed: readonly string[]; now: Date },
): Promise<{ sessionToken: string; person: Person } | undefined> {
  if (!allowed.includes(personId)) return undefined
  const person = await personById(database, personId, now)
  return person && { sessionToken: await beginSession(database, person.id, now), person }
}
