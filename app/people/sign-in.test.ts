import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { examplePeopleOfTrial as people } from './example-people.ts'
import { personByEmail } from './people-store.ts'
import { sessionCookie } from './session-token.ts'
import { newCode } from './sign-in-code.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let nobody: TestBrowser

const minutes = (n: number) => n * 60_000
const later = (milliseconds: number) => {
  site.clock.now = new Date(site.clock.now.getTime() + milliseconds)
}

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  // So that no letter of an earlier test counts against a limit.
  later(minutes(61))
  site.lines.length = 0
  nobody = await site.browser()
})

/** The newest letter to an address. */
async function letterTo(email: string): Promise<string> {
  const letter = await asSystem(site.database, (transaction) =>
    transaction
      .selectFrom('mails')
      .select('body')
      .where('recipient', '=', email.toLowerCase())
      .orderBy('queued_at', 'desc')
      .orderBy('key', 'desc')
      .executeTakeFirst(),
  )
  return letter?.body ?? ''
}

/** Asks for a letter and takes the link from it, as a path. */
async function linkFor(email: string, from = '/fi/kirjaudu', browser = nobody): Promise<string> {
  await browser.fillIn(from, { email })
  return /http:\/\/uskalla\.test(\/\S+)/.exec(await letterTo(email))?.[1] ?? ''
}

const codeIn = (letter: string) => /^([2-9A-Z]{6})$/m.exec(letter)?.[1] ?? ''
const isIn = async (browser: TestBrowser) => (await browser.get('/fi/omat')).status === 200
const sessionCount = () =>
  asSystem(site.database, async (transaction) => {
    const { count } = await transaction
      .selectFrom('sessions')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  })
const refusals = () => site.lines.filter(({ event }) => event === 'sign-in-refused').length

describe('signing in by a link', () => {
  test('lets in whoever has the letter', async () => {
    const link = await linkFor(people.employee.email)
    const answer = await nobody.fillIn(link, {})
    expect([answer.status, answer.location]).toEqual([303, '/fi'])
    expect((await nobody.follow(answer)).text).toContain('Tervetuloa, Kaisa Kokeilija.')
    expect(await isIn(nobody)).toBe(true)
  })

  test('abuse-41: twenty scanners that open the link sign nobody in and use nothing up; one press of its owner does', async () => {
    const link = await linkFor(people.employee.email)
    const before = await sessionCount()
    const scanner = await site.browser()
    for (let i = 0; i < 10; i++) {
      await scanner.send(link, { headers: { 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner/1.0)' } })
      await nobody.send(link, { method: 'HEAD', headers: { purpose: 'prefetch' } })
    }
    expect(await sessionCount()).toBe(before)
    expect((await nobody.fillIn(link, {})).status).toBe(303)
    expect(await isIn(nobody)).toBe(true)
  })

  test('a used link lets nobody in again, not even in the same browser', async () => {
    const link = await linkFor(people.employee.email)
    await nobody.fillIn(link, {})
    await nobody.fillIn('/fi/kirjaudu-ulos', {})
    expect((await nobody.get(link)).text).toContain('Linkki ei enää toimi')
    expect((await nobody.post(link, {})).status).toBe(422)
    expect(await isIn(nobody)).toBe(false)
  })

  test('of two presses at once one gets in', async () => {
    const link = await linkFor(people.colleague.email)
    await nobody.get(link)
    const answers = await Promise.all([nobody.post(link, {}), nobody.post(link, {})])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 422])
  })

  test('in another browser it lets nobody in and tells where the code is to be typed', async () => {
    const link = await linkFor(people.employee.email)
    const thief = await site.browser()
    const opened = await thief.get(link)
    expect(opened.text).toContain('Pyysit linkkiä toisessa selaimessa')
    expect(opened.text).not.toContain('Kaisa')
    expect((await thief.post(link, {})).status).toBe(422)
    expect(await isIn(thief)).toBe(false)
    expect((await nobody.fillIn(link, {})).status).toBe(303)
  })

  test('works for ten minutes', async () => {
    const link = await linkFor(people.employee.email)
    later(minutes(10) - 1)
    expect((await nobody.get(link)).text).toContain('Kirjaudu sisään')
    later(1)
    expect((await nobody.get(link)).text).toContain('Linkki ei enää toimi')
    expect((await nobody.post(link, {})).status).toBe(422)
  })

  test.each([-60, 60])(
    'works for ten minutes by the database too, with our clock %i minutes off',
    async (off) => {
      const link = await linkFor(people.employee.email)
      await asSystem(site.database, (transaction) =>
        sql`update sign_in_links set made_at = made_at - interval '10 minutes' where used_at is null`.execute(
          transaction,
        ),
      )
      later(minutes(off))
      expect((await nobody.post(link, {})).status).toBe(422)
      later(minutes(-off))
      expect((await nobody.post(link, {})).status).toBe(422)
    },
  )

  test('asking again ends the earlier link', async () => {
    const first = await linkFor(people.employee.email)
    const second = await linkFor(people.employee.email)
    expect((await nobody.get(first)).text).toContain('Linkki ei enää toimi')
    expect((await nobody.fillIn(second, {})).status).toBe(303)
  })

  test('abuse-32: a link that is invented, cut short, changed or of another kind makes no session, and leaves a line', async () => {
    const link = await linkFor(people.employee.email)
    const token = /token=(.+)/.exec(link)?.[1] ?? ''
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"1"}')}.`
    const [before, lines] = [await sessionCount(), refusals()]
    const wrong = ['', 'a', 'A'.repeat(43), '%00', 'ä'.repeat(600), token.slice(1), `${token}A`, unsigned]
    for (const one of wrong) {
      const answer = await nobody.post(`/fi/kirjaudu/linkki?token=${one}`, {})
      expect(answer.status, one).toBe(422)
      expect(answer.text).toContain('Linkki ei enää toimi')
    }
    expect(await sessionCount()).toBe(before)
    expect(refusals()).toBe(lines + wrong.length)
    expect((await nobody.fillIn(link, {})).status).toBe(303)
  })

  test('answers the same whether the address is known or not, and knows nobody before they come', async () => {
    const known = await nobody.fillIn('/fi/kirjaudu', { email: people.leader.email })
    const unknown = await nobody.fillIn('/fi/kirjaudu', { email: 'uusi.ihminen@esimerkki.invalid' })
    expect([unknown.status, unknown.location]).toEqual([known.status, known.location])
    const [one, other] = [await nobody.follow(unknown), await nobody.follow(known)]
    const steady = (text: string) => text.replaceAll(/name="_(?:key|token)" value="[^"]*"/g, '')
    expect(steady(one.text)).toBe(steady(other.text))
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

  test('keeps neither the link nor the code nor the session in the database as they are', async () => {
    const link = await linkFor(people.employee.email)
    const token = /token=(.+)/.exec(link)?.[1] ?? ''
    const code = codeIn(await letterTo(people.employee.email))
    const answer = await nobody.fillIn(link, {})
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(sessionCookie)) ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const kept = await asSystem(site.database, async (transaction) => [
      ...(await transaction.selectFrom('sign_in_links').selectAll().execute()),
      ...(await transaction.selectFrom('sessions').selectAll().execute()),
    ])
    const text = JSON.stringify(kept)
    for (const secret of [token, code, /=([^;]+)/.exec(cookie)?.[1] ?? '']) {
      expect(secret).not.toBe('')
      expect(text).not.toContain(secret)
    }
  })

  test.each([
    ['', 'Kirjoita sähköpostiosoitteesi.'],
    ['kaisa', 'Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.'],
    [`${'a'.repeat(70)}@esimerkki.invalid`, 'Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.'],
    ['kaisa@esimerkki.invalid\r\nBcc: kaikki@esimerkki.invalid', 'Kirjoita sähköpostiosoite muodossa'],
    ['kaisa@esimerkki.invalid, leena@esimerkki.invalid', 'Kirjoita sähköpostiosoite muodossa'],
  ])('the address %j is asked for again', async (email, sentence) => {
    const answer = await nobody.fillIn('/fi/kirjaudu', { email })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })
})

