import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from './front/index.ts'
import { createTestSite } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
  await loadContent(site.database, {
    demo: false,
    now: site.clock.now,
    newId: site.newId,
    baseUrl: 'http://uskalla.test',
  })
})
afterAll(() => site.close())

const ask = (path: string, init: RequestInit = {}) =>
  site.site.request(`http://uskalla.test/api/v1${path}`, init)

describe('faulty questions', () => {
  test.each([
    ['/experiments?page=0', 'page'],
    ['/experiments?per_page=101', 'per_page'],
    ['/experiments?per_page=1e1', 'per_page'],
    ['/experiments?state=begun', 'state'],
    ['/experiments?municipality=Keitele', 'municipality'],
    ['/experiments?muncipality=239', 'muncipality'],
    ['/experiments?year=2020&year=2021', 'year'],
    ['/experiments/17', 'id'],
    ['/lessons?outcome=good', 'outcome'],
    ['/municipalities/5', 'code'],
    ['/municipalities?lang=de', 'lang'],
    ['/search', 'q'],
    ['/search?q=%20', 'q'],
    ['/search?q=a%00b', 'q'],
    ['/search?q=ruoka&limit=0', 'limit'],
  ])('%s is answered with 400 that names %s', async (path, name) => {
    const response = await ask(path)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as { status: number; invalid_parameters: { name: string }[] }
    expect(problem.status).toBe(400)
    expect(problem.invalid_parameters.map((one) => one.name)).toEqual([name])
  })

  test.each(['/nothing', '/municipalities/588', '/experiments/01900000-0000-7000-8000-00000000ffff'])(
    '%s is not found',
    async (path) => {
      const response = await ask(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
    },
  )

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not allowed', async (method) => {
    const response = await ask('/experiments', { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('whatever is asked, the answer is JSON and never a failure of ours', async () => {
    const paths = fc.constantFrom('/search', '/experiments', '/lessons', '/municipalities')
    const names = fc.constantFrom('q', 'lang', 'limit', 'page', 'per_page', 'year', 'theme', 'municipality')
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('1', '2', '100', '239', 'fi', 'food', '99999', "'; drop table"),
    )
    await fc.assert(
      fc.asyncProperty(paths, fc.array(fc.tuple(names, values), { maxLength: 4 }), async (path, asked) => {
        const response = await ask(`${path}?${new URLSearchParams(asked)}`)
        expect([200, 400]).toContain(response.status)
        expect(response.headers.get('content-type')).toMatch(/json/)
        JSON.parse(await response.text())
      }),
      { numRuns: 150 },
    )
  })
})

describe('caching and other sites', () => {
  test('what has not changed is answered with 304 and nothing else', async () => {
    const first = await ask('/experiments?municipality=139')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[^"]+"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    const again = await ask('/experiments?municipality=139', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(tag)
    const weak = await ask('/experiments?municipality=139', { headers: { 'if-none-match': `W/${tag}` } })
    expect(weak.status).toBe(304)
    const other = await ask('/experiments?municipality=239', { headers: { 'if-none-match': tag } })
    expect(other.status).toBe(200)
  })

  test('any site may read, and only read', async () => {
    const headers = { origin: 'https://elsewhere.example' }
    expect((await ask('/lessons', { headers })).headers.get('access-control-allow-origin')).toBe('*')
    const asked = await ask('/lessons', {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    })
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET,HEAD,OPTIONS')
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('HEAD has the headers without the body', async () => {
    const head = await ask('/lessons', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe((await ask('/lessons')).headers.get('etag'))
    expect(await head.text()).toBe('')
  })
})

describe('the page for people', () => {
  test.each([
    ['/fi/rajapinta', 'Avoin rajapinta'],
    ['/sv/granssnitt', 'Öppet gränssnitt'],
    ['/en/api', 'Open API'],
  ])('%s explains with examples that work', async (path, title) => {
    const page = await (await site.browser()).get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain(title)
    expect(page.text).toContain('href="/api/v1/openapi.json"')
    const examples = [
      ...page.text.matchAll(/(http:\/\/uskalla\.test\/api\/v1[^<'&]*(?:&amp;[^<'&]*)*)/g),
    ].filter(
      // Where programs send readings nobody can ask without a key.
      ([address]) => !address.includes('/measures/'),
    )
    expect(examples.length).toBe(4)
    for (const [address] of examples)
      expect((await site.site.request(address.replaceAll('&amp;', '&'))).status, address).toBe(200)
  })

  test('the address of the interface leads to it', async () => {
    const answer = await ask('', { headers: { 'accept-language': 'sv' } })
    expect(answer.headers.get('location')).toBe('/sv/granssnitt')
  })
})
