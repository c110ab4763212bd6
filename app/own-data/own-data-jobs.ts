import type { JobHandler, RecurringJob } from '../platform/jobs/worker.ts'
import { runRetention, type Tidying } from './run-retention.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'run-retention': Record<string, never>
  }
}

/** The nightly tidying. */
export function ownDataJobs(tidying: Pick<Tidying, 'dataFolder' | 'addressOf' | 'later'>): {
  jobs: { 'run-retention': JobHandler<'run-retention'> }
  recurring: RecurringJob[]
} {
  return {
    jobs: {
      'run-retention': async (_payload, { database, now, newId }) => {
        await runRetention(database, { ...tidying, now, newId })
      },
    },
    recurring: [{ name: 'run-retention', match: '5 2 * * *' }],
  }
}
