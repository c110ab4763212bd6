import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people, personById, savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Person } from '../platform/web/visitor.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let hanna: TestBrowser
let office: TestBrowser

const beginning = new Date('2026-03-10T08:00:00Z')
const days = (n: number) => n * 86_400_000

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  site.clock.now = beginning
  hanna = await site.browser('administrator')
  office = await site.browser('office')
})

let count = 0
/** Somebody without memberships who has signed in with an address. */
async function newcomer(email = `uusi.${++count}@esimerkki.invalid`): Promise<Person> {
  return asSystem(site.database, (transaction) =>
    savePerson(transaction, {
      id: site.newId(),
      name: `Uusi ${count}`,
      email,
      lang: 'fi',
      memberships: [],
      isExample: false,
      createdAt: site.clock.now,
    }),
  )
}

const rolesOf = async (person: Person) =>
  (
    await asSystem(site.database, (database) => personById(database, person.id, site.clock.now))
  )?.memberships.map((m) => m.role)

/** The newest letter to an address. */
async function letterTo(email: string) {
  return asSystem(site.database, (database) =>
    database
      .selectFrom('mails')
      .selectAll()
      .where('recipient', '=', email)
      .orderBy('queued_at', 'desc')
      .orderBy('key', 'desc')
      .executeTakeFirst(),
  )
}

const linkIn = (body: string | undefined) =>
  /http:\/\/uskalla\.test(\/\S+)/.exec(body ?? '')?.[1] ?? 'no link'

/** Hanna invites an address; the path of the invitation from the letter. */
async function invitationFor(email: string, fields: Record<string, string> = {}): Promise<string> {
  const sent = await hanna.fillIn('/fi/kunnat/239/kutsut/uusi', {
    email,
    role: 'employee',
    letterLang: 'fi',
    ...fields,
  })
  expect(sent.status).toBe(303)
  return linkIn((await letterTo(email))?.body)
}

