import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { caseNumberInWords, type Feedback } from './feedback.ts'
import { saveAnswer } from './feedback-store.ts'

/** Answers feedback, by letter too where the sender gave an address. The value tells whether a letter goes out. */
export async function answerFeedback(
  database: Database,
  { person, now, requestId, lang, feedback, answer }: Acting & { feedback: Feedback; answer: string },
): Promise<Outcome<boolean>> {
  if (!(await saveAnswer(database, { id: feedback.id, text: answer, personId: person.id, now })))
    return refuse('answer', texts[lang].notices.answer.already)
  const words = texts[feedback.lang].notices.feedback
  if (feedback.email !== null)
    await queueMail(database, {
      key: `accessibility answer ${feedback.id}`,
      to: feedback.email,
      subject: words.mailSubject(caseNumberInWords(feedback.caseNumber)),
      text: words.mailText(feedback.message, answer),
    })
  await record(database, {
    chain: '000',
    action: 'accessibility-feedback.answered',
    recordKind: 'accessibility-feedback',
    recordId: feedback.id,
    personId: person.id,
    requestId,
    at: now,
    after: { answer },
  })
  return done(feedback.email !== null)
}
