import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, type ExperimentState, type Plan } from '../experiments/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createLimits } from '../platform/web/limits.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { readingsAsEntered } from './observation-store.ts'
import type { PhoneEntry } from './phone-entry.ts'

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
const path = '/pikakirjaus/merkinnat/fi'

beforeAll(async () => {
  site = await createTestSite()
  site.clock.now = new Date('2026-03-20T11:00:00Z')
  kaisa = await site.browser('employee')
})
afterAll(() => site.close())

async function trial(state: ExperimentState = 'running', change: Partial<Plan> = {}): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state,
      plan: examplePlan({ measures: [plates, mood], ...change }),
    }),
  )
  return id
}

const ownerOf = async (browser: TestBrowser): Promise<string> =>
  /data-owner="([\w-]{43})"/.exec((await browser.get('/fi/pikakirjaus')).text)?.[1] ?? ''

function entryFor(experimentId: string, change: Partial<PhoneEntry> = {}): PhoneEntry {
  return {
    id: crypto.randomUUID(),
    experimentId,
    measureId: plates.id,
    unit: null,
    day: '2026-03-20',
    value: 52.5,
    madeAt: '2026-03-20T10:00:00.000Z',
    measured: { kind: 'number', unit: 'g' },
    sameDay: 'ask',
    ...change,
  }
}

const ours = { 'content-type': 'application/json', 'x-uskalla-log': '1', 'sec-fetch-site': 'same-origin' }

async function send(
  entry: PhoneEntry | Record<string, unknown>,
  {
    browser = kaisa,
    owner,
    headers = ours,
  }: { browser?: TestBrowser; owner?: string; headers?: Record<string, string> } = {},
) {
  const body = JSON.stringify({ owner: owner ?? (await ownerOf(browser)), entry })
  const answer = await browser.send(path, { method: 'POST', headers, body })
  return { status: answer.status, told: JSON.parse(answer.text) as Record<string, string> }
}

const valuesOf = async (id: string) =>
  (await readingsAsEntered(site.database, id)).map(({ day, value }) => [day, value])

