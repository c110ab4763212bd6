import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { askOwnData } from './ask-own-data.ts'
import { gatherOwnData } from './gather-own-data.ts'
import { rarePerson, saveRarePerson } from './own-data.examples.ts'
import { hashOfSecret, newSecret } from './secret.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let sanni: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await saveRarePerson(site.application, site.clock.now)
  sanni = await site.browser(rarePerson)
})

const later = (minutes: number) => {
  site.clock.now = new Date(site.clock.now.getTime() + minutes * 60_000)
}

/** Asks for the link and takes it from the page. */
async function linkOf(browser: TestBrowser): Promise<string> {
  const answer = await browser.fillIn('/fi/omat-tiedot/hae', {})
  expect(answer.status).toBe(200)
  return /href="(\/fi\/omat-tiedot\/arkisto\/[^"]+)"/.exec(answer.text)?.[1] ?? ''
}

async function lettersTo(recipient: string) {
  return site.database
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', recipient)
    .orderBy('queued_at', 'desc')
    .execute()
}

describe('my data', () => {
  test('shows who I am and what is held of me, by purpose', async () => {
    const { text, status } = await sanni.get('/fi/omat-tiedot')
    expect(status).toBe(200)
    for (const words of [rarePerson.name, rarePerson.email, 'Jäsenyydet ja kutsut', 'Kirjautumiset'])
      expect(text).toContain(words)
  })

  test('is for whoever has signed in', async () => {
    const nobody = await site.browser()
    for (const path of ['', '/hae', '/korjaa', '/osoite', '/suostumukset', '/poista'])
      expect((await nobody.get(`/fi/omat-tiedot${path}`)).status, path).toBe(303)
  })

  test('holds what I wrote and nothing of anybody else', async () => {
    await sanni.fillIn('/fi/ideat/kerro', {
      municipality: '239',
      problem: 'Sannin ainutkertainen ongelma.',
      trial: 'Sannin ainutkertainen kokeilu.',
      forWhom: 'Kaikille.',
    })
    const mine = JSON.stringify(await gatherOwnData(site.application, rarePerson.id))
    const other = JSON.stringify(await gatherOwnData(site.application, people.leader.id))
    expect(mine).toContain('Sannin ainutkertainen ongelma.')
    expect(other).not.toContain('Sannin ainutkertainen')
    expect(other).not.toContain(rarePerson.email)
    for (const person of Object.values(people)) expect(mine).not.toContain(person.email)
  })
})

