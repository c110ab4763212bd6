import { becomeResident } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { saveIdea } from './idea-store.ts'
import type { Idea } from './idea.ts'
import { indexIdea } from './index-idea.ts'

/** Tells an idea in three sentences. Whoever belongs to no municipality yet becomes a resident of the one they name. */
export async function tellIdea(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    municipalityCode,
    problem,
    trial,
    forWhom,
    isExample = false,
  }: Acting & {
    municipalityCode: string
    problem: string
    trial: string
    forWhom: string
    isExample?: boolean
  },
): Promise<Idea> {
  if (!person.memberships.some((m) => m.municipalityCode === municipalityCode))
    await becomeResident(database, person.id, municipalityCode, now)
  const idea: Idea = {
    id: newId(),
    municipalityCode,
    toldBy: person.id,
    problem,
    trial,
    forWhom,
    language: lang,
    state: 'new',
    answer: null,
    answeredAt: null,
    elsewhereExperimentId: null,
    elsewhereUrl: null,
    isExample,
    hidden: null,
    version: 1,
    createdAt: now,
  }
  await saveIdea(database, idea)
  await indexIdea(database, idea)
  await record(database, {
    chain: municipalityCode,
    action: 'idea.told',
    recordKind: 'idea',
    recordId: idea.id,
    personId: person.id,
    requestId,
    at: now,
    after: { problem, trial, forWhom },
  })
  return idea
}
