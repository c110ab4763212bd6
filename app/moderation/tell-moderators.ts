import { administratorsOf, officePeople } from '../membership/index.ts'
import { placeName } from '../municipalities/index.ts'
import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Jobs, RecurringJob } from '../platform/jobs/worker.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { type MailCondition, queueMail } from '../platform/mail/mail.ts'
import { texts } from '../texts/index.ts'
import { tellHiddenAgain } from './hidden-again.ts'
import { officeKinds } from './reviewable.ts'
import { lastToldOn, takeUntold } from './waiting-store.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'tell-moderators': Record<string, never>
  }
}

/** What has come for one person since the last letter: reports by municipality, and appeals. */
interface News {
  reports: Map<string, number>
  appeals: number
  /** The rights that the letter depends on; none for the programme office. */
  conditions: MailCondition[]
}

/**
 * Tells those who deal with texts what has come since the last letter: at most one letter a day for each person, with counts
 * and a link and nothing of the texts or of who reported. It belongs to the task, so nobody is asked for consent. Administrators
 * hear of texts of their own municipality; the programme office of all, and of appeals.
 */
export async function tellModerators(
  database: Database,
  { now, linkTo }: { now: Date; linkTo: (lang: Lang) => string },
): Promise<number> {
  const day = dayOf(now)
  if ((await lastToldOn(database)) === day) return 0
  const { reports, appeals } = await takeUntold(database, now)
  if (reports.length + appeals === 0) return 0
  const news = new Map<string, News>()
  const newsOf = (personId: string): News => {
    const one = news.get(personId) ?? { reports: new Map(), appeals: 0, conditions: [] }
    news.set(personId, one)
    return one
  }
  const office = await officePeople(database, now)
  for (const { municipalityCode, kind, count } of reports) {
    const local = officeKinds.includes(kind) ? [] : await administratorsOf(database, municipalityCode, now)
    for (const personId of new Set([...office, ...local])) {
      const one = newsOf(personId)
      one.reports.set(municipalityCode, (one.reports.get(municipalityCode) ?? 0) + count)
      if (!office.includes(personId))
        one.conditions.push({ personId, municipalityCode, roles: ['administrator'] })
    }
  }
  if (appeals > 0) for (const personId of office) newsOf(personId).appeals = appeals
  const contacts = await contactsOf(database, [...news.keys()])
  for (const { id, email, lang } of contacts) {
    const { reports: counts, appeals: open, conditions } = newsOf(id)
    const { mail } = texts[lang].moderation
    await queueMail(database, {
      key: `moderators ${day} ${id}`,
      to: email,
      ...(conditions.length > 0 ? { onlyWhile: conditions } : {}),
      subject: mail.waitingSubject,
      text: mail.waiting({
        places: [...counts].map(([code, count]) => ({ place: placeName(code, lang), count })),
        appeals: open,
        link: linkTo(lang),
      }),
    })
  }
  await record(database, {
    chain: '000',
    action: 'moderators.told',
    recordKind: 'report',
    recordId: day,
    personId: null,
    requestId: `moderators ${day}`,
    at: now,
    after: { reports: reports.reduce((sum, { count }) => sum + count, 0), appeals },
  })
  return contacts.length
}

/** The daily letter to those who deal with texts, in the morning in Finland; and texts that were put back after hiding. */
export function moderationJobs({
  linkTo,
  writersPage,
}: {
  linkTo: (lang: Lang) => string
  /** Whole address of the writer's page about a hiding. */
  writersPage: (lang: Lang, hidingId: string) => string
}): { jobs: Jobs; recurring: RecurringJob[] } {
  return {
    jobs: {
      'hidden-again': async ({ kind, recordId }, { database, now, newId }) => {
        await tellHiddenAgain(database, { kind, id: recordId, now, newId, addressOf: writersPage })
      },
      'tell-moderators': async (_, { database, now }) => {
        await tellModerators(database, { now, linkTo })
      },
    },
    recurring: [{ name: 'tell-moderators', match: '10 5 * * *' }],
  }
}
