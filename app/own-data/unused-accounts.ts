import { noteWarning, unusedPersons } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { texts } from '../texts/index.ts'
import type { AddressOf } from './address-of.ts'
import { erasePerson } from './erase-person.ts'

/** An account is forgotten when nobody has used it for so many years, after a letter and so many days more. */
export const unusedYears = 3
export const warningDays = 30

const dayMs = 86_400_000

interface Tidying {
  now: Date
  requestId: string
  dataFolder: string
  addressOf: AddressOf
}

function bounds(now: Date): { moment: Date; warnedBefore: Date } {
  const moment = new Date(now)
  moment.setUTCFullYear(moment.getUTCFullYear() - unusedYears)
  return { moment, warnedBefore: new Date(now.getTime() - warningDays * dayMs) }
}

/** How many accounts would be forgotten now: unused for three years and warned thirty days ago. */
export async function countUnusedAccounts(database: Database, now: Date): Promise<number> {
  return (await unusedPersons(database, bounds(now))).length
}

/** Warns whoever has not come for three years, and forgets those whose warning has run out. Returns how many it forgot. */
export async function tidyUnusedAccounts(database: Database, tidying: Tidying): Promise<number> {
  const { now, requestId, dataFolder, addressOf } = tidying
  const { moment, warnedBefore } = bounds(now)
  const gone = await unusedPersons(database, { moment, warnedBefore })
  for (const person of gone) await erasePerson(database, { personId: person.id, now, requestId, dataFolder })
  for (const person of await unusedPersons(database, { moment })) {
    await noteWarning(database, person.id, now)
    if (person.email === '') continue
    const words = texts[person.lang].ownData.unused
    await queueMail(database, {
      key: `unused account ${person.id} ${now.toISOString().slice(0, 10)}`,
      to: person.email,
      subject: words.subject,
      text: words.text(unusedYears, warningDays, addressOf('sign-in', person.lang)),
    })
  }
  return gone.length
}
