import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { browserInWords } from './browser-in-words.ts'
import { createDevice } from '../test-passkey.ts'
import { examplePeopleOfTrial as people } from './example-people.ts'
import { identify } from './identify.ts'
import { leftUnused, membershipsInSession, sessionLimits } from './session-rules.ts'
import { sessionCookie } from './session-token.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

const hours = (n: number) => n * 3_600_000
const days = (n: number) => hours(24 * n)
const later = (milliseconds: number) => {
  site.clock.now = new Date(site.clock.now.getTime() + milliseconds)
}

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(() => {
  later(hours(2))
  site.lines.length = 0
})

const isIn = async (browser: TestBrowser) => (await browser.get('/fi/omat')).status === 200

/** Signs in by a link, as people do without a second factor. */
async function byLink(email: string): Promise<{ browser: TestBrowser; location: string | undefined }> {
  const browser = await site.browser()
  await browser.fillIn('/fi/kirjaudu', { email })
  const letter = await site.database
    .selectFrom('mails')
    .select('body')
    .where('recipient', '=', email)
    .orderBy('queued_at', 'desc')
    .executeTakeFirstOrThrow()
  const link = /http:\/\/uskalla\.test(\/\S+)/.exec(letter.body)?.[1] ?? ''
  return { browser, location: (await browser.fillIn(link, {})).location }
}

