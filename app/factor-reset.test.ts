import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { factorResetJobs } from './people/index.ts'
import { beginSession } from './people/begin-session.ts'
import { savePasskey } from './people/passkey-store.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { waysInOf } from './people/ways-in.ts'
import { asSystem } from './platform/database/acting.ts'
import { pathTo } from './platform/web/address.ts'
import { createTestSite } from './test-site.ts'
import { visitOf } from './test-visit.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const start = new Date('2026-03-10T08:00:00Z')
const { leader, administrator } = people

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

beforeEach(async () => {
  site.clock.now = start
  await asSystem(site.database, async (database) => {
    await database.deleteFrom('second_factor_resets').execute()
    await database.deleteFrom('passkeys').execute()
    await database.deleteFrom('mails').execute()
    await savePasskey(database, {
      id: site.newId(),
      personId: leader.id,
      credentialId: site.newId(),
      publicKey: new Uint8Array(),
      counter: 0,
      transports: [],
      name: 'Kadonnut puhelin',
      now: start,
    })
  })
})

async function membershipOf(person: { id: string }): Promise<string> {
  const row = await site.database
    .selectFrom('memberships')
    .select('id')
    .where('person_id', '=', person.id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}
const pageOf = async (person: { id: string }) =>
  pathTo('fi', 'reset-factor', { membershipId: await membershipOf(person) })
const ask = async (who: keyof typeof people = 'administrator', how = 'phone') =>
  (await site.browser(who)).fillIn(await pageOf(leader), { how })
const letters = async () =>
  site.database.selectFrom('mails').select(['recipient', 'subject']).orderBy('recipient').execute()
const lines = async () =>
  (
    await site.database
      .selectFrom('log_entries')
      .select(['action', 'chain', 'person_id'])
      .where('action', 'like', 'second-factor-reset.%')
      .orderBy('position')
      .execute()
  ).at(-1)
const passkeysLeft = async () => (await waysInOf(site.database, leader.id)).passkeys.length
const resets = () => site.database.selectFrom('second_factor_resets').selectAll().execute()

/** What the worker does with the waiting reset, so many hours after it was asked. */
async function work(hours: number): Promise<void> {
  const [reset] = await resets()
  const now = new Date(start.getTime() + hours * 3_600_000)
  const job = factorResetJobs({ linkTo: () => 'http://uskalla.test/fi' })['reset-second-factor']
  if (typeof job !== 'function') throw new Error('the reset has no job')
  await asSystem(site.database, (database) =>
    job({ resetId: reset?.id ?? '' }, { database, now, newId: site.newId }),
  )
}

describe('a lost second factor', () => {
  test('is reset a day after an administrator who met or phoned the person has asked, and all of it is told', async () => {
    const session = await site.browser('leader')
    const answer = await ask()
    expect(answer.status).toBe(303)
    expect(await letters()).toEqual([{ recipient: leader.email, subject: 'Kirjautumisesi palautetaan' }])
    expect(await lines()).toEqual({
      action: 'second-factor-reset.asked',
      chain: '239',
      person_id: administrator.id,
    })
    await work(23.9)
    expect(await passkeysLeft()).toBe(1)
    expect((await session.get('/fi/omat')).status).toBe(200)
    await work(24)
    expect(await passkeysLeft()).toBe(0)
    expect((await letters()).map(({ subject }) => subject)).toContain('Kirjautumisesi on palautettu')
    expect(await lines()).toMatchObject({ action: 'second-factor-reset.done', person_id: null })
    const sessions = await site.database
      .selectFrom('sessions')
      .select('id')
      .where('person_id', '=', leader.id)
      .execute()
    expect(sessions).toEqual([])
  })

  test('needs word of how it was made sure who asks', async () => {
    const browser = await site.browser('administrator')
    const answer = await browser.fillIn(await pageOf(leader), {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kerro, miten varmistit, kuka pyytää.')
    expect(await resets()).toEqual([])
  })

  test('was not lost when its owner comes in with it: the reset stops', async () => {
    await ask()
    await asSystem(site.database, (database) =>
      beginSession(
        database,
        { ...visitOf(site), database },
        { personId: leader.id, strength: 'passkey', severalFactors: true },
      ),
    )
    await work(25)
    expect(await passkeysLeft()).toBe(1)
    expect(await lines()).toMatchObject({ action: 'second-factor-reset.stopped', person_id: leader.id })
  })

  test('is not reset by a letter with a link alone', async () => {
    await ask()
    await asSystem(site.database, (database) =>
      beginSession(
        database,
        { ...visitOf(site), database },
        { personId: leader.id, strength: 'link', severalFactors: false },
      ),
    )
    expect(await passkeysLeft()).toBe(1)
    expect((await resets())[0]?.stopped_at).toBeNull()
  })

  test('any of those who look after the membership calls it off again', async () => {
    await ask()
    const office = await site.browser('office')
    const page = await office.get(await pageOf(leader))
    expect(page.text).toContain('11.3.2026')
    await office.fillIn(await pageOf(leader), { stop: 'yes' })
    await work(25)
    expect(await passkeysLeft()).toBe(1)
  })

  test('is not carried out for an administrator who no longer is one', async () => {
    await ask()
    const id = await membershipOf(administrator)
    await site.database.updateTable('memberships').set({ ended_at: start }).where('id', '=', id).execute()
    await work(25)
    await site.database.updateTable('memberships').set({ ended_at: null }).where('id', '=', id).execute()
    expect(await passkeysLeft()).toBe(1)
    expect(await lines()).toMatchObject({ action: 'second-factor-reset.stopped', person_id: null })
  })

  test('of somebody who acts for others elsewhere too is the programme office’s to reset', async () => {
    const membership = { person_id: leader.id, municipality_code: '071', role: 'leader' as const }
    const added = await site.database
      .insertInto('memberships')
      .values({ ...membership, organisation_id: null, valid_from: null, valid_until: null, ended_at: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const page = pathTo('fi', 'reset-factor', { membershipId: await firstAt('239') })
    const answer = await (await site.browser('administrator')).post(page, { how: 'in_person' })
    expect(answer.text).toContain('tämän tekee ohjelmatoimisto')
    expect(await resets()).toEqual([])
    expect((await (await site.browser('office')).fillIn(page, { how: 'in_person' })).status).toBe(303)
    await site.database.deleteFrom('memberships').where('id', '=', added.id).execute()

    async function firstAt(code: string): Promise<string> {
      const row = await site.database
        .selectFrom('memberships')
        .select('id')
        .where('person_id', '=', leader.id)
        .where('municipality_code', '=', code)
        .executeTakeFirstOrThrow()
      return row.id
    }
  })

  test('is nobody’s own to reset, nor a colleague’s, nor an administrator’s elsewhere', async () => {
    expect((await (await site.browser('administrator')).get(await pageOf(administrator))).status).toBe(404)
    for (const who of ['employee', 'leader', 'researcher', 'ambassador'] as const)
      expect((await (await site.browser(who)).get(await pageOf(leader))).status).toBe(404)
  })

  test('is not reset where there is none', async () => {
    await site.database.deleteFrom('passkeys').execute()
    const answer = await ask()
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Hänellä ei ole pääsyavaimia eikä varakoodeja')
  })
})
