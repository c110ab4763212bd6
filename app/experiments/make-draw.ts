import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { commitmentTo, drawnOrder, newSeed, thingsToDraw } from './draw.ts'
import { saveDraw, saveSeed, seedKept } from './draw-store.ts'
import type { Experiment } from './experiment.ts'

type Drawing = Pick<Acting, 'person' | 'now' | 'requestId'> & {
  experiment: Pick<Experiment, 'id' | 'municipalityCode' | 'plan'>
}

/** Chooses the seed of a draw to come and makes its hash known in the log. Does nothing when that has been done. */
export async function commitToDraw(
  database: Database,
  { person, now, requestId, experiment }: Drawing,
): Promise<void> {
  const { id, municipalityCode } = experiment
  if (municipalityCode === null) return
  const seed = newSeed()
  const commitment = commitmentTo(seed)
  if (!(await saveSeed(database, { experimentId: id, municipalityCode, seed, commitment, at: now }))) return
  await record(database, {
    chain: municipalityCode,
    action: 'draw.committed',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { commitment },
  })
}

/**
 * Draws what the plan leaves to the lot, when the plan has just been frozen. The seed was chosen before anybody knew the
 * fingerprint of the frozen plan, and whoever wrote the plan did not know the seed.
 */
export async function makeDraw(
  database: Database,
  request: Drawing & { planFingerprint: string },
): Promise<void> {
  const { person, now, requestId, experiment, planFingerprint } = request
  const things = thingsToDraw(experiment.plan)
  if (things.length === 0 || experiment.municipalityCode === null) return
  await commitToDraw(database, request)
  const seed = await seedKept(database, experiment.id)
  if (seed === undefined) return
  const order = drawnOrder(things, seed, planFingerprint)
  await saveDraw(database, { experimentId: experiment.id, planFingerprint, order, at: now })
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'draw.made',
    recordKind: 'experiment',
    recordId: experiment.id,
    personId: person.id,
    requestId,
    at: now,
    after: { seed, planFingerprint, order },
  })
}
