import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellIdea } from '../ideas/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite } from '../test-site.ts'
import { moderationJobs, tellModerators } from './tell-moderators.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** Somebody reports a new idea of a municipality. */
async function reported(code: string): Promise<void> {
  const idea = await asSystem(site.database, (transaction) =>
    tellIdea(transaction, {
      person: people.employee,
      now: site.clock.now,
      requestId: 'test',
      lang: 'fi',
      newId: site.newId,
      municipalityCode: code,
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      forWhom: 'Lähellä asuville.',
    }),
  )
  const browser = await site.browser()
  const report = { reason: 'insult', words: 'Nimeää naapurin.', email: 'ilmoittaja@esimerkki.invalid' }
  expect((await browser.fillIn(`/fi/ilmoita/idea/${idea.id}`, report)).status).toBe(303)
}

const tell = () =>
  asSystem(site.database, (database) =>
    tellModerators(database, {
      now: site.clock.now,
      linkTo: (lang) => `http://uskalla.test/${lang}/moderointi`,
    }),
  )
const letters = async () =>
  site.database
    .selectFrom('mails')
    .select(['recipient', 'body', 'condition'])
    .where('key', 'like', 'moderators %')
    .orderBy('queued_at')
    .orderBy('recipient')
    .execute()

describe('those who deal with reported texts', () => {
  test('get one gathered letter in the morning, administrators of their own municipality, without texts or reporters', async () => {
    await reported('239')
    await reported('239')
    await reported('071')
    expect(await tell()).toBe(2)
    const [toOffice, toAdministrator] = await letters()
    expect(toOffice?.recipient).toBe(people.office.email)
    expect(toOffice?.body).toContain('Keitele: 2 ilmoitusta')
    expect(toOffice?.body).toContain('Haapavesi: 1 ilmoitus')
    expect(toAdministrator?.recipient).toBe(people.administrator.email)
    expect(toAdministrator?.body).toContain('Keitele: 2 ilmoitusta')
    expect(toAdministrator?.body).not.toContain('Haapavesi')
    expect(toAdministrator?.condition).toMatchObject([{ municipalityCode: '239' }])
    for (const letter of await letters()) {
      expect(letter.body).toContain('http://uskalla.test/fi/moderointi')
      for (const told of ['naapurin', 'ylijäämälounas', 'ilmoittaja@'])
        expect(letter.body).not.toContain(told)
    }
  })

  test('are told of each report once, and at most once a day', async () => {
    await reported('071')
    expect(await tell()).toBe(0)
    site.clock.now = new Date('2026-03-11T05:10:00Z')
    expect(await tell()).toBe(1)
    expect((await letters()).at(-1)?.body).toContain('Haapavesi: 1 ilmoitus')
    site.clock.now = new Date('2026-03-12T05:10:00Z')
    expect(await tell()).toBe(0)
  })

  test('hear nothing when nothing has come, and the job comes every morning', async () => {
    const before = (await letters()).length
    site.clock.now = new Date('2026-03-13T05:10:00Z')
    const { jobs, recurring } = moderationJobs({
      linkTo: () => 'http://uskalla.test/fi/moderointi',
      writersPage: () => 'http://uskalla.test/fi/moderointi',
    })
    const job = jobs['tell-moderators']
    if (typeof job !== 'function') throw new Error('nobody tells moderators')
    await asSystem(site.database, (database) => job({}, { database, now: site.clock.now, newId: site.newId }))
    expect(await letters()).toHaveLength(before)
    expect(recurring).toEqual([{ name: 'tell-moderators', match: '10 5 * * *' }])
  })
})
