import { contactsOf } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { answerKey } from './answer-key-store.ts'
import { idInToken, isAnswerToken, newAnswerToken, tokenLength } from './answer-token.ts'
import {
  type AskedQuestion,
  questionById,
  questionsOfReminder,
  type ReminderQuestion,
  reminderById,
} from './reminder-store.ts'

/**
 * The facts over which the link and the reply address of a question are signed. The person's address is one of them: what
 * lies in a mailbox that is theirs no longer is of no use.
 */
function factsOf(question: ReminderQuestion, until: Date, email: string): string[] {
  const { personId, experimentId, measureId, week } = question
  return [personId, email, experimentId, measureId, week, until.toISOString()]
}

/** What the links and addresses of a reminder to an e-mail address are made of. */
export function tokensOf(key: string, email: string) {
  return {
    link: (question: ReminderQuestion) =>
      newAnswerToken(key, 'link', question.id, factsOf(question, question.linkUntil, email)),
    reply: (question: ReminderQuestion) =>
      `q${newAnswerToken(key, 'reply', question.id, factsOf(question, question.replyUntil, email))}`,
    replies: (reminder: { id: string; personId: string; week: string }) =>
      `w${newAnswerToken(key, 'replies', reminder.id, [reminder.personId, email, reminder.week])}`,
    stop: (reminder: { id: string; personId: string; week: string }) =>
      newAnswerToken(key, 'stop', reminder.id, [reminder.personId, email, reminder.week]),
  }
}

/** The question that a link lets somebody answer; undefined when it is forged, past its time, or the promise is over. */
export async function questionOfLink(
  database: Database,
  { token, now }: { token: string; now: Date },
): Promise<AskedQuestion | undefined> {
  const id = idInToken(token)
  if (id === undefined) return undefined
  return asSystem(database, async (system) => {
    const question = await questionById(system, id)
    if (!question?.promised || now >= question.linkUntil) return undefined
    const key = await answerKey(system)
    const facts = factsOf(question, question.linkUntil, await emailOf(system, question.personId))
    return isAnswerToken(token, { key, use: 'link', id, facts }) ? question : undefined
  })
}

/** Whose letters a link stops; undefined when it is forged. It counts as long as the reminder is known. */
export async function personOfStopLink(database: Database, token: string): Promise<string | undefined> {
  const id = idInToken(token)
  if (id === undefined) return undefined
  return asSystem(database, async (system) => {
    const reminder = await reminderById(system, id)
    if (!reminder) return undefined
    const key = await answerKey(system)
    const facts = [reminder.personId, await emailOf(system, reminder.personId), reminder.week]
    return isAnswerToken(token, { key, use: 'stop', id, facts }) ? reminder.personId : undefined
  })
}

/**
 * The questions that may be answered at a reply address, by the part between `log+` and the @: one, or all of a letter.
 * Undefined when it is forged, past its time, or every promise in it is over.
 */
export async function questionsOfReply(
  database: Database,
  { text, now }: { text: string; now: Date },
): Promise<AskedQuestion[] | undefined> {
  const kind = text.slice(0, 1)
  const token = text.slice(1)
  const id = token.length === tokenLength ? idInToken(token) : undefined
  if (id === undefined || (kind !== 'q' && kind !== 'w')) return undefined
  return asSystem(database, async (system) => {
    const key = await answerKey(system)
    const questions = kind === 'q' ? [await questionById(system, id)] : await questionsOfReminder(system, id)
    const [first] = questions
    if (!first) return undefined
    const email = await emailOf(system, first.personId)
    const signed =
      kind === 'q'
        ? { key, use: 'reply' as const, id, facts: factsOf(first, first.replyUntil, email) }
        : { key, use: 'replies' as const, id, facts: [first.personId, email, first.week] }
    if (!isAnswerToken(token, signed)) return undefined
    const open = questions.filter((one) => one !== undefined && one.promised && now < one.replyUntil)
    return open.length > 0 ? (open as AskedQuestion[]) : undefined
  })
}

/** The address that a person has now; empty where they have none. */
async function emailOf(database: Database, personId: string): Promise<string> {
  const [contact] = await contactsOf(database, [personId])
  return contact?.email ?? ''
}
