import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../database/test-database.ts'
import { keepPages, visibleState } from './kept-pages.ts'

let made = 0
let state = ''
let now = new Date('2026-03-10T08:00:00Z')
let site: Hono

beforeEach(() => {
  made = 0
  state = '967:967:'
  site = new Hono()
  site.use(keepPages({ seen: async () => state, now: () => now, personal: ['session'], mostBytes: 4_000 }))
  site.get('/fi/kokeilut', (context) => {
    made += 1
    context.header('Content-Language', 'fi')
    return context.html(`<h1>Kokeilut</h1><p>${made}</p>`)
  })
  site.get('/fi/palaute', (context) =>
    context.html(`<input type="hidden" name="_key" value="${(made += 1)}">`),
  )
  site.get('/fi/poissa', (context) => context.html(`<p>Ei ole ${(made += 1)}</p>`, 404))
  site.get('/fi/pitka/:which', (context) => {
    made += 1
    return context.html(Array.from({ length: 400 }, () => Math.random()).join(' '))
  })
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  site.request(path, { headers: { 'accept-encoding': 'gzip, br', ...headers } })

async function textOf(response: Response): Promise<string> {
  const stream = response.body?.pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).text()
}

describe('pages for strangers', () => {
  test('are made once while nothing changes', async () => {
    const first = await ask('/fi/kokeilut')
    const second = await ask('/fi/kokeilut')
    expect(made).toBe(1)
    expect(second.status).toBe(200)
    expect(second.headers.get('content-language')).toBe('fi')
    expect(await textOf(second)).toBe(await textOf(first))
  })

  test('are made anew after any change in the database', async () => {
    await ask('/fi/kokeilut')
    state = '968:968:'
    expect(await textOf(await ask('/fi/kokeilut'))).toContain('<p>2</p>')
  })

  test('are made anew when the minute is over, since pages tell what day it is', async () => {
    await ask('/fi/kokeilut')
    now = new Date(now.getTime() + 60_000)
    await ask('/fi/kokeilut')
    expect(made).toBe(2)
  })

  test('that many ask for at once are made once', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask('/fi/kokeilut')))
    expect(made).toBe(1)
    expect(await Promise.all(answers.map(textOf))).toEqual(
      Array.from({ length: 16 }, () => '<h1>Kokeilut</h1><p>1</p>'),
    )
  })

  test('are not sent again to a browser that has the same one', async () => {
    const etag = (await ask('/fi/kokeilut')).headers.get('etag') ?? ''
    const again = await ask('/fi/kokeilut', { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('are kept by their whole address', async () => {
    await ask('/fi/kokeilut?page=1')
    await ask('/fi/kokeilut?page=2')
    expect(made).toBe(2)
  })
})

describe('what is never kept', () => {
  test('a page for somebody with a session', async () => {
    await ask('/fi/kokeilut')
    const own = await ask('/fi/kokeilut', { cookie: 'session=abc' })
    expect(await own.text()).toContain('<p>2</p>')
    expect(await textOf(await ask('/fi/kokeilut'))).toContain('<p>1</p>')
  })

  test('a page with a form, whose key works once', async () => {
    await ask('/fi/palaute')
    await ask('/fi/palaute')
    expect(made).toBe(2)
  })

  test('a page that is not there', async () => {
    expect((await ask('/fi/poissa')).status).toBe(404)
    await ask('/fi/poissa')
    expect(made).toBe(2)
  })

  test('more than there is room for: what was not asked for longest goes first', async () => {
    await ask('/fi/pitka/a')
    await ask('/fi/pitka/b')
    await ask('/fi/pitka/b')
    expect(made).toBe(2)
    await ask('/fi/pitka/a')
    expect(made).toBe(3)
  })
})

test('the visible state changes with every change that is made and kept, whoever made it', async () => {
  const { database, close } = await createTestDatabase()
  const before = await visibleState(database)
  await database
    .insertInto('submissions')
    .values({ key: crypto.randomUUID(), location: null, notice: null })
    .execute()
  expect(await visibleState(database)).not.toBe(before)
  await close()
})
