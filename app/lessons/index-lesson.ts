import type { Experiment } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { indexDocument } from '../search/index.ts'
import { type Lesson, textsOf } from './lesson.ts'

/** Puts the lesson of an experiment as it now stands into the search index, unless its plan is hidden: they share a title. */
export async function indexLesson(database: Database, experiment: Experiment, lesson: Lesson): Promise<void> {
  if (experiment.hidden) return
  await indexDocument(database, {
    kind: 'lesson',
    recordId: experiment.id,
    addressParameters: { id: experiment.id },
    language: lesson.language,
    title: experiment.title,
    body: Object.values(textsOf(lesson)).filter(Boolean).join('\n'),
    municipalityCode: experiment.municipalityCode ?? undefined,
    theme: experiment.theme ?? undefined,
    state: experiment.state,
    year: lesson.writtenAt.getUTCFullYear(),
    isExample: experiment.origin === 'example',
  })
}
