import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { languages } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import type { Person } from '../platform/web/visitor.ts'
import { savePerson } from '../people/index.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { texts } from '../texts/index.ts'
import { publishHeads } from './publish-heads.ts'
import { verifyLines } from './verify-lines.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let office: TestBrowser
let keitele: TestBrowser
let kaisa: TestBrowser
let visitor: TestBrowser

const administrator: Person = {
  id: '01900000-0000-7000-8000-00000000a239',
  email: 'h.hilkka@esimerkki.invalid',
  name: 'Hilkka Hallitsija',
  lang: 'fi',
  memberships: [{ municipalityCode: '239', role: 'administrator' }],
}

const idea = {
  problem: 'Keittiössä jää joka päivä ruokaa, ja se heitetään pois.',
  trial: 'Myydään ylijäämälounas eurolla lähellä asuville.',
  forWhom: 'Lähellä asuville perheille.',
}

const writeLine = (line: Partial<Parameters<typeof record>[1]>) =>
  asSystem(site.database, (transaction) =>
    record(transaction, {
      chain: '239',
      action: 'idea.edited',
      recordKind: 'idea',
      recordId: site.newId(),
      personId: null,
      requestId: 'r',
      at: site.clock.now,
      ...line,
    }),
  )

beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, (transaction) =>
    savePerson(transaction, { ...administrator, isExample: true, createdAt: site.clock.now }),
  )
  office = await site.browser('office')
  keitele = await site.browser(administrator)
  kaisa = await site.browser('employee')
  visitor = await site.browser()
  await kaisa.fillIn('/fi/ideat/kerro', idea)
  const arto = await site.browser('ambassador')
  await arto.fillIn('/fi/ideat/kerro', idea)
})
afterAll(() => site.close())

describe('the search of the log', () => {
  test('shows the programme office every chain, an administrator their own, others nothing', async () => {
    const all = (await office.get('/fi/loki/haku')).text
    expect(all).toContain('Kertoi idean')
    expect(all).toContain('Kaisa Kokeilija')
    expect(all).toContain('Arto Innostaja')
    const own = (await keitele.get('/fi/loki/haku')).text
    expect(own).toContain('Näet ylläpitäjänä tämän lokin: Keitele.')
    expect(own).toContain('Kaisa Kokeilija')
    expect(own).not.toContain('Arto Innostaja')
    for (const words of ['chain=071', 'chain=000'])
      expect((await keitele.get(`/fi/loki/haku?${words}`)).text).not.toContain('Arto Innostaja')
    for (const path of ['/fi/loki/haku', '/fi/loki/haku.csv', '/fi/loki/haku.jsonl']) {
      expect((await kaisa.get(path)).status, path).toBe(403)
      expect((await visitor.get(path)).status, path).toBe(303)
    }
  })

  test('abuse-33 looks for a person by address without the address ever standing in one, or in the log', async () => {
    const unknown = await keitele.fillIn('/fi/loki/haku', { email: 'c.arto@esimerkki.invalid' })
    expect([unknown.status, unknown.text.includes('Arto Innostaja')]).toEqual([422, false])
    const asked = (await office.get('/fi/loki/haku?person=a.kaisa%40esimerkki.invalid')).text
    expect(asked).toContain('Sivun osoitteeseen sähköpostiosoite ei kuulu.')
    expect(asked.slice(asked.indexOf('<main'))).not.toMatch(/(href|value)="[^"]*kaisa(%40|@)/)
    expect(site.lines.map((line) => JSON.stringify(line)).join('\n')).not.toMatch(/kaisa@|arto@|%40/)
  })

  test('says of every column of its table what it holds, in three languages', async () => {
    for (const lang of languages) {
      const { csv, search } = texts[lang].record
      expect(search.columns).toHaveLength(csv.length)
      const address = { fi: '/fi/loki/haku', sv: '/sv/logg/sok', en: '/en/log/search' }[lang]
      const page = (await office.get(address)).text
      for (const words of [...csv, ...search.columns]) expect(page).toContain(words)
    }
  })

  test('the database lets out no more than that, whatever the pages ask for', async () => {
    const chains = async (browser: TestBrowser) =>
      [...new Set((await browser.get('/fi/loki/haku.jsonl')).text.split('\n').filter(Boolean))].map(
        (line) => (JSON.parse(line) as { chain: string }).chain,
      )
    expect(new Set(await chains(keitele))).toEqual(new Set(['239']))
    expect(await chains(office)).toContain('071')
    const seen = await site.application.selectFrom('log_entries').select('position').execute()
    expect(seen).toEqual([])
  })

  test('finds by day, person, action and record, and says when it finds nothing', async () => {
    await writeLine({ action: 'plan.frozen', at: new Date('2026-02-01T21:59:00Z') })
    await writeLine({ action: 'lesson.written', at: new Date('2026-02-01T22:01:00Z') })
    const first = (await office.get('/fi/loki/haku?from=1.2.2026&until=1.2.2026')).text
    const rows = first.slice(first.indexOf('<tbody'))
    expect(rows).toContain('Lukitsi suunnitelman')
    expect(rows).not.toContain('Kirjoitti opin')
    const found = await office.fillIn('/fi/loki/haku?until=1.4.2026', { email: 'A.Kaisa@esimerkki.invalid' })
    expect(found.location).toMatch(/^\/fi\/loki\/haku\?until=1\.4\.2026&person=[0-9a-f-]{36}$/)
    const kaisas = (await office.follow(found)).text
    expect(kaisas).toContain('Vain rivit, joiden tekijä on Kaisa Kokeilija.')
    expect(kaisas.slice(kaisas.indexOf('<tbody'))).not.toContain('Arto Innostaja')
    expect((await office.get('/fi/loki/haku?action=idea.told')).text).toContain('2 riviä')
    const nobody = await office.fillIn('/fi/loki/haku', { email: 'nobody@esimerkki.invalid' })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('Tällä sähköpostiosoitteella ei ole ketään.')
    expect((await office.get('/fi/loki/haku?from=45.13.2026')).text).toContain('Kirjoita päivä muodossa')
    const none = (await office.get('/fi/loki/haku?action=check.gone')).text
    expect(none).toContain('Näillä rajauksilla ei ole yhtään riviä.')
    expect(none).toContain('Poista rajaukset')
  })

  test('says for whom somebody acted', async () => {
    const lines = (await office.get('/fi/loki/haku.jsonl?action=idea.told')).text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { chain: string; acting_for?: string })
    expect(lines.map((line) => [line.chain, line.acting_for])).toEqual([
      ['071', '071'],
      ['239', '239'],
    ])
  })

  test('exports a chain that the offline check finds whole', async () => {
    const dump = (await keitele.get('/fi/loki/haku.jsonl')).text
    const found = await verifyLines(dump.split('\n'))
    expect(found).toMatchObject({ chains: 1, faults: [] })
    expect(found.lines).toBeGreaterThan(0)
  })
})

