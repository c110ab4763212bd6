import type { Database } from '../platform/database/database.ts'
import type { Check, CheckAnswer, Embedding } from './decision.ts'

interface EmbeddingsTable {
  experiment_id: string
  municipality_code: string
  unit: string
  budget_line: string | null
  instruction: string | null
  owner: string
  in_practice: boolean
  something_new: boolean
  answers_problem: boolean
  updated_by: string | null
  updated_at: Date
  version: number
}

interface ChecksTable {
  id: string
  experiment_id: string
  municipality_code: string
  decision_id: string
  months: 6 | 12
  due_on: string
  answer: CheckAnswer | null
  words: string | null
  answered_by: string | null
  answered_on: string | null
  reminded_at: Date | null
  dropped: boolean
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    embeddings: EmbeddingsTable
    checks: ChecksTable
  }
}

/** Where an experiment lives now; undefined while nobody has told. */
export async function embeddingOf(database: Database, experimentId: string): Promise<Embedding | undefined> {
  const row = await database
    .selectFrom('embeddings')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .executeTakeFirst()
  return (
    row && {
      unit: row.unit,
      budgetLine: row.budget_line,
      instruction: row.instruction,
      owner: row.owner,
      inPractice: row.in_practice,
      somethingNew: row.something_new,
      answersProblem: row.answers_problem,
      version: row.version,
    }
  )
}

/** Stores where it lives if nobody stored since `version` (0: nobody had told). False otherwise. */
export async function saveEmbedding(
  database: Database,
  {
    experimentId,
    municipalityCode,
    personId,
    now,
    ...embedding
  }: Embedding & { experimentId: string; municipalityCode: string; personId: string; now: Date },
): Promise<boolean> {
  const values = {
    unit: embedding.unit,
    budget_line: embedding.budgetLine,
    instruction: embedding.instruction,
    owner: embedding.owner,
    in_practice: embedding.inPractice,
    something_new: embedding.somethingNew,
    answers_problem: embedding.answersProblem,
    updated_by: personId,
    updated_at: now,
    version: embedding.version + 1,
  }
  const row =
    embedding.version === 0
      ? await database
          .insertInto('embeddings')
          .values({ ...values, experiment_id: experimentId, municipality_code: municipalityCode })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await database
          .updateTable('embeddings')
          .set(values)
          .where('experiment_id', '=', experimentId)
          .where('version', '=', embedding.version)
          .returning('version')
          .executeTakeFirst()
  return row !== undefined
}

function checkOf(row: ChecksTable): Check {
  return {
    id: row.id,
    experimentId: row.experiment_id,
    months: row.months,
    dueOn: row.due_on,
    answer: row.answer,
    words: row.words,
    answeredOn: row.answered_on,
  }
}

/** The checks of an experiment, first due first; those made needless by a later decision are left out. */
export async function checksOf(database: Database, experimentId: string): Promise<Check[]> {
  const rows = await database
    .selectFrom('checks')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .where('dropped', '=', false)
    .orderBy('due_on')
    .execute()
  return rows.map(checkOf)
}

/** Open checks of the experiments a person is responsible for, first due first, due within `untilDay`. */
export async function openChecksFor(
  database: Database,
  personId: string,
  untilDay: string,
): Promise<Check[]> {
  const rows = await database
    .selectFrom('checks')
    .innerJoin('experiments', 'experiments.id', 'checks.experiment_id')
    .selectAll('checks')
    .where('experiments.responsible_person_id', '=', personId)
    .where('checks.answer', 'is', null)
    .where('checks.dropped', '=', false)
    .where('checks.due_on', '<=', untilDay)
    .orderBy('checks.due_on')
    .execute()
  return rows.map(checkOf)
}

/** Adds the checks of a decision, in place of the open ones of earlier decisions. */
export async function replaceChecks(
  database: Database,
  experimentId: string,
  checks: readonly {
    id: string
    municipalityCode: string
    decisionId: string
    months: 6 | 12
    dueOn: string
  }[],
): Promise<void> {
  await database
    .updateTable('checks')
    .set({ dropped: true })
    .where('experiment_id', '=', experimentId)
    .where('answer', 'is', null)
    .execute()
  if (checks.length === 0) return
  await database
    .insertInto('checks')
    .values(
      checks.map((check) => ({
        id: check.id,
        experiment_id: experimentId,
        municipality_code: check.municipalityCode,
        decision_id: check.decisionId,
        months: check.months,
        due_on: check.dueOn,
        answer: null,
        words: null,
        answered_by: null,
        answered_on: null,
        reminded_at: null,
        dropped: false,
      })),
    )
    .execute()
}

/** Answers a check. False when it had been answered before. */
export async function saveCheckAnswer(
  database: Database,
  {
    id,
    answer,
    words,
    personId,
    day,
  }: { id: string; answer: CheckAnswer; words: string | null; personId: string; day: string },
): Promise<boolean> {
  const row = await database
    .updateTable('checks')
    .set({ answer, words, answered_by: personId, answered_on: day })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes the checks that are due and of which nobody has been reminded, and marks them reminded. Two workers get none twice. */
export async function takeChecksToRemind(database: Database, day: string, now: Date): Promise<Check[]> {
  const rows = await database
    .updateTable('checks')
    .set({ reminded_at: now })
    .where('due_on', '<=', day)
    .where('answer', 'is', null)
    .where('dropped', '=', false)
    .where('reminded_at', 'is', null)
    .returningAll()
    .execute()
  return rows.map(checkOf)
}
