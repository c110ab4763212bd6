import type { Database } from '../platform/database/database.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'evaluate-experiment': { experimentId: string }
  }
}

/** The key of the job that evaluates an experiment. */
export function evaluationJobKey(experimentId: string): string {
  return `evaluate ${experimentId}`
}

/** Lets whoever draws conclusions know that the readings of an experiment have changed. Several changes make one job. */
export async function readingsChanged(database: Database, experimentId: string): Promise<void> {
  await queueJob(database, 'evaluate-experiment', { experimentId }, { key: evaluationJobKey(experimentId) })
}
