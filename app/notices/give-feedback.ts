import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, dayOf } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { answerDays } from './feedback.ts'
import { saveFeedback } from './feedback-store.ts'

/** Keeps feedback on accessibility from anybody, and tells its case number. */
export async function giveFeedback(
  database: Database,
  feedback: {
    now: Date
    requestId: string
    lang: Lang
    newId: () => string
    message: string
    pageAddress: string | null
    email: string | null
  },
): Promise<number> {
  const id = feedback.newId()
  const caseNumber = await asSystem(database, (system) =>
    saveFeedback(system, {
      id,
      receivedAt: feedback.now,
      dueOn: addDays(dayOf(feedback.now), answerDays),
      lang: feedback.lang,
      message: feedback.message,
      pageAddress: feedback.pageAddress,
      email: feedback.email,
    }),
  )
  await record(database, {
    chain: '000',
    action: 'accessibility-feedback.received',
    recordKind: 'accessibility-feedback',
    recordId: id,
    // Whoever writes here need not be known, and is not noted where they are.
    personId: null,
    requestId: feedback.requestId,
    at: feedback.now,
  })
  return caseNumber
}