describe('a reading that waited on a phone', () => {
  test('is stored as tapped, on its own day, by whoever logged it', async () => {
    const id = await trial()
    expect(await send(entryFor(id, { day: '2026-03-18' }))).toEqual({
      status: 200,
      told: { status: 'stored' },
    })
    expect(await readingsAsEntered(site.database, id)).toMatchObject([
      { day: '2026-03-18', value: 52.5, way: 'tap', measureId: plates.id, note: null },
    ])
  })

  test('sent again, and by two at once, is stored once', async () => {
    const id = await trial()
    const entry = entryFor(id)
    const answers = await Promise.all([send(entry), send(entry), send(entry)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await send({ ...entry, value: 99 })).status).toBe(200)
    expect(await valuesOf(id)).toEqual([['2026-03-20', 52.5]])
  })

  test('that the form had stored before its answer was lost is not stored once more', async () => {
    const id = await trial()
    const entry = entryFor(id)
    const form = { value: '52,5', day: '20.3.2026', _key: entry.id }
    expect((await kaisa.post(`/fi/kokeilut/${id}/kirjaa/${plates.id}`, form)).status).toBe(303)
    expect((await send(entry)).told).toEqual({ status: 'stored' })
    expect(await valuesOf(id)).toEqual([['2026-03-20', 52.5]])
  })

  test('that has been corrected since counts as stored', async () => {
    const id = await trial()
    const entry = entryFor(id)
    await send(entry)
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset/${entry.id}`, {
      why: 'Väärä päivä.',
      act: 'remove',
      day: '20.3.2026',
      value: '52,5',
    })
    expect(await valuesOf(id)).toEqual([])
    expect((await send(entry)).told).toEqual({ status: 'stored' })
    expect(await valuesOf(id)).toEqual([])
  })

  test('for a day that has a number is asked about, and then replaces it or stands beside it', async () => {
    const id = await trial()
    await send(entryFor(id, { value: 50 }))
    const second = entryFor(id, { value: 55 })
    const { status, told } = await send(second)
    expect([status, told.reason]).toEqual([409, 'same-day'])
    expect(told.text).toContain('Tälle päivälle on jo kirjattu 50 g.')
    expect(await valuesOf(id)).toEqual([['2026-03-20', 50]])
    await send({ ...second, sameDay: 'replace' })
    expect(await valuesOf(id)).toEqual([['2026-03-20', 55]])
    await send(entryFor(id, { value: 60, sameDay: 'keep' }))
    expect((await valuesOf(id)).map(([, value]) => value).toSorted()).toEqual([55, 60])
  })

  test('of faces may come many times a day', async () => {
    const id = await trial()
    for (const value of [3, 1, 3])
      await send(entryFor(id, { measureId: mood.id, value, measured: { kind: 'faces', unit: '' } }))
    expect((await valuesOf(id)).map(([, value]) => value).toSorted()).toEqual([1, 3, 3])
    const seven = entryFor(id, { measureId: mood.id, value: 7, measured: { kind: 'faces', unit: '' } })
    expect((await send(seven)).told).toMatchObject({ status: 'conflict', reason: 'not-a-value' })
  })

  test.each([
    ['the trial has been decided on', 'decided', {}, 'ended'],
    ['the plan is still a draft', 'draft', {}, 'ended'],
    ['its measure has gone', 'running', { measureId: '00000000-0000-7000-8000-0000000000cc' }, 'ended'],
    [
      'the unit of its measure has changed',
      'running',
      { measured: { kind: 'number', unit: 'kg' } },
      'unit-changed',
    ],
    ['its day is tomorrow', 'running', { day: '2026-03-21' }, 'future-day'],
    ['it has waited for 31 days', 'running', { madeAt: '2026-02-17T10:00:00.000Z' }, 'too-old'],
  ] as const)('stays on the phone when %s', async (_, state, change, reason) => {
    const id = await trial(state)
    const { status, told } = await send(entryFor(id, change))
    expect([status, told.status, told.reason]).toEqual([409, 'conflict', reason])
    expect(told.text?.length).toBeGreaterThan(20)
    expect(await valuesOf(id)).toEqual([])
  })

  test('needs its place where the design has several', async () => {
    const id = await trial('running', { design: designOf('with_and_without', ['Ranta', 'Mäki']) })
    expect((await send(entryFor(id, { unit: 'Laakso' }))).told.reason).toBe('no-place')
    expect((await send(entryFor(id, { unit: 'Mäki' }))).status).toBe(200)
    expect((await readingsAsEntered(site.database, id)).map(({ unit }) => unit)).toEqual(['Mäki'])
  })
})

describe('somebody else', () => {
  test('never sends what another person logged on the same phone', async () => {
    const id = await trial()
    const colleague = await site.browser('colleague')
    const owner = await ownerOf(kaisa)
    expect(await ownerOf(colleague)).not.toBe(owner)
    const answer = await send(entryFor(id), { browser: colleague, owner })
    expect(answer).toEqual({ status: 403, told: { status: 'another-person' } })
    expect(await valuesOf(id)).toEqual([])
  })

  test('of another municipality is told that they may not', async () => {
    const id = await trial()
    const answer = await send(entryFor(id), { browser: await site.browser('ambassador') })
    expect([answer.status, answer.told.reason]).toEqual([409, 'not-yours'])
    expect(await valuesOf(id)).toEqual([])
  })

  test('cannot take over the id of a reading that is not theirs', async () => {
    const id = await trial()
    const entry = entryFor(id)
    await send(entry)
    const answer = await send(entry, { browser: await site.browser('colleague') })
    expect(answer.told).toMatchObject({ status: 'conflict', reason: 'not-yours' })
    const elsewhere = await trial()
    expect((await send({ ...entry, experimentId: elsewhere })).told.reason).toBe('not-yours')
    expect(await valuesOf(elsewhere)).toEqual([])
  })

  test('whose session has ended is told so, and nothing is stored', async () => {
    const id = await trial()
    const leaving = await site.browser('employee')
    const owner = await ownerOf(leaving)
    await leaving.fillIn('/fi/kirjaudu-ulos', {})
    expect((await send(entryFor(id), { browser: leaving, owner })).status).toBe(401)
    expect(await valuesOf(id)).toEqual([])
  })
})

describe('the address that phones send to', () => {
  test.each([
    ['without our own header', { 'content-type': 'application/json' }],
    ['as a form', { ...ours, 'content-type': 'application/x-www-form-urlencoded' }],
    ['from another site', { ...ours, 'sec-fetch-site': 'cross-site' }],
    [
      'from another origin',
      { 'content-type': 'application/json', 'x-uskalla-log': '1', origin: 'https://evil.invalid' },
    ],
  ])('takes nothing %s', async (_, headers) => {
    const id = await trial()
    expect((await send(entryFor(id), { headers })).status).toBe(403)
    expect(await valuesOf(id)).toEqual([])
  })

  test.each<[string, Record<string, unknown>]>([
    ['a value that is no number', { value: '52' }],
    ['an endless number', { value: 1e300 }],
    ['a day that does not exist', { day: '2026-02-30' }],
    ['an id that is none', { id: 'x' }],
    ['a field that nobody knows', { note: 'nimi' }],
  ])('refuses %s', async (_, change) => {
    const id = await trial()
    expect((await send({ ...entryFor(id), ...change })).status).toBe(400)
  })

  test('answers no other site’s question whether it may send', async () => {
    const answer = await kaisa.send(path, { method: 'OPTIONS', headers: { origin: 'https://evil.invalid' } })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('takes no more than a reading', async () => {
    const body = 'x'.repeat(10_000)
    expect((await kaisa.send(path, { method: 'POST', headers: ours, body })).status).toBe(413)
  })

  test('asks whoever sends without a pause to wait, as forms do', async () => {
    const limited = await createTestSite({ limits: createLimits() })
    try {
      const browser = await limited.browser('employee')
      const statuses = new Map<number, number>()
      for (let i = 0; i < 62; i++) {
        const answer = await browser.send(path, { method: 'POST', headers: ours, body: '{}' })
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      }
      expect(Object.fromEntries(statuses)).toEqual({ 400: 60, 429: 2 })
    } finally {
      await limited.close()
    }
  })
})

describe('the page of the quick log', () => {
  test('offers what is running where one works, and keeps nothing of anybody for the phone', async () => {
    const id = await trial()
    const draft = await trial('draft')
    const page = await kaisa.get('/fi/pikakirjaus')
    expect(page.text).toContain(`/fi/kokeilut/${id}/kirjaa/${plates.id}`)
    expect(page.text).not.toContain(`/fi/kokeilut/${draft}/`)
    const [, kept = ''] = /data-measures="([^"]*)"/.exec(page.text) ?? []
    expect(kept).toContain('Hävikki')
    expect(kept).not.toMatch(/Kaisa|@/)
  })

  test('asks a stranger to sign in; the page that stands in is the same for everybody', async () => {
    const stranger = await site.browser()
    expect((await stranger.get('/fi/pikakirjaus')).location).toContain('/fi/kirjaudu')
    const [one, another] = [
      await stranger.get('/fi/pikakirjaus/ilman-yhteytta'),
      await kaisa.get('/fi/pikakirjaus/ilman-yhteytta'),
    ]
    expect(another.text).toBe(one.text)
    expect(one.text).not.toContain('kirjaudu-ulos')
  })

  test.each([
    ['fi', '/fi/pikakirjaus/sovellus.webmanifest', '/fi/pikakirjaus'],
    ['sv', '/sv/snabbanteckning/app.webmanifest', '/sv/snabbanteckning'],
    ['en', '/en/quick-log/app.webmanifest', '/en/quick-log'],
  ])('can be kept on a home screen in %s', async (lang, address, start) => {
    const answer = await kaisa.get(address)
    expect(answer.headers.get('content-type')).toContain('application/manifest+json')
    expect(JSON.parse(answer.text)).toMatchObject({ lang, start_url: start, display: 'standalone' })
  })
})
