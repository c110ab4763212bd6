import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { budgets, createLimits, type Limits } from '../platform/web/limits.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { observationsOf } from './observation-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let counted: Limits | undefined
const plates = exampleMeasure({ unit: 'kg' })
const mood = exampleMeasure({
  id: '00000000-0000-7000-8000-0000000000bb',
  name: 'Miten lounas maistui',
  unit: '',
  kind: 'faces',
})

beforeAll(async () => {
  site = await createTestSite({ limits: { take: (charges, now) => counted?.take(charges, now) } })
  kaisa = await site.browser('employee')
})
afterAll(() => site.close())

async function running(): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state: 'running',
      plan: examplePlan({ measures: [plates, mood], startsOn: '2026-03-01' }),
    }),
  )
  return id
}

const pageOf = (id: string) => `/fi/kokeilut/${id}/mittaukset/ohjelmat`

/** Makes a key on its page and reads it from there, the one time it is shown. */
async function keyFor(id: string, measureId = plates.id): Promise<string> {
  const answer = await kaisa.fillIn(pageOf(id), { measure: measureId, name: 'Keittiön vaaka' })
  expect(answer.status).toBe(200)
  return /uskalla_[\w-]{43}/.exec(answer.text)?.[0] ?? ''
}

interface Answer {
  status: number
  headers: Headers
  body: {
    stored?: number
    already_stored?: number
    replaced?: number
    detail?: string
    invalid_rows?: { row: number; id: string; field: string; reason: string }[]
  }
}

async function send(
  key: string | undefined,
  readings: unknown,
  { measureId = plates.id, query = '', headers = {} as Record<string, string> } = {},
): Promise<Answer> {
  const response = await site.site.request(
    `http://uskalla.test/api/v1/measures/${measureId}/observations${query}`,
    {
      method: 'POST',
      body: typeof readings === 'string' ? readings : JSON.stringify(readings),
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...headers,
      },
    },
  )
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}

const reading = (id: string, day = '2026-03-09', value = 2) => ({ id, day, value })
const valuesOf = async (id: string) =>
  (await observationsOf(site.database, id)).map(({ day, value, way, enteredBy }) => [
    day,
    value,
    way,
    enteredBy,
  ])

