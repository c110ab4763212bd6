import type { Database } from '../platform/database/database.ts'
import { indexDocument } from '../search/index.ts'
import type { Idea } from './idea.ts'

/** Puts an idea as it now stands into the search index. */
export async function indexIdea(database: Database, idea: Idea): Promise<void> {
  await indexDocument(database, {
    kind: 'idea',
    recordId: idea.id,
    municipalityCode: idea.municipalityCode,
    state: idea.state,
    addressParameters: { id: idea.id },
    isExample: idea.isExample,
    year: idea.createdAt.getUTCFullYear(),
    language: idea.language,
    title: idea.trial,
    body: `${idea.problem}\n${idea.forWhom}`,
  })
}
