import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSecret } from './own-data/secret.ts'
import { examplePeopleOfTrial as people, sessionCookie } from './people/index.ts'
import { canonicalMailAddress } from './platform/mail/mail-address.ts'
import { pathTo } from './platform/web/address.ts'
import { languages } from './platform/language.ts'
import { zip } from './platform/zip.ts'
import { unzip } from './platform/unzip.ts'
import { openForms } from './test-forms.ts'
import { plates, programsAt, reading } from './test-programs.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let programs: ReturnType<typeof programsAt>

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  programs = programsAt(site, kaisa)
})
afterAll(() => site.close())

/** Names that would change every object, if what was sent were copied into one. */
const polluting = ['__proto__', 'constructor', 'prototype', 'toString']

describe('abuse-47 what phones and programs send', () => {
  test.each(polluting)('holds no %s, however deep, and changes no object', async (name) => {
    const id = await programs.running()
    const key = await programs.keyFor(id)
    const one = JSON.stringify(reading('a')).slice(0, -1)
    for (const body of [
      `${one},"${name}":{"polluted":true}}`,
      `[${one},"${name}":"x"}]`,
      `{"${name}":${JSON.stringify(reading('a'))}}`,
    ]) {
      const answer = await programs.send(key, body)
      expect([body, answer.status]).toEqual([body, 422])
    }
    expect(await programs.valuesOf(id)).toEqual([])
    const headers = {
      'content-type': 'application/json',
      'x-uskalla-log': '1',
      'sec-fetch-site': 'same-origin',
    }
    const owner = /data-owner="([\w-]{43})"/.exec((await kaisa.get('/fi/pikakirjaus')).text)?.[1] ?? ''
    expect(owner).not.toBe('')
    for (const body of [`{"owner":"${owner}","entry":{"${name}":{}},"${name}":{}}`, `{"${name}":{}}`]) {
      const answer = await kaisa.send('/pikakirjaus/merkinnat/fi', { method: 'POST', headers, body })
      expect([body, answer.status]).toEqual([body, 400])
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a form may be called by those names and is refused for it', async () => {
    for (const name of polluting) {
      const answer = await kaisa.post('/fi/ideat/kerro', { [name]: 'x', problem: 'Ruokaa jää.' })
      expect([name, answer.status]).toEqual([name, 400])
    }
  })

  test('no session stands for a key and no key for a session, wherever it is put', async () => {
    const id = await programs.running()
    const key = await programs.keyFor(id)
    const path = `/api/v1/measures/${plates.id}/observations`
    const asPerson = await kaisa.send(path, {
      method: 'POST',
      body: JSON.stringify(reading('a')),
      headers: { 'content-type': 'application/json', origin: 'http://uskalla.test' },
    })
    expect([401, 404]).toContain(asPerson.status)
    const stranger = await site.browser()
    const asProgram = await stranger.send('/pikakirjaus/merkinnat/fi', {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        'x-uskalla-log': '1',
        'sec-fetch-site': 'same-origin',
        authorization: `Bearer ${key}`,
        cookie: `session=${key}`,
      },
    })
    expect(asProgram.status).toBe(401)
    expect(await programs.valuesOf(id)).toEqual([])
  })
})

describe('abuse-55 what the worker of the quick log keeps', () => {
  test.each(languages)('is the same for everybody and names nobody: %s', async (lang) => {
    const shell = pathTo(lang, 'quick-log-shell')
    const stranger = await (await site.browser()).get(shell)
    const own = await kaisa.get(shell)
    expect([stranger.status, own.text]).toEqual([200, stranger.text])
    expect(own.text).not.toMatch(/Kaisa|@|_token|data-owner="[\w-]{43}"/)
    expect(own.headers.getSetCookie()).toEqual([])
  })

  test('is put by once, without cookies, and no answer to anybody is put beside it', () => {
    const source = readFileSync(new URL('measurements/phone/log-worker.browser.ts', import.meta.url), 'utf8')
    expect(source.match(/cache\.(?:addAll|add|put)\(/g)).toEqual(['cache.addAll('])
    expect(source).toContain("credentials: 'omit'")
  })

  test('pages of somebody who has signed in say that nothing may keep them', async () => {
    for (const path of ['/fi/pikakirjaus', '/fi/omat', '/fi/loki/haku']) {
      const answer = await kaisa.get(path)
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'private, no-store'])
    }
  })
})

describe('abuse-36 an archive', () => {
  test('whose files have names that lead elsewhere, or that objects know, leads nowhere', () => {
    const limits = { files: 10, bytes: 1_000 }
    const packed = (name: string) => zip([{ name, content: 'x' }], new Date('2026-03-10'))
    for (const name of ['../a', 'a/../../b', '/etc/passwd', 'a\\..\\b', 'C:\\a', './a', 'a\0b', 'a/./b'])
      expect(unzip(packed(name), limits), name).toEqual({ ok: false, fault: 'bad-name' })
    for (const name of polluting) {
      const read = unzip(packed(name), limits)
      expect(read.ok && [...read.files.keys()]).toEqual([name])
    }
    expect(Object.keys({})).toEqual([])
  })
})

