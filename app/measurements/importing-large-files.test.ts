import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { filesAt, plates } from '../test-table-files.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let running: ReturnType<typeof filesAt>['running']
let taken: ReturnType<typeof filesAt>['taken']
let press: ReturnType<typeof filesAt>['press']
let valuesOf: ReturnType<typeof filesAt>['valuesOf']
let runJob: ReturnType<typeof filesAt>['runJob']

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  ;({ running, taken, press, valuesOf, runJob } = filesAt(site, kaisa))
})
afterAll(() => site.close())

describe('a large file', () => {
  const large = Array.from(
    { length: 2_500 },
    (_, index) => `${new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10)};${index}`,
  ).join('\n')

  test('is stored by a job whose progress is shown, and appears only when all of it is there', async () => {
    const id = await running()
    const path = await taken(id, large)
    const started = await press(path, 'store')
    expect(started.location).toBe(path)
    const page = await kaisa.get(path)
    expect(page.text).toContain('0 / 2 500 riviä')
    expect(page.headers.get('refresh')).toBe('2')
    expect(await valuesOf(id)).toEqual([])
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toHaveLength(2_500)
    expect((await kaisa.get(path)).text).toContain('2 500 riviä on nyt mittauksissa.')
    // Done again after a crash it does nothing.
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toHaveLength(2_500)
    const { rows } = await site.database
      .selectFrom('log_entries')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('record_id', '=', id)
      .where('action', '=', 'observations.imported')
      .executeTakeFirstOrThrow()
    expect(rows).toBe(1)
  })

  test('that is cancelled stores nothing and can be stored after all', async () => {
    const id = await running()
    const path = await taken(id, large)
    await press(path, 'store')
    await press(path, 'cancel')
    expect((await kaisa.get(path)).text).toContain('Keskeytämme tallennuksen.')
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toEqual([])
    expect((await kaisa.get(path)).text).toContain('Tallennus keskeytettiin. Mitään ei tallentunut.')
    await press(path, 'store')
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toHaveLength(2_500)
  })

  test('is read again when a day has got a reading since it was looked at', async () => {
    const id = await running()
    const path = await taken(id, large)
    await press(path, 'store')
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset`, { measure: plates.id, day: '1.1.2019', value: '5' })
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toEqual([['2019-01-01', 5]])
    const page = await kaisa.get(path)
    expect(page.text).toContain('Mittauksissa oli jokin muuttunut')
    expect(page.text).toContain('Päivälle 1.1.2019 on jo mittaus')
  })

  test('of a trial that has been decided meanwhile is not stored', async () => {
    const id = await running()
    const path = await taken(id, large)
    await press(path, 'store')
    await site.database.updateTable('experiments').set({ state: 'decided' }).where('id', '=', id).execute()
    await runJob(path.split('/').at(-1) ?? '', id)
    expect(await valuesOf(id)).toEqual([])
  })
})
