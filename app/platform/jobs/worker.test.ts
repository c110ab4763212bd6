import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { standingClock } from '../clock.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { countedIds } from '../identifiers.ts'
import { queueJob, readQueueState } from './queue-job.ts'
import { startWorker, type Jobs, type Worker } from './worker.ts'

declare module './queue-job.ts' {
  interface JobPayloads {
    'write-note': { text: string }
    'call-out': { text: string }
  }
}

const now = new Date('2026-03-02T08:00:00Z')

describe('jobs', () => {
  let fresh: TestDatabase
  let worker: Worker | undefined
  let failures: string[]
  beforeAll(async () => {
    fresh = await createTestDatabase()
    await asOwner('create table notes (text text); grant all on notes to uskalla_app')
  })
  afterAll(() => fresh.close())
  beforeEach(async () => {
    failures = []
    await asOwner('truncate notes, finished_jobs; delete from graphile_worker._private_jobs')
  })
  afterEach(async () => {
    await worker?.stop()
    worker = undefined
  })

  async function asOwner(statement: string) {
    const client = new Client({ connectionString: fresh.url })
    await client.connect()
    const { rows } = await client.query(statement)
    await client.end()
    return rows
  }

  async function work(jobs: Jobs) {
    worker = await startWorker({
      url: fresh.url,
      database: fresh.database,
      jobs,
      clock: standingClock(now),
      newId: countedIds(),
      failed: ({ job, error }) => failures.push(`${job}: ${error}`),
      alone: true,
    })
  }

  const notes = async () =>
    (await sql<{ text: string }>`select text from notes order by text`.execute(fresh.database)).rows.map(
      (row) => row.text,
    )

  const writeNote: Jobs['write-note'] = async ({ text }, { database }) => {
    await sql`insert into notes values (${text})`.execute(database)
  }

  test('a job is queued with its change, or not at all', async () => {
    await fresh.database.transaction().execute(async (transaction) => {
      await queueJob(transaction, 'write-note', { text: 'kept' })
    })
    await fresh.database
      .transaction()
      .execute(async (transaction) => {
        await queueJob(transaction, 'write-note', { text: 'undone' })
        throw new Error('refused')
      })
      .catch(() => {})
    expect(await readQueueState(fresh.database)).toMatchObject({ waiting: 1, givenUp: 0 })
    await work({ 'write-note': writeNote })
    await vi.waitFor(
      async () => expect(await asOwner('select 1 from graphile_worker.jobs')).toEqual([]),
      30_000,
    )
    expect(await notes()).toEqual(['kept'])
  })

  test('the handler acts as the system, at the moment the clock tells', async () => {
    await queueJob(fresh.database, 'write-note', { text: '' })
    await work({
      'write-note': async (_payload, { database, now, newId }) => {
        await sql`insert into notes select acting_as_system() || ' ' || current_user || ' ' || ${now.toISOString()} || ' ' || ${newId()}`.execute(
          database,
        )
      },
    })
    await vi.waitFor(async () => expect(await notes()).toHaveLength(1), 30_000)
    expect(await notes()).toEqual([`true uskalla_app ${now.toISOString()} ${countedIds()()}`])
  })

  test('what a failed attempt wrote is undone, and the job stays for another attempt', async () => {
    await queueJob(fresh.database, 'write-note', { text: 'half done' }, { maximumAttempts: 1 })
    await work({
      'write-note': async (payload, context) => {
        await (writeNote as (p: typeof payload, c: typeof context) => Promise<void>)(payload, context)
        throw new Error('the paper ran out at <liisa@keitele.example>')
      },
    })
    await vi.waitFor(async () => expect((await readQueueState(fresh.database)).givenUp).toBe(1), 30_000)
    expect(await notes()).toEqual([])
    expect(failures).toEqual(['write-note: Error: the paper ran out at <…>'])
  })

  test('a job whose effects are committed does nothing when a crash made it come again', async () => {
    await queueJob(fresh.database, 'write-note', { text: 'once' })
    const [job] = await asOwner(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed worker' returning id`,
    )
    await asOwner(`insert into finished_jobs (job_id) values (${job.id}); insert into notes values ('once')`)
    await work({ 'write-note': writeNote })
    await vi.waitFor(
      async () => expect(await asOwner('select 1 from graphile_worker.jobs')).toEqual([]),
      30_000,
    )
    expect(await notes()).toEqual(['once'])
  })

  test('a call to another machine holds no transaction open', async () => {
    await queueJob(fresh.database, 'call-out', { text: 'hello' })
    await work({
      'call-out': {
        outgoing: async ({ text }, { inTransaction }) => {
          const open = await asOwner(
            `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
          )
          await inTransaction(async (database) => {
            await sql`insert into notes values (${`${text}, ${open.length} open`})`.execute(database)
          })
        },
      },
    })
    await vi.waitFor(async () => expect(await notes()).toEqual(['hello, 0 open']), 30_000)
  })

  test('a job queued again under the same key before it began is one job', async () => {
    await queueJob(fresh.database, 'write-note', { text: 'first' }, { key: 'note' })
    await queueJob(fresh.database, 'write-note', { text: 'second' }, { key: 'note' })
    await work({ 'write-note': writeNote })
    await vi.waitFor(async () => expect(await notes()).toEqual(['second']), 30_000)
  })

  test('the application may add jobs, and neither read nor change the queue', async () => {
    await expect(sql`select * from graphile_worker.jobs`.execute(fresh.database)).rejects.toThrow(
      /permission denied/,
    )
  })
})
