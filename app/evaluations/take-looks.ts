import {
  agreedLooks,
  boundariesFor,
  drawOf,
  type Experiment,
  experimentById,
  type LookBoundaries,
  type Measure,
  type Plan,
} from '../experiments/index.ts'
import { type Observation, observationsOf } from '../measurements/index.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import type { Jobs, RecurringJob } from '../platform/jobs/worker.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'
import type { Analysis } from './evaluation.ts'
import { evaluationChanged } from './evaluation-changed.ts'
import { experimentsWithLooks, type LookSays, saveLook, type TakenLook, takenLooksOf } from './look-store.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'take-agreed-looks': Record<string, never>
  }
}

/**
 * What the boundary of a look says of an analysis. Its range is the wide one of the end; each look has its own. An exact p
 * is held against how rarely such a change may come by chance at that look; otherwise the range decides.
 */
export function judgeLook(
  measure: Pick<Measure, 'direction'>,
  analysis: Pick<Analysis, 'effect' | 'p'> | null,
  boundaries: LookBoundaries,
  number: number,
): { said: LookSays; estimate: number | null; low: number | null; high: number | null } {
  const effect = analysis?.effect
  if (!effect) return { said: 'cannot_tell', estimate: null, low: null, high: null }
  const { estimate } = effect
  const here = boundaries.criticalZ[number - 1] ?? Infinity
  const atEnd = boundaries.criticalZ.at(-1) ?? Infinity
  const stretched = (limit: number | null) => {
    if (limit === null) return null
    const wide = estimate + ((limit - estimate) * here) / atEnd
    return Number.isFinite(wide) ? wide : null
  }
  const [low, high] = [stretched(effect.low), stretched(effect.high)]
  const p = analysis.p
  if (p === null && (effect.low === null || effect.high === null))
    return { said: 'cannot_tell', estimate, low, high }
  const passed =
    p !== null
      ? p <= (boundaries.chances[number - 1] ?? 0)
      : low !== null && high !== null && (low > 0 || high < 0)
  const better = measure.direction === 'up' ? estimate > 0 : estimate < 0
  return { said: passed ? (better ? 'better' : 'worse') : 'not_yet', estimate, low, high }
}

/** What a look finds in the readings up to its day. */
export function lookOn(
  plan: Plan,
  until: readonly Observation[],
  drawnOrder: readonly string[] | undefined,
  boundaries: LookBoundaries,
  number: number,
): Pick<TakenLook, 'readings' | 'said' | 'estimate' | 'low' | 'high'> {
  const measure = plan.measures[0]
  if (!measure) return { readings: 0, said: 'cannot_tell', estimate: null, low: null, high: null }
  const evaluated = evaluateExperiment({ plan, observations: until, drawnOrder, openedEarly: false })
  return {
    readings: until.filter((one) => one.measureId === measure.id).length,
    ...judgeLook(measure, evaluated[measure.id]?.analysis ?? null, boundaries, number),
  }
}

/** Takes the agreed looks whose day has passed, on the readings up to that day, each once. */
export async function takeDueLooks(database: Database, experiment: Experiment, now: Date): Promise<void> {
  const { id, municipalityCode, plan, frozenAt } = experiment
  const looks = agreedLooks(plan)
  const boundaries = boundariesFor(looks.length)
  if (municipalityCode === null || frozenAt === null || !boundaries || plan.measures.length === 0) return
  const taken = new Set((await takenLooksOf(database, id)).map((look) => look.number))
  const due = looks.filter((look) => look.day < dayOf(now) && !taken.has(look.number))
  if (due.length === 0) return
  const observations = await observationsOf(database, id)
  const drawnOrder = (await drawOf(database, id))?.order
  for (const { number, day } of due) {
    const until = observations.filter((one) => one.day <= day)
    const look: TakenLook = {
      number,
      day,
      lookedAt: now,
      dataFingerprint: dataFingerprint(until),
      ...lookOn(plan, until, drawnOrder, boundaries, number),
    }
    await saveLook(database, { ...look, experimentId: id, municipalityCode })
  }
  await evaluationChanged(database, id)
}

/** Every morning: looks that fell due, whether or not anything was measured since. */
export const lookJobs: { jobs: Jobs; recurring: RecurringJob[] } = {
  jobs: {
    'take-agreed-looks': async (_, { database, now }) => {
      for (const id of await experimentsWithLooks(database, dayOf(now))) {
        const experiment = await experimentById(database, id)
        if (experiment) await takeDueLooks(database, experiment, now)
      }
    },
  },
  recurring: [{ name: 'take-agreed-looks', match: '10 4 * * *' }],
}
