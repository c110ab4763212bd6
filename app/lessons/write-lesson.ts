import { experimentForChange } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { indexLesson } from './index-lesson.ts'
import { lessonOfExperiment, saveLesson } from './lesson-store.ts'
import { type Lesson, type LessonWords, textsOf } from './lesson.ts'

/** Writes the lesson of an experiment, or a new version of it; an earlier version stays. */
export async function writeLesson(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    version,
    words,
  }: Acting & { experimentId: string; version: number; words: LessonWords },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode) throw new Error('an experiment disappeared')
  const before = await lessonOfExperiment(database, experimentId)
  if ((before?.version ?? 0) !== version)
    return { ok: false, problems: [], theirs: before ? textsOf(before) : {} }
  const lesson: Lesson = {
    ...words,
    experimentId,
    language: lang,
    writtenAt: now,
    hidden: null,
    version: version + 1,
  }
  await saveLesson(database, {
    ...lesson,
    id: newId(),
    municipalityCode: experiment.municipalityCode,
    writtenBy: person.id,
  })
  await indexLesson(database, experiment, lesson)
  await record(database, {
    chain: experiment.municipalityCode,
    action: before ? 'lesson.rewritten' : 'lesson.written',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: before && { ...textsOf(before), works: before.works },
    after: { ...words },
  })
  return done()
}
