import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite } from '../../test-site.ts'
import { saveExampleExperiment } from '../../experiments/experiments.examples.ts'
import { writeLesson } from '../../lessons/index.ts'
import { examplePeopleOfTrial } from '../../people/index.ts'
import { asSystem } from '../../platform/database/acting.ts'
import { loadContent } from '../index.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
beforeAll(async () => {
  site = await createTestSite()
  await loadContent(site.database, {
    demo: true,
    now: site.clock.now,
    newId: site.newId,
    baseUrl: 'http://uskalla.test',
  })
})
afterAll(() => site.close())

describe('the page of a municipality', () => {
  test('tells where it is and how many people live there, in each language', async () => {
    const visitor = await site.browser()
    expect((await visitor.get('/fi/kunnat/239')).text).toMatch(/Keiteleellä asuu 1.\d{3} ihmistä\./)
    expect((await visitor.get('/sv/kommuner/072')).text).toMatch(/Det bor \d{3} personer på Karlö\./)
    expect((await visitor.get('/en/municipalities/478')).text).toMatch(
      /\d\d,\d{3} people live in Mariehamn\./,
    )
  })

  test('says what is not known and what happened to the borders, never zero', async () => {
    const visitor = await site.browser()
    const mantyharju = (await visitor.get('/fi/kunnat/507')).text
    expect(mantyharju).toMatch(/Väkiluvun muutos[^<]*<\/dt><dd>ei tiedossa/)
    expect(mantyharju).toContain('Pertunmaa liittyi kuntaan 1.1.2025.')
    const brando = (await visitor.get('/en/municipalities/035')).text
    expect(brando).toMatch(/Library loans[^<]*<\/dt><dd>not known/)
    expect(brando).toContain(
      'Left out because the figure is not known: share of unemployed people and library loans.',
    )
  })

  test('leads to five municipalities that resemble it and names what the comparison used', async () => {
    const visitor = await site.browser()
    const { text } = await visitor.get('/fi/kunnat/239')
    const section = text.slice(text.indexOf('id="resembling"'))
    const table = section.slice(section.indexOf('<table>'), section.indexOf('</table>'))
    const codes = [...table.matchAll(/href="\/fi\/kunnat\/(\d{3})"/g)].map((link) => link[1])
    expect(new Set(codes).size).toBe(5)
    expect(codes).not.toContain('239')
    expect(section).toContain('Vertailussa olivat mukana: väkiluku, väkiluvun muutos')
  })

  test('shows its experiments, those that spread and those that stopped alike', async () => {
    const visitor = await site.browser()
    const helsinki = (await visitor.get('/fi/kunnat/091')).text
    const section = helsinki.slice(helsinki.indexOf('id="experiments"'), helsinki.indexOf('id="library"'))
    expect(section.match(/class="card"/g)).toHaveLength(5)
    expect(section.match(/Jälkikäteen laskettu esimerkki/g)).toHaveLength(2)
    expect(section).toContain('Siirtosoitto varoittaa katujen siivouksesta')
    expect(section).toContain('Ketterät pilotit Kalasatamassa')
    expect((await visitor.get('/sv/kommuner/091')).text).toContain('Smidiga piloter i Fiskehamnen')
  })

  test('shows what was learned once somebody has written it down', async () => {
    const { newId, clock, database } = site
    const visitor = await site.browser()
    expect((await visitor.get('/fi/kunnat/177')).text).not.toContain('id="lessons"')
    await asSystem(database, async (transaction) => {
      const experimentId = await saveExampleExperiment(transaction, {
        id: newId(),
        newId,
        at: clock.now,
        municipalityCode: '177',
        state: 'learning',
      })
      await writeLesson(transaction, {
        person: examplePeopleOfTrial.employee,
        now: clock.now,
        requestId: newId(),
        newId,
        lang: 'fi',
        experimentId,
        version: 0,
        words: {
          worked: 'Salaatti linjaston alussa maistui.',
          didNotWork: 'Maanantaisin ei tullut muutosta.',
          surprised: 'Oppilaat alkoivat punnita itse.',
          conditions: 'Linjastossa on tilaa toiselle pöydälle.',
          works: 'partly',
          inspired: null,
          wouldDoOtherwise: null,
        },
      })
    })
    const { text } = await visitor.get('/fi/kunnat/177')
    const lessons = text.slice(text.indexOf('id="lessons"'))
    expect(lessons).toContain('Salaatti linjaston alussa maistui.')
    expect(lessons).toContain('/fi/opit?municipality=177')
  })

  test('shows what other sites tell of it, and proposes the first step where nothing has been tried', async () => {
    const visitor = await site.browser()
    expect((await visitor.get('/fi/kunnat/142')).text).toContain('Kunnan palvelut kirjastoauton kyytiin')
    const empty = (await visitor.get('/fi/kunnat/009')).text
    expect(empty).toContain('Täällä ei ole vielä kokeiluja Alavieskasta.')
    expect(empty).not.toContain('id="library"')
  })

  test('does not exist for a code that no municipality has today', async () => {
    const visitor = await site.browser()
    for (const code of ['999', '588', '..%2F239', '23']) {
      expect((await visitor.get(`/fi/kunnat/${code}`)).status).toBe(404)
    }
  })
})
