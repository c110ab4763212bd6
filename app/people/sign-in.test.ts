import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { examplePeopleOfTrial as people } from './example-people.ts'
import { safeNextPath } from './next-path.ts'
import { personByEmail } from './people-store.ts'
import { sessionCookie } from './session-token.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let nobody: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  nobody = await site.browser()
})

const minutes = (n: number) => n * 60_000
const later = (milliseconds: number) => {
  site.clock.now = new Date(site.clock.now.getTime() + milliseconds)
}

/** Asks for a link and takes it from the letter, as a path. */
async function linkFor(email: string, from = '/fi/kirjaudu'): Promise<string> {
  await nobody.fillIn(from, { email })
  const letter = await site.database
    .selectFrom('mails')
    .select('body')
    .where('recipient', '=', email.toLowerCase())
    .orderBy('queued_at', 'desc')
    .orderBy('key', 'desc')
    .executeTakeFirstOrThrow()
  return /http:\/\/uskalla\.test(\/\S+)/.exec(letter.body)?.[1] ?? ''
}

const isIn = async (browser: TestBrowser) => (await browser.get('/fi/omat')).status === 200

describe('signing in by a link', () => {
  test('lets in whoever has the letter', async () => {
    const link = await linkFor(people.employee.email)
    const answer = await nobody.fillIn(link, {})
    expect([answer.status, answer.location]).toEqual([303, '/fi'])
    expect((await nobody.follow(answer)).text).toContain('Tervetuloa, Kaisa Kokeilija.')
    expect(await isIn(nobody)).toBe(true)
  })

  test('opening the link uses nothing up, pressing the button does: a second press lets nobody in', async () => {
    const link = await linkFor(people.employee.email)
    for (let i = 0; i < 3; i++) expect((await nobody.get(link)).text).toContain('Kirjaudu sisään')
    expect((await nobody.fillIn(link, {})).status).toBe(303)
    const thief = await site.browser()
    expect((await thief.get(link)).text).toContain('Linkki ei enää toimi')
    const pressed = await thief.post(link, {})
    expect(pressed.status).toBe(422)
    expect(await isIn(thief)).toBe(false)
  })

  test('of two presses at once one gets in', async () => {
    const link = await linkFor(people.colleague.email)
    const others = await Promise.all([site.browser(), site.browser()])
    const answers = await Promise.all(others.map((browser) => browser.post(link, {})))
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 422])
  })

  test('works for ten minutes', async () => {
    const link = await linkFor(people.employee.email)
    later(minutes(10) - 1)
    expect((await nobody.get(link)).text).toContain('Kirjaudu sisään')
    later(1)
    expect((await nobody.get(link)).text).toContain('Linkki ei enää toimi')
    expect((await nobody.post(link, {})).status).toBe(422)
  })

  test('an invented link lets nobody in', async () => {
    for (const token of ['', 'a', 'A'.repeat(43), '%00', 'ä'.repeat(600)])
      expect((await nobody.post(`/fi/kirjaudu/linkki?token=${token}`, {})).status).toBe(422)
  })

  test('answers the same whether the address is known or not, and knows nobody before they come', async () => {
    const known = await nobody.fillIn('/fi/kirjaudu', { email: people.leader.email })
    const unknown = await nobody.fillIn('/fi/kirjaudu', { email: 'uusi.ihminen@esimerkki.invalid' })
    expect([unknown.status, unknown.location]).toEqual([known.status, known.location])
    expect((await nobody.follow(unknown)).text).toBe((await nobody.follow(known)).text)
    expect(await personByEmail(site.database, 'uusi.ihminen@esimerkki.invalid')).toBeUndefined()
  })

  test('a new person joins without rights, under the name in the address', async () => {
    const link = await linkFor('Toinen.Uusi@esimerkki.invalid', '/sv/logga-in')
    await nobody.fillIn(link, {})
    expect(await personByEmail(site.database, 'toinen.uusi@esimerkki.invalid')).toMatchObject({
      name: 'toinen.uusi',
      lang: 'sv',
      memberships: [],
    })
  })

  test('keeps neither the link nor the session in the database as they are', async () => {
    const link = await linkFor(people.employee.email)
    const token = /token=(.+)/.exec(link)?.[1] ?? ''
    const kept = await site.database.selectFrom('sign_in_links').select('token_hash').execute()
    expect(kept.map((row) => row.token_hash)).not.toContain(token)
    const answer = await nobody.fillIn(link, {})
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(sessionCookie)) ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const sessions = await site.database.selectFrom('sessions').select('token_hash').execute()
    expect(sessions.map((row) => row.token_hash)).not.toContain(/=([^;]+)/.exec(cookie)?.[1])
  })

  test.each([
    ['', 'Kirjoita sähköpostiosoitteesi.'],
    ['kaisa', 'Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.'],
    [`${'a'.repeat(70)}@esimerkki.invalid`, 'Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.'],
  ])('the address %j is asked for again', async (email, sentence) => {
    const answer = await nobody.fillIn('/fi/kirjaudu', { email })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })
})