describe('abuse-32 what opens one door', () => {
  /** The newest address with a secret in a letter to somebody: the secret. */
  async function secretIn(recipient: string): Promise<string> {
    const { body } = await site.database
      .selectFrom('mails')
      .select('body')
      .where('recipient', '=', recipient)
      .orderBy('queued_at', 'desc')
      .executeTakeFirstOrThrow()
    return /http:\/\/uskalla\.test\S*[/=]([\w-]{43})/.exec(body)?.[1] ?? ''
  }

  test('opens no other: a session, a form’s token, a letter’s link, a right to one’s data, a key', async () => {
    const id = await programs.running()
    const asking = await site.browser()
    await asking.fillIn('/fi/kirjaudu', { email: people.employee.email })
    const made = await kaisa.fillIn('/fi/omat-tiedot/hae', {})
    const secrets: Record<string, string> = {
      session: kaisa.cookie(sessionCookie) ?? '',
      form: kaisa.token(),
      link: await secretIn(people.employee.email),
      ownData: /arkisto\/([\w-]{43})/.exec(made.text)?.[1] ?? '',
      key: await programs.keyFor(id),
      invented: newSecret(),
      unsigned: `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: people.employee.id }))}.`,
    }
    for (const [name, secret] of Object.entries(secrets)) expect(secret, name).not.toBe('')
    const statusOf = async (path: string, cookie: string) =>
      (await site.site.request(`http://uskalla.test${path}`, { headers: { cookie } })).status
    const doors: Record<string, (secret: string) => Promise<boolean>> = {
      session: async (secret) => (await statusOf('/fi/omat', `${sessionCookie}=${secret}`)) === 200,
      link: async (secret) => (await asking.post(`/fi/kirjaudu/linkki?token=${secret}`, {})).status === 303,
      ownData: async (secret) =>
        (await kaisa.get(pathTo('fi', 'own-data-archive', { secret }))).status === 200,
      address: async (secret) =>
        (await kaisa.post(pathTo('fi', 'confirm-address', { secret }), {})).status === 303,
      poster: async (secret) => (await asking.get(pathTo('fi', 'poster', { secret }))).status === 200,
      reminder: async (token) =>
        (await asking.post(pathTo('fi', 'answer-reminder', {}, { token }), { value: '1' })).status === 303,
      stop: async (token) =>
        (await asking.post(pathTo('fi', 'stop-reminders', {}, { token }), {})).status === 303,
      key: async (secret) => (await programs.send(secret, [reading(site.newId())])).status < 300,
    }
    const before = await site.database.selectFrom('sessions').select('id').execute()
    const opened: string[] = []
    for (const [door, opens] of Object.entries(doors))
      for (const [name, secret] of Object.entries(secrets))
        if (name !== door && (await opens(secret))) opened.push(`${name} opens ${door}`)
    expect(opened).toEqual([])
    expect(await site.database.selectFrom('sessions').select('id').execute()).toEqual(before)
    // Each still opens its own.
    for (const own of ['session', 'link', 'ownData', 'key'])
      expect([own, await doors[own]?.(secrets[own] ?? '')]).toEqual([own, true])
  })
})

describe('abuse-45 every form with an address', () => {
  const hostile = [
    'kaisa@keitele.invalid\r\nBcc: uhri@toinen.invalid',
    'kaisa@keitele.invalid%0d%0aBcc: uhri@toinen.invalid',
    'kaisa@keitele.invalid, uhri@toinen.invalid',
    '"kaisa@keitele.invalid" <uhri@toinen.invalid>',
    '"uhri@toinen.invalid"@keitele.invalid',
    '=?utf-8?q?uhri=40toinen.invalid?=@keitele.invalid',
    'uhri%toinen.invalid@keitele.invalid',
    'kaisa@k\u0435itele.invalid',
    'kaisa@xn--kitele-4of.invalid',
    'kaisa@ｋeitele.invalid',
    'kaisa@keitele.invalid\0.toinen.invalid',
  ]

  test('refuses what hides a second or another one, and keeps the rest in one form', async () => {
    const tried = new Set<string>()
    for (const name of Object.keys(openForms) as (keyof typeof openForms)[]) {
      const [open] = openForms[name] ?? []
      const { who, parameters, query, formSecret } = (await open?.(site)) ?? { who: undefined }
      const browser = await site.browser(who, formSecret)
      const path = pathTo('fi', name, parameters, query)
      const { text } = await browser.get(path)
      const field = /<input[^>]*\btype="email"[^>]*>/.exec(text.slice(text.indexOf('<main')))?.[0]
      const email = /\bname="([^"]+)"/.exec(field ?? '')?.[1]
      if (email === undefined) continue
      tried.add(name)
      for (const address of hostile) {
        const answer = await browser.fillIn(path, { [email]: address })
        // Wide letters and a percent sign are odd, and mean one address.
        if (/\uff4b|^uhri%/.test(address)) expect(answer.status).toBeLessThan(500)
        else expect([name, address, answer.status]).toEqual([name, address, 422])
      }
    }
    expect(tried.size).toBeGreaterThan(5)
    const letters = await site.database
      .selectFrom('mails')
      .select(['recipient', 'subject', 'reply_to'])
      .execute()
    expect(letters.length).toBeGreaterThan(0)
    for (const { recipient, subject, reply_to: replyTo } of letters) {
      expect(recipient).toBe(canonicalMailAddress(recipient))
      expect(recipient).not.toContain('@toinen')
      expect(`${subject}${replyTo ?? ''}`).not.toMatch(/[\r\n]|toinen/)
    }
  })
})
