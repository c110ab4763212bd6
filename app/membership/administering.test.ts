import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people, savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Person } from '../platform/web/visitor.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { membershipFor } from './membership-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let hanna: TestBrowser

const keitele = { municipalityCode: '239' }

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  hanna = await site.browser('administrator')
})

let count = 0
async function memberOf(
  code: string,
  role: 'employee' | 'leader' | 'administrator' | 'ambassador' = 'employee',
) {
  const person: Person = {
    id: site.newId(),
    name: `Jäsen ${++count}`,
    email: `jasen.${count}@esimerkki.invalid`,
    lang: 'fi',
    memberships: [{ municipalityCode: code, role }],
  }
  await asSystem(site.database, (transaction) =>
    savePerson(transaction, { ...person, isExample: false, createdAt: site.clock.now }),
  )
  return person
}

const membershipId = async (
  person: Pick<Person, 'id'>,
  role: 'employee' | 'leader' | 'administrator' | 'ambassador',
  home = keitele,
) =>
  (await asSystem(site.database, (database) =>
    membershipFor(database, { personId: person.id, home, role, now: site.clock.now }),
  )) ?? ''

const rows = async () =>
  asSystem(site.database, async (database) => {
    const { rows: all } = await sql`select * from memberships order by id`.execute(database)
    return all
  })

const lines = async (action: string) =>
  asSystem(site.database, (database) =>
    database.selectFrom('log_entries').selectAll().where('action', '=', action).execute(),
  )

