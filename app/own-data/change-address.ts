import { changeEmail, emailIsKnown } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { lettersInHourTo } from '../platform/mail/mail-store.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { forgetEmailChanges, openEmailChange, saveEmailChange } from './own-data-store.ts'
import { hashOfSecret, newSecret } from './secret.ts'

/** How long a new address waits for its confirmation, in hours. */
export const confirmationHours = 24

/** How many letters an address may get within an hour before none is sent there because somebody typed it here. */
export const lettersToAddressInHour = 5

/**
 * Sends a letter to the new address. What it answers does not tell whether somebody is known by that address; whoever is
 * gets a letter that says so and leads nowhere. Beyond the limit nothing is sent, and only the log of the application tells.
 */
export async function askAddressChange(
  database: Database,
  {
    person,
    now,
    lang,
    newId,
    newEmail,
    linkTo,
    note,
  }: Acting & { newEmail: string; linkTo: (secret: string) => string; note: Visit['note'] },
): Promise<Outcome> {
  const words = texts[lang].ownData.address
  if (newEmail === person.email) return refuse('email', words.same)
  const { known, letters } = await asSystem(database, async (transaction) => ({
    known: await emailIsKnown(transaction, newEmail),
    letters: await lettersInHourTo(transaction, newEmail),
  }))
  if (letters >= lettersToAddressInHour) {
    note('address-letter-refused', {})
    return done()
  }
  if (known) {
    await queueMail(database, {
      key: newId(),
      to: newEmail,
      subject: words.knownSubject,
      text: words.knownText,
    })
    return done()
  }
  const secret = newSecret()
  await saveEmailChange(database, {
    tokenHash: hashOfSecret(secret) ?? '',
    personId: person.id,
    newEmail,
    now,
    expiresAt: new Date(now.getTime() + confirmationHours * 3_600_000),
  })
  await queueMail(database, {
    key: newId(),
    to: newEmail,
    subject: words.confirmSubject,
    text: words.confirmText(linkTo(secret), confirmationHours),
  })
  return done()
}

/**
 * Takes the confirmed address into use and tells the old one. Every link that waits at the old address leads nowhere from
 * then on. Refuses when the link is not this person's or has lapsed, or when somebody else has the address by now.
 */
export async function confirmAddressChange(
  database: Database,
  {
    person,
    now,
    lang,
    newId,
    requestId,
    secret,
    contact,
  }: Acting & { secret: string; contact: string | undefined },
): Promise<Outcome<string>> {
  const words = texts[lang].ownData.address
  const newEmail = await openEmailChange(database, {
    tokenHash: hashOfSecret(secret) ?? '',
    personId: person.id,
    now,
  })
  if (newEmail === undefined) return refuse('', words.closedText)
  const moved = await asSystem(database, async (transaction) => {
    if (await emailIsKnown(transaction, newEmail)) return false
    await changeEmail(transaction, { personId: person.id, from: person.email, to: newEmail })
    return true
  })
  if (!moved) return refuse('', words.closedText)
  await forgetEmailChanges(database, person.id)
  if (person.email !== '')
    await queueMail(database, {
      key: newId(),
      to: person.email,
      subject: words.movedSubject,
      text: words.movedText(contact),
    })
  await record(database, {
    chain: '000',
    action: 'person.address-changed',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
  })
  return done(newEmail)
}
