import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { experimentById } from '../experiments/index.ts'
import { examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import type { Lane } from '../experiments/index.ts'
import { examplePeopleOfTrial } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { decisionsOf } from './decision-store.ts'
import { checksOf, openChecksFor } from './follow-up-store.ts'
import { checkJobs } from './remind-of-checks.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let leena: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  leena = await site.browser('leader')
})
afterAll(() => site.close())

async function learning(lane: Lane = 'decision'): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state: 'learning',
      plan: examplePlan({ lane }),
      responsiblePersonId: examplePeopleOfTrial.employee.id,
    }),
  )
  return id
}

const path = (id: string) => `/fi/kokeilut/${id}/paata`

describe('deciding', () => {
  test('a leader spreads with reasons; the rule’s proposal and the departure from it stay beside', async () => {
    const id = await learning()
    const page = await leena.get(path(id))
    expect(page.text).toContain('Sääntö ehdottaa: muutetaan tai jatketaan mittaamista.')
    expect(page.text).toContain('Tietoa on liian vähän')
    const asked = await leena.fillIn(path(id), { kind: 'spread', reasons: 'Keittiö haluaa jatkaa.' })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Kirjoita, miksi päätät toisin kuin sääntö ehdottaa.')
    const decided = await leena.fillIn(path(id), {
      kind: 'spread',
      reasons: 'Keittiö haluaa jatkaa.',
      againstProposal: 'Kustannus on nolla, joten odottaminen maksaa enemmän.',
    })
    expect(decided.status).toBe(303)
    expect(await decisionsOf(site.database, id)).toMatchObject([
      {
        kind: 'spread',
        proposal: 'adapt',
        againstProposal: 'Kustannus on nolla, joten odottaminen maksaa enemmän.',
      },
    ])
    expect(await experimentById(site.database, id)).toMatchObject({ state: 'decided', outcome: 'spread' })
    expect((await checksOf(site.database, id)).map(({ months, dueOn }) => [months, dueOn])).toEqual([
      [6, '2026-09-10'],
      [12, '2027-03-10'],
    ])
    const mails = await site.database.selectFrom('mails').select(['recipient', 'subject']).execute()
    expect(mails).toContainEqual({
      recipient: 'a.kaisa@esimerkki.invalid',
      subject: 'Kokeilustasi päätettiin: levitetään',
    })
  })

  test('stopping needs a typed reason, ends the experiment and leaves no checks', async () => {
    const id = await learning()
    const sent = { kind: 'stop', reasons: 'Kukaan ei ehdi.', againstProposal: 'Tekijöitä ei ole.' }
    expect((await leena.fillIn(path(id), sent)).text).toContain('Valitse, miksi lopetetaan.')
    expect((await leena.fillIn(path(id), { ...sent, stopReason: 'no_owner' })).status).toBe(303)
    expect(await experimentById(site.database, id)).toMatchObject({ state: 'ended', outcome: 'stopped' })
    expect(await checksOf(site.database, id)).toEqual([])
    expect((await leena.get(path(id))).status).toBe(403)
  })

  test('in the own-work lane whoever is responsible decides, but spreading is the leader’s', async () => {
    const id = await learning('own_work')
    const page = await kaisa.get(path(id))
    expect(page.text).not.toContain('value="spread"')
    expect((await kaisa.fillIn(path(id), { kind: 'spread', reasons: 'x' })).status).toBe(422)
    expect((await kaisa.fillIn(path(id), { kind: 'continue', reasons: 'Toimii meillä.' })).status).toBe(303)
    expect(await experimentById(site.database, id)).toMatchObject({ state: 'decided', outcome: 'continued' })
  })

  test('in the decision lane an employee does not decide, nor anybody from another municipality', async () => {
    const id = await learning()
    expect((await kaisa.get(path(id))).status).toBe(403)
    expect(
      (await (await site.browser('ambassador')).post(path(id), { kind: 'stop', reasons: 'x' })).status,
    ).toBe(403)
    expect(await decisionsOf(site.database, id)).toEqual([])
  })

  test('a decision cannot be changed in the database', async () => {
    const id = await learning('own_work')
    await kaisa.fillIn(path(id), { kind: 'continue', reasons: 'Toimii.' })
    await expect(
      asSystem(site.database, (transaction) =>
        transaction
          .updateTable('decisions')
          .set({ reasons: 'Muuta.' })
          .where('experiment_id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow('a decision stays as it was made')
  })
})

describe('following up', () => {
  test('checks appear in the responsible person’s list, one letter each, and are answered once', async () => {
    const id = await learning('own_work')
    await kaisa.fillIn(path(id), { kind: 'continue', reasons: 'Toimii meillä.' })
    const person = examplePeopleOfTrial.employee.id
    const mine = async (until: string) =>
      (await openChecksFor(site.database, person, until)).filter((check) => check.experimentId === id)
    expect(await mine('2026-09-09')).toEqual([])
    const [check] = await mine('2026-09-10')
    expect(check?.months).toBe(6)

    const remind = checkJobs('http://uskalla.test').jobs['remind-of-checks']
    if (typeof remind !== 'function') throw new Error('no reminder')
    const september = new Date('2026-09-10T06:00:00Z')
    for (let day = 0; day < 2; day++)
      await asSystem(site.database, (database) => remind({}, { database, now: september, newId: site.newId }))
    const letters = await site.database
      .selectFrom('mails')
      .selectAll()
      .where('key', '=', `check ${check?.id}`)
      .execute()
    expect(letters).toHaveLength(1)

    const answer = `/fi/kokeilut/${id}/seuranta/${check?.id}`
    expect((await kaisa.fillIn(answer, {})).status).toBe(422)
    expect((await kaisa.fillIn(answer, { answer: 'alive', words: 'Kuuluu arkeen.' })).status).toBe(303)
    expect((await kaisa.fillIn(answer, { answer: 'gone' })).text).toContain('on jo vastattu')
    expect(await mine('2026-09-10')).toEqual([])
  })

  test('where it lives: two people at once see both texts', async () => {
    const id = await learning('own_work')
    await kaisa.fillIn(path(id), { kind: 'continue', reasons: 'Toimii meillä.' })
    const lives = `/fi/kokeilut/${id}/juurrutus`
    expect((await kaisa.fillIn(lives, { unit: 'Ruokapalvelut' })).text).toContain('Kirjoita, kenen tehtävä')
    const first = { unit: 'Ruokapalvelut', owner: 'Ruokapalvelupäällikkö' }
    expect((await kaisa.fillIn(lives, first)).status).toBe(303)
    const second = await kaisa.post(lives, { unit: 'Koulutoimi', owner: 'Rehtori' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Ruokapalvelupäällikkö')
    expect(second.text).toContain('Koulutoimi')
  })
})