describe('a municipality’s administrator', () => {
  test('finds the way from the top of any page, and sees who is in and what waits', async () => {
    const front = await hanna.get('/fi')
    expect(front.text).toContain('href="/fi/kunnat/239/hallinta"')
    const page = await hanna.get('/fi/kunnat/239/hallinta')
    expect(page.status).toBe(200)
    expect(page.text).toMatch(/\d+ jäsentä/)
    const employee = await (await site.browser('employee')).get('/fi')
    expect(employee.text).not.toContain('Kunnan hallinta')
  })

  test('finds a member by name or address, whatever characters are typed', async () => {
    const all = await hanna.get('/fi/kunnat/239/jasenet')
    expect(all.text).toContain('Kaisa Kokeilija')
    expect(all.text).not.toContain('Riitta Rohkea')
    const found = await hanna.get('/fi/kunnat/239/jasenet?name=leena')
    expect(found.text).toContain('Leena Luotsi')
    expect(found.text).not.toContain('Kaisa Kokeilija')
    expect((await hanna.get('/fi/kunnat/239/jasenet?role=leader')).text).not.toContain('Kaisa Kokeilija')
    for (const name of ['%25', '_', '%5C', '%27'])
      expect((await hanna.get(`/fi/kunnat/239/jasenet?name=${name}`)).text).toContain(
        'Tällaista jäsentä ei löytynyt.',
      )
  })

  test('abuse-12: and nobody else changes the register of members; the permitted change writes one line with both states', async () => {
    const person = await memberOf('239')
    const id = await membershipId(person, 'employee')
    const path = `/fi/kunnat/239/jasenet/${id}`
    const foreign = await memberOf('071', 'administrator')
    const before = await rows()
    for (const who of [
      'employee',
      'leader',
      'ambassador',
      'researcher',
      'resident',
      'colleague',
      foreign,
    ] as const) {
      const browser = await site.browser(who)
      expect(
        (await browser.post(path, { role: 'administrator', validUntil: '', _version: '1' })).status,
      ).toBe(403)
      expect([403, 404]).toContain((await browser.post(`/fi/jasenyydet/${id}/lopeta`, {})).status)
      for (const method of ['PUT', 'DELETE', 'PATCH'])
        expect(
          (await browser.send(path, { method, headers: { origin: 'http://uskalla.test' } })).status,
        ).toBe(405)
    }
    expect(
      (await (await site.browser()).post(path, { role: 'administrator', validUntil: '' })).location,
    ).toContain('/kirjaudu')
    expect(await rows()).toEqual(before)
    const saved = await hanna.fillIn(path, { role: 'leader', validUntil: '31.12.2098' })
    expect(saved.status).toBe(303)
    const written = (await lines('membership.changed')).filter((line) => line.record_id === id)
    expect(written).toHaveLength(1)
    expect(written[0]).toMatchObject({ chain: '239', person_id: people.administrator.id })
    expect(written[0]?.before_fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(written[0]?.after_fingerprint).not.toBe(written[0]?.before_fingerprint)
  })

  test('whether a membership exists in another municipality cannot be found out', async () => {
    const id = await membershipId(people.ambassador, 'ambassador', { municipalityCode: '071' })
    const real = await hanna.get(`/fi/kunnat/239/jasenet/${id}`)
    const invented = await hanna.get(`/fi/kunnat/239/jasenet/${site.newId()}`)
    expect([real.status, invented.status]).toEqual([404, 404])
    const elsewhere = await hanna.get(`/fi/kunnat/071/jasenet/${id}`)
    const nothing = await hanna.get(`/fi/kunnat/071/jasenet/${site.newId()}`)
    expect([elsewhere.status, nothing.status]).toEqual([403, 403])
  })

  test('two who save the same member: the second sees what the first saved, and nothing is lost', async () => {
    const person = await memberOf('239')
    const path = `/fi/kunnat/239/jasenet/${await membershipId(person, 'employee')}`
    const second = await site.browser('office')
    await hanna.fillIn(path, { role: 'leader', validUntil: '' })
    const answer = await second.post(path, { role: 'ambassador', validUntil: '', _version: '1' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Toinen ylläpitäjä tallensi juuri näin:')
    expect(answer.text).toContain('johtava viranhaltija, toistaiseksi')
    expect(await membershipId(person, 'leader')).not.toBe('')
  })

  test('a last day that has passed is asked for again', async () => {
    const person = await memberOf('239')
    const path = `/fi/kunnat/239/jasenet/${await membershipId(person, 'employee')}`
    const answer = await hanna.fillIn(path, { role: 'employee', validUntil: '9.3.2026' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Valitse tämä päivä tai myöhempi.')
  })

  test('ends a membership: its rights are gone with the next request, what was decided stays', async () => {
    const person = await memberOf('239')
    const browser = await site.browser(person)
    expect((await browser.get('/fi/kokeilut/uusi')).status).toBe(200)
    const id = await membershipId(person, 'employee')
    const ended = await hanna.fillIn(`/fi/jasenyydet/${id}/lopeta`, {})
    expect(ended.location).toBe('/fi/kunnat/239/jasenet')
    expect((await browser.get('/fi/kokeilut/uusi')).status).toBe(403)
    expect((await lines('membership.ended')).some((line) => line.record_id === id)).toBe(true)
    expect((await hanna.get('/fi/kunnat/239/jasenet')).text).not.toContain(person.name)
  })

  test('the last one cannot leave, step down or set an end before there is another', async () => {
    const own = await membershipId(people.administrator, 'administrator')
    const sentence = 'Kunnalla ei olisi enää ylläpitäjää.'
    expect((await hanna.fillIn(`/fi/jasenyydet/${own}/lopeta`, {})).text).toContain(sentence)
    const path = `/fi/kunnat/239/jasenet/${own}`
    expect((await hanna.fillIn(path, { role: 'employee', validUntil: '' })).text).toContain(sentence)
    expect((await hanna.fillIn(path, { role: 'administrator', validUntil: '31.12.2026' })).text).toContain(
      sentence,
    )
    const other = await memberOf('239', 'administrator')
    const [first, second] = await Promise.all([site.browser('administrator'), site.browser(other)])
    const answers = await Promise.all([
      first.fillIn(`/fi/jasenyydet/${own}/lopeta`, {}),
      second.fillIn(`/fi/jasenyydet/${await membershipId(other, 'administrator')}/lopeta`, {}),
    ])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 422])
    await asSystem(site.database, (transaction) =>
      savePerson(transaction, { ...people.administrator, isExample: true, createdAt: site.clock.now }),
    )
  })

  test('tells of the municipality in three languages, and whom to ask about personal data', async () => {
    const saved = await hanna.fillIn('/fi/kunnat/239/tiedot', {
      wordsFi: 'Kokeilemme, koska muuten emme opi.',
      wordsSv: 'Vi försöker för att lära oss.',
      contactName: 'Tietosuojavastaava',
      contactEmail: 'tietosuoja@esimerkki.invalid',
    })
    expect(saved.status).toBe(303)
    const nobody = await site.browser()
    expect((await nobody.get('/fi/kunnat/239')).text).toContain('href="mailto:tietosuoja@esimerkki.invalid"')
    expect((await nobody.get('/fi/kunnat/239')).text).toContain('Kokeilemme, koska muuten emme opi.')
    expect((await nobody.get('/sv/kommuner/239')).text).toContain('Vi försöker för att lära oss.')
    expect((await nobody.get('/en/municipalities/239')).text).toMatch(/lang="fi"[^]*Kokeilemme/)
    const stale = await hanna.post('/fi/kunnat/239/tiedot', { wordsFi: 'Toinen teksti.', _version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Kokeilemme, koska')
    expect((await nobody.get('/fi/kunnat/071')).text).not.toContain('Kunta kertoo')
  })

  test('a wrong address of the contact is asked for again, and nothing typed is lost', async () => {
    const answer = await hanna.fillIn('/fi/kunnat/239/tiedot', {
      contactEmail: 'ei osoite',
      contactPhone: '040 123',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('value="040 123"')
  })
})

describe('leaving', () => {
  test('is everybody’s own to do, and one’s own only', async () => {
    const person = await memberOf('239')
    const id = await membershipId(person, 'employee')
    expect([403, 404]).toContain(
      (await (await site.browser('employee')).get(`/fi/jasenyydet/${id}/lopeta`)).status,
    )
    const browser = await site.browser(person)
    expect((await browser.get('/fi/jasenyydet')).text).toContain('alkaen 10.3.2026, toistaiseksi')
    const left = await browser.fillIn(`/fi/jasenyydet/${id}/lopeta`, {})
    expect((await browser.follow(left)).text).toContain('Et ole vielä minkään kunnan jäsen.')
    expect((await browser.get(`/fi/jasenyydet/${id}/lopeta`)).status).toBe(404)
  })
})
