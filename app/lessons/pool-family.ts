import { coverageNow, engineVersion, keptEvaluationOf, openingsOf } from '../evaluations/index.ts'
import { type Experiment, experimentsByIds } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Jobs, RecurringJob } from '../platform/jobs/worker.ts'
import { fingerprint } from '../platform/log/canonical.ts'
import { familyIds } from './lesson-store.ts'
import { type MemberResult, poolFamily } from './pooled-family.ts'
import { familiesToPool, type KeptPool, keptPoolsOf, savePool } from './pooled-family-store.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'pool-every-family': Record<string, never>
  }
}

/**
 * Pools the family of an experiment from what its members' evaluations now are, and keeps it for the pages. Undefined
 * where no frozen member has been evaluated. What rests on the same results and engine is not computed again. Run it as
 * the system, who sees the whole family.
 */
export async function keepPool(
  database: Database,
  experimentId: string,
  now: Date,
): Promise<KeptPool | undefined> {
  const ids = await familyIds(database, experimentId)
  const known = await experimentsByIds(database, ids)
  const frozen = [...known.values()].filter((one) => one.frozenAt !== null)
  const results: MemberResult[] = []
  for (const experiment of frozen.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const kept = await keptEvaluationOf(database, experiment.id)
    if (!kept) continue
    results.push({
      experiment,
      kept,
      coverage: await coverageNow(database, experiment, now),
      openedEarly: (await openingsOf(database, experiment.id)).length > 0,
    })
  }
  if (results.length === 0) return undefined
  const root = rootOf([...known.values()])
  const dataFingerprint = fingerprint(
    results.map(({ experiment, kept, coverage, openedEarly }) => [
      experiment.id,
      kept.planFingerprint,
      kept.dataFingerprint,
      kept.engineVersion,
      coverage,
      openedEarly,
    ]),
  )
  const before = (await keptPoolsOf(database, [results[0]?.experiment.id ?? ''])).values().next().value
  if (before?.dataFingerprint === dataFingerprint && before.engineVersion === engineVersion) return before
  const kept: KeptPool = {
    rootId: root?.id ?? experimentId,
    memberIds: results.map((one) => one.experiment.id),
    pooled: poolFamily(results),
    engineVersion,
    dataFingerprint,
    computedAt: now,
  }
  await savePool(database, kept)
  return kept
}

/** The oldest ancestor: whoever has no parent in the family. */
function rootOf(family: readonly Experiment[]): Experiment | undefined {
  const ids = new Set(family.map((one) => one.id))
  return family.find((one) => one.parentId === null || !ids.has(one.parentId))
}

/**
 * The jobs that pool: one family when the evaluation of a member has changed, every family at night, because figures that
 * were covered become public by the passing of their last day.
 */
export const poolingJobs: { jobs: Jobs; recurring: RecurringJob[] } = {
  jobs: {
    'evaluation-changed': async ({ experimentId }, { database, now }) => {
      await keepPool(database, experimentId, now)
    },
    'pool-every-family': async (_, { database, now }) => {
      for (const id of await familiesToPool(database)) await keepPool(database, id, now)
    },
  },
  recurring: [{ name: 'pool-every-family', match: '40 1 * * *' }],
}
