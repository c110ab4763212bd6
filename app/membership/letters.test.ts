import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people, savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { mailJobs } from '../platform/mail/send-mail.ts'
import type { Person, Role } from '../platform/web/visitor.ts'
import { createTestSite } from '../test-site.ts'
import { endMembershipRow, membershipFor } from './membership-store.ts'
import { stillMay } from './still-may.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let folder: string

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uskalla-letters-'))
  return () => rmSync(folder, { recursive: true })
})

const home = { municipalityCode: '239' }
const secretTitle = 'Salainen kokeiluehdotus'

let count = 0
async function memberAs(role: Role): Promise<Person> {
  const id = site.newId()
  return asSystem(site.database, (transaction) =>
    savePerson(transaction, {
      id,
      name: `Jäsen ${++count}`,
      email: `kirje.${count}@esimerkki.invalid`,
      lang: 'fi',
      memberships: [{ ...home, role }],
      isExample: false,
      createdAt: site.clock.now,
    }),
  )
}

async function ends(person: Person, role: Role): Promise<void> {
  await asSystem(site.database, async (database) => {
    const id = await membershipFor(database, { personId: person.id, home, role, now: site.clock.now })
    await endMembershipRow(database, id ?? '', site.clock.now)
  })
}

/** Queues a letter that depends on a role in Keitele, as the rooms do. */
async function queues(key: string, person: Person, role: Role, title = 'Odottaa sinua'): Promise<void> {
  await asSystem(site.database, (database) =>
    queueMail(database, {
      key,
      to: person.email,
      subject: title,
      text: `${title} odottaa vastaustasi.`,
      onlyWhile: { personId: person.id, ...home, roles: [role] },
    }),
  )
}

/** Lets the queue send what waits under these keys; how many letters left. */
async function sends(keys: readonly string[]): Promise<number> {
  const { jobs } = mailJobs({ smtpUrl: undefined, folder, from: 'uskalla@esimerkki.invalid', stillMay })
  const { now } = site.clock
  for (const key of keys)
    await jobs['send-mail'].outgoing({ key }, { inTransaction: (work) => asSystem(site.database, work), now })
  return readdirSync(folder).length
}

const kept = async (key: string) =>
  site.database.selectFrom('mails').selectAll().where('key', '=', key).executeTakeFirstOrThrow()

describe('a letter that waits in the queue', () => {
  test('leaves while its recipient still has the right', async () => {
    const leader = await memberAs('leader')
    await queues('kept right', leader, 'leader')
    expect(await sends(['kept right'])).toBe(1)
  })

  test('abuse-50: three letters wait when the right ends: the next request is refused and none of the three is sent', async () => {
    const leader = await memberAs('leader')
    const browser = await site.browser(leader)
    const keys = ['one', 'two', 'three']
    for (const key of keys) await queues(key, leader, 'leader')
    expect((await browser.get('/fi/kokeilut/uusi')).status).toBe(200)
    await ends(leader, 'leader')
    expect((await browser.get('/fi/kokeilut/uusi')).status).toBe(403)
    expect(await sends(keys)).toBe(0)
    // Not at a later attempt either, even when the right is given anew.
    expect(await sends(keys)).toBe(0)
  })

  test('abuse-48: what was timed does nothing once its right has ended, and the refusal stands in the log', async () => {
    const leader = await memberAs('leader')
    await queues('timed', leader, 'leader')
    await ends(leader, 'leader')
    await sends(['timed'])
    const lines = await site.database
      .selectFrom('log_entries')
      .selectAll()
      .where('action', '=', 'mail.withheld')
      .where('record_id', '=', 'timed')
      .execute()
    expect(lines).toMatchObject([{ chain: '239', person_id: leader.id }])
  })

  test('abuse-49: without access no word of the hidden title is left, neither in the queue nor on the page of letters', async () => {
    const leader = await memberAs('leader')
    await queues('hidden', leader, 'leader', secretTitle)
    await ends(leader, 'leader')
    await sends(['hidden'])
    expect(await kept('hidden')).toMatchObject({ subject: '', body: '', sent_at: null })
    const page = await (await site.browser(leader)).get('/fi/posti')
    for (const word of secretTitle.split(' ')) expect(page.text).not.toContain(word)
  })

  test('abuse-49: the letters of a request to join name nobody’s title, and stop with the administrator’s right', async () => {
    const administrator = await memberAs('administrator')
    await asSystem(site.database, (database) =>
      database
        .insertInto('municipality_domains')
        .values({
          domain: 'kirje.invalid',
          municipality_code: '239',
          added_by: people.office.id,
          added_at: site.clock.now,
          confirmed_at: site.clock.now,
          confirmed_by: people.office.id,
        })
        .execute(),
    )
    const asker = await asSystem(site.database, (transaction) =>
      savePerson(transaction, {
        id: site.newId(),
        name: 'Pyytäjä',
        email: 'pyytaja@kirje.invalid',
        lang: 'fi',
        memberships: [],
        isExample: false,
        createdAt: site.clock.now,
      }),
    )
    await (await site.browser(asker)).fillIn('/fi/jasenyydet/pyyda', {})
    await ends(administrator, 'administrator')
    const letters = await site.database
      .selectFrom('mails')
      .select(['key', 'recipient'])
      .where('key', 'like', 'membership request %')
      .execute()
    expect(letters.map((letter) => letter.recipient)).toContain(administrator.email)
    await sends(letters.map((letter) => letter.key))
    const unsent = await site.database
      .selectFrom('mails')
      .select('recipient')
      .where('withheld_at', 'is not', null)
      .where('key', 'like', 'membership request %')
      .execute()
    expect(unsent.map((letter) => letter.recipient)).toEqual([administrator.email])
  })

  test('waits when nobody can tell whether it may leave', async () => {
    const leader = await memberAs('leader')
    await queues('nobody knows', leader, 'leader')
    const { jobs } = mailJobs({ smtpUrl: undefined, folder, from: 'uskalla@esimerkki.invalid' })
    const inTransaction = <Result>(work: (database: typeof site.database) => Promise<Result>) =>
      asSystem(site.database, work)
    await expect(
      jobs['send-mail'].outgoing({ key: 'nobody knows' }, { inTransaction, now: site.clock.now }),
    ).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})