describe('texts of strangers in the log', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x","y")',
    '+1+cmd|calc',
    '-2+3',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    ' =1+1',
    '%0A=1',
  ]

  test('abuse-24 abuse-25: run neither in the viewer, its filter nor its export', async () => {
    for (const payload of payloads) {
      await writeLine({ action: payload, recordKind: payload, recordId: payload, requestId: payload })
      await asSystem(site.database, (transaction) =>
        savePerson(transaction, {
          id: site.newId(),
          email: `p${site.newId()}@esimerkki.invalid`,
          name: payload,
          lang: 'fi',
          memberships: [],
          isExample: false,
          createdAt: site.clock.now,
        }),
      )
    }
    const { id } = await site.database
      .selectFrom('persons')
      .select('id')
      .where('name', '=', payloads[2] ?? '')
      .executeTakeFirstOrThrow()
    await writeLine({ personId: id })
    for (const browser of [office, keitele])
      for (const query of [
        '',
        ...payloads.flatMap((p) =>
          ['person', 'record', 'action', 'from', 'chain'].map((f) => `?${f}=${encodeURIComponent(p)}`),
        ),
      ]) {
        const { status, text } = await browser.get(`/fi/loki/haku${query}`)
        expect(status).toBe(200)
        expect(text).not.toContain('<script>alert')
        expect(text).not.toMatch(/<img[^>]*onerror/)
      }
    const csv = (await office.get('/fi/loki/haku.csv')).text
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell)
    expect(cells.length).toBeGreaterThan(100)
    expect(cells.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain(`'=HYPERLINK(""http://x"",""y"")`)
    // Every cell is quoted: nothing stands outside the quotes but separators and line ends.
    expect(csv.replaceAll(/"(?:[^"]|"")*"/g, '').replaceAll(/[;\r\n\u{feff}]/gu, '')).toBe('')
    const headers = (await office.get('/fi/loki/haku.csv')).headers
    expect(headers.get('content-disposition')).toContain('attachment')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the public page of the log', () => {
  test('says what it is for before anything has been published', async () => {
    const { status, text } = await visitor.get('/fi/loki')
    expect(status).toBe(200)
    expect(text).toContain('Ensimmäinen päivä julkaistaan pian')
  })

  test('shows the days to everybody, with files that hold the heads and nothing about people', async () => {
    await asSystem(site.database, (transaction) =>
      publishHeads(transaction, { now: new Date('2026-03-10T09:00:00Z'), requestId: 'r' }),
    )
    await asSystem(site.database, (transaction) =>
      publishHeads(transaction, { now: new Date('2026-03-11T22:15:00Z'), requestId: 'r' }),
    )
    for (const [path, title] of [
      ['/fi/loki', 'Loki'],
      ['/sv/logg', 'Logg'],
      ['/en/log', 'Log'],
    ] as const)
      expect((await visitor.get(path)).text).toMatch(new RegExp(`<h1[^>]*>${title}`))
    const page = await visitor.get('/fi/loki')
    expect(page.text).not.toContain('/fi/loki/haku')
    expect((await office.get('/fi/loki')).text).toContain('/fi/loki/haku')
    const one = await visitor.get('/fi/loki/paivat/2026-03-11')
    expect(JSON.parse(one.text)).toMatchObject({
      format: 'uskalla-heads-1',
      publications: [{ day: '2026-03-11' }],
    })
    const all = await visitor.get('/fi/loki/paivat.json')
    expect((JSON.parse(all.text) as { publications: unknown[] }).publications).toHaveLength(3)
    expect(all.text).not.toMatch(/person|Kaisa|01900000/)
    for (const path of ['/fi/loki/paivat/2026-03-12', '/fi/loki/paivat/x', '/fi/loki/paivat/..%2f'])
      expect((await visitor.get(path)).status, path).toBe(404)
  })
})
