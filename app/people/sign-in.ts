import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { queueMail } from '../platform/mail/mail.ts'
import type { CookieToSet } from '../platform/web/page.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Person } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { beginSession } from './begin-session.ts'
import { personByEmail, personById, savePerson } from './people-store.ts'
import { hashToken, linkMinutes, newToken } from './session-token.ts'
import { codeAsTyped, hashCode, newCode } from './sign-in-code.ts'
import { lettersInAnHour, wrongCodesAllowed } from './sign-in-limits.ts'
import {
  countLetters,
  countWrongCode,
  openLettersOf,
  saveSignInLink,
  takeSignInLink,
  type TakenLink,
} from './sign-in-link-store.ts'

/** How many signs the code of a letter has. */
export const codeLength = 6

/** Somebody who has come in. */
export interface Arrival {
  person: Person
  nextPath: string | null
  cookie: CookieToSet
}

/**
 * Orders a letter with a link and a code for an address. What it does and answers is the same whether anyone is known by
 * the address or not. Beyond a limit nothing is sent, and only the log of the application tells.
 */
export async function orderSignInLink(
  database: Database,
  visit: Visit,
  { email, nextPath }: { email: string; nextPath: string | null },
): Promise<void> {
  const { now, lang, network, browser } = visit
  const token = newToken()
  const code = newCode(codeLength)
  const sent = await asSystem(database, async (transaction) => {
    const ordered = await countLetters(transaction, {
      email,
      network,
      since: new Date(now.getTime() - 3_600_000),
    })
    const reached = (['toAddress', 'fromNetwork', 'inAll'] as const).find(
      (kind) => ordered[kind] >= lettersInAnHour[kind],
    )
    if (reached) visit.note('sign-in-letter-refused', { limit: reached })
    await saveSignInLink(transaction, {
      tokenHash: hashToken(token),
      codeHash: hashCode(code, hashToken(token)),
      email,
      lang,
      nextPath,
      browser,
      network,
      sent: reached === undefined,
      now,
      expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
    })
    return reached === undefined
  })
  if (!sent) return
  const words = texts[lang].people.mail
  await queueMail(database, {
    key: visit.newId(),
    to: email,
    subject: words.subject,
    text: words.text({
      link: visit.absolute(visit.to('sign-in-link', {}, { token })),
      code,
      minutes: linkMinutes,
    }),
  })
}

/**
 * Uses a link in the browser that ordered it: begins a session for the person of the address, who becomes known with the
 * first link used. Returns undefined when the link is unknown, used, expired or meant for another browser.
 */
export async function signInWithLink(
  database: Database,
  visit: Visit,
  token: string,
): Promise<Arrival | undefined> {
  const { browser, now } = visit
  return asSystem(database, async (transaction) => {
    const link = await takeSignInLink(transaction, { tokenHash: hashToken(token), browser, now })
    if (!link) visit.note('sign-in-refused', { way: 'link' })
    return link && arrive(transaction, visit, link)
  })
}

/**
 * Uses the code of a letter that this browser ordered. `'wrong'` counts against the letter, whose code is of no use after
 * five of them; `'none'` when there is no letter to use.
 */
export async function signInWithCode(
  database: Database,
  visit: Visit,
  typed: string,
): Promise<Arrival | 'wrong' | 'none'> {
  const { browser, now } = visit
  return asSystem(database, async (transaction) => {
    const letters = (await openLettersOf(transaction, { browser, now })).filter(
      ({ wrongCodes }) => wrongCodes < wrongCodesAllowed,
    )
    const code = codeAsTyped(typed)
    const letter = letters.find(({ codeHash, tokenHash }) => codeHash === hashCode(code, tokenHash))
    const link = letter && (await takeSignInLink(transaction, { tokenHash: letter.tokenHash, browser, now }))
    if (link) return arrive(transaction, visit, link)
    visit.note('sign-in-refused', { way: 'code' })
    await countWrongCode(transaction, { browser, now })
    return letters.some(({ wrongCodes }) => wrongCodes + 1 < wrongCodesAllowed) ? 'wrong' : 'none'
  })
}

async function arrive(database: Database, visit: Visit, link: TakenLink): Promise<Arrival> {
  const { now, newId } = visit
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
  const cookie = await beginSession(database, visit, {
    personId: person.id,
    strength: 'link',
    severalFactors: false,
    action: known ? undefined : 'person.joined',
  })
  return { person, nextPath: link.nextPath, cookie }
}

/** Begins a session as a made-up person of the trial environment; undefined when the id is not one of theirs. */
export async function tryAs(
  database: Database,
  visit: Visit,
  { personId, allowed }: { personId: string; allowed: readonly string[] },
): Promise<Omit<Arrival, 'nextPath'> | undefined> {
  if (!allowed.includes(personId)) return undefined
  const person = await asSystem(database, (transaction) => personById(transaction, personId, visit.now))
  if (!person) return undefined
  const cookie = await beginSession(database, visit, { personId, strength: 'trial', severalFactors: true })
  return { person, cookie }
}
