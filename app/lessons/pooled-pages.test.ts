import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfRealExperiment, loadRealExperiments } from '../experiments/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { saveFamily, type StoredTrial } from './lessons.examples.ts'
import { keepPool } from './pool-family.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let visitor: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, (transaction) => loadRealExperiments(transaction, site.clock.now))
  visitor = await site.browser()
})
afterAll(() => site.close())

/** A family that has been pooled; returns the address part of its original. */
async function family(original: StoredTrial, adoptions: readonly StoredTrial[]): Promise<string> {
  return asSystem(site.database, async (transaction) => {
    const parts = { newId: site.newId, at: site.clock.now }
    const [root = ''] = await saveFamily(transaction, parts, original, adoptions)
    await keepPool(transaction, root, site.clock.now)
    return root
  })
}

const keitele = { municipalityCode: '239', change: -9 }
const adopters: StoredTrial[] = [
  { municipalityCode: '071', change: -6 },
  { municipalityCode: '595', change: -12 },
  { municipalityCode: '139', change: -8 },
  { municipalityCode: '146', change: -3 },
]

describe('the page of a family', () => {
  test('of four tells the common figure, and that there are too few to predict', async () => {
    const root = await family(keitele, adopters.slice(0, 3))
    const page = await visitor.get(`/fi/kokeilut/${root}/perhe`)
    expect(page.text).toContain('kun mukana on 4 kuntaa')
    expect(page.text).toContain('Kuntia on liian vähän, jotta seuraavasta voisi sanoa mitään')
    expect(page.text).toContain('forest-together')
    expect(page.text).not.toContain('forest-next')
    expect(page.text).toContain('Keksitty esimerkki')
  })

  test('of five says what is likely in the next municipality, and how much they differ in grams', async () => {
    const root = await family(keitele, adopters)
    const page = await visitor.get(`/fi/kokeilut/${root}/perhe`)
    expect(page.text).toContain('Seuraavassa kunnassa vaikutus on todennäköisesti välillä')
    expect(page.text).toContain('forest-next')
    expect(page.text).toMatch(/eroaa yhteisestä luvusta tyypillisesti noin \d g|epätarkkuuteen/)
    for (const path of [`/sv/forsok/${root}/familj`, `/en/experiments/${root}/family`])
      expect((await visitor.get(path)).text).not.toMatch(/undefined|NaN|null/)
  })

  test('counts who has not reported and who is under way', async () => {
    const root = await family(keitele, [
      ...adopters.slice(0, 2),
      { municipalityCode: '256' },
      { municipalityCode: '263', state: 'running', endsOn: '2026-03-30', change: -77.7 },
    ])
    const page = await visitor.get(`/en/experiments/${root}/family`)
    expect(page.text).toContain('4 experiments have taken this up.')
    expect(page.text).toContain('2 of 4 have reported.')
    expect(page.text).toContain('1 of 4 are under way.')
    expect(page.text).toContain('1 of 4 have not reported.')
    expect(page.text).toContain('has not reported')
    expect(page.text).toContain('under way, figures not public yet')
    expect(page.text).not.toContain('77.7')
  })

  test('of one who has told says that there is nothing to pool', async () => {
    const root = await family(keitele, [{ municipalityCode: '256' }])
    expect((await visitor.get(`/fi/kokeilut/${root}/perhe`)).text).toContain(
      'Muutoksen on kertonut vasta yksi kunta',
    )
  })

  test('of published experiments counts those whose sources tell no result', async () => {
    const page = await visitor.get(`/fi/kokeilut/${idOfRealExperiment('EX07')}/perhe`)
    expect(page.text).toContain('Yhteistä tulosta ei vielä ole')
    expect(page.text).not.toContain('forest-place')
  })
})

describe('whether it would work in a chosen municipality', () => {
  const would = async (root: string, query = '?municipality=256', lang = 'fi') =>
    (
      await visitor.get(
        lang === 'fi'
          ? `/fi/kokeilut/${root}/toimisiko-meilla${query}`
          : `/en/experiments/${root}/would-it-work${query}`,
      )
    ).text

  test('gives a range from five places on, the same for everybody', async () => {
    const root = await family(keitele, adopters)
    const page = await would(root)
    expect(page).toContain('Jos tätä kokeiltaisiin Kinnulassa')
    expect(page).toContain('Väli on sama kaikille kunnille')
    const range = /todennäköisesti välillä (.*?)\./.exec(page)?.[1]
    expect(/todennäköisesti välillä (.*?)\./.exec(await would(root, '?municipality=091'))?.[1]).toBe(range)
  })

  test('gives no range with four, and lists what they got, the nearest first', async () => {
    const root = await family(keitele, adopters.slice(0, 3))
    const page = await would(root)
    expect(page).toContain('Liian vähän ennustamiseen: muutoksen on kertonut 4 kuntaa, ja tarvitaan viisi.')
    expect(page).not.toContain('Jos tätä kokeiltaisiin')
    const table = page.slice(page.indexOf('id="tried"'))
    expect(table.indexOf('Keitele')).toBeLessThan(table.indexOf('Haapavesi'))
    expect(table).toContain('−9 g (−13 … −5)')
  })

  test('shows which key figures were compared, and unknown ones as unknown', async () => {
    const root = await family(keitele, adopters)
    expect(await would(root)).toContain('Väkiluku, tammikuu 2025 (ennakkotieto)')
    // Brändö (035) has no unemployed share and no library loans.
    const aland = await would(root, '?municipality=035')
    expect(aland).toContain('ei tiedossa')
    expect(aland).toContain('Kaikille näille kunnille tiedossa: väkiluku')
  })

  test('says when it has been tried there already', async () => {
    const root = await family(keitele, adopters)
    expect(await would(root, '?municipality=239')).toContain(
      'Tätä on jo kokeiltu Keiteleellä: muutos oli −9 g',
    )
    expect(await would(root, '?municipality=239')).not.toMatch(/id="tried"[\s\S]*?rowheader[^>]*>Keitele</)
  })

  test('asks for a municipality first, takes no other, and is not there for drafts of others', async () => {
    const root = await family(keitele, adopters)
    for (const query of ['', '?municipality=', '?municipality=999', '?municipality=__proto__'])
      expect(await would(root, query)).not.toContain('id="range"')
    expect((await visitor.get(`/fi/kokeilut/${site.newId()}/toimisiko-meilla`)).status).toBe(404)
  })

  test('shows whoever is signed in their own municipality first, and another or none when they choose so', async () => {
    const root = await family(keitele, adopters)
    const path = `/fi/kokeilut/${root}/toimisiko-meilla`
    const chosen = (text: string) => /<option value="(\d{3})" selected/.exec(text)?.[1]
    for (const [who, code] of [
      ['ambassador', '071'],
      ['resident', '239'],
    ] as const) {
      const person = await site.browser(who)
      const page = (await person.get(path)).text
      expect(chosen(page), who).toBe(code)
      expect(page).toContain('id="range"')
      expect(chosen((await person.get(`${path}?municipality=256`)).text)).toBe('256')
      expect((await person.get(`${path}?municipality=`)).text).not.toContain('id="range"')
    }
    expect(chosen(await would(root, ''))).toBeUndefined()
  })

  test('works for published experiments, of which no figure is known', async () => {
    const page = await would(idOfRealExperiment('EX07'), '?municipality=239', 'en')
    expect(page).toContain('Too few to predict: no municipality has told yet')
    expect(page).toContain('Ii')
  })
})