describe('after signing in', () => {
  test('one gets to the page one was on the way to', async () => {
    const turned = await nobody.get('/fi/omat')
    const link = await linkFor(people.employee.email, turned.location)
    expect((await nobody.fillIn(link, {})).location).toBe('/fi/omat')
  })

  test('one never gets to another site', async () => {
    const link = await linkFor(people.employee.email, '/fi/kirjaudu?next=https://muualla.invalid/fi')
    expect((await nobody.fillIn(link, {})).location).toBe('/fi')
  })

  test.each(['/fi', '/sv/forsok/1', '/en/lessons', '/fi/kokeilut/%C3%A4'])('%s is a path of ours', (path) => {
    expect(safeNextPath(path)).toBe(path)
  })

  test.each([
    undefined,
    '',
    '/',
    '//muualla.invalid',
    '/fi//muualla.invalid',
    'https://muualla.invalid',
    '/\\muualla.invalid',
    '/fi\\muualla',
    '/fi/a?b',
    '/fi/\n',
    '/de/a',
    'javascript:alert(1)',
    '/fi@muualla.invalid',
  ])('%j is not', (path) => {
    expect(safeNextPath(path)).toBeNull()
  })
})

describe('a session', () => {
  test('ends after fourteen days', async () => {
    const kaisa = await site.browser('employee')
    later(14 * 86_400_000 - 1)
    expect(await isIn(kaisa)).toBe(true)
    later(1)
    expect(await isIn(kaisa)).toBe(false)
  })

  test('ends everywhere when one signs out, and nobody else’s does', async () => {
    const [atWork, atLibrary, other] = await Promise.all([
      site.browser('employee'),
      site.browser('employee'),
      site.browser('leader'),
    ])
    const answer = await atWork.fillIn('/fi/kirjaudu-ulos', {})
    expect((await atWork.follow(answer)).text).toContain('Olet kirjautunut ulos.')
    expect(await Promise.all([atWork, atLibrary, other].map(isIn))).toEqual([false, false, true])
  })

  test('cannot be invented', async () => {
    for (const cookie of ['', 'x', 'a'.repeat(5_000), '%00']) {
      const response = await site.site.request('http://uskalla.test/fi/omat', {
        headers: { cookie: `${sessionCookie}=${cookie}` },
      })
      expect(response.status).toBe(303)
    }
  })
})

describe('the trial environment', () => {
  test('lets one look with the eyes of a made-up person', async () => {
    const answer = await nobody.fillIn('/fi/kokeile-roolissa', { person: people.leader.id })
    expect((await nobody.follow(answer)).text).toContain('Olet nyt Leena Luotsi, johtava viranhaltija.')
    expect(await isIn(nobody)).toBe(true)
  })

  test('but never with those of a real one', async () => {
    await nobody.fillIn(await linkFor('oikea@esimerkki.invalid'), {})
    const real = await personByEmail(site.database, 'oikea@esimerkki.invalid')
    const answer = await (await site.browser()).fillIn('/fi/kokeile-roolissa', { person: real?.id ?? '' })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('oikea')
  })

  test('is nowhere else: real use knows neither its roles nor its mail', async () => {
    const real = await createTestSite({ demo: false })
    try {
      const browser = await real.browser()
      expect((await browser.get('/fi/kokeile-roolissa')).status).toBe(404)
      expect((await browser.post('/fi/kokeile-roolissa', { person: people.leader.id })).status).toBe(404)
      expect((await browser.get('/fi/posti')).status).toBe(404)
    } finally {
      await real.close()
    }
  })
})
