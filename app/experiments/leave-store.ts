import type { Selectable } from 'kysely'
import type { Database } from '../platform/database/database.ts'

/** How a request for leave ended. */
export type LeaveAnswer = 'given' | 'sent_back' | 'taken_back'

interface ExperimentLeavesTable {
  id: string
  experiment_id: string
  municipality_code: string
  asked_by: string | null
  asked_at: Date
  asked_words: string | null
  plan_fingerprint: string
  answer: LeaveAnswer | null
  answered_by: string | null
  answered_at: Date | null
  reasons: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    experiment_leaves: ExperimentLeavesTable
  }
}

/** Leave that was asked of the leaders, with the answer once there is one. Both are kept. */
export interface Leave {
  id: string
  askedBy: string | null
  askedAt: Date
  askedWords: string | null
  /** Fingerprint of the plan that leave was asked for. */
  planFingerprint: string
  answer: LeaveAnswer | null
  answeredBy: string | null
  answeredAt: Date | null
  reasons: string | null
}

function leaveOf(row: Selectable<ExperimentLeavesTable>): Leave {
  return {
    id: row.id,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    askedWords: row.asked_words,
    planFingerprint: row.plan_fingerprint,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    reasons: row.reasons,
  }
}

/** Every request for leave of an experiment, oldest first. */
export async function leavesOf(database: Database, experimentId: string): Promise<Leave[]> {
  const rows = await database
    .selectFrom('experiment_leaves')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(leaveOf)
}

/** Keeps a request. At most one is open at a time: the database refuses a second. */
export async function saveLeaveRequest(
  database: Database,
  request: {
    id: string
    experimentId: string
    municipalityCode: string
    askedBy: string
    askedAt: Date
    askedWords: string | null
    planFingerprint: string
  },
): Promise<void> {
  await database
    .insertInto('experiment_leaves')
    .values({
      id: request.id,
      experiment_id: request.experimentId,
      municipality_code: request.municipalityCode,
      asked_by: request.askedBy,
      asked_at: request.askedAt,
      asked_words: request.askedWords,
      plan_fingerprint: request.planFingerprint,
      answer: null,
      answered_by: null,
      answered_at: null,
      reasons: null,
    })
    .execute()
}

/** Answers the open request of an experiment and returns it; undefined when none is open. */
export async function saveLeaveAnswer(
  database: Database,
  answer: {
    experimentId: string
    answer: LeaveAnswer
    answeredBy: string
    answeredAt: Date
    reasons: string | null
  },
): Promise<Leave | undefined> {
  const row = await database
    .updateTable('experiment_leaves')
    .set({
      answer: answer.answer,
      answered_by: answer.answeredBy,
      answered_at: answer.answeredAt,
      reasons: answer.reasons,
    })
    .where('experiment_id', '=', answer.experimentId)
    .where('answer', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && leaveOf(row)
}
