import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { saveEvent } from './event-store.ts'
import { experimentById } from './experiment-store.ts'

/** Notes what happened on a day and may have moved the readings, before or after the start. Nobody can change it afterwards. */
export async function noteEvent(
  database: Database,
  { person, now, requestId, newId, lang, id, day, what }: Acting & { id: string; day: string; what: string },
): Promise<Outcome> {
  const words = texts[lang].events
  const experiment = await experimentById(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (experiment.frozenAt === null) return refuse('', words.notFrozen)
  if (day > dayOf(now)) return refuse('day', words.inFuture)
  const eventId = newId()
  await saveEvent(database, {
    id: eventId,
    day,
    what,
    personId: person.id,
    at: now,
    experimentId: id,
    municipalityCode: experiment.municipalityCode,
  })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'event.noted',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { eventId, day, what },
  })
  return done()
}
