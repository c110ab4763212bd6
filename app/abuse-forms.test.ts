import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { largestBodyBytes } from './platform/web/form-values.ts'
import { newFormToken } from './platform/web/form-token.ts'
import { pathTo } from './platform/web/address.ts'
import { type addresses, routes } from './site.ts'
import { fieldsOnPage } from './test-bodies.ts'
import { openForms } from './test-forms.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'
import { texts } from './texts/index.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

type Name = keyof typeof addresses
const formNames = (Object.keys(routes) as Name[]).filter((name) => routes[name].kind === 'form')
const asForm = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://uskalla.test' }
const { site: words, form: formWords } = texts.fi

/** A form that somebody may send, opened, with everything that stands in its fields. */
async function opened(name: Name, way = 0) {
  const open = openForms[name]?.[way]
  if (!open) throw new Error(`nothing opens the form ${name}`)
  const { who, parameters, query, formSecret } = await open(site)
  const browser = await site.browser(who, formSecret)
  const path = pathTo('fi', name, parameters, query)
  const page = await browser.get(path)
  expect(page.status, path).toBe(200)
  return { browser, path, html: page.text, fields: firstValues(page.text, path) }
}

/** What stands in the fields: the first value that the page offers for each, a text where it offers none. */
function firstValues(html: string, path: string): Record<string, string> {
  return Object.fromEntries(
    [...fieldsOnPage(html, path)].map(([name, offered]): [string, string] => [name, offered[0] ?? 'teksti']),
  )
}

/** Everything that a refused form could have changed. */
async function traces(): Promise<unknown> {
  const { database } = site
  const count = async (table: 'log_entries' | 'submissions' | 'mails') =>
    (
      await database
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('rows'))
        .executeTakeFirst()
    )?.rows
  return [await count('log_entries'), await count('submissions'), await count('mails')]
}

async function changesNothing<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const before = await traces()
  const answer = await act()
  expect(await traces()).toEqual(before)
  return answer
}

/** Sends exactly this, with the browser's cookies and nothing added. */
function raw(browser: TestBrowser, path: string, fields: Record<string, string>, headers = {}) {
  const body = new URLSearchParams(fields).toString()
  return browser.send(path, { method: 'POST', body, headers: { ...asForm, ...headers } })
}

