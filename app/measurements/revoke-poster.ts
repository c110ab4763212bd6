import { experimentForChange } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import type { Poster } from './poster.ts'
import { removePosterReadings, revokePosterRow } from './poster-store.ts'
import { readingsChanged } from './readings-changed.ts'

/**
 * Takes a poster out of use, and with `removeSince` also its readings of that day or later. Returns how many were taken away;
 * they stay in the record with the reason.
 */
export async function revokePoster(
  database: Database,
  {
    person,
    now,
    requestId,
    lang,
    poster,
    version,
    removeSince,
  }: Acting & { poster: Poster; version: number; removeSince: string | null },
): Promise<Outcome<{ removed: number }>> {
  const words = texts[lang].posters
  const experiment = await experimentForChange(database, poster.experimentId)
  if (!experiment?.municipalityCode) return refuse('', texts[lang].measurements.notNow)
  const stood = await revokePosterRow(database, { id: poster.id, version, personId: person.id, now })
  if (!stood) return refuse('', words.revoke.changedMeanwhile)
  const removed =
    removeSince === null
      ? 0
      : await removePosterReadings(database, {
          id: poster.id,
          since: removeSince,
          personId: person.id,
          now,
          why: words.revoke.reason(poster.label),
        })
  if (removed > 0) await readingsChanged(database, poster.experimentId)
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'poster.revoked',
    recordKind: 'poster',
    recordId: poster.id,
    personId: person.id,
    requestId,
    at: now,
    before: { label: poster.label, revoked: poster.revokedAt !== null },
    after: { removeSince, removed },
  })
  return done({ removed })
}
