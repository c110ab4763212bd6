import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people, savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Person } from '../platform/web/visitor.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { membershipFor } from './membership-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let office: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
  office = await site.browser('office')
})
afterAll(() => site.close())

async function employeeOf(code: string): Promise<Person> {
  const person: Person = {
    id: site.newId(),
    name: `Työntekijä ${code}`,
    email: `tyontekija.${code}@esimerkki.invalid`,
    lang: 'fi',
    memberships: [{ municipalityCode: code, role: 'employee' }],
  }
  await asSystem(site.database, (transaction) =>
    savePerson(transaction, { ...person, isExample: false, createdAt: site.clock.now }),
  )
  return person
}

describe('the programme office', () => {
  test('adds an organisation, invites a member into it and renames it', async () => {
    const added = await office.fillIn('/fi/ohjelmatoimisto/organisaatiot/uusi', {
      kind: 'research_institute',
      nameFi: 'Keksitty laitos',
    })
    const path = added.location ?? ''
    expect((await office.follow(added)).text).toContain('Jäseniä ei vielä ole.')
    const twice = await office.fillIn('/fi/ohjelmatoimisto/organisaatiot/uusi', {
      kind: 'research_institute',
      nameFi: 'KEKSITTY laitos',
    })
    expect(twice.text).toContain('Samanniminen organisaatio on jo luettelossa.')
    const invited = await office.fillIn(`${path}/kutsu`, { email: people.resident.email, letterLang: 'fi' })
    expect((await office.follow(invited)).text).toContain(people.resident.email)
    const riitta = await site.browser('resident')
    const mine = await riitta.get('/fi/jasenyydet')
    const link = /href="(\/fi\/kutsut\/[^"]+)"/.exec(mine.text)?.[1] ?? ''
    await riitta.fillIn(link, {})
    expect((await riitta.get('/fi/jasenyydet')).text).toContain('Keksitty laitos')
    expect((await office.get('/fi/ohjelmatoimisto/organisaatiot')).text).toMatch(/Keksitty laitos[^]*?>1</)
    await office.fillIn(`${path}/nimi`, { nameFi: 'Keksitty laitos', nameSv: 'Påhittat institut' })
    const stale = await office.post(`${path}/nimi`, { nameFi: 'Muu', nameSv: '', nameEn: '', _version: '1' })
    expect(stale.status).toBe(409)
    expect(
      (
        await office.get(
          path.replace('/fi/ohjelmatoimisto/organisaatiot', '/sv/programkansliet/organisationer'),
        )
      ).text,
    ).toContain('Påhittat institut')
  })

  test('appoints an ambassador at once among those who work there, by invitation otherwise, and ends it', async () => {
    const person = await employeeOf('005')
    const appointed = await office.fillIn('/fi/ohjelmatoimisto/lahettilaat/nimea', {
      municipality: '005',
      email: person.email,
    })
    const list = await office.follow(appointed)
    expect(list.text).toContain('Lähettiläs on nimetty.')
    expect(list.text).toMatch(/Alajärvi[^]*10\.3\.2026/)
    const again = await office.fillIn('/fi/ohjelmatoimisto/lahettilaat/nimea', {
      municipality: '005',
      email: person.email,
    })
    expect(again.text).toContain('Hän on jo kunnan lähettiläs.')
    const invited = await office.fillIn('/fi/ohjelmatoimisto/lahettilaat/nimea', {
      municipality: '005',
      email: 'joku@esimerkki.invalid',
    })
    expect((await office.follow(invited)).text).toContain('Kutsu on lähetetty: joku@esimerkki.invalid')
    const asked = {
      personId: person.id,
      home: { municipalityCode: '005' },
      role: 'ambassador',
      now: site.clock.now,
    } as const
    const id = await asSystem(site.database, (database) => membershipFor(database, asked))
    await office.fillIn(`/fi/jasenyydet/${id ?? ''}/lopeta`, {})
    expect((await office.get('/fi/ohjelmatoimisto/lahettilaat')).text).not.toContain('Alajärvi')
  })

  test('sees real counts, and gets to any municipality’s administration', async () => {
    const page = await office.get('/fi/ohjelmatoimisto?municipality=071')
    expect(page.text).toContain('href="/fi/kunnat/071/hallinta"')
    const administrators = await asSystem(site.database, (database) =>
      database
        .selectFrom('memberships')
        .select('municipality_code')
        .distinct()
        .where('role', '=', 'administrator')
        .where('ended_at', 'is', null)
        .execute(),
    )
    expect(page.text).toContain(`${administrators.length} / 308`)
  })

  test('is closed to everybody else', async () => {
    for (const who of [
      'employee',
      'leader',
      'ambassador',
      'researcher',
      'resident',
      'administrator',
    ] as const) {
      const browser = await site.browser(who)
      for (const path of [
        '',
        '/organisaatiot',
        '/organisaatiot/uusi',
        '/lahettilaat',
        '/lahettilaat/nimea',
        '/osoitteet',
      ])
        expect((await browser.get(`/fi/ohjelmatoimisto${path}`)).status).toBe(403)
    }
  })
})
