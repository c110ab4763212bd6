import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { departuresOf, experimentById } from '../experiments/index.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { filesAt, plates } from '../test-table-files.ts'
import { observationsOf } from './in-plan-units.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let running: ReturnType<typeof filesAt>['running']
let taken: ReturnType<typeof filesAt>['taken']
let press: ReturnType<typeof filesAt>['press']
let entered: ReturnType<typeof filesAt>['valuesOf']

beforeAll(async () => {
  site = await createTestSite()
  site.clock.now = new Date('2026-03-31T11:00:00Z')
  kaisa = await site.browser('employee')
  ;({ running, taken, press, valuesOf: entered } = filesAt(site, kaisa))
})
afterAll(() => site.close())

const departure = (id: string) => `/fi/kokeilut/${id}/poikkeama`
const kilograms = {
  day: '23.3.2026',
  what: '',
  why: 'Uusi vaaka näyttää kilogrammoja.',
  measure: plates.id,
  newUnit: 'kg',
  planUnits: '1000',
}
const inPlan = async (id: string) =>
  (await observationsOf(site.database, id)).map(({ day, value }) => [day, value])

async function changed(fields: Record<string, string> = kilograms): Promise<string> {
  const id = await running()
  expect((await kaisa.fillIn(departure(id), fields)).status).toBe(303)
  return id
}

describe('the unit of a measure that changed in the middle', () => {
  test('is a departure from the plan that tells itself, and the plan stays as it was frozen', async () => {
    const id = await changed()
    const [one] = await departuresOf(site.database, id)
    expect(one).toMatchObject({
      day: '2026-03-23',
      what: `${plates.name}: lukemat yksikössä kg (1 kg = 1 000 g)`.replace('1 000', '1\u00a0000'),
      unitChange: { measureId: plates.id, unit: 'kg', planUnits: 1_000 },
    })
    const experiment = await experimentById(site.database, id)
    expect(experiment?.plan.measures[0]?.unit).toBe('g')
    expect(experiment?.unitChanges).toEqual([
      { measureId: plates.id, day: '2026-03-23', unit: 'kg', planUnits: 1_000 },
    ])
  })

  test('is asked for whole: the measure, the unit, and either the amount or that there is none', async () => {
    const id = await running()
    const refused = async (fields: Record<string, string>) =>
      (await kaisa.fillIn(departure(id), { ...kilograms, ...fields })).text
    expect(await refused({ newUnit: '' })).toContain('Kirjoita uusi yksikkö.')
    expect(await refused({ measure: '', what: 'Uusi vaaka' })).toContain('Valitse mittari, jonka yksikkö')
    expect(await refused({ planUnits: '' })).toContain('Vain toinen näistä')
    expect(await refused({ apart: '1' })).toContain('Vain toinen näistä')
    expect(await departuresOf(site.database, id)).toEqual([])
  })

  test('is the one asked for on each day; readings keep as entered and count in the unit of the plan', async () => {
    const id = await changed()
    const log = `/fi/kokeilut/${id}/kirjaa/${plates.id}`
    expect((await kaisa.get(log)).text).toContain('(kg)')
    const today = await kaisa.fillIn(log, { value: '0,05', day: '31.3.2026' })
    expect((await kaisa.follow(today)).text).toContain('Kirjattu: 0,05 kg.')
    // The form asked in kilograms, but that day was still read in grams: it asks again, in grams, and keeps the figure.
    const earlier = await kaisa.fillIn(log, { value: '55', day: '20.3.2026' })
    expect(earlier.status).toBe(422)
    expect(earlier.text).toContain('Päivänä 20.3.2026 tämä mittari luetaan yksikössä g.')
    expect(earlier.text).toContain('value="55"')
    expect((await kaisa.fillIn(log, { value: '55', day: '20.3.2026', unitSeen: 'g' })).status).toBe(303)
    const list = `/fi/kokeilut/${id}/mittaukset`
    const asked = await kaisa.fillIn(list, { measure: plates.id, value: '54', day: '19.3.2026' })
    expect(asked.text).toContain('luetaan yksikössä g')
    expect(await entered(id)).toEqual([
      ['2026-03-20', 55],
      ['2026-03-31', 0.05],
    ])
    expect(await inPlan(id)).toEqual([
      ['2026-03-20', 55],
      ['2026-03-31', 50],
    ])
    const page = (await kaisa.get(list)).text
    expect(page).toContain('0,05 kg')
    expect(page).toContain('55 g')
  })

  test('that cannot be converted is never put on one scale with the others', async () => {
    const id = await changed({ ...kilograms, newUnit: 'astiallista', planUnits: '', apart: '1' })
    const log = `/fi/kokeilut/${id}/kirjaa/${plates.id}`
    await kaisa.fillIn(log, { value: '3', day: '24.3.2026' })
    await kaisa.fillIn(log, { value: '55', day: '20.3.2026', unitSeen: 'g' })
    expect(await entered(id)).toHaveLength(2)
    expect(await inPlan(id)).toEqual([['2026-03-20', 55]])
    const result = (await kaisa.get(`/fi/kokeilut/${id}/tulos`)).text
    expect(result).toContain('Eri yksiköissä kirjattuja lukuja ei panna samalle asteikolle.')
  })
})

