import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { movesFrom, needsReason, stateAfter, type StageMove } from './experiment-rules.ts'
import { experimentForChange } from './experiment-store.ts'
import { indexExperiment } from './index-experiment.ts'
import { setState } from './stage-store.ts'

/** Pauses a trial, goes on with it, ends it to gather the lessons, or breaks it off. */
export async function changeStage(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    id,
    move,
    reason,
  }: Acting & { id: string; move: StageMove; reason: string | null },
): Promise<Outcome> {
  const words = texts[lang].experiments.stage
  if (needsReason(move) && reason === null) return refuse('reason', words.reasonMissing)
  const experiment = await experimentForChange(database, id)
  if (!experiment || experiment.municipalityCode === null) throw new Error('an experiment disappeared')
  if (!movesFrom(experiment.state).includes(move)) return refuse('', words.movedAlready)
  const to = stateAfter(move)
  await setState(database, {
    id,
    from: experiment.state,
    to,
    changeId: newId(),
    personId: person.id,
    at: now,
    reason,
  })
  await indexExperiment(database, { ...experiment, state: to })
  await record(database, {
    chain: experiment.municipalityCode,
    action: `stage.${to}`,
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    before: { state: experiment.state },
    after: { state: to, reason },
  })
  return done()
}
