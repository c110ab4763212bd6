import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestAnswer, type TestBrowser } from '../test-site.ts'
import { effortOf } from './effort-store.ts'
import { readingsAsEntered } from './observation-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
const plates = exampleMeasure()
const mood = exampleMeasure({
  id: '00000000-0000-7000-8000-0000000000bb',
  name: 'Miten lounas maistui',
  unit: '',
  kind: 'faces',
  direction: 'up',
})

beforeAll(async () => {
  site = await createTestSite()
  site.clock.now = new Date('2026-03-20T11:00:00Z')
  kaisa = await site.browser('employee')
})
afterAll(() => site.close())

async function running(state: 'running' | 'draft' | 'decided' = 'running'): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state,
      plan: examplePlan({ measures: [plates, mood] }),
    }),
  )
  return id
}

const valuesOf = async (id: string) =>
  (await readingsAsEntered(site.database, id)).map(({ day, value }) => [day, value])

describe('the one-tap log', () => {
  test('one number for today, thanked for and shown', async () => {
    const id = await running()
    const path = `/fi/kokeilut/${id}/kirjaa/${plates.id}`
    const answer = await kaisa.fillIn(path, { value: '52,5', day: '20.3.2026' })
    expect(answer.status).toBe(303)
    const page = await kaisa.follow(answer)
    expect(page.text).toContain('Kiitos. Kirjattu: 52,5 g.')
    expect(page.text).toContain('Viimeiset neljä viikkoa')
    expect(await valuesOf(id)).toEqual([['2026-03-20', 52.5]])
  })

  test('a face is one press, and there may be many a day', async () => {
    const id = await running()
    const path = `/fi/kokeilut/${id}/kirjaa/${mood.id}`
    for (const value of ['3', '1', '3'])
      expect((await kaisa.fillIn(path, { value, day: '20.3.2026' })).status).toBe(303)
    expect((await valuesOf(id)).map(([, value]) => value)).toEqual([3, 1, 3])
    expect((await kaisa.fillIn(path, { value: '7', day: '20.3.2026' })).status).toBe(422)
  })

  test('a second number of the same day is asked about, never added up', async () => {
    const id = await running()
    const path = `/fi/kokeilut/${id}/kirjaa/${plates.id}`
    await kaisa.fillIn(path, { value: '50', day: '20.3.2026' })
    const asked = await kaisa.fillIn(path, { value: '55', day: '20.3.2026' })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('on jo kirjattu 50 g')
    expect(asked.text).toContain('value="55"')
    await kaisa.fillIn(path, { value: '55', day: '20.3.2026', sameDay: 'replace' })
    expect(await valuesOf(id)).toEqual([['2026-03-20', 55]])
    await kaisa.fillIn(path, { value: '65', day: '20.3.2026', sameDay: 'keep' })
    expect((await valuesOf(id)).map(([, value]) => value)).toEqual([55, 65])
  })

  test.each([
    ['words', 'paljon', 'Kirjoita määrä numeroin, esimerkiksi 12 tai 3,5.'],
    ['nothing', '', 'Kirjoita määrä numeroin, esimerkiksi 12 tai 3,5.'],
  ])('%s instead of a number are asked for again', async (_, value, sentence) => {
    const id = await running()
    const answer = await kaisa.fillIn(`/fi/kokeilut/${id}/kirjaa/${plates.id}`, { value, day: '20.3.2026' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })

  test('nothing is taken before the plan is frozen, after the decision, for tomorrow, or from elsewhere', async () => {
    const draft = await running('draft')
    expect((await kaisa.get(`/fi/kokeilut/${draft}/kirjaa/${plates.id}`)).status).toBe(403)
    const decided = await running('decided')
    expect((await kaisa.get(`/fi/kokeilut/${decided}/kirjaa/${plates.id}`)).status).toBe(403)
    const id = await running()
    const path = `/fi/kokeilut/${id}/kirjaa/${plates.id}`
    const tomorrow = await kaisa.fillIn(path, { value: '1', day: '21.3.2026' })
    expect(tomorrow.text).toContain('Päivä on vasta tulossa')
    const elsewhere = await site.browser('ambassador')
    expect((await elsewhere.post(path, { value: '1', day: '20.3.2026' })).status).toBe(403)
    expect(await valuesOf(id)).toEqual([])
  })
})

describe('correcting', () => {
  test('the earlier value stays in the record with the reason', async () => {
    const id = await running()
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset`, {
      measure: plates.id,
      day: '19.3.2026',
      value: '500',
    })
    const [wrong] = await readingsAsEntered(site.database, id)
    const path = `/fi/kokeilut/${id}/mittaukset/${wrong?.id}`
    expect((await kaisa.fillIn(path, { day: '19.3.2026', value: '50', act: 'save' })).text).toContain(
      'Kirjoita lyhyesti, miksi korjaat',
    )
    const fixed = await kaisa.fillIn(path, {
      day: '19.3.2026',
      value: '50',
      why: 'Nolla liikaa.',
      act: 'save',
    })
    expect(fixed.status).toBe(303)
    expect(await valuesOf(id)).toEqual([['2026-03-19', 50]])
    const all = await site.database
      .selectFrom('observations')
      .select(['value', 'removed_why'])
      .where('experiment_id', '=', id)
      .orderBy('value')
      .execute()
    expect(all).toEqual([
      { value: 50, removed_why: null },
      { value: 500, removed_why: 'Nolla liikaa.' },
    ])
  })
})

describe('pasting a table', () => {
  test('is shown before it is stored, stored whole, and can be undone whole', async () => {
    const id = await running()
    const path = `/fi/kokeilut/${id}/mittaukset/liita`
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset`, { measure: plates.id, day: '17.3.2026', value: '70' })
    const sent = {
      measure: plates.id,
      text: 'Päivä;g\n16.3.2026;61,5\n17.3.2026;58',
      existing: 'replace',
    }
    const preview = await kaisa.fillIn(path, sent)
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('2 riviä voidaan tallentaa. Mitään ei ole vielä tallennettu.')
    expect(await valuesOf(id)).toEqual([['2026-03-17', 70]])
    await kaisa.post(path, { ...sent, confirmed: '1' })
    expect(await valuesOf(id)).toEqual([
      ['2026-03-16', 61.5],
      ['2026-03-17', 58],
    ])
    const page = await kaisa.get(`/fi/kokeilut/${id}/mittaukset`)
    const undo = /href="([^"]+taulukko[^"]+)"/.exec(page.text)?.[1] ?? ''
    expect((await kaisa.fillIn(undo, {})).status).toBe(303)
    expect(await valuesOf(id)).toEqual([['2026-03-17', 70]])
  })

  test('one bad row stops the whole table, and is named', async () => {
    const id = await running()
    const answer = await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset/liita`, {
      measure: plates.id,
      text: '16.3.2026\t61,5\n30.2.2026\t58\n18.3.2026\tkaksi',
      existing: 'refuse',
      confirmed: '1',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Rivi 2: ”30.2.2026” ei ole päivä.')
    expect(answer.text).toContain('Rivi 3: ”kaksi” ei ole luku.')
    expect(await valuesOf(id)).toEqual([])
  })

  test('abuse-39: hostile headings, days, numbers and remarks come back as text, are stored as text and shown as text', async () => {
    const hostile = '<xss><img src=x onerror=alert()></textarea>'
    const id = await running()
    const path = `/fi/kokeilut/${id}/mittaukset/liita`
    const asText = async (answer: Promise<TestAnswer>, status: number) => {
      const { text, ...rest } = await answer
      expect(rest.status).toBe(status)
      expect(text).toContain('&lt;xss&gt;')
      expect(text).not.toMatch(/<xss|<img src=x/)
    }
    const faulty = `${hostile}\tg\n${hostile}\t1\n16.3.2026\t${hostile}\n17.3.2026\t=1\t${hostile}`
    await asText(kaisa.fillIn(path, { measure: plates.id, text: faulty, existing: 'refuse' }), 422)
    expect(await valuesOf(id)).toEqual([])
    const fine = `${hostile}\tg\n16.3.2026\t61,5\t${hostile}`
    const sent = { measure: plates.id, text: fine, existing: 'refuse' }
    await asText(kaisa.fillIn(path, sent), 200)
    expect((await kaisa.post(path, { ...sent, confirmed: '1' })).status).toBe(303)
    expect(await valuesOf(id)).toEqual([['2026-03-16', 61.5]])
    await asText(kaisa.get(`/fi/kokeilut/${id}/mittaukset`), 200)
  })
})

test('hours and euros are summed, and an entry can be taken away', async () => {
  const id = await running()
  const path = `/fi/kokeilut/${id}/tunnit`
  await kaisa.fillIn(path, { day: '19.3.2026', hours: '1,5', what: 'Ruuan jako' })
  await kaisa.fillIn(path, { day: '20.3.2026', euros: '42,50', what: 'Rasiat' })
  expect((await kaisa.fillIn(path, { day: '20.3.2026', what: 'Ei mitään' })).text).toContain(
    'Kirjoita tunnit tai eurot',
  )
  expect((await effortOf(site.database, [id])).get(id)).toEqual({ hours: 1.5, euros: 42.5 })
  const page = await kaisa.get(path)
  expect(page.text).toContain('Yhteensä 1 h 30 min, 42,50 €.')
  const entry = /name="remove" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  await kaisa.fillIn(path, { day: '20.3.2026', remove: entry })
  expect((await effortOf(site.database, [id])).get(id)).toEqual({ hours: 1.5, euros: 0 })
})

test('everyone may read the measurements of a frozen plan, nobody elsewhere may add to them', async () => {
  const id = await running()
  await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset`, { measure: plates.id, day: '19.3.2026', value: '50' })
  const visitor = await site.browser()
  const page = await visitor.get(`/sv/forsok/${id}/matningar`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('50 g')
  expect(page.text).not.toContain('<form method="post"')
  const sent = await visitor.post(`/sv/forsok/${id}/matningar`, {
    measure: plates.id,
    day: '19.3.2026',
    value: '1',
  })
  expect(sent.location).toBe('/sv/logga-in')
})
