import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { findIdea, updateIdeaWords } from './idea-store.ts'
import { indexIdea } from './index-idea.ts'

/** Changes the words of an idea. When somebody saved in between, nothing changes and their words come back. */
export async function editIdea(
  database: Database,
  {
    person,
    now,
    requestId,
    id,
    version,
    problem,
    trial,
    forWhom,
  }: Acting & {
    id: string
    version: number
    problem: string
    trial: string
    forWhom: string
  },
): Promise<Outcome> {
  const before = await findIdea(database, id)
  if (!before) throw new Error('an idea disappeared while it was edited')
  const changed = await updateIdeaWords(database, { id, version, problem, trial, forWhom, now })
  if (!changed)
    return {
      ok: false,
      problems: [],
      theirs: { problem: before.problem, trial: before.trial, forWhom: before.forWhom },
    }
  await indexIdea(database, { ...before, problem, trial, forWhom })
  await record(database, {
    chain: before.municipalityCode,
    action: 'idea.edited',
    recordKind: 'idea',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    before: { problem: before.problem, trial: before.trial, forWhom: before.forWhom },
    after: { problem, trial, forWhom },
  })
  return done()
}
