import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { readQueueState } from '../platform/jobs/queue-job.ts'
import { startWorker, type Worker } from '../platform/jobs/worker.ts'
import { createTestSite } from '../test-site.ts'
import { evaluateAgainJobs, nextRoundOfEvaluations } from './evaluate-again.ts'
import { evaluationJobs, queueEvaluation } from './keep-evaluation.ts'

const measure = exampleMeasure({ baseline: null, smallestWorthwhile: 8 })
let site: Awaited<ReturnType<typeof createTestSite>>
let url: string
let worker: Worker | undefined
const failures: { job: string; lastAttempt: boolean }[] = []

beforeAll(async () => {
  site = await createTestSite()
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(site.database)
  url = inject('testServer').templateUrl.replace('/template?', `/${rows[0]?.name}?`)
})
afterAll(() => site.close())
afterEach(async () => {
  await worker?.stop()
  worker = undefined
})

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** A trial with readings of which no result has been worked out; its job is queued. */
async function trial(): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, async (database) => {
    await saveExampleExperiment(database, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state: 'learning',
      plan: examplePlan({ measures: [measure], startsOn: '2026-02-01', endsOn: '2026-03-01' }),
    })
    await saveExampleReadings(database, {
      experimentId: id,
      measureId: measure.id,
      newId: site.newId,
      at: site.clock.now,
      readings: Array.from({ length: 20 }, (_, day) => ({
        day: `2026-02-${String(day + 1).padStart(2, '0')}`,
        value: 60 - day,
      })),
    })
    await queueEvaluation(database, id)
  })
  return id
}

const work = async ({ fails }: { fails: boolean }) => {
  worker = await startWorker({
    url,
    database: site.application,
    jobs: {
      ...evaluationJobs,
      ...evaluateAgainJobs.jobs,
      ...(fails && {
        'evaluate-experiment': async () => {
          throw new Error('the engine is out of order')
        },
      }),
    },
    clock: () => site.clock.now,
    newId: site.newId,
    failed: (failure) => failures.push(failure),
    alone: true,
  })
}

const again = () =>
  asSystem(site.application, async (database) => {
    const job = evaluateAgainJobs.jobs['evaluate-again']
    if (typeof job === 'function') await job({}, { database, now: site.clock.now, newId: site.newId })
  })

test('a result whose job fails for good is told of, tried again by the hour, and lets the decision go on once it works', async () => {
  const id = await trial()
  const leader = await site.browser('leader')
  const decide = `/fi/kokeilut/${id}/paata`
  const sent = { kind: 'adapt', reasons: 'Kerätään vielä lisää tietoa.' }
  expect((await leader.get(decide)).text).toContain('Siihen menee yleensä muutama sekunti.')

  await asOwner(`update graphile_worker._private_jobs set max_attempts = 1 where key = 'evaluate ${id}'`)
  await work({ fails: true })
  await vi.waitFor(async () => expect((await readQueueState(site.database)).givenUp).toBe(1), 30_000)
  expect(failures).toMatchObject([{ job: 'evaluate-experiment', lastAttempt: true }])
  for (const path of [decide, `/fi/kokeilut/${id}/tulos`]) {
    const { text } = await leader.get(path)
    expect(text).toContain(
      'Laskeminen on epäonnistunut kerran. Yritämme itse uudelleen viimeistään 10.3.2026 klo 10.40.',
    )
    expect(text).not.toContain('muutama sekunti')
  }
  const early = await leader.fillIn(decide, sent)
  expect(early.status).toBe(422)
  expect(early.text).toContain('Laskeminen on epäonnistunut kerran.')
  expect(early.text).toContain('Mitään ei ole vielä tallennettu.')
  expect(early.text).toContain('Kerätään vielä lisää tietoa.</textarea>')

  // The next round fails as well: it stays given up, for the operator to see.
  await again()
  await vi.waitFor(() => expect(failures).toHaveLength(2), 30_000)
  await vi.waitFor(async () => expect((await readQueueState(site.database)).givenUp).toBe(1), 30_000)

  await worker?.stop()
  await work({ fails: false })
  await again()
  await vi.waitFor(
    async () => expect((await leader.get(decide)).text).toContain('Sovitun säännön ehdotus'),
    30_000,
  )
  expect((await readQueueState(site.database)).givenUp).toBe(0)
})

test('what has newer readings and no job at all is evaluated at night, and nothing else', async () => {
  const [id, waiting] = [await trial(), await trial()]
  await asOwner(`delete from graphile_worker._private_jobs where key <> 'evaluate ${waiting}'`)
  await asSystem(site.application, async (database) => {
    const job = evaluateAgainJobs.jobs['evaluate-left-behind']
    if (typeof job === 'function') await job({}, { database, now: site.clock.now, newId: site.newId })
  })
  expect((await readQueueState(site.database)).waiting).toBe(2)
  await work({ fails: false })
  const leader = await site.browser('leader')
  await vi.waitFor(
    async () =>
      expect((await leader.get(`/fi/kokeilut/${id}/paata`)).text).toContain('Sovitun säännön ehdotus'),
    30_000,
  )
})

test('the next round is at the fortieth minute of an hour', () => {
  const next = (at: string) => nextRoundOfEvaluations(new Date(at)).toISOString().slice(11, 16)
  expect([next('2026-03-10T08:00:00Z'), next('2026-03-10T08:40:00Z'), next('2026-03-10T23:59:00Z')]).toEqual([
    '08:40',
    '09:40',
    '00:40',
  ])
})
