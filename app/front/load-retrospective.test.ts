import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluationJobs, explorationsOf, keptEvaluationOf } from '../evaluations/index.ts'
import { experimentById, idOfRealExperiment } from '../experiments/index.ts'
import { allMunicipalities, codeToday } from '../municipalities/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { loadRetrospectiveExamples } from './load-retrospective.ts'
import file from './retrospective-examples.json' with { type: 'json' }

let site: Awaited<ReturnType<typeof createTestSite>>
let visitor: TestBrowser
const load = () =>
  asSystem(site.database, (transaction) =>
    loadRetrospectiveExamples(transaction, { now: site.clock.now, newId: site.newId }),
  )

beforeAll(async () => {
  site = await createTestSite()
  await load()
  const evaluate = evaluationJobs['evaluate-experiment']
  if (typeof evaluate !== 'function') throw new Error('no job')
  for (const number of ['RE01', 'RE02', 'RE04', 'RE05'])
    await asSystem(site.database, (transaction) =>
      evaluate(
        { experimentId: idOfRealExperiment(number) },
        { database: transaction, now: site.clock.now, newId: site.newId },
      ),
    )
  visitor = await site.browser()
})
afterAll(() => site.close())

const pageOf = async (number: string, path = '/fi/kokeilut/') =>
  (await visitor.get(`${path}${idOfRealExperiment(number)}`)).text

describe('the examples worked out afterwards', () => {
  test('are loaded once', async () => {
    expect(await load()).toBe(0)
    for (const { number } of file.examples)
      expect(await experimentById(site.application, idOfRealExperiment(number))).toMatchObject({
        origin: 'retrospective',
        state: 'ended',
      })
  })

  test('say on their pages in three languages that nobody tried them, with their sources', async () => {
    for (const { number, attribution, sources } of file.examples)
      for (const [path, tag] of [
        ['/fi/kokeilut/', 'Jälkikäteen laskettu esimerkki'],
        ['/sv/forsok/', 'Exempel räknat i efterhand'],
        ['/en/experiments/', 'Worked out afterwards'],
      ] as const) {
        const page = await pageOf(number, path)
        expect(page, number).toContain(tag)
        if (attribution) expect(page).toContain(attribution)
        for (const source of sources) expect(page).toContain(source.replaceAll('&', '&amp;'))
        expect(page).not.toMatch(/undefined|NaN/)
      }
  })

  test('name their measures in the language of the page, and their plans keep the words that were frozen', async () => {
    for (const { number, measureWords, plan } of file.examples) {
      expect(measureWords.map(({ name, unit }) => [name.fi, unit.fi])).toEqual(
        plan.measures.map(({ name, unit }) => [name, unit]),
      )
      const id = idOfRealExperiment(number)
      for (const [path, lang] of [
        [`/fi/kokeilut/${id}/tulos`, 'fi'],
        [`/sv/forsok/${id}/resultat`, 'sv'],
        [`/en/experiments/${id}/result`, 'en'],
        [`/en/experiments/${id}/measurements`, 'en'],
      ] as const) {
        const page = (await visitor.get(path)).text
        for (const { name } of measureWords) {
          if (number !== 'RE03') expect(page, path).toContain(name[lang])
          if (lang !== 'fi') expect(page, path).not.toContain(name.fi)
        }
      }
      const frozen = await visitor.get(`/en/experiments/${id}/plan.json`)
      for (const { name } of plan.measures) expect(frozen.text).toContain(name)
    }
  })

  test('that were loaded before their measures had names in three languages are brought up to date, once', async () => {
    const id = idOfRealExperiment('RE02')
    await asSystem(site.database, async (database) => {
      const before = await experimentById(database, id)
      const { measureWords: _, ...older } = before!.published!
      await database
        .updateTable('experiments')
        .set({ published: JSON.stringify(older) })
        .where('id', '=', id)
        .execute()
    })
    expect(await load()).toBe(0)
    const found = await experimentById(site.application, id)
    expect(found?.published?.measureWords?.[0]?.unit.sv).toBe('gäster')
    expect(found?.plan.measures[0]?.unit).toBe('ruokailijaa')
  })

  test('are tagged in the list of experiments and linked from the lessons', async () => {
    const list = await visitor.get('/fi/kokeilut')
    expect(list.text).toContain('Jälkikäteen laskettu esimerkki')
    const lessons = await visitor.get('/fi/opit')
    for (const { number } of file.examples)
      expect(lessons.text).toContain(`/fi/kokeilut/${idOfRealExperiment(number)}`)
    expect((await visitor.get('/fi/opit?theme=food')).text).not.toContain(
      'Jälkikäteen laskettuja esimerkkejä',
    )
  })

  test('nobody may change them, not even those who work in the municipality', async () => {
    const nurmes = await site
      .browser({
        id: site.newId(),
        name: 'Nelli Nurmes',
        email: 'nelli@esimerkki.invalid',
        lang: 'fi',
        memberships: [{ municipalityCode: '541', role: 'leader' }],
      })
      .catch(() => undefined)
    const id = idOfRealExperiment('RE01')
    const somebody = nurmes ?? (await site.browser('employee'))
    for (const path of ['kirjaa-tulos', 'paivakirja', 'tila'])
      expect((await somebody.get(`/fi/kokeilut/${id}/${path}`)).status).not.toBe(200)
  })
})

