import type { Jobs, RecurringJob } from '../platform/jobs/worker.ts'
import { tryFailedJobsAgain } from '../platform/jobs/queue-job.ts'
import { experimentsLeftBehind } from './evaluation-store.ts'
import { queueEvaluation } from './keep-evaluation.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'evaluate-again': Record<string, never>
    'evaluate-left-behind': Record<string, never>
  }
}

/** At this minute of every hour evaluations that have failed are tried again. */
const minuteOfRound = 40

/** When evaluations that have failed are next tried again, whatever their queue says. */
export function nextRoundOfEvaluations(now: Date): Date {
  const round = new Date(now)
  round.setUTCMinutes(minuteOfRound, 0, 0)
  return round > now ? round : new Date(round.getTime() + 3_600_000)
}

/**
 * A result whose job has failed blocks a decision, so it is tried again every hour, and every night whatever has readings
 * newer than its evaluation and no job at all is evaluated. Those that keep failing stay given up for the operator to see.
 */
export const evaluateAgainJobs: { jobs: Jobs; recurring: RecurringJob[] } = {
  jobs: {
    'evaluate-again': async (_, { database }) => {
      await tryFailedJobsAgain(database, 'evaluate-experiment')
    },
    'evaluate-left-behind': async (_, { database }) => {
      for (const experimentId of await experimentsLeftBehind(database))
        await queueEvaluation(database, experimentId)
    },
  },
  recurring: [
    { name: 'evaluate-again', match: `${minuteOfRound} * * * *` },
    { name: 'evaluate-left-behind', match: '30 1 * * *' },
  ],
}
