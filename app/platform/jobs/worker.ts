import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { Client } from 'pg'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { NewId } from '../identifiers.ts'
import { asSystem } from '../database/acting.ts'
import { withoutAddresses } from '../log/without-addresses.ts'
import type { JobName, JobPayloads } from './queue-job.ts'

declare module './queue-job.ts' {
  interface JobPayloads {
    'forget-finished-jobs': Record<string, never>
  }
}

declare module '../database/tables.ts' {
  interface Tables {
    finished_jobs: { job_id: string; at?: Date }
  }
}

/** What a job is given beside its payload. */
export interface JobContext {
  /** The system's transaction; committed when the handler returns, undone when it throws. */
  database: Database
  now: Date
  newId: NewId
}

/** What a job that calls other machines is given: it opens short transactions itself and holds none while it waits. */
export interface OutgoingJobContext {
  inTransaction: <Result>(work: (database: Database) => Promise<Result>) => Promise<Result>
  now: Date
}

/** Does a job. Its effects in the database happen exactly once, whatever crashes; throwing means trying again later. */
export type JobHandler<Name extends JobName> = (
  payload: JobPayloads[Name],
  context: JobContext,
) => Promise<void>

/** Does a job outside the database. May be repeated after a crash, so the other side must be able to tell. */
export interface OutgoingJob<Name extends JobName> {
  outgoing: (payload: JobPayloads[Name], context: OutgoingJobContext) => Promise<void>
}

/** Handlers by the job's name. */
export type Jobs = { [Name in JobName]?: JobHandler<Name> | OutgoingJob<Name> }

/** A job that comes round by the clock (UTC), in cron's notation, e.g. `15 2 * * *`. Its payload is empty. */
export interface RecurringJob {
  name: JobName
  match: string
}

/** A running worker. */
export interface Worker {
  /** Takes no more jobs, waits for the ones under way (at most five seconds, then they are tried again later). */
  stop: () => Promise<void>
}

interface WorkerParts {
  /** The owner's address: the queue's tables are not the application's. */
  url: string
  database: Database
  jobs: Jobs
  recurring?: RecurringJob[]
  clock: Clock
  newId: NewId
  /** Called with every failed attempt; `error` is in words, without e-mail addresses. */
  failed: (failure: { job: string; attempt: number; lastAttempt: boolean; error: string }) => void
  /** True when no other worker can be alive: jobs a killed process left locked are taken up at once. */
  alone: boolean
}

/** Starts taking jobs, two at a time. Jobs that nobody handles are left for a worker that does. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const jobs: Jobs = { ...parts.jobs, 'forget-finished-jobs': forgetFinishedJobs }
  const recurring = [
    ...(parts.recurring ?? []),
    { name: 'forget-finished-jobs' as const, match: '20 2 * * *' },
  ]
  const tasks: TaskList = {}
  for (const [name, handler] of Object.entries(jobs)) tasks[name] = taskOf(handler as AnyHandler, parts)

  let runner: Runner | undefined
  let over = false
  const begin = async () => {
    await unlock(parts.url, parts.alone ? 0 : 600)
    const started = await run({
      connectionString: parts.url,
      concurrency: 2,
      noHandleSignals: true,
      taskList: tasks,
      parsedCronItems: parseCronItems(
        recurring.map(({ name, match }) => ({ task: name, match, options: { backfillPeriod: 86_400_000 } })),
      ),
      logger: new Logger(() => () => {}),
      preset: {
        worker: {
          maxPoolSize: 4,
          pollInterval: 2_000,
          gracefulShutdownAbortTimeout: 5_000,
          // Without batches nobody hears when the end of a job could not be noted, and the whole process dies of it.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
    })
    started.events.on('job:error', ({ job, error }) => {
      const lastAttempt = job.attempts >= job.max_attempts
      const told = withoutAddresses(String(error))
      parts.failed({ job: job.task_identifier, attempt: job.attempts, lastAttempt, error: told })
    })
    started.events.on('pool:fatalError', () => {})
    runner = started
    if (over) await started.stop().catch(() => {})
    started.promise.catch(() => {}).finally(() => void again())
  }
  // When the database goes away the queue gives up: begun anew as soon as it is back.
  const again = async () => {
    while (!over) {
      await wait(500)
      try {
        if (!over) await begin()
        return
      } catch {
        // Still away.
      }
    }
  }
  await begin()
  const unlocking = setInterval(() => unlock(parts.url, 600).catch(() => {}), 60_000)
  unlocking.unref()
  return {
    async stop() {
      over = true
      clearInterval(unlocking)
      await runner?.stop().catch(() => {})
    },
  }
}

// The names and payloads were matched when the job was queued; here they are data from the queue.
type AnyHandler =
  | ((payload: unknown, context: JobContext) => Promise<void>)
  | { outgoing: (payload: unknown, context: OutgoingJobContext) => Promise<void> }

function taskOf(handler: AnyHandler, { database, clock, newId }: WorkerParts): TaskList[string] {
  if (typeof handler !== 'function') {
    const inTransaction: OutgoingJobContext['inTransaction'] = (work) => asSystem(database, work)
    return (payload) => handler.outgoing(payload, { inTransaction, now: clock() })
  }
  return (payload, { job }) =>
    asSystem(database, async (transaction) => {
      const first = await transaction
        .insertInto('finished_jobs')
        .values({ job_id: job.id })
        .onConflict((conflict) => conflict.doNothing())
        .returning('job_id')
        .executeTakeFirst()
      if (first) await handler(payload, { database: transaction, now: clock(), newId })
    })
}

const forgetFinishedJobs: JobHandler<'forget-finished-jobs'> = async (_payload, { database }) => {
  await database
    .deleteFrom('finished_jobs')
    .where('at', '<', sql<Date>`now() - interval '30 days'`)
    .execute()
}

/** Frees jobs that were taken longer ago than any job lasts; the process that took them was killed. */
async function unlock(url: string, olderThanSeconds: number): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'uskalla worker' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(
      `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs
         where locked_at <= now() - make_interval(secs => $1)))`,
      [olderThanSeconds],
    )
  } finally {
    await client.end()
  }
}
