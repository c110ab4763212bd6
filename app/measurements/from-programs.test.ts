import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { readingsAsEntered } from './observation-store.ts'
import { mood, pageOf, programsAt, reading } from '../test-programs.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let running: ReturnType<typeof programsAt>['running']
let keyFor: ReturnType<typeof programsAt>['keyFor']
let send: ReturnType<typeof programsAt>['send']
let valuesOf: ReturnType<typeof programsAt>['valuesOf']

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  ;({ running, keyFor, send, valuesOf } = programsAt(site, kaisa))
})
afterAll(() => site.close())

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
    const [first] = await readingsAsEntered(site.database, id)
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
