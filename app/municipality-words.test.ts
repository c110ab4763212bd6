import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { detailsOf } from './membership/index.ts'
import { saveDetails } from './membership/save-details.ts'
import { examplePeopleOfTrial as people, savePerson } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { readQueueState } from './platform/jobs/queue-job.ts'
import { createTestSite } from './test-site.ts'
import { tellHiddenAgain } from './moderation/hidden-again.ts'
import { appealAgainst, openHidingOf } from './moderation/hiding-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const secondOffice = {
  id: '01900000-0000-7000-8000-00000000c001',
  email: 'oskari@esimerkki.invalid',
  name: 'Oskari Ohjelma',
  lang: 'fi' as const,
  memberships: [{ municipalityCode: null, role: 'office' as const }],
}
const words = { fi: 'Meillä sanalla kuntasananen kokeillaan.', sv: null, en: null }
const contact = { name: null, email: null, phone: null, url: null }
let id = ''

beforeAll(async () => {
  site = await createTestSite()
  const { administrator: person } = people
  const acting = { person, now: site.clock.now, requestId: 'test', lang: 'fi' as const, newId: site.newId }
  await asSystem(site.database, async (transaction) => {
    await savePerson(transaction, { ...secondOffice, isExample: false, createdAt: site.clock.now })
    await saveDetails(transaction, {
      ...acting,
      municipalityCode: '239',
      details: { words, contact, version: 0 },
    })
    id = (await detailsOf(transaction, '239')).id ?? ''
  })
})
afterAll(() => site.close())

describe('what a municipality says of itself', () => {
  test('is reported from its page by anybody, and dealt with at the programme office, not by those who wrote it', async () => {
    const visitor = await site.browser()
    expect((await visitor.get('/fi/kunnat/239')).text).toContain(`/fi/ilmoita/municipality/${id}`)
    const sent = await visitor.fillIn(`/fi/ilmoita/municipality/${id}`, {
      reason: 'advertising',
      words: 'Mainostaa yritystä.',
    })
    expect(sent.location).toBe('/fi/kunnat/239')
    const administrator = await site.browser('administrator')
    expect((await administrator.get(`/fi/moderointi/municipality/${id}`)).status).toBe(403)
    expect((await administrator.get('/fi/moderointi')).text).not.toContain(id)
    expect((await (await site.browser('office')).get('/fi/moderointi')).text).toContain(id)
  })

  test('is hidden with a reason, told to whoever wrote it, appealed and shown again', async () => {
    const office = await site.browser('office')
    const visitor = await site.browser()
    const administrator = await site.browser('administrator')
    const hidden = await office.fillIn(`/fi/moderointi/municipality/${id}`, {
      decision: 'hide',
      because: 'advertising',
      explanation: 'Toinen lause mainostaa yritystä.',
    })
    expect(hidden.status).toBe(303)
    const page = await visitor.get('/fi/kunnat/239')
    expect(page.text).not.toContain('kuntasananen')
    expect(page.text).toContain('Teksti on piilotettu, koska se oli mainos.')
    const letters = await site.database.selectFrom('mails').select(['recipient', 'body']).execute()
    expect(letters.find(({ recipient }) => recipient === people.administrator.email)?.body).toContain(
      'Toinen lause mainostaa yritystä.',
    )

    const form = await administrator.get('/fi/kunnat/239/tiedot')
    expect(form.text).toContain('kuntasananen')
    expect(form.text).toContain('ohjelmatoimisto palauttaa ne näkyviin')
    await administrator.fillIn('/fi/kunnat/239/tiedot', { wordsFi: 'Korjattu kuntasananen.' })
    expect((await visitor.get('/fi/kunnat/239')).text).not.toContain('kuntasananen')

    const hiding = await openHidingOf(site.database, 'municipality', id)
    await administrator.fillIn(`/fi/piilotetut/${hiding?.id}`, { words: 'Mainos on poistettu.' })
    const appeal = await appealAgainst(site.database, hiding?.id ?? '')
    const second = await site.browser(secondOffice)
    await second.fillIn(`/fi/oikaisut/${appeal?.id}`, { outcome: 'restored', words: 'Korjattu.' })
    expect((await visitor.get('/fi/kunnat/239')).text).toContain('Korjattu kuntasananen.')
  })

  test('stays hidden when the same words are put back after others were shown, in any language, and can be appealed', async () => {
    const visitor = await site.browser()
    const administrator = await site.browser('administrator')
    const isShown = async () => /kuntasananen|KUNTASANANEN/.test((await visitor.get('/sv/kommuner/239')).text)
    const { waiting } = await readQueueState(site.database)
    const again = { wordsFi: '', wordsSv: ' Meillä sanalla KUNTASANANEN – kokeillaan' }
    expect((await administrator.fillIn('/fi/kunnat/239/tiedot', again)).status).toBe(303)
    expect(await isShown()).toBe(false)
    expect((await readQueueState(site.database)).waiting).toBe(waiting + 1)
    const tell = () =>
      asSystem(site.database, (system) =>
        tellHiddenAgain(system, {
          kind: 'municipality',
          id,
          now: site.clock.now,
          newId: site.newId,
          addressOf: (lang, hidingId) => `http://uskalla.test/${lang}/${hidingId}`,
        }),
      )
    await tell()
    await tell()
    const hiding = await openHidingOf(site.database, 'municipality', id)
    expect(hiding).toMatchObject({ because: 'advertising', writerId: people.administrator.id })
    expect((await (await site.browser('office')).get('/fi/moderointi')).text).toContain(id)
    expect((await administrator.get(`/fi/piilotetut/${hiding?.id}`)).text).toContain('KUNTASANANEN')
    const letters = await site.database.selectFrom('mails').select('body').execute()
    expect(letters.filter(({ body }) => body.includes(hiding?.id ?? '-')).length).toBe(1)

    await administrator.fillIn('/fi/kunnat/239/tiedot', { wordsSv: '' })
    expect((await (await site.browser('office')).get(`/fi/moderointi/municipality/${id}`)).status).toBe(200)
    await administrator.fillIn('/fi/kunnat/239/tiedot', again)
    const second = await site.browser(secondOffice)
    await second.fillIn(`/fi/moderointi/municipality/${id}`, { decision: 'show', explanation: 'Kelpaa.' })
    expect(await isShown()).toBe(true)
    await administrator.fillIn('/fi/kunnat/239/tiedot', {
      wordsFi: 'Meillä sanalla kuntasananen kokeillaan.',
    })
    expect(await isShown()).toBe(true)
  })
})
