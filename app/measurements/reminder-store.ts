import { type Generated, sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'

interface WeeklyRemindersTable {
  id: string
  person_id: string
  week: string
  queued_at: Date
}

interface ReminderQuestionsTable {
  id: string
  reminder_id: string
  promise_id: string
  person_id: string
  experiment_id: string
  municipality_code: string
  measure_id: string
  week: string
  asked_at: Date
  link_until: Date
  reply_until: Date
  answered_at: Date | null
  reading_id: string | null
  version: Generated<number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    weekly_reminders: WeeklyRemindersTable
    reminder_questions: ReminderQuestionsTable
    reminder_stops: { person_id: string; stopped_at: Date }
  }
}

/** What a reminder asked: one measure of one experiment. */
export interface ReminderQuestion {
  id: string
  reminderId: string
  promiseId: string
  personId: string
  experimentId: string
  municipalityCode: string
  measureId: string
  /** The Monday of the week, ISO day. */
  week: string
  askedAt: Date
  linkUntil: Date
  replyUntil: Date
}

/** A question as it stands now. */
export interface AskedQuestion extends ReminderQuestion {
  answeredAt: Date | null
  /** False when the person has taken the promise back, or the trial has ended it. */
  promised: boolean
}

/** Keeps that a person is reminded in a week. False when they have been: then nothing may be sent. */
export async function claimReminder(
  database: Database,
  reminder: { id: string; personId: string; week: string; now: Date },
): Promise<boolean> {
  const row = await database
    .insertInto('weekly_reminders')
    .values({
      id: reminder.id,
      person_id: reminder.personId,
      week: reminder.week,
      queued_at: reminder.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function saveQuestions(
  database: Database,
  questions: readonly ReminderQuestion[],
): Promise<void> {
  if (questions.length === 0) return
  await database
    .insertInto('reminder_questions')
    .values(
      questions.map((one) => ({
        id: one.id,
        reminder_id: one.reminderId,
        promise_id: one.promiseId,
        person_id: one.personId,
        experiment_id: one.experimentId,
        municipality_code: one.municipalityCode,
        measure_id: one.measureId,
        week: one.week,
        asked_at: one.askedAt,
        link_until: one.linkUntil,
        reply_until: one.replyUntil,
        answered_at: null,
        reading_id: null,
      })),
    )
    .execute()
}

/** One reminder, or undefined. */
export async function reminderById(
  database: Database,
  id: string,
): Promise<{ id: string; personId: string; week: string } | undefined> {
  const row = await database
    .selectFrom('weekly_reminders')
    .select(['id', 'person_id', 'week'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, personId: row.person_id, week: row.week }
}

function questions(database: Database) {
  return database
    .selectFrom('reminder_questions')
    .innerJoin('log_promises', 'log_promises.id', 'reminder_questions.promise_id')
    .selectAll('reminder_questions')
    .select('log_promises.ended_at')
}

function questionOf(row: ReminderQuestionsTableRow): AskedQuestion {
  return {
    id: row.id,
    reminderId: row.reminder_id,
    promiseId: row.promise_id,
    personId: row.person_id,
    experimentId: row.experiment_id,
    municipalityCode: row.municipality_code,
    measureId: row.measure_id,
    week: row.week,
    askedAt: row.asked_at,
    linkUntil: row.link_until,
    replyUntil: row.reply_until,
    answeredAt: row.answered_at,
    promised: row.ended_at === null,
  }
}

type ReminderQuestionsTableRow = Omit<ReminderQuestionsTable, 'version'> & { ended_at: Date | null }

/** One question, or undefined. */
export async function questionById(database: Database, id: string): Promise<AskedQuestion | undefined> {
  const row = await questions(database).where('reminder_questions.id', '=', id).executeTakeFirst()
  return row && questionOf(row)
}

/** Everything that one reminder asked, in the order of its letter. */
export async function questionsOfReminder(database: Database, reminderId: string): Promise<AskedQuestion[]> {
  const rows = await questions(database)
    .where('reminder_questions.reminder_id', '=', reminderId)
    .orderBy('reminder_questions.id')
    .execute()
  return rows.map(questionOf)
}

/** Notes that a question has been answered by its link. False when it was answered before. */
export async function markAnswered(
  database: Database,
  { id, readingId, now }: { id: string; readingId: string; now: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('reminder_questions')
    .set({ answered_at: now, reading_id: readingId })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Which measures need no reminder, as `experiment measure`: those with a reading in the week that begins on `week`, and
 * those that somebody logged in the week before without being asked. A reading that answered a reminder tells nothing of
 * whether the next one is needed.
 */
export async function measuresRead(
  database: Database,
  { experimentIds, week }: { experimentIds: readonly string[]; week: string },
): Promise<Set<string>> {
  if (experimentIds.length === 0) return new Set()
  const { rows } = await sql<{ experiment_id: string; measure_id: string }>`
    select distinct experiment_id, measure_id from observations as o
    where experiment_id = any (${[...new Set(experimentIds)]}::uuid[]) and removed_at is null
      and (day >= ${week}::date or (day >= ${week}::date - 7 and way <> 'mail'
        and not exists (select from reminder_questions as q where q.reading_id = o.id)))`.execute(database)
  return new Set(rows.map((row) => `${row.experiment_id} ${row.measure_id}`))
}

/** True when the person wants no reminders. */
export async function hasStoppedReminders(database: Database, personId: string): Promise<boolean> {
  const row = await database
    .selectFrom('reminder_stops')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps that the person wants no reminders. False when they wanted none before. */
export async function saveReminderStop(
  database: Database,
  { personId, now }: { personId: string; now: Date },
): Promise<boolean> {
  const row = await database
    .insertInto('reminder_stops')
    .values({ person_id: personId, stopped_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Lets reminders come again. False when they had not been stopped. */
export async function removeReminderStop(database: Database, personId: string): Promise<boolean> {
  const row = await database
    .deleteFrom('reminder_stops')
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}
