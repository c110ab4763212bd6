import type { Database } from '../platform/database/database.ts'
import type { HidingReason } from '../platform/hidden.ts'
import type { TextKind } from './reviewable.ts'

interface HidingsTable {
  id: string
  kind: TextKind
  record_id: string
  municipality_code: string
  because: HidingReason
  words: string
  hidden_by: string
  hidden_at: Date
  writer_id: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_words: string | null
}

interface AppealsTable {
  id: string
  hiding_id: string
  municipality_code: string
  person_id: string
  words: string
  at: Date
  outcome: AppealOutcome | null
  answered_by: string | null
  answered_at: Date | null
  answer: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    hidings: HidingsTable
    appeals: AppealsTable
  }
}

export const appealOutcomes = ['restored', 'stays'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

/** That a text was hidden: by whom, why, and until when. */
export interface Hiding {
  id: string
  kind: TextKind
  recordId: string
  municipalityCode: string
  because: HidingReason
  /** To the writer. */
  words: string
  hiddenBy: string
  hiddenAt: Date
  writerId: string | null
  endedAt: Date | null
}

/** The writer's word against a hiding, and the answer once there is one. */
export interface Appeal {
  id: string
  hidingId: string
  personId: string
  words: string
  at: Date
  outcome: AppealOutcome | null
  answer: string | null
}

const hidingOf = (row: HidingsTable): Hiding => ({
  id: row.id,
  kind: row.kind,
  recordId: row.record_id,
  municipalityCode: row.municipality_code,
  because: row.because,
  words: row.words,
  hiddenBy: row.hidden_by,
  hiddenAt: row.hidden_at,
  writerId: row.writer_id,
  endedAt: row.ended_at,
})

const appealOf = (row: AppealsTable): Appeal => ({
  id: row.id,
  hidingId: row.hiding_id,
  personId: row.person_id,
  words: row.words,
  at: row.at,
  outcome: row.outcome,
  answer: row.answer,
})

/** Adds a hiding. False when the text is hidden already. */
export async function saveHiding(database: Database, hiding: Omit<Hiding, 'endedAt'>): Promise<boolean> {
  const row = await database
    .insertInto('hidings')
    .values({
      id: hiding.id,
      kind: hiding.kind,
      record_id: hiding.recordId,
      municipality_code: hiding.municipalityCode,
      because: hiding.because,
      words: hiding.words,
      hidden_by: hiding.hiddenBy,
      hidden_at: hiding.hiddenAt,
      writer_id: hiding.writerId,
      ended_at: null,
      ended_by: null,
      ended_words: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends a hiding. False when it has ended already. */
export async function endHiding(
  database: Database,
  end: { id: string; personId: string; words: string; at: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('hidings')
    .set({ ended_at: end.at, ended_by: end.personId, ended_words: end.words })
    .where('id', '=', end.id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function hidingById(database: Database, id: string): Promise<Hiding | undefined> {
  const row = await database.selectFrom('hidings').selectAll().where('id', '=', id).executeTakeFirst()
  return row && hidingOf(row)
}

const hidingsOf = (database: Database, kind: TextKind, recordId: string) =>
  database.selectFrom('hidings').selectAll().where('kind', '=', kind).where('record_id', '=', recordId)

/** The hiding of a text that is in force, undefined when there is none the reader may know of. */
export async function openHidingOf(
  database: Database,
  kind: TextKind,
  recordId: string,
): Promise<Hiding | undefined> {
  const row = await hidingsOf(database, kind, recordId).where('ended_at', 'is', null).executeTakeFirst()
  return row && hidingOf(row)
}

/** The newest hiding of a text, in force or ended; undefined when it never was hidden. */
export async function lastHidingOf(
  database: Database,
  kind: TextKind,
  recordId: string,
): Promise<Hiding | undefined> {
  const row = await hidingsOf(database, kind, recordId).orderBy('hidden_at', 'desc').executeTakeFirst()
  return row && hidingOf(row)
}

/** Texts that are hidden now, newest first, 200 at most. */
export async function openHidings(database: Database): Promise<Hiding[]> {
  const rows = await database
    .selectFrom('hidings')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('hidden_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(hidingOf)
}

/** Adds an appeal. False when the hiding has one already. */
export async function saveAppeal(
  database: Database,
  appeal: Omit<Appeal, 'outcome' | 'answer'> & { municipalityCode: string },
): Promise<boolean> {
  const row = await database
    .insertInto('appeals')
    .values({
      id: appeal.id,
      hiding_id: appeal.hidingId,
      municipality_code: appeal.municipalityCode,
      person_id: appeal.personId,
      words: appeal.words,
      at: appeal.at,
      outcome: null,
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Answers an appeal. False when it has an answer already. */
export async function saveAnswer(
  database: Database,
  answer: { id: string; outcome: AppealOutcome; personId: string; words: string; at: Date },
): Promise<boolean> {
  const row = await database
    .updateTable('appeals')
    .set({
      outcome: answer.outcome,
      answered_by: answer.personId,
      answered_at: answer.at,
      answer: answer.words,
    })
    .where('id', '=', answer.id)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function appealById(database: Database, id: string): Promise<Appeal | undefined> {
  const row = await database.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirst()
  return row && appealOf(row)
}

/** The appeal against a hiding, undefined when there is none the reader may know of. */
export async function appealAgainst(database: Database, hidingId: string): Promise<Appeal | undefined> {
  const row = await database
    .selectFrom('appeals')
    .selectAll()
    .where('hiding_id', '=', hidingId)
    .executeTakeFirst()
  return row && appealOf(row)
}

/** Appeals without an answer with what they are about, oldest first. */
export async function openAppeals(database: Database): Promise<{ appeal: Appeal; hiding: Hiding }[]> {
  const rows = await database
    .selectFrom('appeals')
    .selectAll()
    .where('outcome', 'is', null)
    .orderBy('at')
    .limit(200)
    .execute()
  const both = await Promise.all(
    rows.map(async (row) => ({ appeal: appealOf(row), hiding: await hidingById(database, row.hiding_id) })),
  )
  return both.flatMap(({ appeal, hiding }) => (hiding ? [{ appeal, hiding }] : []))
}
