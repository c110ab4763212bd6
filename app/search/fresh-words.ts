import type { Database } from '../platform/database/database.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import type { Jobs } from '../platform/jobs/worker.ts'
import { hasStaleWords, refreshWords } from './word-store.ts'
import { installedWordForms, type WordForms } from './words/word-forms.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'refresh-search-words': Record<string, never>
  }
}

/** Forms in one job; about a second's work. */
const formsInOneJob = 2000

/**
 * Called at start: queues a job when stored words were analysed in another way than this machine analyses them now, as
 * after Voikko was installed. Until it has run, what was stored before is still found, a little less well.
 */
export async function keepWordsFresh(
  database: Database,
  wordForms: WordForms = installedWordForms(),
): Promise<void> {
  if (await hasStaleWords(database, wordForms))
    await queueJob(database, 'refresh-search-words', {}, { key: 'search-words' })
}

/** The jobs of this room: stale words are analysed again, a batch a job, until none is left. */
export const searchJobs: Jobs = {
  'refresh-search-words': async (_, { database }) => {
    const changed = await refreshWords(database, installedWordForms(), formsInOneJob)
    if (changed === formsInOneJob)
      await queueJob(database, 'refresh-search-words', {}, { key: 'search-words' })
  },
}
