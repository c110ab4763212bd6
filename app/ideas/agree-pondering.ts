import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { formatMoment } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { beginPondering, offersFor } from './idea-store.ts'
import type { Idea, Pondering } from './idea.ts'
import { ponderingCalendar } from './pondering-calendar.ts'
import { savePonderingAhead } from './pondering-store.ts'

/** Agrees on a time and place for pondering, or moves the one agreed before, and sends a calendar entry to all who take part. */
export async function agreePondering(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    idea,
    startsAt,
    minutes,
    place,
    videoLink,
    ideaAddress,
  }: Acting & {
    idea: Idea
    startsAt: Date
    minutes: number
    place: string | null
    videoLink: string | null
    ideaAddress: string
  },
): Promise<Pondering> {
  const pondering = await savePonderingAhead(database, {
    id: newId(),
    ideaId: idea.id,
    municipalityCode: idea.municipalityCode,
    startsAt,
    minutes,
    place,
    videoLink,
  })
  await beginPondering(database, idea.id, now)
  const offers = await offersFor(database, idea.id)
  const everyone = [...new Set([idea.toldBy, person.id, ...offers.map((offer) => offer.personId)])]
  for (const contact of await contactsOf(database, everyone)) {
    const words = texts[contact.lang].ideas.ponderingMail
    await queueMail(database, {
      key: `pondering ${pondering.id} ${pondering.sequence} ${contact.id}`,
      to: contact.email,
      subject: words.subject(idea.trial),
      text: words.text({
        when: formatMoment(contact.lang, startsAt),
        where: [place, videoLink].filter(Boolean).join(', '),
        trial: idea.trial,
        address: ideaAddress,
      }),
      attachments: [
        {
          fileName: words.filename,
          contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          content: ponderingCalendar({ lang: contact.lang, idea, pondering, address: ideaAddress, now }),
        },
      ],
    })
  }
  await record(database, {
    chain: idea.municipalityCode,
    action: 'pondering.agreed',
    recordKind: 'idea',
    recordId: idea.id,
    personId: person.id,
    requestId,
    at: now,
    after: { startsAt: startsAt.toISOString(), minutes, place, videoLink },
  })
  return pondering
}