describe('library loans in Nurmes and around it', () => {
  const [loans] = file.examples
  const rows = loans?.readings[0]?.rows ?? []

  test('hold no zero, which means missing, and eleven years of nine areas', () => {
    expect(rows).toHaveLength(99)
    expect(rows.every((row) => row.value > 0)).toBe(true)
    expect(new Set(rows.map((row) => row.unit)).size).toBe(9)
  })

  test('stand on the borders of today: Valtimo counts with Nurmes by its people', () => {
    expect(codeToday('911')).toBe('541')
    const of = (day: string) => rows.find((row) => row.unit === 'Nurmes ja Valtimo' && row.day === day)?.value
    expect(of('2019-12-31')).toBeCloseTo((17.38 * 7765 + 12.53 * 2218) / (7765 + 2218), 2)
    const nurmes = allMunicipalities().find((one) => one.code === '541')
    expect(of('2022-12-31')).toBeCloseTo(nurmes?.keyFigures.libraryLoansPerPerson2022 ?? 0, 2)
  })

  test('are compared with eight areas, and no p is smaller than one in nine', async () => {
    const kept = await keptEvaluationOf(site.application, idOfRealExperiment('RE01'))
    const [one] = Object.values(kept?.byMeasure ?? {})
    expect(one?.analysis?.method).toMatch(/synthetic-control|difference-with-placebos/)
    expect(one?.analysis?.p ?? 1).toBeGreaterThanOrEqual(1 / 9 - 1e-9)
    expect(await pageOf('RE01', '/fi/kokeilut/')).toContain('Joensuun seutu')
  })
})

describe('three days of diners', () => {
  test('cannot tell, and say so', async () => {
    expect(await pageOf('RE02')).toContain('Emme tiedä vielä. Tietoa on')
    expect(await pageOf('RE02', '/sv/forsok/')).toContain('Vi vet inte än')
  })
})

describe('the savings of three schools', () => {
  test('are pooled with a range that reaches beyond nothing, and nothing is predicted', async () => {
    const page = await pageOf('RE03')
    expect(page).toContain('Keskimäärin')
    expect(page).toContain('Väli ulottuu nollan yli')
    expect(page).toContain('yksiköitä on 3, ja tarvitaan viisi')
    expect(page).toContain('forest-together')
    expect(page).not.toContain('forest-next')
  })
})

describe('the weather of Kumpula', () => {
  test('counts −1 as no rain and keeps whole weeks only', () => {
    const weather = file.examples.find((one) => one.number === 'RE04')
    const [temperature, rain] = weather?.readings ?? []
    expect(temperature?.rows).toHaveLength(52)
    expect(Math.min(...(rain?.rows ?? []).map((row) => row.value))).toBeGreaterThanOrEqual(0)
  })
})

describe('days of frost in Kumpula, where nothing was tried', () => {
  const frost = file.examples.find((one) => one.number === 'RE05')
  const id = idOfRealExperiment('RE05')

  test('seem to become fewer, until the temperature is taken into account', async () => {
    const page = (await visitor.get(`/fi/kokeilut/${id}/tulos`)).text
    expect(page).toContain('2 analyysiä suunnitelman ulkopuolella')
    expect(page).toContain('Huomioon otettu: Lämpötila, viikon keskiarvo.')
    const [plain, withTemperature] = (await explorationsOf(site.application, id)).map(
      (one) => one.evaluation.analysis?.effect,
    )
    for (const [effect, figures] of [
      [plain, [-3.3, -5.8, -0.8]],
      [withTemperature, [-1, -3.2, 1.3]],
    ] as const)
      expect([effect?.estimate, effect?.low, effect?.high].map((one) => Number(one?.toFixed(1)))).toEqual(
        figures,
      )
  })

  test('tell in three languages why they were looked at otherwise', async () => {
    for (const [path, lang] of [
      [`/fi/kokeilut/${id}/tulos`, 'fi'],
      [`/sv/forsok/${id}/resultat`, 'sv'],
      [`/en/experiments/${id}/result`, 'en'],
    ] as const) {
      const page = (await visitor.get(path)).text
      for (const { why } of frost?.explorations ?? []) {
        expect(page).toContain(why[lang])
        if (lang !== 'fi') expect(page).not.toContain(why.fi)
      }
    }
  })

  test('are whole weeks whose temperatures are those of the example of weather', () => {
    const temperatures = new Map(
      file.examples
        .find((one) => one.number === 'RE04')
        ?.readings[0]?.rows.map(({ day, value }) => [day, value]),
    )
    const [days, degrees] = frost?.readings ?? []
    expect(days?.rows).toHaveLength(16)
    for (const { day, value } of degrees?.rows ?? []) expect(value).toBe(temperatures.get(day))
  })
})
