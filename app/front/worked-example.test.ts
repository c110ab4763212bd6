import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { findBrokenLine } from '../platform/log/log.ts'
import { createTestSite } from '../test-site.ts'
import { loadContent } from './load-content.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const load = () =>
  loadContent(site.database, {
    demo: true,
    now: site.clock.now,
    newId: site.newId,
    baseUrl: 'http://uskalla.test',
  })

beforeAll(async () => {
  site = await createTestSite()
  await load()
})
afterAll(() => site.close())

async function counts() {
  const tables = [
    'ideas',
    'experiments',
    'observations',
    'decisions',
    'lessons',
    'mails',
    'log_entries',
  ] as const
  return asSystem(site.database, (database) =>
    Promise.all(
      tables.map(async (table) => {
        const rows = await database
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .execute()
        return [table, Number(rows[0]?.n)]
      }),
    ),
  )
}

describe('the content that ships', () => {
  test('is loaded at any hour: also late in the evening, in winter and in summer, and when clocks change', async () => {
    for (const hour of [
      '2026-11-24T21:05:00Z',
      '2026-07-01T20:59:00Z',
      '2026-10-25T00:30:00Z',
      '2026-03-28T22:01:00Z',
    ]) {
      const other = await createTestSite()
      try {
        const when = { now: new Date(hour), newId: other.newId, baseUrl: 'http://uskalla.test' }
        await loadContent(other.database, { demo: true, ...when })
        const states = await other.database
          .selectFrom('experiments')
          .select('state')
          .where('origin', '=', 'example')
          .execute()
        expect(states.length, hour).toBeGreaterThan(7)
      } finally {
        await other.close()
      }
    }
  })

  test('loading it again changes nothing', async () => {
    const before = await counts()
    await load()
    expect(await counts()).toEqual(before)
  })

  test('the made-up example has walked all states and says everywhere that it is made up', async () => {
    const visitor = await site.browser()
    const list = await visitor.get('/fi/kokeilut?municipality=239')
    const id = /kokeilut\/([0-9a-f-]{36})"[^>]*>Väheneekö lautashävikki/.exec(list.text)?.[1] ?? ''
    for (const path of [`/fi/kokeilut/${id}`, `/fi/opit/${id}`, '/fi/opit', '/fi/kokeilut', '/fi/ideat'])
      expect((await visitor.get(path)).text, path).toContain('Keksitty esimerkki')
    const stages = await site.database.selectFrom('experiment_stages').select('to_state').distinct().execute()
    expect(stages.map((stage) => stage.to_state)).toEqual(
      expect.arrayContaining(['running', 'learning', 'decided']),
    )
  })

  test('a year of history stands in unbroken chains', async () => {
    for (const chain of ['000', '239', '071'])
      expect(await asSystem(site.database, (database) => findBrokenLine(database, chain))).toBeUndefined()
  })

  test('one change to an old line is found', async () => {
    await expect(
      asSystem(site.database, (database) =>
        database.updateTable('log_entries').set({ action: 'nothing' }).where('chain', '=', '239').execute(),
      ),
    ).rejects.toThrow()
  })
})

describe('composed pages', () => {
  test.each([
    ['/fi', 'Viimeksi opittua', 'Nyt kokeillaan'],
    ['/sv', 'Senaste lärdomar', 'Det här prövas nu'],
    ['/en', 'Newest lessons', 'Being tried now'],
  ])('the front page %s shows what was learned and what is being tried', async (path, ...words) => {
    const page = await (await site.browser()).get(path)
    expect(page.status).toBe(200)
    for (const word of words) expect(page.text).toContain(word)
    expect(page.text).toContain('Väheneekö lautashävikki')
  })

  test('the experiment’s page shows prediction beside result, plan, diary, decision, lesson and family', async () => {
    const visitor = await site.browser()
    const list = await visitor.get('/fi/kokeilut?municipality=239')
    const id = /kokeilut\/([0-9a-f-]{36})"[^>]*>Väheneekö lautashävikki/.exec(list.text)?.[1] ?? ''
    const page = await visitor.get(`/fi/kokeilut/${id}`)
    for (const words of [
      'Mitä ennustimme',
      'Mitä tapahtui',
      'g vähemmän (todennäköisesti',
      'Vertailukohtana oli vain oma aiempi kehitys',
      'Taso 2: sarjan oma aiempi kehitys',
      'Katkaistu aikasarja',
      'Leipäpiste siirrettiin',
      'Levitetään',
      'Mikä toimi',
      'tuumailtu 3 h 30 min',
      'Missä tämä elää nyt',
      'elää yhä',
      'Toistettu 7 muussa kunnassa',
    ])
      expect(page.text, words).toContain(words)
    const family = await visitor.get(`/sv/forsok/${id}/familj`)
    expect(family.text).toContain('Haapavesi')
  })

  test('everyone sees what waits for them, nobody else’s', async () => {
    const arto = await site.browser('ambassador')
    expect((await arto.get('/fi/omat')).text).toContain('Väheneekö lautashävikki')
    const kaisa = await site.browser('employee')
    expect((await kaisa.get('/fi/omat')).text).toContain('Tarkistus 12 kuukauden kohdalla')
    expect((await (await site.browser()).get('/fi/omat')).location).toContain('/fi/kirjaudu')
  })

  test('a published experiment’s family: Ii from three schools to all of them', async () => {
    const visitor = await site.browser()
    const list = await visitor.get('/fi/kokeilut?municipality=139')
    const id = /kokeilut\/([0-9a-f-]{36})"[^>]*>50\/50: koulu saa puolet/.exec(list.text)?.[1] ?? ''
    const family = await visitor.get(`/fi/kokeilut/${id}/perhe`)
    expect(family.text).toContain('50/50 kaikissa Iin kouluissa')
  })
})
