import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgets, createLimits, type Limits } from '../platform/web/limits.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { mood, pageOf, plates, programsAt, reading } from '../test-programs.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let counted: Limits | undefined
let running: ReturnType<typeof programsAt>['running']
let keyFor: ReturnType<typeof programsAt>['keyFor']
let send: ReturnType<typeof programsAt>['send']
let valuesOf: ReturnType<typeof programsAt>['valuesOf']

beforeAll(async () => {
  site = await createTestSite({ limits: { take: (charges, now) => counted?.take(charges, now) } })
  kaisa = await site.browser('employee')
  ;({ running, keyFor, send, valuesOf } = programsAt(site, kaisa))
})
afterAll(() => site.close())

describe('a key', () => {
  test('is good for its own measure and nothing else', async () => {
    const [id, other] = [await running(), await running()]
    const key = await keyFor(id)
    expect((await send(key, reading('a'), { measureId: mood.id })).status).toBe(403)
    expect((await send(key, reading('a'))).status).toBe(201)
    expect(await valuesOf(other)).toEqual([])
    const authorization = `Bearer ${key}`
    const stranger = await site.browser()
    for (const path of [pageOf(id), '/fi/omat', `/fi/kokeilut/${id}/mittaukset/tiedosto`]) {
      const answer = await stranger.send(path, { headers: { authorization } })
      expect([path, answer.status]).toEqual([path, 303])
    }
    const posted = await stranger.send(`/fi/kokeilut/${id}/mittaukset`, {
      method: 'POST',
      body: `measure=${plates.id}&day=9.3.2026&value=1`,
      headers: {
        authorization,
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://uskalla.test',
      },
    })
    expect(posted.status).toBe(403)
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await stranger.send(`/api/v1/measures/${plates.id}/observations`, {
        method,
        headers: { authorization },
      })
      expect([method, answer.status]).toEqual([method, 405])
    }
  })

  test.each([
    ['none', undefined],
    ['another', `uskalla_${'a'.repeat(43)}`],
    ['no key', "' or 1=1 --"],
  ])('that is %s is refused', async (_, key) => {
    const answer = await send(key, reading('a'))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  })

  test('is not taken from the address or the body, and stands in no log, no answer and no table', async () => {
    const id = await running()
    const key = await keyFor(id)
    expect((await send(undefined, reading('a'), { query: `?token=${key}` })).status).toBe(401)
    site.lines.length = 0
    await send(key, reading('a'))
    await send(`${key}x`, reading('a'))
    expect(JSON.stringify(site.lines)).not.toContain(key)
    const { rows } = await site.database
      .selectFrom('measure_tokens')
      .selectAll()
      .execute()
      .then((all) => ({ rows: all }))
    expect(JSON.stringify(rows)).not.toContain(key)
  })

  test('stops when somebody of the municipality takes it out of use, and when the trial is decided on', async () => {
    const id = await running()
    const [first, second] = [await keyFor(id), await keyFor(id)]
    const page = await kaisa.get(pageOf(id))
    const tokenId = /name="end" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const elsewhere = await site.browser('ambassador')
    expect((await elsewhere.post(pageOf(id), { end: tokenId })).status).toBe(403)
    const colleague = await site.browser('colleague')
    expect((await colleague.fillIn(pageOf(id), { end: tokenId })).status).toBe(303)
    expect((await send(first, reading('a'))).status).toBe(401)
    expect((await send(second, reading('a'))).status).toBe(201)
    await site.database.updateTable('experiments').set({ state: 'decided' }).where('id', '=', id).execute()
    expect((await send(second, reading('b', '2026-03-08'))).status).toBe(403)
    expect((await kaisa.get(pageOf(id))).status).toBe(403)
  })

  test('that sends without a pause must wait, and so must whoever tries keys', async () => {
    const id = await running()
    const key = await keyFor(id)
    counted = createLimits({ ...budgets, 'readings by key': { burst: 2, perMinute: 1 } })
    const statuses: number[] = []
    for (let sent = 0; sent < 3; sent++) statuses.push((await send(key, reading('a'))).status)
    expect(statuses).toEqual([201, 200, 429])
    counted = createLimits({ ...budgets, 'wrong-key by network': { burst: 1, perMinute: 1 } })
    expect((await send('uskalla_x', reading('a'))).status).toBe(401)
    const tried = await send('uskalla_x', reading('a'))
    expect(tried.status).toBe(429)
    expect(Number(tried.headers.get('retry-after'))).toBeGreaterThan(0)
    counted = undefined
  })

  test('cannot be used from a page of another site', async () => {
    const id = await running()
    const key = await keyFor(id)
    const answer = await send(key, reading('a'), { headers: { origin: 'https://evil.example' } })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const asked = await site.site.request(`http://uskalla.test/api/v1/measures/${plates.id}/observations`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(asked.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
