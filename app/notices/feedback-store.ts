import { type Generated, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { keptFor, type RetentionRule } from '../platform/retention.ts'
import type { Feedback } from './feedback.ts'

interface FeedbackTable {
  id: string
  case_number: Generated<number>
  received_at: Date
  due_on: string
  lang: Lang
  message: string
  page_address: string | null
  email: string | null
  answered_at: Generated<Date | null>
  answer: Generated<string | null>
  answered_by: Generated<string | null>
  version: Generated<number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    accessibility_feedback: FeedbackTable
  }
}

const shown = [
  'id',
  'case_number as caseNumber',
  'received_at as receivedAt',
  'due_on as dueOn',
  'lang',
  'message',
  'page_address as pageAddress',
  'email',
  'answered_at as answeredAt',
  'answer',
  'version',
] as const

/** Keeps feedback and gives it its case number. Needs the system's rights: whoever sends it may not read it back. */
export async function saveFeedback(
  database: Database,
  feedback: Pick<Feedback, 'id' | 'receivedAt' | 'dueOn' | 'lang' | 'message' | 'pageAddress' | 'email'>,
): Promise<number> {
  const row = await database
    .insertInto('accessibility_feedback')
    .values({
      id: feedback.id,
      received_at: feedback.receivedAt,
      due_on: feedback.dueOn,
      lang: feedback.lang,
      message: feedback.message,
      page_address: feedback.pageAddress,
      email: feedback.email,
    })
    .returning('case_number')
    .executeTakeFirstOrThrow()
  return row.case_number
}

/** Feedback that waits for its answer, the most urgent first. */
export async function waitingFeedback(database: Database): Promise<Feedback[]> {
  return database
    .selectFrom('accessibility_feedback')
    .select(shown)
    .where('answered_at', 'is', null)
    .orderBy('due_on')
    .orderBy('case_number')
    .execute()
}

/** Answered feedback, the newest answer first. */
export async function answeredFeedback(database: Database): Promise<Feedback[]> {
  return database
    .selectFrom('accessibility_feedback')
    .select(shown)
    .where('answered_at', 'is not', null)
    .orderBy('answered_at', 'desc')
    .execute()
}

/** One case, or undefined. */
export async function feedbackById(database: Database, id: string): Promise<Feedback | undefined> {
  return database.selectFrom('accessibility_feedback').select(shown).where('id', '=', id).executeTakeFirst()
}

/** Keeps the answer. False when somebody has answered already. */
export async function saveAnswer(
  database: Database,
  answer: { id: string; text: string; personId: string; now: Date },
): Promise<boolean> {
  const result = await database
    .updateTable('accessibility_feedback')
    .set({
      answer: answer.text,
      answered_at: answer.now,
      answered_by: answer.personId,
      version: sql`version + 1`,
    })
    .where('id', '=', answer.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Takes an address away, known by the SHA-256 of its lower-case form. */
export async function forgetAddress(database: Database, fingerprint: string): Promise<void> {
  await sql`update accessibility_feedback set email = null
    where email is not null and encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = ${fingerprint}`.execute(
    database,
  )
}

/** Feedback is kept two years after its answer. */
export const feedbackRetention: RetentionRule[] = [keptFor('accessibility_feedback', 'answered_at', 730)]
