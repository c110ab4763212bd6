import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite } from '../../test-site.ts'
import { indexDocument } from '../index.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const experimentId = '018f0000-0000-7000-8000-000000000001'

beforeAll(async () => {
  site = await createTestSite()
  await indexDocument(site.database, {
    kind: 'experiment',
    recordId: experimentId,
    language: 'fi',
    title: 'Lisääkö kutsubussi ruokailijoita kyläkoululla?',
    body: 'Bussi haki ikäihmiset lounaalle <kahdesti> viikossa.',
    municipalityCode: '239',
    theme: 'mobility',
    state: 'running',
    year: 2026,
    addressParameters: { id: experimentId },
    isExample: true,
  })
  for (let number = 1; number <= 45; number += 1)
    await indexDocument(site.database, {
      kind: 'library-title',
      recordId: `t${number}`,
      language: 'fi',
      title: `Lähikirjasto ${number}`,
      body: 'Omatoiminen kirjasto.',
      year: 2017,
      sourceUrl: `https://example.org/${number}`,
    })
})
afterAll(() => site.close())

const read = async (path: string) => (await site.browser()).get(path)

describe('the search page', () => {
  test('shows what was found with the asked words marked, and why', async () => {
    const { status, text } = await read('/fi/haku?q=kyläkoulut')
    expect(status).toBe(200)
    expect(text).toContain('Yksi tulos haulle ”kyläkoulut”')
    expect(text).toContain('<mark>kyläkoululla</mark>')
    expect(text).not.toContain('Tekstissä myös')
    expect(text).toContain(`href="/fi/kokeilut/${experimentId}"`)
    expect(text).toContain('Keksitty esimerkki')
    expect(text).toContain('Keitele · 2026 · Liikkuminen')
    expect(text).toContain('&lt;kahdesti&gt;')
  })

  test('tells of asked words that stand further on in a long text', async () => {
    await indexDocument(site.database, {
      kind: 'lesson',
      recordId: experimentId,
      language: 'fi',
      title: 'Kimppakyydit vähensivät matkoja',
      body: `Kimppakyyti sovittiin aina edellisenä iltana. ${'Matkat kirjattiin vihkoon. '.repeat(30)} Lopuksi ostettiin polkupyörä.`,
      addressParameters: { id: experimentId },
    })
    const { text } = await read('/fi/haku?q=kimppakyyti polkupyörät')
    expect(text).toContain('<mark>Kimppakyydit</mark>')
    expect(text).toContain('Tekstissä myös: polkupyörä')
  })

  test('says in which language a record is when it is another than the page’s', async () => {
    const { text } = await read('/sv/sok?q=kutsubussi')
    expect(text).toContain('En träff för ”kutsubussi”')
    expect(text).toMatch(/<span lang="fi">Lisääkö <mark>kutsubussi<\/mark>/)
    expect(text).toContain('Påhittat exempel')
  })

  test('leads to the source of what has no page here, twenty on a page', async () => {
    const first = await read('/en/search?q=lähikirjasto')
    expect(first.text).toContain('45 results')
    expect(first.text.match(/class="card"/g)).toHaveLength(20)
    expect(first.text).toContain('href="https://example.org/')
    const last = await read('/en/search?q=lähikirjasto&page=3')
    expect(last.text.match(/class="card"/g)).toHaveLength(5)
    const beyond = await read('/en/search?q=lähikirjasto&page=900')
    expect(beyond.text.match(/class="card"/g)).toHaveLength(5)
  })

  test('is narrowed by a plain form, and its filters stay chosen', async () => {
    const { text } = await read('/fi/haku?q=kirjasto&municipality=239')
    expect(text).toContain('ei löytynyt mitään')
    expect(text).toContain('<option value="239" selected')
    expect(text).toContain('Hae samalla sanalla ilman rajauksia')
    const byFilter = await read('/fi/haku?theme=mobility&state=running&year=2026&kind=experiment')
    expect(byFilter.text).toContain('Yksi tulos')
    const unknown = await read('/fi/haku?q=kirjasto&theme=nonsense&municipality=999&year=abc&kind=x&page=-3')
    expect(unknown.text).toContain('45 tulosta')
  })

  test('corrects a misspelling and proposes something when nothing is found', async () => {
    const corrected = await read('/fi/haku?q=lähikirjatso')
    expect(corrected.text).toContain('Tässä ovat tulokset haulle ”lähikirjasto”')
    const nothing = await read('/fi/haku?q=norsujen sirkus')
    expect(nothing.text).toContain('href="/fi/ideat/kerro"')
    expect(nothing.text).toContain('Hae pelkällä sanalla ”norsujen”')
    expect(nothing.text).toContain('href="/fi/kokeilut"')
  })

  test('asks before anything was asked', async () => {
    const { text } = await read('/fi/haku')
    expect(text).toContain('name="q"')
    expect(text).not.toContain('class="card"')
    expect(text).not.toContain('ei löytynyt')
  })

  test.each([
    '%00',
    '%F0%9F%99%82',
    '<script>alert(1)</script>',
    "'%22%5C",
    'x'.repeat(3000),
    '%D8%A7'.repeat(100),
  ])('answers whatever is asked: %s', async (question) => {
    const { status, text } = await read(`/fi/haku?q=${question}`)
    expect([200, 414]).toContain(status)
    expect(text).not.toContain('<script>alert')
  })
})