describe('an invitation', () => {
  test('makes whoever accepts it a member at once, in the role and until the day it says', async () => {
    const person = await newcomer()
    const link = await invitationFor(person.email, { role: 'leader', validUntil: '31.12.2098' })
    const browser = await site.browser(person)
    const page = await browser.get(link)
    expect(page.text).toContain('Sinut on kutsuttu mukaan: Keitele.')
    expect(page.text).toContain('31.12.2098 asti')
    expect(await rolesOf(person)).toEqual([])
    const accepted = await browser.fillIn(link, {})
    expect((await browser.follow(accepted)).text).toContain('Olet nyt mukana: Keitele.')
    expect(await rolesOf(person)).toEqual(['leader'])
    site.clock.now = new Date('2099-01-01T08:00:00Z')
    expect(await rolesOf(person)).toEqual([])
  })

  test('is written in the language of whoever is known by the address, otherwise in the one chosen', async () => {
    await invitationFor('tuntematon@esimerkki.invalid', { letterLang: 'sv' })
    expect((await letterTo('tuntematon@esimerkki.invalid'))?.subject).toBe('Inbjudan till Uskalla: Keitele')
  })

  test('leads through signing in back to itself', async () => {
    const link = await invitationFor('kuka@esimerkki.invalid')
    const nobody = await site.browser()
    expect((await nobody.get(link)).location).toBe(`/fi/kirjaudu?next=${encodeURIComponent(link)}`)
  })

  test('is for one address: anybody else sees neither what it is nor whether it is', async () => {
    const person = await newcomer()
    const link = await invitationFor('toinen@esimerkki.invalid')
    const browser = await site.browser(person)
    const foreign = await browser.get(link)
    const invented = await browser.get(`/fi/kutsut/${site.newId()}`)
    expect(foreign.text).toContain('Kutsu on toiselle osoitteelle')
    expect(foreign.text).not.toContain('toinen@')
    const same = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    expect(same(invented.text)).toBe(same(foreign.text))
    expect((await browser.fillIn(link, {})).status).not.toBe(303)
    expect(await rolesOf(person)).toEqual([])
  })

  test('is used once: a second press changes nothing', async () => {
    const person = await newcomer()
    const link = await invitationFor(person.email)
    const browser = await site.browser(person)
    await browser.fillIn(link, {})
    expect((await browser.get(link)).text).toContain('Kutsua ei voi enää hyväksyä')
    expect((await browser.fillIn(link, {})).status).not.toBe(303)
    expect(await rolesOf(person)).toEqual(['employee'])
  })

  test('of two presses at once one counts', async () => {
    const person = await newcomer()
    const link = await invitationFor(person.email)
    const browsers = await Promise.all([site.browser(person), site.browser(person)])
    const answers = await Promise.all(browsers.map((browser) => browser.fillIn(link, {})))
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 422])
    expect(await rolesOf(person)).toEqual(['employee'])
  })

  test('abuse-18: one second past its term no way activates it', async () => {
    const person = await newcomer()
    const link = await invitationFor(person.email)
    const id = link.split('/').at(-1) ?? ''
    const browser = await site.browser(person)
    await browser.get(link)
    site.clock.now = new Date(beginning.getTime() + days(14) + 1_000)
    hanna = await site.browser('administrator')
    const again = await site.browser(person)
    expect((await again.get(link)).text).toContain('Kutsua ei voi enää hyväksyä')
    const accepted = await again.fillIn(link, {})
    expect(accepted.status).not.toBe(303)
    const letters = (await letterTo(person.email))?.key
    const resent = await hanna.fillIn('/fi/kunnat/239/kutsut', { again: id })
    expect(resent.status).toBe(422)
    expect(resent.text).toContain('Kutsu ei ole enää avoin. Lähetä uusi kutsu.')
    expect((await letterTo(person.email))?.key).toBe(letters)
    // Signing in anew, by the way to the invitation too, brings nothing with it.
    const signedIn = await site.browser(person)
    expect((await signedIn.get('/fi/jasenyydet')).text).not.toContain('Avaa kutsu')
    expect((await signedIn.get('/fi/kunnat/239/jasenet')).status).toBe(403)
    expect(await rolesOf(person)).toEqual([])
  })

  test('sent again keeps its term, and taken back leads nowhere', async () => {
    const person = await newcomer()
    const link = await invitationFor(person.email)
    const id = link.split('/').at(-1) ?? ''
    site.clock.now = new Date(beginning.getTime() + days(1))
    hanna = await site.browser('administrator')
    const resent = await hanna.fillIn('/fi/kunnat/239/kutsut', { again: id })
    expect((await hanna.follow(resent)).text).toContain('Sen voimassaolo ei muuttunut.')
    expect(linkIn((await letterTo(person.email))?.body)).toBe(link)
    expect((await hanna.get('/fi/kunnat/239/kutsut')).text).toContain('viimeistään 24.3.2026')
    await hanna.fillIn('/fi/kunnat/239/kutsut', { withdraw: id })
    const browser = await site.browser(person)
    expect((await browser.get(link)).text).toContain('Kutsua ei voi enää hyväksyä')
    expect((await browser.fillIn(link, {})).status).not.toBe(303)
    expect(await rolesOf(person)).toEqual([])
  })

  test('is not sent twice to the same role, nor to whoever has it', async () => {
    await invitationFor('kahdesti@esimerkki.invalid')
    const twice = await hanna.fillIn('/fi/kunnat/239/kutsut/uusi', {
      email: 'kahdesti@esimerkki.invalid',
      role: 'employee',
      letterLang: 'fi',
    })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Tällä osoitteella on jo avoin kutsu samaan rooliin.')
    const member = await hanna.fillIn('/fi/kunnat/239/kutsut/uusi', {
      email: people.employee.email,
      role: 'employee',
      letterLang: 'fi',
    })
    expect(member.text).toContain('Hänellä on tämä rooli jo.')
  })

  test('writes no headers, whatever the address', async () => {
    for (const email of [
      'a@b.fi\r\nBcc: c@d.fi',
      'A <a@b.fi>',
      'a@b.fi, c@d.fi',
      `${'a'.repeat(300)}@b.fi`,
    ]) {
      const answer = await hanna.fillIn('/fi/kunnat/239/kutsut/uusi', {
        email,
        role: 'employee',
        letterLang: 'fi',
      })
      expect(answer.status).toBe(422)
    }
  })
})