describe.each(formNames)('the form %s', (name) => {
  test('abuse-19 takes nothing without its token, with another’s, or from elsewhere', async () => {
    const { browser, path, fields } = await opened(name)
    const somebodyElse = await site.browser('researcher')
    const forged: [Record<string, string>, Record<string, string>][] = [
      [{}, {}],
      [{ _token: '' }, {}],
      [{ _token: somebodyElse.token() }, {}],
      [{ _token: newFormToken('a guess') }, {}],
      [{ _token: `${browser.token().slice(0, -1)}-` }, {}],
      [{ _token: browser.token() }, { 'sec-fetch-site': 'cross-site' }],
      [{ _token: browser.token() }, { 'sec-fetch-site': 'same-site' }],
      [{ _token: browser.token() }, { origin: 'https://uskalla.test.evil.example' }],
    ]
    for (const [token, headers] of forged) {
      const answer = await changesNothing(() => raw(browser, path, { ...fields, ...token }, headers))
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('<h1>')
    }
    const nobody = await site.browser()
    const without = await changesNothing(() => raw(nobody, path, { ...fields, _token: browser.token() }))
    expect(without.status).toBe(403)
  })

  test('abuse-47 takes its own fields and no others', async () => {
    for (const [way] of (openForms[name] ?? []).entries()) {
      const { browser, path, fields } = await opened(name, way)
      const extra = [
        'role',
        'tenant_id',
        'municipality_code',
        'featured',
        'published_at',
        'frozen',
        'state',
        'id',
      ]
      // A form that asks for one of them has it as a field of its own: whom it takes it from is its policy's business.
      const { text } = await browser.get(path)
      for (const field of extra.filter((one) => !text.includes(`name="${one}"`))) {
        const answer = await changesNothing(() => browser.post(path, { ...fields, [field]: '1' }))
        expect([field, answer.status]).toEqual([field, 400])
        expect(answer.text).toContain(words.unknownFieldTitle)
      }
      const answer = await browser.post(path, fields)
      expect([200, 303, 422], `${path} ${Object.keys(fields).join()}`).toContain(answer.status)
    }
  })

  test('abuse-34 abuse-58 refuses what is longer than it says, however long', async () => {
    const { browser, path, html, fields } = await opened(name)
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    const limited = [...main.matchAll(/<(?:input|textarea)\b[^>]*\bmaxlength="(\d+)"[^>]*>/g)].flatMap(
      ([tag, longest]) => {
        const field = /\bname="([^"]+)"/.exec(tag)?.[1]
        return field === undefined || !(field in fields) ? [] : [{ field, longest: Number(longest) }]
      },
    )
    for (const { field, longest } of limited)
      for (const length of [longest + 1, longest * 10, longest * 1_000]) {
        const answer = await changesNothing(() =>
          browser.post(path, { ...fields, [field]: 'a'.repeat(length) }),
        )
        expect([field, length, answer.status]).toEqual([field, length, length < largestBodyBytes ? 422 : 413])
        if (answer.status === 422) expect(answer.text).toMatch(/class="field-problem"/)
      }
    // Choices and ticks have no length to state: whatever comes for them, nothing of it is kept.
    for (const field of Object.keys(fields)) {
      const form = await opened(name)
      const answer = await form.browser.post(form.path, {
        ...form.fields,
        [field]: 'ylipitkä'.repeat(25_000),
      })
      expect([200, 303, 409, 422], field).toContain(answer.status)
      if (answer.status !== 303) continue
      const shown = await form.browser.follow(answer)
      expect(shown.text, field).not.toContain('ylipitkäylipitkä')
    }
    const heavy = await changesNothing(() =>
      browser.send(path, { method: 'POST', body: `a=${'a'.repeat(10_000_000)}`, headers: asForm }),
    )
    expect(heavy.status).toBe(413)
  })

  test('abuse-23 abuse-57 takes no files but the one it asks for, and none that is something else', async () => {
    const { browser, path, fields } = await opened(name)
    const body = new FormData()
    for (const [field, value] of Object.entries({ ...fields, _token: browser.token() }))
      body.set(field, value)
    const taken = routes[name].file?.field
    body.set(taken ?? 'file', new File(['<svg onload=alert(1)>'], '../"><img src=x>\u202egnp.svg'))
    const request = new Request(`http://uskalla.test${path}`, { method: 'POST', body })
    const answer = await changesNothing(async () =>
      browser.send(path, {
        method: 'POST',
        body: await request.arrayBuffer(),
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
      }),
    )
    expect(answer.status).toBe(taken ? 422 : 415)
    if (!taken) expect(answer.text).toContain(words.filesTitle)
    expect(answer.text).not.toContain('onload')
  })
})

describe('pressed two hundred times at once', () => {
  test('abuse-16 an offer of hours counts once, under one key or many', async () => {
    const form = await opened('offer-hours')
    const key = site.newId()
    const sent = Array.from({ length: 200 }, (_, index) =>
      form.browser.post(form.path, {
        ...form.fields,
        _key: index % 2 === 0 ? key : site.newId(),
        hours: form.fields.hours ?? '2',
      }),
    )
    const answers = await Promise.all(sent)
    expect(answers.filter((answer) => answer.status === 303).length).toBeGreaterThan(0)
    expect(answers.filter((answer) => ![303, 422, 503].includes(answer.status))).toEqual([])
    const id = form.path.split('/')[3] ?? ''
    const offers = await site.database
      .selectFrom('hour_offers')
      .select('person_id')
      .where('idea_id', '=', id)
      .execute()
    expect(offers).toHaveLength(1)
    const page = await form.browser.get(pathTo('fi', 'idea', { id }))
    expect(page.status).toBe(200)
  })

  test('abuse-16 an idea under one key is told once', async () => {
    const { browser, path, fields } = await opened('tell-idea')
    const key = site.newId()
    const once = { ...fields, problem: 'Kerran vain.', trial: 'Kokeillaan kerran.', forWhom: 'Kaikille.' }
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => browser.post(path, { ...once, _key: key })),
    )
    expect(new Set(answers.flatMap((answer) => answer.location ?? [])).size).toBe(1)
    const told = await site.database
      .selectFrom('ideas')
      .select('id')
      .where('problem', '=', 'Kerran vain.')
      .execute()
    expect(told).toHaveLength(1)
  })
})

describe('a form that comes back', () => {
  test('says in which field there is too much, and how much', async () => {
    const { browser, path, fields } = await opened('write-lesson')
    const answer = await browser.post(path, { ...fields, worked: 'a'.repeat(2_001) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(formWords.tooLong(2_000, 2_001))
  })
})
