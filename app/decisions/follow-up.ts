import { experimentForChange } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import type { CheckAnswer, Embedding } from './decision.ts'
import { embeddingOf, saveCheckAnswer, saveEmbedding } from './follow-up-store.ts'

/** Says where an experiment lives now: unit, budget line, instruction, owner. */
export async function sayWhereItLives(
  database: Database,
  {
    person,
    now,
    requestId,
    experimentId,
    embedding,
  }: Acting & { experimentId: string; embedding: Embedding },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode) throw new Error('an experiment disappeared')
  const before = await embeddingOf(database, experimentId)
  const saved = await saveEmbedding(database, {
    ...embedding,
    experimentId,
    municipalityCode: experiment.municipalityCode,
    personId: person.id,
    now,
  })
  if (!saved)
    return {
      ok: false,
      problems: [],
      theirs: {
        unit: before?.unit ?? '',
        owner: before?.owner ?? '',
        budgetLine: before?.budgetLine ?? '',
        instruction: before?.instruction ?? '',
      },
    }
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'embedding.told',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: before && { ...before },
    after: { ...embedding },
  })
  return done()
}

/** Answers the check at 6 or 12 months: alive, changed or gone. */
export async function answerCheck(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    experimentId,
    checkId,
    answer,
    words,
  }: Acting & { experimentId: string; checkId: string; answer: CheckAnswer; words: string | null },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode) throw new Error('an experiment disappeared')
  const saved = await saveCheckAnswer(database, {
    id: checkId,
    answer,
    words,
    personId: person.id,
    day: dayOf(now),
  })
  if (!saved) return refuse('', texts[lang].decisions.check.answeredAlready)
  await record(database, {
    chain: experiment.municipalityCode,
    action: `check.${answer}`,
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { checkId, answer, words },
  })
  return done()
}