describe('fetching my data', () => {
  test('gives an archive once', async () => {
    const link = await linkOf(sanni)
    const archive = await sanni.get(link)
    expect([archive.status, archive.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(archive.text.slice(0, 2)).toBe('PK')
    expect(archive.headers.get('cache-control')).toBe('private, no-store')
    expect((await sanni.get(link)).status).toBe(404)
  })

  test('abuse-3 a link is nothing without the session, in another’s, a second time or after signing out', async () => {
    const link = await linkOf(sanni)
    expect((await (await site.browser()).get(link)).status).toBe(404)
    expect((await (await site.browser('leader')).get(link)).status).toBe(404)
    expect((await sanni.get(link)).status).toBe(200)
    expect((await sanni.get(link)).status).toBe(404)
    const next = await linkOf(sanni)
    const sent = await sanni.fillIn('/fi/kirjaudu-ulos', {})
    expect(sent.status).toBe(303)
    expect((await sanni.get(next)).status).toBe(404)
  })

  test('a link lapses after a day', async () => {
    const link = await linkOf(sanni)
    later(24 * 60)
    expect((await sanni.get(link)).status).toBe(404)
  })

  test('needs a sign-in of the last ten minutes', async () => {
    later(10)
    expect((await sanni.get('/fi/omat-tiedot/hae')).text).toContain('Tee linkki')
    later(1)
    expect((await sanni.get('/fi/omat-tiedot/hae')).text).toContain('Kirjaudu ensin uudelleen')
    expect((await sanni.fillIn('/fi/omat-tiedot/hae', {})).status).toBe(422)
  })

  test('abuse-5 only the exact secret opens anything: shortened, re-cased, numeric and padded forms do not', async () => {
    const secret = await askOwnData(site.database, {
      person: rarePerson,
      now: site.clock.now,
      requestId: 'test',
      lang: 'fi',
      newId: site.newId,
    })
    const near = [
      secret.slice(0, -1),
      secret.slice(1),
      `${secret}=`,
      `${secret}A`,
      secret.toUpperCase(),
      secret.toLowerCase(),
      String(Number.parseInt(secret, 10)),
      '1',
      [...secret].reverse().join(''),
      `0${secret.slice(1)}`,
    ].filter((one) => one !== secret)
    for (const one of near)
      expect((await sanni.get(`/fi/omat-tiedot/arkisto/${encodeURIComponent(one)}`)).status, one).toBe(404)
    expect((await sanni.get(`/fi/omat-tiedot/arkisto/${secret}`)).status).toBe(200)
  })

  test('abuse-5 no two of a hundred thousand secrets are kept alike, and none as itself', () => {
    const hashes = new Set<string | undefined>()
    for (let index = 0; index < 100_000; index++) hashes.add(hashOfSecret(newSecret()))
    expect(hashes.size).toBe(100_000)
    expect(hashes.has(undefined)).toBe(false)
    fc.assert(
      fc.property(fc.string(), (text) => hashOfSecret(text) === undefined || /^[\w-]{43}$/.test(text)),
      { numRuns: 1_000 },
    )
  })
})

describe('correcting', () => {
  test('changes my name and my language', async () => {
    const answer = await sanni.fillIn('/fi/omat-tiedot/korjaa', { name: 'Sanni  Uusi', language: 'sv' })
    expect(answer.status).toBe(303)
    const row = await site.database
      .selectFrom('persons')
      .select(['name', 'lang'])
      .where('id', '=', rarePerson.id)
      .executeTakeFirst()
    expect(row).toEqual({ name: 'Sanni Uusi', lang: 'sv' })
    await sanni.fillIn('/fi/omat-tiedot/korjaa', { name: rarePerson.name, language: 'fi' })
  })

  test('a name cannot be empty', async () => {
    expect((await sanni.fillIn('/fi/omat-tiedot/korjaa', { name: ' ', language: 'fi' })).status).toBe(422)
  })
})

describe('another address', () => {
  const to = 'uusi.osoite@esimerkki.invalid'

  async function confirmation(): Promise<string> {
    await sanni.fillIn('/fi/omat-tiedot/osoite', { email: to })
    const [letter] = await lettersTo(to)
    return /http:\/\/uskalla\.test(\/\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
  }

  test('abuse-42 counts once confirmed, tells the old one, and links that wait there lead nowhere', async () => {
    const asking = await site.browser()
    await asking.fillIn('/fi/kirjaudu', { email: rarePerson.email })
    const [waiting] = await lettersTo(rarePerson.email)
    const signInLink = /http:\/\/uskalla\.test(\/\S+)/.exec(waiting?.body ?? '')?.[1] ?? ''
    expect(signInLink).not.toBe('')

    const link = await confirmation()
    const before = await site.database
      .selectFrom('persons')
      .select('email')
      .where('id', '=', rarePerson.id)
      .executeTakeFirstOrThrow()
    expect(before.email).toBe(rarePerson.email)
    expect((await (await site.browser('leader')).get(link)).text).toContain('Linkki ei enää toimi')

    const done = await sanni.fillIn(link, {})
    expect(done.status).toBe(303)
    const row = await site.database
      .selectFrom('persons')
      .select('email')
      .where('id', '=', rarePerson.id)
      .executeTakeFirstOrThrow()
    expect(row.email).toBe(to)
    expect((await lettersTo(rarePerson.email))[0]?.subject).toBe('Osoitteesi Uskallassa on vaihdettu')
    expect((await sanni.fillIn(link, {})).status).toBe(422)

    const used = await asking.fillIn(signInLink, {})
    expect(used.status).not.toBe(303)
    expect((await asking.get('/fi/omat')).status).toBe(303)
    await site.database
      .updateTable('persons')
      .set({ email: rarePerson.email })
      .where('id', '=', rarePerson.id)
      .execute()
  })

  test('one that somebody has is answered alike, and its owner is told', async () => {
    const unknown = await sanni.fillIn('/fi/omat-tiedot/osoite', { email: 'ei.kukaan@esimerkki.invalid' })
    const known = await sanni.fillIn('/fi/omat-tiedot/osoite', { email: people.leader.email })
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location])
    const [letter] = await lettersTo(people.leader.email)
    expect(letter?.subject).toBe('Osoitteesi on jo käytössä Uskallassa')
    expect(letter?.body).not.toContain('http')
  })

  test('a confirmation lapses after a day', async () => {
    const link = await confirmation()
    later(24 * 60)
    expect((await sanni.fillIn(link, {})).status).toBe(422)
  })
})

describe('made-up people of the trial', () => {
  test('can be neither deleted nor readdressed, because everybody acts as them', async () => {
    const kaisa = await site.browser('employee')
    expect((await kaisa.get('/fi/omat-tiedot/poista')).text).toContain('Tämä ihminen on keksitty')
    expect((await kaisa.fillIn('/fi/omat-tiedot/poista', { understood: 'yes' })).status).toBe(422)
    expect((await kaisa.fillIn('/fi/omat-tiedot/osoite', { email: 'a@b.invalid' })).status).toBe(422)
  })
})
