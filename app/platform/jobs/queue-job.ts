import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/**
 * Every job with its payload, plain JSON. Rooms add theirs by module augmentation:
 * `declare module '../platform/jobs/queue-job.ts' { interface JobPayloads { 'index-lesson': { lessonId: string } } }`.
 */
export interface JobPayloads {}

/** The name of a job some room has. */
export type JobName = keyof JobPayloads

/**
 * Queues a job in the transaction of the change it follows from: undone with it, seen by the worker once it commits.
 * A job with the same `key` that has not begun is replaced. After `maximumAttempts` (25, over about four days, unless
 * told) the job is kept for the operator to see.
 */
export async function queueJob<Name extends JobName>(
  database: Database,
  name: Name,
  payload: JobPayloads[Name],
  options: { key?: string; runAt?: Date; maximumAttempts?: number } = {},
): Promise<void> {
  await sql`select queue_job(${String(name)}, ${JSON.stringify(payload)}::json, ${options.key ?? null},
    ${options.runAt ?? null}::timestamptz, ${options.maximumAttempts ?? null}::integer)`.execute(database)
}

/** How the queue is doing, for the operator and the health page. */
export interface QueueState {
  /** Jobs that could run now. */
  waiting: number
  /** How long the oldest of them has waited; 0 when none waits. */
  oldestWaitSeconds: number
  /** Jobs that failed at every attempt. */
  givenUp: number
}

/** Reads how the queue is doing. */
export async function readQueueState(database: Database): Promise<QueueState> {
  const { rows } = await sql<{ waiting: number; oldest_wait_seconds: number; given_up: number }>`
    select waiting, oldest_wait_seconds, given_up from queue_state()`.execute(database)
  const [row] = rows
  return {
    waiting: row?.waiting ?? 0,
    oldestWaitSeconds: row?.oldest_wait_seconds ?? 0,
    givenUp: row?.given_up ?? 0,
  }
}

/** How a job fares that has not succeeded yet. */
export interface JobState {
  /** How often it has failed. */
  failures: number
  /** It failed at every attempt and is not tried again by the queue itself. */
  givenUp: boolean
  /** When it is tried next; null while it runs or when it was given up. */
  nextAt: Date | null
}

/** How the job with this key fares; undefined where there is none, because it is done or was never queued. */
export async function readJobState(database: Database, key: string): Promise<JobState | undefined> {
  const { rows } = await sql<{ failures: number; given_up: boolean; next_at: Date | null }>`
    select failures, given_up, next_at from job_state(${key})`.execute(database)
  const [row] = rows
  return row && { failures: row.failures, givenUp: row.given_up, nextAt: row.next_at }
}

/** Has every failed job of a name tried again now, given up or not. Returns how many. */
export async function tryFailedJobsAgain(database: Database, name: JobName): Promise<number> {
  const { rows } = await sql<{ jobs: number }>`select try_failed_jobs_again(${String(name)}) as jobs`.execute(
    database,
  )
  return rows[0]?.jobs ?? 0
}