describe('a level that jumps by a known factor', () => {
  const days = Array.from({ length: 12 }, (_, index) => 16 + index)
  const table = days.map((day) => `${day}.3.2026\t${day < 22 ? 50 + (day % 3) : (50 + (day % 3)) / 1_000}`)
  const written = table.map((line) => line.replace('.0', ',0'))

  test('in a pasted table is asked about before anything is stored', async () => {
    const id = await running()
    const paste = `/fi/kokeilut/${id}/mittaukset/liita`
    const fields = { measure: plates.id, text: table.join('\n'), existing: 'refuse' }
    const preview = await kaisa.fillIn(paste, fields)
    expect(preview.text).toContain('Vaihtuiko yksikkö?')
    expect(preview.text).toContain('22.3.2026 alkaen')
    expect(preview.text).toContain('units=1000')
    const refused = await kaisa.fillIn(paste, { ...fields, confirmed: '1' })
    expect(refused.text).toContain('Vahvista, että yksikkö on koko ajan sama')
    expect(await entered(id)).toEqual([])
    expect((await kaisa.fillIn(paste, { ...fields, confirmed: '1', sameUnit: '1' })).status).toBe(303)
    expect(await entered(id)).toHaveLength(12)
  })

  test('is not asked about once the change is told', async () => {
    const id = await changed({ ...kilograms, day: '22.3.2026' })
    const paste = `/fi/kokeilut/${id}/mittaukset/liita`
    const fields = { measure: plates.id, text: table.join('\n'), existing: 'refuse' }
    expect((await kaisa.fillIn(paste, fields)).text).not.toContain('Vaihtuiko yksikkö?')
    expect((await kaisa.fillIn(paste, { ...fields, confirmed: '1' })).status).toBe(303)
    const values = (await inPlan(id)).map(([, value]) => Number(value))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(50)
    expect(Math.max(...values)).toBeLessThanOrEqual(52)
  })

  test('in a file stops it until the person has answered', async () => {
    const id = await running()
    const path = await taken(
      id,
      Buffer.from(['Päivä;Hävikki', ...written.map((line) => line.replace('\t', ';'))].join('\n')),
      'a.csv',
    )
    expect((await kaisa.get(path)).text).toContain('Vaihtuiko yksikkö?')
    const refused = await press(path, 'store')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Vahvista, että yksikkö on koko ajan sama')
    expect(await entered(id)).toEqual([])
    expect((await press(path, 'store', { sameUnit: '1' })).status).toBe(303)
    expect(await entered(id)).toHaveLength(12)
  })
})
