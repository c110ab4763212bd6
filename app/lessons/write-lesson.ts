import { experimentForChange } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { indexDocument } from '../search/index.ts'
import { lessonOfExperiment, saveLesson } from './lesson-store.ts'
import type { Lesson, LessonWords } from './lesson.ts'

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
  const lesson: Lesson = { ...words, experimentId, language: lang, writtenAt: now, version: version + 1 }
  await saveLesson(database, {
    ...lesson,
    id: newId(),
    municipalityCode: experiment.municipalityCode,
    writtenBy: person.id,
  })
  await indexDocument(database, {
    kind: 'lesson',
    recordId: experimentId,
    addressParameters: { id: experimentId },
    language: lang,
    title: experiment.title,
    body: Object.values(textsOf(lesson)).filter(Boolean).join('\n'),
    municipalityCode: experiment.municipalityCode,
    theme: experiment.theme ?? undefined,
    state: experiment.state,
    year: now.getUTCFullYear(),
    isExample: experiment.origin === 'example',
  })
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

/** The free texts of a lesson by field. */
export function textsOf(lesson: LessonWords): Record<string, string> {
  return {
    worked: lesson.worked,
    didNotWork: lesson.didNotWork,
    surprised: lesson.surprised,
    conditions: lesson.conditions,
    inspired: lesson.inspired ?? '',
    wouldDoOtherwise: lesson.wouldDoOtherwise ?? '',
  }
}