describe('joining by the domain of one’s address', () => {
  beforeAll(async () => {
    const [adder, confirmer] = [await site.browser('administrator'), await site.browser('office')]
    const added = await adder.fillIn('/fi/kunnat/239/osoitteet', { domain: 'Keitele-esimerkki.fi' })
    expect((await adder.follow(added)).text).toContain('Ohjelmatoimisto vahvistaa sen.')
    const early = await newcomer('aikainen@keitele-esimerkki.fi')
    expect((await (await site.browser(early)).fillIn('/fi/jasenyydet/pyyda', {})).status).not.toBe(303)
    const confirmed = await confirmer.fillIn('/fi/ohjelmatoimisto/osoitteet', {
      confirm: 'keitele-esimerkki.fi',
    })
    expect(confirmed.status).toBe(303)
  })

  test('abuse-43: gives nothing until an administrator has approved, however one comes in', async () => {
    const person = await newcomer('pyytaja@keitele-esimerkki.fi')
    const browser = await site.browser(person)
    expect((await browser.get('/fi/jasenyydet')).text).toContain('Pyydä oikeuksia')
    const asked = await browser.fillIn('/fi/jasenyydet/pyyda', {})
    expect((await browser.follow(asked)).text).toContain('Odottaa hyväksyntää')
    expect((await letterTo(people.administrator.email))?.subject).toBe('Uusi jäsenpyyntö: Keitele')
    for (const again of [browser, await site.browser(person)]) {
      expect(await rolesOf(person)).toEqual([])
      expect((await again.get('/fi/kokeilut/uusi')).status).toBe(403)
      expect((await again.get('/fi/kunnat/239/jasenpyynnot')).status).toBe(403)
    }
    const page = await hanna.get('/fi/kunnat/239/jasenpyynnot')
    expect(page.text).toContain('pyytaja@keitele-esimerkki.fi')
    const approve = /name="approve" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const own = await browser.post('/fi/kunnat/239/jasenpyynnot', { approve })
    expect([400, 403]).toContain(own.status)
    expect(await rolesOf(person)).toEqual([])
    await hanna.fillIn('/fi/kunnat/239/jasenpyynnot', { approve })
    expect(await rolesOf(person)).toEqual(['employee'])
    expect((await letterTo(person.email))?.subject).toBe('Vastaus jäsenpyyntöösi: Keitele')
  })

  test('a declined request gives nothing, and can be asked again', async () => {
    const person = await newcomer('hylatty@keitele-esimerkki.fi')
    const browser = await site.browser(person)
    await browser.fillIn('/fi/jasenyydet/pyyda', {})
    const twice = await browser.fillIn('/fi/jasenyydet/pyyda', {})
    expect(twice.text).toContain('Olet jo pyytänyt oikeuksia tästä kunnasta.')
    const page = await hanna.get('/fi/kunnat/239/jasenpyynnot')
    const decline = /name="decline" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const declined = await hanna.fillIn('/fi/kunnat/239/jasenpyynnot', { decline })
    expect((await hanna.follow(declined)).text).toContain('Pyyntö on hylätty')
    expect(await rolesOf(person)).toEqual([])
    expect((await browser.fillIn('/fi/jasenyydet/pyyda', {})).status).toBe(303)
  })

  test.each([
    'x@evil-keitele-esimerkki.fi',
    'x@keitele-esimerkki.fi.evil.test',
    'x@edu.keitele-esimerkki.fi',
    'x@keitele-esimerkki.fi%00.evil.test',
    'x@keitele%2desimerkki.fi',
    'x@keitele-esimerkkі.fi',
    'x@ｋeitele-esimerkki.fi',
    'keitele-esimerkki.fi@evil.test',
    'x@=?utf-8?q?keitele-esimerkki.fi?=',
  ])('abuse-46: %s gets no municipal role', async (email) => {
    const person = await newcomer(email)
    const browser = await site.browser(person)
    expect((await browser.get('/fi/jasenyydet')).text).not.toContain('href="/fi/jasenyydet/pyyda"')
    expect((await browser.fillIn('/fi/jasenyydet/pyyda', {})).status).not.toBe(303)
    expect(await rolesOf(person)).toEqual([])
  })

  test('a domain open to anybody, another municipality’s or no domain at all is refused with a reason', async () => {
    const answer = async (browser: TestBrowser, path: string, domain: string) => {
      const { status, text } = await browser.fillIn(path, { domain })
      expect(status).toBe(422)
      return text
    }
    expect(await answer(hanna, '/fi/kunnat/239/osoitteet', 'gmail.com')).toContain('voi saada kuka tahansa')
    expect(await answer(hanna, '/fi/kunnat/239/osoitteet', 'ei ole')).toContain(
      'Kirjoita osoitteen loppuosa muodossa',
    )
    expect(await answer(hanna, '/fi/kunnat/239/osoitteet', '')).toContain('Kirjoita osoitteen loppuosa.')
    expect(await answer(office, '/fi/kunnat/071/osoitteet', 'keitele-esimerkki.fi')).toContain(
      'toisella kunnalla: Keitele',
    )
  })

  test('is confirmed at once by an administrator whose own address has the domain', async () => {
    const added = await hanna.fillIn('/fi/kunnat/239/osoitteet', { domain: '@esimerkki.invalid' })
    expect((await hanna.follow(added)).text).toContain('sama on omassa osoitteessasi')
    const removed = await hanna.fillIn('/fi/kunnat/239/osoitteet', { remove: 'esimerkki.invalid' })
    expect((await hanna.follow(removed)).text).toContain('Loppuosa on poistettu.')
  })
})
