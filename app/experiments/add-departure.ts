import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { saveDeparture } from './diary-store.ts'
import { experimentById } from './experiment-store.ts'

/** Writes beside the frozen plan what was done otherwise, from which day and why. Nobody can change it afterwards. */
export async function addDeparture(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    id,
    day,
    what,
    why,
  }: Acting & { id: string; day: string; what: string; why: string },
): Promise<Outcome> {
  const words = texts[lang].experiments.departure
  const experiment = await experimentById(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (experiment.frozenAt === null) return refuse('', words.notFrozen)
  if (day > dayOf(now)) return refuse('day', words.inFuture)
  const departure = { id: newId(), day, what, why, personId: person.id, at: now }
  await saveDeparture(database, {
    ...departure,
    experimentId: id,
    municipalityCode: experiment.municipalityCode,
  })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'plan.departed-from',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { day, what, why },
  })
  return done()
}
