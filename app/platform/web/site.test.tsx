import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asSystem } from '../database/acting.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { orderedIds } from '../identifiers.ts'
import { languages } from '../language.ts'
import { record } from '../log/log.ts'
import { texts } from '../../texts/index.ts'
import { formCookie, formSecretOf } from './form-cookie.ts'
import { newFormToken } from './form-token.ts'
import { largestBodyBytes } from './form-values.ts'
import { requiredText } from './fields.ts'
import { done, formPage, type FormPage, page, refuse } from './page.ts'
import { anyone, signedIn } from './policy.ts'
import { createSite, type LogLine, type SiteParts } from './site.ts'

const addresses = {
  front: { fi: '/', sv: '/', en: '/' },
  'sign-in': { fi: '/kirjaudu', sv: '/logga-in', en: '/sign-in' },
  note: { fi: '/muistio/:id', sv: '/anteckning/:id', en: '/note/:id' },
  own: { fi: '/oma', sv: '/egen', en: '/own' },
}
const notePaths = { fi: 'muistio', sv: 'anteckning', en: 'note' }
const id = '01900000-0000-7000-8000-0000000000aa'
const baseUrl = 'http://uskalla.test'

/** A form that writes one line into the log, and then does as its text says. */
const note: FormPage<{ id: string }, { text: string }> = {
  load: async (visit) =>
    visit.parameters.id?.endsWith('ff') ? undefined : { id: visit.parameters.id ?? '' },
  form: (lang) => z.object({ text: requiredText(lang, 'Kirjoita jotain.') }),
  version: () => 7,
  view: ({ form }) => ({
    title: 'Muistio',
    body: (
      <form method="post">
        <input type="hidden" name="_token" value={form.submission.token} />
        {form.problems.map((problem) => (
          <p>{`${problem.field}: ${problem.text}`}</p>
        ))}
        <textarea name="text">{form.values.get('text')}</textarea>
        <p>{form.theirs?.text ?? ''}</p>
        <input type="hidden" name="_version" value={String(form.submission.version ?? '')} />
      </form>
    ),
  }),
  submit: async (database, { visit, input, version }) => {
    await record(database, {
      chain: '000',
      action: 'note.written',
      recordKind: 'note',
      recordId: id,
      personId: null,
      requestId: visit.requestId,
      at: visit.now,
      after: { text: input.text, version },
    })
    if (input.text === 'refuse') return refuse('text', 'Ei nyt.')
    if (input.text === 'conflict') return { ok: false, problems: [], theirs: { text: 'Toisen teksti' } }
    if (input.text === 'break') throw new Error('a secret of the code, told to liisa@keitele.example')
    return done({ to: { path: '/fi' }, notice: `Tallennettu: ${input.text}` })
  },
}

const front = page(
  { load: async () => ({}), view: () => ({ title: 'Etusivu', body: <h1>Etusivu</h1> }) },
  anyone,
)

let store: TestDatabase
let lines: LogLine[] = []
let parts: SiteParts
let site: ReturnType<typeof createSite>

beforeAll(async () => {
  store = await createTestDatabase()
  const now = () => new Date('2026-03-10T08:00:00Z')
  parts = {
    addresses,
    routes: { front, 'sign-in': front, note: formPage(note, anyone), own: formPage(note, signedIn) },
    frame: ({ screen, visit, notice }) => (
      <html lang={visit.lang}>
        <title>{screen.title}</title>
        <body>
          <p>{notice ?? ''}</p>
          {screen.body}
        </body>
      </html>
    ),
    identify: async () => undefined,
    sessionCookie: 'session',
    database: store.database,
    baseUrl,
    demo: false,
    now,
    newId: orderedIds(now),
    log: (line) => lines.push(line),
  }
  site = createSite(parts)
})
afterAll(() => store.close())
beforeEach(() => {
  lines = []
})

const sentAsForm = { 'content-type': 'application/x-www-form-urlencoded' }
const pathIn = (lang: 'fi' | 'sv' | 'en') => `/${lang}/${notePaths[lang]}/${id}`

const browserOfTests = formSecretOf(undefined)
const cookie = `${formCookie}=${browserOfTests}`
const token = () => newFormToken(browserOfTests)

