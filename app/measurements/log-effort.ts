import { experimentForChange, isTriedHere } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { removeEffort, saveEffort } from './effort-store.ts'

/** Adds hours or euros that an experiment took on a day. Planning counts too: possible in every state but a published record. */
export async function logEffort(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    day,
    hours,
    euros,
    what,
  }: Acting & { experimentId: string; day: string; hours: number; euros: number; what: string },
): Promise<Outcome> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !isTriedHere(experiment)) return refuse('', words.notNow)
  if (day > dayOf(now)) return refuse('day', words.faults.futureDay)
  if (hours === 0 && euros === 0) return refuse('hours', words.effort.nothing)
  const id = newId()
  await saveEffort(database, {
    id,
    experimentId,
    municipalityCode: experiment.municipalityCode,
    day,
    hours,
    euros,
    what,
    personId: person.id,
    now,
  })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'effort.logged',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { id, day, hours, euros, what },
  })
  return done()
}

/** Takes an entry of hours or euros away. */
export async function takeEffortAway(
  database: Database,
  { person, now, requestId, lang, experimentId, entryId }: Acting & { experimentId: string; entryId: string },
): Promise<Outcome> {
  const words = texts[lang].measurements
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode) return refuse('', words.notNow)
  if (!(await removeEffort(database, { id: entryId, experimentId, now })))
    return refuse('', words.correct.goneAlready)
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'effort.removed',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: { id: entryId },
  })
  return done()
}