describe('signing in by the code of a letter', () => {
  test('works where the letter was asked for, typed as people type', async () => {
    const sent = await nobody.fillIn('/fi/kirjaudu', { email: people.employee.email })
    const code = codeIn(await letterTo(people.employee.email)).toLowerCase()
    const answer = await nobody.fillIn(sent.location ?? '', {
      code: ` ${code.slice(0, 3)} ${code.slice(3)} `,
    })
    expect(answer.status).toBe(303)
    expect(await isIn(nobody)).toBe(true)
  })

  test('works nowhere else', async () => {
    await nobody.fillIn('/fi/kirjaudu', { email: people.employee.email })
    const code = codeIn(await letterTo(people.employee.email))
    const thief = await site.browser()
    const answer = await thief.fillIn('/fi/kirjaudu/koodi', { code })
    expect([answer.status, await isIn(thief)]).toEqual([422, false])
  })

  test('is over for the link too', async () => {
    const link = await linkFor(people.employee.email)
    await nobody.fillIn('/fi/kirjaudu/koodi', { code: codeIn(await letterTo(people.employee.email)) })
    expect((await nobody.get(link)).text).toContain('Linkki ei enää toimi')
  })

  test('five wrong codes make the letter’s code useless, but not its link', async () => {
    const link = await linkFor(people.employee.email)
    const code = codeIn(await letterTo(people.employee.email))
    const lines = refusals()
    for (let i = 0; i < 5; i++) {
      const answer = await nobody.fillIn('/fi/kirjaudu/koodi', { code: `22222${i + 2}` })
      expect(answer.text).toContain(i < 4 ? 'Koodi ei ole oikein.' : 'ei ole voimassa olevaa koodia')
    }
    expect((await nobody.fillIn('/fi/kirjaudu/koodi', { code })).status).toBe(422)
    expect(refusals()).toBe(lines + 6)
    expect((await nobody.fillIn(link, {})).status).toBe(303)
  })

  test('codes are long enough that guessing is hopeless', () => {
    const codes = new Set(Array.from({ length: 1_000 }, () => newCode(6)))
    expect(codes.size).toBeGreaterThan(995)
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/)
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
