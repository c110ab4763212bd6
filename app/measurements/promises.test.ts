import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { type ExperimentState, setState } from '../experiments/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite } from '../test-site.ts'
import { takesPromises } from './log-promise.ts'
import { promisesOf } from './promise-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const plan = examplePlan()
const [measure] = plan.measures

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const experiment = (state: ExperimentState = 'running') =>
  asSystem(site.database, (database) =>
    saveExampleExperiment(database, {
      id: site.newId(),
      newId: site.newId,
      at: site.clock.now,
      state,
      plan,
      responsiblePersonId: people.employee.id,
    }),
  )
const pageOf = (id: string) => `/fi/kokeilut/${id}/lupaukset`
const standing = (id: string) => promisesOf(site.database, [id])

describe('a promise to log', () => {
  test('is given with one button and shown by name to colleagues', async () => {
    const id = await experiment()
    const mikko = await site.browser('colleague')
    const promised = await mikko.fillIn(pageOf(id), { promise: measure?.id ?? '' })
    expect(promised.status).toBe(303)
    expect(await standing(id)).toMatchObject([{ measureId: measure?.id, personId: people.colleague.id }])
    const kaisa = await site.browser('employee')
    expect((await kaisa.get(pageOf(id))).text).toContain('Kirjaa: Mikko Mukana.')
    expect((await kaisa.get(`/fi/kokeilut/${id}`)).text).toContain('Kirjaa: Mikko Mukana.')
    expect((await mikko.get(pageOf(id))).text).toContain('Kirjaa: sinä.')
  })

  test('names nobody to strangers, to other municipalities and to residents', async () => {
    const id = await experiment()
    await (await site.browser('colleague')).fillIn(pageOf(id), { promise: measure?.id ?? '' })
    for (const who of [undefined, 'ambassador', 'resident', 'office'] as const) {
      const browser = await site.browser(who)
      expect((await browser.get(`/fi/kokeilut/${id}`)).text).not.toContain('Mikko')
      expect((await browser.get(pageOf(id))).text).not.toContain('Mikko')
    }
  })

  test('given twice is one promise, and taken back it is gone at once', async () => {
    const id = await experiment()
    const kaisa = await site.browser('employee')
    await kaisa.fillIn(pageOf(id), { promise: measure?.id ?? '' })
    await kaisa.fillIn(pageOf(id), { promise: measure?.id ?? '' })
    expect(await standing(id)).toHaveLength(1)
    await kaisa.fillIn(pageOf(id), { back: measure?.id ?? '' })
    expect(await standing(id)).toEqual([])
    const lines = await site.database
      .selectFrom('log_entries')
      .select('action')
      .where('record_kind', '=', 'log-promise')
      .where('person_id', '=', people.employee.id)
      .orderBy('position')
      .execute()
    expect(lines.map((line) => line.action)).toEqual(['logging.promised', 'logging.promise-ended'])
  })

  test('of somebody else cannot be taken back', async () => {
    const id = await experiment()
    await (await site.browser('colleague')).fillIn(pageOf(id), { promise: measure?.id ?? '' })
    const kaisa = await site.browser('employee')
    expect((await kaisa.post(pageOf(id), { back: measure?.id ?? '' })).status).toBe(303)
    expect(await standing(id)).toHaveLength(1)
  })

  test('is asked for on the start page while nobody has given one', async () => {
    const id = await experiment()
    const kaisa = await site.browser('employee')
    expect((await kaisa.get('/fi/omat')).text).toContain(`href="${pageOf(id)}"`)
    await kaisa.fillIn(pageOf(id), { promise: measure?.id ?? '' })
    expect((await kaisa.get('/fi/omat')).text).not.toContain(`href="${pageOf(id)}"`)
  })

  test('needs a trial that runs', async () => {
    const id = await experiment()
    const kaisa = await site.browser('employee')
    const opened = await kaisa.get(pageOf(id))
    await asSystem(site.database, (database) =>
      setState(database, {
        id,
        from: 'running',
        to: 'learning',
        changeId: site.newId(),
        personId: null,
        at: site.clock.now,
        reason: null,
      }),
    )
    expect(opened.text).toContain('Minä kirjaan tämän')
    const late = await kaisa.post(pageOf(id), { promise: measure?.id ?? '' })
    expect(late.status).toBe(422)
    expect(await standing(id)).toEqual([])
  })

  test('counts until the last day of the plan, by the day in Finland', () => {
    const trial = { state: 'running', origin: 'own', endsOn: '2026-03-28' } as const
    expect(takesPromises(trial, new Date('2026-03-28T21:59:00Z'))).toBe(true)
    expect(takesPromises(trial, new Date('2026-03-28T22:00:00Z'))).toBe(false)
  })
})
