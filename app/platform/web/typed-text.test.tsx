import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { orderedIds } from '../identifiers.ts'
import { languages } from '../language.ts'
import { texts } from '../../texts/index.ts'
import { requiredText } from './fields.ts'
import { formCookie, formSecretOf } from './form-cookie.ts'
import { newFormToken } from './form-token.ts'
import { done, formPage } from './page.ts'
import { anyone } from './policy.ts'
import { createSite } from './site.ts'

let store: TestDatabase
let site: ReturnType<typeof createSite>
let trouble: Error | undefined

beforeAll(async () => {
  store = await createTestDatabase()
  const now = () => new Date('2026-03-10T08:00:00Z')
  const note = formPage(
    {
      load: async () => ({}),
      form: () => z.object({ text: requiredText('fi', 'Kirjoita jotain.') }),
      view: () => ({ title: 'Muistio', body: <p /> }),
      submit: async () => done({ to: { path: '/fi' } }),
    },
    anyone,
  )
  site = createSite({
    addresses: { front: { fi: '/', sv: '/', en: '/' } },
    routes: { front: note },
    frame: ({ screen }) => <main>{screen.body}</main>,
    identify: async () => {
      if (trouble) throw trouble
      return undefined
    },
    sessionCookie: 'session',
    database: store.database,
    baseUrl: 'http://uskalla.test',
    demo: false,
    now,
    newId: orderedIds(now),
    log: () => undefined,
  } as Parameters<typeof createSite>[0])
})
afterAll(() => store.close())

const secret = formSecretOf(undefined)
const send = (lang: string, fields: Record<string, string>) =>
  site.request(`/${lang}`, {
    method: 'POST',
    body: new URLSearchParams({ _token: newFormToken(secret), ...fields }),
    headers: { cookie: `${formCookie}=${secret}` },
  })

describe('what was typed is not lost', () => {
  test.each(languages)('when the database is away, in %s', async (lang) => {
    trouble = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const answer = await send(lang, {
      text: 'Pitkä <b>teksti</b>\nkahdella rivillä',
      _key: 'avain',
      _version: '7',
    })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    const html = await answer.text()
    expect(html).toContain(texts[lang].site.busyTitle)
    expect(html).toContain('<p>Pitkä &lt;b&gt;teksti&lt;/b&gt;<br/>kahdella rivillä</p>')
    expect(html).toContain('name="text" value="Pitkä &lt;b&gt;teksti&lt;/b&gt;\nkahdella rivillä"')
    expect(html).toContain('name="_key" value="avain"')
    expect(html).toContain('name="_version" value="7"')
    expect(html).toContain(texts[lang].site.sendAgain)
  })

  test('when something breaks', async () => {
    trouble = new Error('a secret of the code')
    const answer = await send('fi', { text: 'Kirjoitettu teksti' })
    expect(answer.status).toBe(500)
    const html = await answer.text()
    expect(html).toContain('name="text" value="Kirjoitettu teksti"')
    expect(html).not.toContain('secret of the code')
  })

  test('when the form is stale it can be read, but not sent from there', async () => {
    trouble = undefined
    const answer = await send('fi', { text: 'Kirjoitettu teksti', _token: 'vanha' })
    expect(answer.status).toBe(403)
    const html = await answer.text()
    expect(html).toContain('<p>Kirjoitettu teksti</p>')
    expect(html).not.toContain('<form')
    expect(html).toContain('<a href="/fi" class="button button-primary">')
  })

  test('unless it is more than a page should carry', async () => {
    trouble = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const html = await (await send('fi', { text: 'sana '.repeat(50_000) })).text()
    expect(html.length).toBeLessThan(5_000)
  })
})