describe('a program that sends readings', () => {
  test('stores one or many with its key, and the page tells when the key was used', async () => {
    const id = await running()
    const key = await keyFor(id)
    expect((await kaisa.get(pageOf(id))).text).toContain('Ei vielä')
    const one = await send(key, { ...reading('a'), unit: 'Kg', note: 'vaaka 3' })
    expect([one.status, one.body.stored]).toEqual([201, 1])
    const many = await send(key, [reading('b', '2026-03-08', 3), reading('c', '2026-02-28', 4)])
    expect([many.status, many.body.stored]).toEqual([201, 2])
    expect(await valuesOf(id)).toEqual([
      ['2026-02-28', 4, 'api', null],
      ['2026-03-08', 3, 'api', null],
      ['2026-03-09', 2, 'api', null],
    ])
    const page = await kaisa.get(pageOf(id))
    expect(page.text).toContain('10.3.2026 klo 10.00')
    expect(page.text).not.toContain(key)
    const jobs = await site.database
      .selectFrom('log_entries')
      .select(['person_id', 'action'])
      .where('record_id', '=', id)
      .where('action', 'like', 'observations.%')
      .execute()
    expect(jobs).toEqual(
      Array.from({ length: 2 }, () => ({ person_id: null, action: 'observations.sent-by-program' })),
    )
  })

  test('may send the same again: each reading is stored once, and never under other figures', async () => {
    const id = await running()
    const key = await keyFor(id)
    await send(key, reading('a'))
    const again = await send(key, [reading('a'), reading('b', '2026-03-08')])
    expect([again.status, again.body.stored, again.body.already_stored]).toEqual([201, 1, 1])
    expect((await send(key, reading('a'))).status).toBe(200)
    const other = await send(key, reading('a', '2026-03-09', 99))
    expect(other.status).toBe(422)
    expect(other.body.invalid_rows).toEqual([
      { row: 0, id: 'a', field: 'id', reason: 'was sent before with another day, value, place or note' },
    ])
    expect(await valuesOf(id)).toHaveLength(2)
    // What people took away stays away.
    const [first] = await observationsOf(site.database, id)
    await kaisa.fillIn(`/fi/kokeilut/${id}/mittaukset/${first?.id}`, {
      act: 'remove',
      day: '8.3.2026',
      value: '2',
      why: 'Vaaka oli rikki.',
    })
    expect((await send(key, reading('b', '2026-03-08'))).body.already_stored).toBe(1)
    expect(await valuesOf(id)).toHaveLength(1)
  })

  test('gets the same answer for the same request key, ten times at once too', async () => {
    const id = await running()
    const key = await keyFor(id)
    const headers = { 'idempotency-key': 'aamu-1' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(key, [reading('a'), reading('b', '2026-03-08')], { headers })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(await valuesOf(id)).toHaveLength(2)
    expect((await send(key, [reading('c')], { headers })).status).toBe(422)
  })

  test('is told every fault of every row, and nothing is stored', async () => {
    const id = await running()
    const key = await keyFor(id)
    const answer = await send(key, [
      reading('ok'),
      reading('future', '2026-03-11'),
      reading('leap', '2026-02-29'),
      { ...reading('unit', '2026-03-07'), unit: 'g' },
      { ...reading('text', '2026-03-06'), value: '2,5' },
      { id: 'missing', day: '2026-03-05' },
      { ...reading('more', '2026-03-04'), role: 'admin' },
    ])
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body.invalid_rows?.map(({ row, field }) => [row, field])).toEqual([
      [2, 'day'],
      [4, 'value'],
      [5, 'value'],
      [6, 'role'],
    ])
    const shaped = await send(key, [
      reading('ok'),
      reading('future', '2026-03-11'),
      { ...reading('unit', '2026-03-07'), unit: 'g' },
      reading('ok', '2026-03-06'),
    ])
    expect(shaped.body.invalid_rows?.map(({ row, id: name, field }) => [row, name, field])).toEqual([
      [1, 'future', 'day'],
      [2, 'unit', 'unit'],
      [3, 'ok', 'id'],
    ])
    expect(await valuesOf(id)).toEqual([])
  })

  test('is asked what to do with a day that has a reading; readings are never added up', async () => {
    const id = await running()
    const key = await keyFor(id)
    await send(key, reading('a'))
    const asked = await send(key, reading('b', '2026-03-09', 5))
    expect(asked.status).toBe(422)
    expect(asked.body.invalid_rows?.[0]?.reason).toContain('same_day=replace or same_day=keep')
    expect((await send(key, reading('b', '2026-03-09', 5), { query: '?same_day=keep' })).status).toBe(201)
    expect((await valuesOf(id)).map(([, value]) => value)).toEqual([2, 5])
    const replaced = await send(key, reading('c', '2026-03-09', 7), { query: '?same_day=replace' })
    expect(replaced.body.replaced).toBe(2)
    expect((await valuesOf(id)).map(([, value]) => value)).toEqual([7])
    expect((await send(key, reading('d'), { query: '?same_day=sum' })).status).toBe(400)
  })

  test('sends many faces a day, but only faces', async () => {
    const id = await running()
    const key = await keyFor(id, mood.id)
    const faces = await send(key, [reading('a', '2026-03-09', 1), reading('b', '2026-03-09', 3)], {
      measureId: mood.id,
    })
    expect(faces.body.stored).toBe(2)
    expect((await send(key, reading('c', '2026-03-09', 4), { measureId: mood.id })).status).toBe(422)
  })

  test.each([
    ['no JSON', '{"id":', {}, 400],
    ['bytes that are no text', '\ud800', {}, 400],
    ['nothing', '[]', {}, 400],
    [
      'too many readings',
      JSON.stringify(Array.from({ length: 1_001 }, (_, index) => reading(String(index)))),
      {},
      400,
    ],
    ['too many bytes', `"${'a'.repeat(1_000_001)}"`, {}, 413],
    ['a form', 'id=a&day=2026-03-09', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['NUL', JSON.stringify(reading('a\0')), {}, 422],
  ])('that sends %s is told so', async (_, body, headers, status) => {
    const id = await running()
    const key = await keyFor(id)
    expect((await send(key, body, { headers })).status).toBe(status)
    expect(await valuesOf(id)).toEqual([])
  })
})

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
