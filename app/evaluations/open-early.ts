import { experimentForChange, setFiguresOpened } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { coverageOf } from './coverage.ts'
import { openingsOf, saveOpening } from './evaluation-store.ts'
import { queueEvaluation } from './keep-evaluation.ts'

/** Opens figures that the plan has covered until the end. Who did it and why stays in the record, the reason beside the result. */
export async function openEarly(
  database: Database,
  { person, now, requestId, newId, lang, experimentId, why }: Acting & { experimentId: string; why: string },
): Promise<Outcome> {
  const experiment = await experimentForChange(database, experimentId)
  const openings = await openingsOf(database, experimentId)
  if (!experiment?.municipalityCode || coverageOf(experiment, dayOf(now), openings.length > 0) === 'open')
    return refuse('', texts[lang].evaluations.covered.page.notCovered)
  const { municipalityCode } = experiment
  const id = newId()
  await saveOpening(database, { id, experimentId, municipalityCode, personId: person.id, at: now, why })
  await setFiguresOpened(database, experimentId, now)
  await queueEvaluation(database, experimentId)
  await record(database, {
    chain: municipalityCode,
    action: 'figures.opened-early',
    recordKind: 'experiment',
    recordId: experimentId,
    personId: person.id,
    requestId,
    at: now,
    after: { openingId: id, why },
  })
  return done()
}