const codesOn = (text: string) => [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code)
const question = (text: string) => (/data-question="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&quot;', '"')

describe('a session', () => {
  test('ends when it has not been used for fourteen days', async () => {
    const kaisa = await site.browser('employee')
    later(days(14) - 1)
    expect(await isIn(kaisa)).toBe(true)
    later(days(14))
    expect(await isIn(kaisa)).toBe(false)
  })

  test('ends after thirty days however much it is used', async () => {
    const kaisa = await site.browser('employee')
    for (let day = 0; day < 29; day++) {
      later(days(1))
      expect(await isIn(kaisa)).toBe(true)
    }
    later(days(1) - 1)
    expect(await isIn(kaisa)).toBe(true)
    later(1)
    expect(await isIn(kaisa)).toBe(false)
  })

  test('of somebody who acts for others ends after twelve hours without use', async () => {
    const leena = await site.browser('leader')
    for (let times = 0; times < 3; times++) {
      later(hours(11))
      expect(await isIn(leena)).toBe(true)
    }
    later(hours(12))
    expect(await isIn(leena)).toBe(false)
  })

  test('ends by the database’s clock too', async () => {
    const kaisa = await site.browser('employee')
    await sql`update sessions set begun_at = begun_at - interval '30 days'
      where person_id = ${people.employee.id}`.execute(site.database)
    expect(await isIn(kaisa)).toBe(false)
  })

  test('notes its use at most every five minutes, and never backwards', async () => {
    const kaisa = await site.browser('employee')
    const seen = async () =>
      (
        await site.database
          .selectFrom('sessions')
          .select('last_seen_at')
          .where('person_id', '=', people.employee.id)
          .orderBy('created_at', 'desc')
          .executeTakeFirstOrThrow()
      ).last_seen_at.getTime()
    const first = await seen()
    later(4 * 60_000)
    await isIn(kaisa)
    expect(await seen()).toBe(first)
    later(60_000)
    await isIn(kaisa)
    expect(await seen()).toBe(first + 300_000)
    later(-hours(1))
    expect(await isIn(kaisa)).toBe(true)
    expect(await seen()).toBe(first + 300_000)
    later(hours(1))
  })

  test('of a made-up person opens nothing where the trial environment is off', async () => {
    const kaisa = await site.browser('employee')
    const cookie = kaisa.cookie(sessionCookie)
    expect(await identify(site.database, cookie, site.clock.now)).toMatchObject({ name: 'Kaisa Kokeilija' })
    expect(await identify(site.database, cookie, site.clock.now, { demo: false })).toBeUndefined()
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

describe('signing out', () => {
  test('ends the session of this browser and no other', async () => {
    const [atWork, atLibrary] = await Promise.all([site.browser('employee'), site.browser('employee')])
    const cookie = atWork.cookie(sessionCookie)
    const answer = await atWork.fillIn('/fi/kirjaudu-ulos', {})
    expect((await atWork.follow(answer)).text).toContain('Olet kirjautunut ulos.')
    expect(await Promise.all([atWork, atLibrary].map(isIn))).toEqual([false, true])
    expect(await identify(site.database, cookie, site.clock.now)).toBeUndefined()
  })

  test('everywhere ends all of one’s own and nobody else’s', async () => {
    const [atWork, atLibrary, other] = await Promise.all([
      site.browser('employee'),
      site.browser('employee'),
      site.browser('leader'),
    ])
    await atWork.fillIn('/fi/kirjaudu-ulos', { everywhere: 'yes' })
    expect(await Promise.all([atWork, atLibrary, other].map(isIn))).toEqual([false, false, true])
  })

  test('there ends the one that was chosen on the page of one’s sessions', async () => {
    await (await site.browser('resident')).fillIn('/fi/kirjaudu-ulos', { everywhere: 'yes' })
    const [here, there] = [await site.browser('resident'), await site.browser('resident')]
    const page = await here.get('/fi/omat/kirjautumiset')
    expect(page.text).toContain('uloskirjaus muualta piilottaa ne mutta ei poista niitä')
    expect((await here.get('/fi/kirjaudu-ulos')).text).toContain('merkinnät jäävät niihin piiloon')
    expect(page.text).toContain('tämä selain')
    expect(page.text).toContain('Firefox, Linux')
    const ids = [...page.text.matchAll(/name="end" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
    expect(ids).toHaveLength(2)
    const own = /tämä selain.*?value="([0-9a-f-]{36})"/s.exec(page.text)?.[1]
    const foreign = await site.browser('employee')
    await foreign.fillIn('/fi/omat/kirjautumiset', { end: own ?? '' })
    const answer = await here.fillIn('/fi/omat/kirjautumiset', { end: ids.find((id) => id !== own) ?? '' })
    expect((await here.follow(answer)).text).toContain('Kirjautuminen on päättynyt.')
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  })
})

describe('without a second factor', () => {
  test('the roles of those who act for others rest, and a page says what to do', async () => {
    const { browser, location } = await byLink(people.leader.email)
    expect(location).toBe('/fi/kirjaudu/vahvista')
    const page = await browser.get('/fi/kirjaudu/vahvista')
    expect(page.text).toContain('Roolisi johtava viranhaltija lepää')
    expect(page.text).toContain('Tee varakoodit')
    const id = await identify(site.database, browser.cookie(sessionCookie), site.clock.now)
    expect(id?.memberships).toEqual([])
    expect(id?.session?.resting).toMatchObject([{ role: 'leader', municipalityCode: '239' }])
  })

  test('nothing rests of an employee', async () => {
    const { browser, location } = await byLink(people.employee.email)
    expect(location).toBe('/fi')
    expect((await browser.get('/fi/kirjaudu/vahvista')).text).toContain('Mikään roolisi ei odota')
  })

  test('recovery codes are shown once, work once each, and wake the roles', async () => {
    const { browser } = await byLink(people.office.email)
    const shown = await browser.fillIn('/fi/omat/varakoodit', {})
    expect(shown.status).toBe(200)
    expect(shown.headers.get('cache-control')).toContain('no-store')
    const codes = codesOn(shown.text)
    expect(codes).toHaveLength(10)
    expect((await browser.get('/fi/omat/varakoodit')).text).not.toContain(codes[0])
    const kept = JSON.stringify([
      await site.database.selectFrom('recovery_codes').selectAll().execute(),
      await site.database.selectFrom('recovery_code_sets').selectAll().execute(),
    ])
    for (const code of codes) expect(kept).not.toContain(code.replace(' ', ''))

    const answer = await browser.fillIn('/fi/kirjaudu/vahvista', { code: (codes[0] ?? '').toLowerCase() })
    expect(answer.status).toBe(303)
    const person = await identify(site.database, browser.cookie(sessionCookie), site.clock.now)
    expect(person?.memberships).toMatchObject([{ role: 'office' }])
    expect(person?.session).toMatchObject({ strength: 'link-and-code', resting: [] })
    const logged = await site.database
      .selectFrom('log_entries')
      .select('action')
      .where('person_id', '=', people.office.id)
      .where('action', 'like', 'person.signed-in-by-%')
      .orderBy('position')
      .execute()
    expect(logged.map(({ action }) => action)).toEqual([
      'person.signed-in-by-link',
      'person.signed-in-by-link-and-code',
    ])

    later(hours(2))
    const again = await byLink(people.office.email)
    const used = await again.browser.fillIn('/fi/kirjaudu/vahvista', { code: codes[0] ?? '' })
    expect([used.status, used.text]).toEqual([422, expect.stringContaining('jo käytetty')])
    // A mailbox alone may not make new codes or add a passkey once there is a second factor.
    expect((await again.browser.post('/fi/omat/varakoodit', {})).status).toBe(422)
    expect((await again.browser.post('/fi/omat/paasyavaimet', { answer: '{}', name: 'x' })).text).toContain(
      'Vahvista ensin kirjautumisesi',
    )
    expect((await again.browser.fillIn('/fi/kirjaudu/vahvista', { code: codes[1] ?? '' })).status).toBe(303)
  })

  test('ten wrong codes within an hour stop the trying, and an hour later it may go on', async () => {
    const { browser } = await byLink(people.administrator.email)
    const codes = codesOn((await browser.fillIn('/fi/omat/varakoodit', {})).text)
    for (let i = 0; i < 10; i++)
      expect((await browser.fillIn('/fi/kirjaudu/vahvista', { code: `222222222${i}` })).status).toBe(422)
    const waits = await browser.fillIn('/fi/kirjaudu/vahvista', { code: codes[0] ?? '' })
    expect([waits.status, waits.text]).toEqual([422, expect.stringContaining('Odota tunti')])
    expect(site.lines.filter(({ event }) => event === 'sign-in-refused')).toHaveLength(11)
    later(hours(1))
    expect((await browser.fillIn('/fi/kirjaudu/vahvista', { code: codes[0] ?? '' })).status).toBe(303)
  })

  test('a first passkey wakes the roles at once', async () => {
    await site.database.deleteFrom('passkeys').execute()
    const { browser } = await byLink(people.leader.email)
    const before = browser.cookie(sessionCookie)
    const answer = createDevice().register(question((await browser.get('/fi/omat/paasyavaimet')).text))
    expect((await browser.post('/fi/omat/paasyavaimet', { answer, name: '' })).status).toBe(303)
    const person = await identify(site.database, browser.cookie(sessionCookie), site.clock.now)
    expect(person?.memberships).toMatchObject([{ role: 'leader' }])
    expect(person?.session?.strength).toBe('passkey')
    expect(await identify(site.database, before, site.clock.now)).toBeUndefined()
  })
})

describe('rules of sessions', () => {
  const office = [{ municipalityCode: null, role: 'office' as const }]
  const mixed = [
    { municipalityCode: '239', role: 'employee' as const },
    { municipalityCode: '239', role: 'leader' as const },
  ]

  test('only roles that act for others rest', () => {
    expect(membershipsInSession(mixed, false)).toEqual({ memberships: [mixed[0]], resting: [mixed[1]] })
    expect(membershipsInSession(mixed, true)).toEqual({ memberships: mixed, resting: [] })
  })

  test('a clock turned back ends nothing', () => {
    const lastSeenAt = new Date('2026-03-29T03:30:00+03:00')
    expect(leftUnused({ lastSeenAt, memberships: office }, sessionLimits, new Date(0))).toBe(false)
    const at = (text: string) =>
      leftUnused({ lastSeenAt, memberships: office }, sessionLimits, new Date(text))
    expect([at('2026-03-29T15:29:59+03:00'), at('2026-03-29T15:30:00+03:00')]).toEqual([false, true])
  })

  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    ['curl/8.0', ''],
    ['', ''],
  ])('%s is %s', (userAgent, words) => {
    expect(browserInWords(userAgent)).toBe(words)
  })
})
