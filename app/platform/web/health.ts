import { setTimeout as wait } from 'node:timers/promises'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { readQueueState } from '../jobs/queue-job.ts'
import type { SiteEnvironment } from './site.ts'

/** How long the ready answer waits for the database, in milliseconds. */
const patienceMs = 90

/** The oldest waiting job may be this old, in seconds, before the application calls itself unready. */
const oldestJobSeconds = 300

/**
 * `/terveys/elossa` answers while the process lives; `/terveys/valmis` (and `/terveys`) answers 200 when the database
 * answers and jobs are being done, 503 otherwise, within a tenth of a second either way. Jobs that were given up make nothing
 * unready; they are counted there.
 */
export function serveHealth(hono: Hono<SiteEnvironment>, database: Database): void {
  hono.get('/terveys/elossa', (context) => context.json({ alive: true }))
  const ready = async () => {
    const question = (async () => {
      await sql`select 1`.execute(database)
      return readQueueState(database)
    })()
    const late = wait(patienceMs, undefined, { ref: false })
    return Promise.race([question, late]).catch(() => undefined)
  }
  for (const path of ['/terveys', '/terveys/valmis'])
    hono.get(path, async (context) => {
      const queue = await ready()
      const jobs = queue === undefined ? undefined : queue.oldestWaitSeconds
      const well = queue !== undefined && (jobs ?? 0) < oldestJobSeconds
      return context.json(
        {
          ready: well,
          database: queue !== undefined,
          oldestJobSeconds: jobs ?? 0,
          waitingJobs: queue?.waiting ?? 0,
          givenUpJobs: queue?.givenUp ?? 0,
        },
        well ? 200 : 503,
      )
    })
}
