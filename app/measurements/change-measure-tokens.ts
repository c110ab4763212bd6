import { experimentForChange, type Measure } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { hashOfMeasureKey, mostTokens, newMeasureKey } from './measure-token.ts'
import { measureTokensOf, revokeMeasureToken, saveMeasureToken } from './measure-token-store.ts'
import { takesObservations } from './observation.ts'

/** Makes a key by which a program may send readings of a measure. The key is in the answer and nowhere else. */
export async function makeMeasureToken(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    experimentId,
    measure,
    name,
  }: Acting & { experimentId: string; measure: Measure; name: string },
): Promise<Outcome<{ key: string }>> {
  const words = texts[lang].measureTokens
  const experiment = await experimentForChange(database, experimentId)
  if (!experiment?.municipalityCode || !takesObservations(experiment))
    return refuse('', texts[lang].measurements.notNow)
  if ((await measureTokensOf(database, experimentId)).length >= mostTokens)
    return refuse('', words.tooMany(mostTokens))
  const key = newMeasureKey()
  const tokenHash = hashOfMeasureKey(key)
  if (tokenHash === undefined) throw new Error('a new key has the form of none')
  const token = {
    id: newId(),
    experimentId,
    municipalityCode: experiment.municipalityCode,
    measureId: measure.id,
    name,
    madeBy: person.id,
    madeAt: now,
  }
  await saveMeasureToken(database, { ...token, tokenHash })
  await record(database, {
    chain: token.municipalityCode,
    action: 'measure-token.made',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { tokenId: token.id, measureId: measure.id, name },
  })
  return done({ key })
}

/** Takes a key out of use, for good. */
export async function endMeasureToken(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    experimentId,
    municipalityCode,
    tokenId,
  }: Acting & { experimentId: string; municipalityCode: string; tokenId: string },
): Promise<Outcome> {
  const ended = await revokeMeasureToken(database, { id: tokenId, experimentId, personId: person.id, now })
  if (!ended) return refuse('', texts[lang].measureTokens.endedAlready)
  await record(database, {
    chain: municipalityCode,
    action: 'measure-token.ended',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    before: { tokenId },
  })
  return done()
}
