import type { JobHandler, RecurringJob } from '../platform/jobs/worker.ts'
import { sendMonthlyLetter } from './send-monthly-letter.ts'
import { runRetention, type Tidying } from './run-retention.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'run-retention': Record<string, never>
    'send-monthly-letter': Record<string, never>
  }
}

/** The nightly tidying, and the letter of the month. */
export function ownDataJobs(tidying: Pick<Tidying, 'dataFolder' | 'addressOf' | 'later'>): {
  jobs: {
    'run-retention': JobHandler<'run-retention'>
    'send-monthly-letter': JobHandler<'send-monthly-letter'>
  }
  recurring: RecurringJob[]
} {
  return {
    jobs: {
      'run-retention': async (_payload, { database, now, newId }) => {
        await runRetention(database, { ...tidying, now, newId })
      },
      'send-monthly-letter': async (_payload, { database, now }) => {
        await sendMonthlyLetter(database, { now, addressOf: tidying.addressOf })
      },
    },
    recurring: [
      { name: 'run-retention', match: '5 2 * * *' },
      { name: 'send-monthly-letter', match: '0 6 1 * *' },
    ],
  }
}
