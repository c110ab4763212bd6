import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, dayOf, momentInFinland } from '../platform/format.ts'
import type { Jobs, RecurringJob } from '../platform/jobs/worker.ts'
import { record } from '../platform/log/log.ts'
import { firstPrevious, hashOfPublication, type Publication } from './publication.ts'
import { headsBefore, lastPublication, publishAlone, savePublication } from './publication-store.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    'publish-log-heads': Record<string, never>
  }
}

async function publish(
  database: Database,
  last: Publication | undefined,
  { day, until, now, requestId }: { day: string; until: Date; now: Date; requestId: string },
): Promise<Publication> {
  const unsealed = {
    number: (last?.number ?? 0) + 1,
    day,
    until: until.toISOString(),
    heads: await headsBefore(database, until),
    previous_hash: last?.hash ?? firstPrevious,
  }
  const publication = { ...unsealed, hash: hashOfPublication(unsealed) }
  await savePublication(database, publication)
  // The chain holds its own publications from then on: neither can be forged without the other.
  await record(database, {
    chain: '000',
    action: 'log.published',
    recordKind: 'log-publication',
    recordId: String(publication.number),
    personId: null,
    requestId,
    at: now,
    after: { hash: publication.hash },
  })
  return publication
}

/**
 * Publishes the heads of every day that has ended since the last publication; the first time, those of this moment, so
 * that nobody has to wait for the night. Returns how many were published. Runs in the system's transaction.
 */
export async function publishHeads(
  database: Database,
  { now, requestId }: { now: Date; requestId: string },
): Promise<number> {
  await publishAlone(database)
  let last = await lastPublication(database)
  if (!last) {
    await publish(database, last, { day: dayOf(now), until: now, now, requestId })
    return 1
  }
  let count = 0
  // The end of the day of the last publication comes first: at the first start that day was not over yet.
  const lastUntil = new Date(last.until)
  for (let day = dayOf(new Date(lastUntil.getTime())); day < dayOf(now); day = addDays(day, 1)) {
    const until = momentInFinland(addDays(day, 1), '00:00')
    if (until <= lastUntil) continue
    last = await publish(database, last, { day, until, now, requestId })
    count++
  }
  return count
}

/** At start: the first publication, and those of nights on which the service was not running. */
export async function publishAtStart(database: Database, now: Date): Promise<void> {
  await asSystem(database, (transaction) => publishHeads(transaction, { now, requestId: 'start' }))
}

/** Every night after midnight in Finland, in winter and in summer time. */
export function recordJobs(): { jobs: Jobs; recurring: RecurringJob[] } {
  return {
    jobs: {
      'publish-log-heads': async (_, { database, now }) => {
        await publishHeads(database, { now, requestId: 'night' })
      },
    },
    recurring: [{ name: 'publish-log-heads', match: '15 22 * * *' }],
  }
}
