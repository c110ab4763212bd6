import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { emptyDiaryEntry, saveDiaryEntry } from './diary-store.ts'
import { experimentById } from './experiment-store.ts'

/** Adds a short dated entry to the diary of an experiment that has started. */
export async function writeDiary(
  database: Database,
  { person, now, requestId, newId, lang, id, day, text }: Acting & { id: string; day: string; text: string },
): Promise<Outcome> {
  const words = texts[lang].experiments.diary
  const experiment = await experimentById(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (experiment.frozenAt === null) return refuse('', words.notStarted)
  if (day > dayOf(now)) return refuse('day', words.inFuture)
  const entryId = newId()
  await saveDiaryEntry(database, {
    id: entryId,
    experimentId: id,
    municipalityCode: experiment.municipalityCode,
    day,
    text,
    personId: person.id,
    at: now,
  })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'diary.written',
    recordKind: 'diary-entry',
    recordId: entryId,
    personId: person.id,
    requestId,
    at: now,
    after: { day, text },
  })
  return done()
}

/** Takes an entry away, for example because it named somebody. That it was there stays visible; the words are gone. */
export async function takeAwayDiaryEntry(
  database: Database,
  { person, now, requestId, lang, id, entryId }: Acting & { id: string; entryId: string },
): Promise<Outcome> {
  const experiment = await experimentById(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  const emptied = await emptyDiaryEntry(database, {
    id: entryId,
    experimentId: id,
    personId: person.id,
    at: now,
  })
  if (!emptied) return refuse('', texts[lang].experiments.diary.goneAlready)
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'diary.emptied',
    recordKind: 'diary-entry',
    recordId: entryId,
    personId: person.id,
    requestId,
    at: now,
  })
  return done()
}
