import type { JobHandler } from '../platform/jobs/worker.ts'
import { forgetAddress } from './feedback-store.ts'

/** Forgets addresses of people who are forgotten. */
export const noticesJobs: { jobs: { 'forget-address': JobHandler<'forget-address'> } } = {
  jobs: {
    'forget-address': async ({ fingerprint }, { database }) => forgetAddress(database, fingerprint),
  },
}
