import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { pathTo } from '../platform/web/address.ts'
import { rarePerson, saveRarePerson } from './own-data.examples.ts'
import { sendMonthlyLetter } from './send-monthly-letter.ts'

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

async function lettersTo(recipient: string) {
  return site.database
    .selectFrom('mails')
    .selectAll()
    .where('recipient', '=', recipient)
    .orderBy('queued_at', 'desc')
    .execute()
}

describe('consents', () => {
  test('are no until given, hold until withdrawn, and keep their history', async () => {
    const page = '/fi/omat-tiedot/suostumukset'
    expect((await sanni.get(page)).text).toContain('Se tarkoittaa samaa kuin ei.')
    await sanni.fillIn(page, { agreed: ['named_author'] })
    later(1)
    await sanni.fillIn(page, { agreed: ['named_author'] })
    later(1)
    await sanni.fillIn(page, { agreed: [] })
    const kept = await site.database
      .selectFrom('consents')
      .select(['purpose', 'given', 'wording'])
      .where('person_id', '=', rarePerson.id)
      .orderBy('at')
      .execute()
    expect(kept).toEqual([
      { purpose: 'named_author', given: true, wording: '2026-11' },
      { purpose: 'named_author', given: false, wording: '2026-11' },
    ])
    const { text } = await sanni.get(page)
    expect(text).toContain('suostumus annettu')
    expect(text).toContain('suostumus peruttu')
  })
})

describe('being named in public', () => {
  test('happens while the consent holds, and at no other time', async () => {
    const told = await sanni.fillIn('/fi/ideat/kerro', {
      municipality: '239',
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      forWhom: 'Lähellä asuville.',
    })
    const nobody = await site.browser()
    const isNamed = async () => (await nobody.get(told.location ?? '')).text.includes(rarePerson.name)
    expect(await isNamed()).toBe(false)
    await sanni.fillIn('/fi/omat-tiedot/suostumukset', { agreed: ['named_author'] })
    expect(await isNamed()).toBe(true)
    later(1)
    await sanni.fillIn('/fi/omat-tiedot/suostumukset', { agreed: [] })
    expect(await isNamed()).toBe(false)
  })
})

describe('the monthly letter', () => {
  test('goes once to whoever agreed, with what was learned in the month before', async () => {
    const experimentId = site.newId()
    await asSystem(site.application, async (system) => {
      await saveExampleExperiment(system, {
        id: experimentId,
        newId: site.newId,
        at: site.clock.now,
        state: 'ended',
        plan: examplePlan(),
        responsiblePersonId: people.employee.id,
      })
      await system
        .insertInto('lessons')
        .values({
          id: site.newId(),
          experiment_id: experimentId,
          municipality_code: '239',
          language: 'fi',
          worked: 'Toimi.',
          did_not_work: '-',
          surprised: '-',
          conditions: '-',
          works: 'yes',
          inspired: null,
          would_do_otherwise: null,
          written_by: null,
          written_at: new Date('2026-05-20T08:00:00Z'),
          version: 1,
        })
        .execute()
    })
    const send = (now: string) =>
      asSystem(site.application, (system) =>
        sendMonthlyLetter(system, {
          now: new Date(now),
          addressOf: (name, lang, parameters) => `http://uskalla.test${pathTo(lang, name, parameters)}`,
        }),
      )
    expect(await send('2026-06-01T06:00:00Z')).toBe(0)
    await sanni.fillIn('/fi/omat-tiedot/suostumukset', { agreed: ['monthly_letter'] })
    expect(await send('2026-07-01T06:00:00Z')).toBe(0)
    expect(await send('2026-06-01T06:00:00Z')).toBe(1)
    await send('2026-06-01T06:00:00Z')
    const letters = (await lettersTo(rarePerson.email)).filter((mail) =>
      mail.key.startsWith('monthly letter'),
    )
    expect(letters.map((mail) => mail.subject)).toEqual(['Uusia oppeja: 1.5.2026 – 31.5.2026'])
    expect(letters[0]?.body).toContain(experimentId)
    expect(letters[0]?.body).toContain('/fi/omat-tiedot/suostumukset')
  })
})
