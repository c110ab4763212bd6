import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Experiment, PublishedRecord } from './experiment.ts'
import { experimentById } from './experiment-store.ts'
import { indexExperiment } from './index-experiment.ts'
import { planFingerprint } from './plan-document.ts'
import type { Plan } from './plan.ts'
import { saveRetrospective, updateSources } from './shipped-experiment-store.ts'

/**
 * Brings an example that was worked out afterwards from open data into the database and the search index: a plan that
 * says what is compared, sources, and the years of the data. Answers it when it was added, undefined when it is there
 * already; what is told of it besides the plan is then brought up to date. Run it in a transaction of the system's.
 */
export async function loadRetrospective(
  database: Database,
  example: {
    id: string
    municipalityCode: string
    plan: Plan
    published: PublishedRecord
    years: { from: number; to: number }
    now: Date
  },
): Promise<Experiment | undefined> {
  const { id, municipalityCode, plan, published, years, now } = example
  const added = await saveRetrospective(database, {
    id,
    municipalityCode,
    origin: 'retrospective',
    state: 'ended',
    title: published.title.fi,
    plan,
    published,
    planFingerprint: planFingerprint({ id, municipalityCode, plan }),
    years,
    at: now,
  })
  if (!added) {
    if (await updateSources(database, { id, published, at: now }))
      await record(database, {
        chain: municipalityCode,
        action: 'experiment.sources-updated',
        recordKind: 'experiment',
        recordId: id,
        personId: null,
        requestId: 'load',
        at: now,
        after: { number: published.number, measureWords: published.measureWords ?? [] },
      })
    return undefined
  }
  await record(database, {
    chain: municipalityCode,
    action: 'experiment.loaded',
    recordKind: 'experiment',
    recordId: id,
    personId: null,
    requestId: 'load',
    at: now,
    after: { number: published.number, plan },
  })
  const experiment = await experimentById(database, id)
  if (experiment) await indexExperiment(database, experiment)
  return experiment
}