async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return site.request(`${baseUrl}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ _token: token(), ...fields }).toString(),
    headers: { ...sentAsForm, cookie, ...headers },
  })
}

async function written(): Promise<number> {
  const lines = await asSystem(store.database, (transaction) =>
    transaction.selectFrom('log_entries').select('position').execute(),
  )
  return lines.length
}

async function leavesNothing(act: () => Promise<Response>): Promise<Response> {
  const before = await written()
  const answer = await act()
  expect(await written()).toBe(before)
  return answer
}

describe.each(languages)('calm pages in %s', (lang) => {
  const words = texts[lang].site

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://muualla.test' }],
    ['an unknown origin', { origin: 'null' }],
  ])('a form sent from %s is refused', async (_, headers) => {
    const answer = await leavesNothing(() => send(pathIn(lang), { text: 'Hei' }, headers))
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain(words.crossSiteTitle)
  })

  test('a body that is too large, whether it says so or not', async () => {
    const large = `text=${'a'.repeat(largestBodyBytes)}`
    for (const body of [large, new Blob([large]).stream()]) {
      const answer = await leavesNothing(async () =>
        site.request(
          new Request(`${baseUrl}${pathIn(lang)}`, {
            method: 'POST',
            body,
            headers: sentAsForm,
            duplex: 'half',
          } as RequestInit),
        ),
      )
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain(words.tooLargeTitle)
    }
  })

  test('a body in another form, or with thousands of fields', async () => {
    for (const [body, type] of [
      ['{"text":"Hei"}', 'application/json'],
      ['text=Hei', 'text/plain'],
      [Array.from({ length: 2_001 }, () => 'a=1').join('&'), sentAsForm['content-type']],
    ] as const) {
      const answer = await leavesNothing(async () =>
        site.request(pathIn(lang), { method: 'POST', body, headers: { 'content-type': type } }),
      )
      expect(answer.status).toBe(415)
      expect(await answer.text()).toContain(words.unreadableTitle)
    }
  })

  test('a method that the page does not know', async () => {
    const put = await leavesNothing(async () => site.request(pathIn(lang), { method: 'PUT' }))
    expect(put.status).toBe(405)
    expect(put.headers.get('allow')).toBe('GET, HEAD, POST')
    const posted = await leavesNothing(() => send(`/${lang}`, { text: 'Hei' }))
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET, HEAD')
    expect(await posted.text()).toContain(words.wrongMethodTitle)
  })

  test('no such page, no such id, no such record', async () => {
    for (const path of [
      `/${lang}/ei-ole`,
      `/${lang}/${notePaths[lang]}/123`,
      `/${lang}/${notePaths[lang]}/${id.slice(0, -2)}ff`,
      `/${lang}/%E0%A4%A`,
    ]) {
      const answer = await site.request(path)
      expect(answer.status, path).toBe(404)
      expect(await answer.text()).toContain(words.notFoundTitle)
    }
    expect((await send(`/${lang}/${notePaths[lang]}/${id.slice(0, -2)}ff`, { text: 'Hei' })).status).toBe(404)
  })

  test('something broken gives a code for the operator and shows nothing of the code', async () => {
    const answer = await leavesNothing(() => send(pathIn(lang), { text: 'break' }))
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).toContain(words.brokenTitle)
    expect(text).toContain(answer.headers.get('x-request-id'))
    expect(text).not.toContain('a secret of the code')
    const line = lines.find(({ event }) => event === 'failure')
    expect(line).toMatchObject({ requestId: answer.headers.get('x-request-id') })
    expect(line?.['error']).toMatch(/a secret of the code, told to …/)
  })
})

describe('a form', () => {
  test('sent twice at once does its work once and leads to the same place', async () => {
    const before = await written()
    const fields = { text: 'Kerran', _key: parts.newId() }
    const answers = await Promise.all([send(pathIn('fi'), fields), send(pathIn('fi'), fields)])
    expect(answers.map((answer) => [answer.status, answer.headers.get('location')])).toEqual([
      [303, '/fi'],
      [303, '/fi'],
    ])
    expect(await written()).toBe(before + 1)
    const later = await send(pathIn('fi'), fields)
    expect(later.headers.getSetCookie().join()).toContain(encodeURIComponent('Tallennettu: Kerran'))
    expect(await written()).toBe(before + 1)
  })

  test('that was refused leaves nothing, not even its key', async () => {
    const key = parts.newId()
    const refused = await leavesNothing(() => send(pathIn('fi'), { text: 'refuse', _key: key }))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('text: Ei nyt.')
    const kept = await store.database.selectFrom('submissions').select('key').where('key', '=', key).execute()
    expect(kept).toEqual([])
    expect((await send(pathIn('fi'), { text: 'Nyt', _key: key })).status).toBe(303)
  })

  test('keeps what was typed when something is missing or cannot be read', async () => {
    const empty = await leavesNothing(() => send(pathIn('fi'), { text: '  ' }))
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('text: Kirjoita jotain.')
    const odd = await leavesNothing(() => send(pathIn('sv'), { text: '<b>Hej</b>\0' }))
    const shown = await odd.text()
    expect(shown).toContain(texts.sv.form.unreadable)
    expect(shown).toContain('&lt;b&gt;Hej&lt;/b&gt;\ufffd')
  })

  test('shows both texts after a conflict, with the version to go on from', async () => {
    const answer = await leavesNothing(() => send(pathIn('en'), { text: 'conflict', _version: '3' }))
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toContain('Toisen teksti')
    expect(text).toContain('conflict</textarea>')
    expect(text).toContain('name="_version" value="7"')
    expect(text).toContain(texts.en.site.conflict)
  })

  test('says once what was done', async () => {
    const sent = await send(pathIn('fi'), { text: 'Valmis' })
    const [cookie = ''] = sent.headers.getSetCookie()
    const shown = await site.request('/fi', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(await shown.text()).toContain('Tallennettu: Valmis')
    expect(shown.headers.getSetCookie().join()).toContain('Max-Age=0')
  })

  test('for those who have signed in leads others to sign in', async () => {
    const opened = await site.request('/sv/egen')
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/sv/logga-in?next=%2Fsv%2Fegen'])
    const sent = await leavesNothing(() => send('/sv/egen', { text: 'Hej' }))
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sv/logga-in'])
  })
})

describe('every answer', () => {
  test('allows no code but the site’s own and cannot be framed', async () => {
    const headers = (await site.request('/fi')).headers
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-language')).toBe('fi')
  })

  test('the front door opens in the language that the browser asks for', async () => {
    const open = async (wish: string) =>
      (await site.request('/', { headers: { 'accept-language': wish } })).headers.get('location')
    expect(await open('sv-FI, fi;q=0.8')).toBe('/sv')
    expect(await open('de, en;q=0.5, fi;q=0.2')).toBe('/en')
    expect(await open('de')).toBe('/fi')
  })
})
