import { titleOf } from '../experiments/index.ts'
import { taughtOnPage } from '../lessons/index.ts'
import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, addMonths, dayOf, formatDate } from '../platform/format.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { texts } from '../texts/index.ts'
import type { AddressOf } from './address-of.ts'
import { whoAgreed } from './own-data-store.ts'

const mostInLetter = 20

/**
 * Writes to everybody who has agreed to it what was learned in the month before `now`: the lesson cards of that month, at
 * most twenty. Nobody gets a letter when there is nothing new, and nobody two for the same month. Returns how many letters
 * were queued.
 */
export async function sendMonthlyLetter(
  database: Database,
  { now, addressOf }: { now: Date; addressOf: AddressOf },
): Promise<number> {
  const thisMonth = `${dayOf(now).slice(0, 7)}-01`
  const lastMonth = addMonths(thisMonth, -1)
  const { taught } = await taughtOnPage(database, { perPage: mostInLetter })
  const fresh = taught.flatMap(({ experiment, lesson }) => {
    const day = lesson && dayOf(lesson.writtenAt)
    return day !== undefined && day >= lastMonth && day < thisMonth ? [experiment] : []
  })
  if (fresh.length === 0) return 0
  const contacts = await contactsOf(database, await whoAgreed(database, 'monthly_letter'))
  for (const contact of contacts) {
    const words = texts[contact.lang].ownData.consents
    const month = `${formatDate(contact.lang, lastMonth)} – ${formatDate(contact.lang, addDays(thisMonth, -1))}`
    await queueMail(database, {
      key: `monthly letter ${lastMonth} ${contact.id}`,
      to: contact.email,
      subject: words.letterSubject(month),
      text: words.letterText(
        fresh
          .map(
            (experiment) =>
              `${titleOf(contact.lang, experiment)}\n${addressOf('lesson', contact.lang, { id: experiment.id })}`,
          )
          .join('\n\n'),
        addressOf('consents', contact.lang),
      ),
    })
  }
  return contacts.length
}
