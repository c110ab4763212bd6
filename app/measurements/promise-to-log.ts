import { experimentForChange, measureOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { takesPromises } from './log-promise.ts'
import { endPromise, type LogPromise, promisesOf, savePromise } from './promise-store.ts'

/** Promises to log one measure. Promising twice is one promise. */
export async function promiseToLog(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measureId,
  }: Acting & { experimentId: string; measureId: string },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, experimentId)
  const measure = experiment && measureOf(experiment.plan, measureId)
  if (!experiment?.municipalityCode || !measure || !takesPromises(experiment, now))
    return refuse('', texts[lang].reminders.promise.notNow)
  const id = newId()
  const { municipalityCode } = experiment
  const promise = { id, experimentId, municipalityCode, measureId, personId: person.id }
  if (!(await savePromise(database, { ...promise, now }))) return done()
  await record(database, {
    chain: municipalityCode,
    action: 'logging.promised',
    recordKind: 'log-promise',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { experimentId, measureId },
  })
  return done()
}

/** Takes the promise to log a measure back, at once. What was not promised is taken back all the same. */
export async function takePromiseBack(
  database: Database,
  {
    person,
    now,
    requestId,
    experimentId,
    measureId,
  }: Pick<Acting, 'person' | 'now' | 'requestId'> & { experimentId: string; measureId: string },
): Promise<Outcome> {
  const promises = await promisesOf(database, [experimentId])
  const own = promises.filter((one) => one.personId === person.id && one.measureId === measureId)
  for (const promise of own) await endOnePromise(database, { promise, personId: person.id, now, requestId })
  return done()
}

/** Ends one promise with its line in the log; `personId` is null where the trial ended it. */
export async function endOnePromise(
  database: Database,
  {
    promise,
    personId,
    now,
    requestId,
  }: { promise: LogPromise; personId: string | null; now: Date; requestId: string },
): Promise<void> {
  if (!(await endPromise(database, { id: promise.id, now }))) return
  await record(database, {
    chain: promise.municipalityCode,
    action: 'logging.promise-ended',
    recordKind: 'log-promise',
    recordId: promise.id,
    personId,
    requestId,
    at: now,
    before: { experimentId: promise.experimentId, measureId: promise.measureId },
  })
}
