import type { Database } from '../platform/database/database.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'evaluation-changed': { experimentId: string }
  }
}

/** Lets whoever puts results together know that an experiment has been evaluated anew. Several changes make one job. */
export async function evaluationChanged(database: Database, experimentId: string): Promise<void> {
  await queueJob(
    database,
    'evaluation-changed',
    { experimentId },
    { key: `evaluation changed ${experimentId}` },
  )
}
