import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setState } from '../experiments/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { mailJobs } from '../platform/mail/send-mail.ts'
import { createTestSite } from '../test-site.ts'
import { saveExampleReadings } from './measurements.examples.ts'
import { readingsAsEntered } from './observation-store.ts'
import { promisesOf } from './promise-store.ts'
import { mondayMorning, promise, promisedTrial, remind, reminderTo } from '../test-reminders.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
beforeEach(async () => {
  site = await createTestSite()
})
afterEach(() => site.close())

const week = '2026-03-16'
const nextMonday = new Date('2026-03-23T05:30:00Z')
const kaisasLetter = async (ofWeek = week) => {
  const letter = await reminderTo(site, 'employee', ofWeek)
  if (!letter) throw new Error('Kaisa got no reminder')
  return letter
}
/** The path of the first link of a letter that leads to an address. */
const pathIn = (text: string, address: string) =>
  new RegExp(`http://uskalla.test(/fi/${address}\\S*)`).exec(text)?.[1] ?? 'no link'
const readings = (id: string) => readingsAsEntered(site.database, id)
const letters = async () => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from mails where key like 'reminder %'`.execute(site.database)
  return rows[0]?.n
}

describe('the weekly reminder', () => {
  test('is one letter that gathers every trial, however often and by how many the job is run', async () => {
    await promisedTrial(site, { measure: { name: 'Hävikki' } })
    await promisedTrial(site, { measure: { name: 'Tunnelma', kind: 'faces' } })
    const sent = await Promise.all([remind(site, mondayMorning), remind(site, mondayMorning)])
    expect(sent.toSorted()).toEqual([0, 1])
    expect(await remind(site, new Date('2026-03-17T09:00:00Z'))).toBe(0)
    expect(await letters()).toBe(1)
    const letter = await kaisasLetter()
    expect(letter.subject).toBe('Viikon kirjaukset: 2 mittaria')
    expect(letter.text).toContain('Hävikki')
    expect(letter.text).toContain('Tunnelma')
    expect(letter.text.match(/\/fi\/vastaa\?/g)).toHaveLength(4)
    expect(letter.text.match(/log\+q[a-z2-7]{52}@vastaus\.uskalla\.test/g)).toHaveLength(2)
    expect(letter.replyTo).toMatch(/^log\+w[a-z2-7]{52}@vastaus\.uskalla\.test$/)
  })

  test('comes again the next week, though the last one was answered', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const answered = await (
      await site.browser()
    ).fillIn(pathIn((await kaisasLetter()).text, 'vastaa'), { value: '12' })
    expect(answered.status).toBe(303)
    expect(await readings(id)).toHaveLength(1)
    expect(await remind(site, nextMonday)).toBe(1)
  })

  test('does not come when the week has a reading, or the last one had one that nobody asked for', async () => {
    const first = await promisedTrial(site)
    const reading = (day: string) =>
      asSystem(site.database, (database) =>
        saveExampleReadings(database, {
          experimentId: first.id,
          measureId: first.measureId,
          newId: site.newId,
          at: site.clock.now,
          readings: [{ day, value: 3 }],
        }),
      )
    await reading('2026-03-12')
    expect(await remind(site, mondayMorning)).toBe(0)
    expect(await remind(site, nextMonday)).toBe(1)
    await reading('2026-03-30')
    expect(await remind(site, new Date('2026-03-30T06:00:00Z'))).toBe(0)
    // A second trial without readings is asked about alone.
    const second = await promisedTrial(site, { measure: { name: 'Tunnelma' } })
    expect(await remind(site, new Date('2026-03-30T06:00:00Z'))).toBe(1)
    const letter = await kaisasLetter('2026-03-30')
    expect(letter.subject).toBe('Viikon kirjaus: Tunnelma')
    expect(second.id).not.toBe(first.id)
  })

  test('does not come in a pause, and a trial that is over ends its promises', async () => {
    const paused = await promisedTrial(site, { state: 'paused' })
    const over = await promisedTrial(site, { state: 'learning' })
    const past = await promisedTrial(site, { plan: { startsOn: '2026-01-05', endsOn: '2026-03-15' } })
    expect(await remind(site, mondayMorning)).toBe(0)
    const standing = await promisesOf(site.database, [paused.id, over.id, past.id])
    expect(standing.map((one) => one.experimentId)).toEqual([paused.id])
  })

  test('abuse-50: does not come to whoever has left the municipality, and one that waits is held back', async () => {
    const folder = { smtpUrl: undefined, folder: '/nowhere', from: 'uskalla@uskalla.test' }
    await promisedTrial(site)
    const { id, measureId } = await promisedTrial(site)
    await promise(site, { id, measureId, who: 'colleague' })
    await sql`update memberships set ended_at = ${site.clock.now} where person_id = ${people.colleague.id}`.execute(
      site.database,
    )
    expect(await remind(site, mondayMorning)).toBe(1)
    expect(await reminderTo(site, 'colleague', week)).toBeUndefined()
    const letter = await kaisasLetter()
    expect(letter.onlyWhile).toMatchObject([{ personId: people.employee.id, municipalityCode: '239' }])
    await mailJobs({ ...folder, stillMay: async () => false }).jobs['send-mail'].outgoing(
      { key: letter.key },
      { inTransaction: (work) => asSystem(site.application, work), now: mondayMorning },
    )
    expect(await kaisasLetter()).toMatchObject({ text: '', replyTo: undefined, withheldAt: mondayMorning })
  })

  test('speaks the person’s language', async () => {
    await promisedTrial(site, { measure: { name: 'Svinn' } })
    await sql`update persons set lang = 'sv' where id = ${people.employee.id}`.execute(site.database)
    await remind(site, mondayMorning)
    const letter = await kaisasLetter()
    expect(letter.subject).toBe('Veckans anteckning: Svinn')
    expect(letter.text).toContain('http://uskalla.test/sv/svara?token=')
  })
})

describe('the link of a reminder', () => {
  test('abuse-41: logs that measure for today without signing in, and only when the button is pressed', async () => {
    const { id, measureId } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const path = pathIn((await kaisasLetter()).text, 'vastaa')
    const scanner = await site.browser()
    for (let visit = 0; visit < 3; visit++) expect((await scanner.get(path)).status).toBe(200)
    expect(await readings(id)).toEqual([])
    const browser = await site.browser()
    const answered = await browser.fillIn(path, { value: '3,5' })
    expect((await browser.follow(answered)).text).toContain('Kirjattu: 3,5')
    expect(await readings(id)).toMatchObject([
      { measureId, day: '2026-03-16', value: 3.5, way: 'tap', enteredBy: people.employee.id },
    ])
    const again = await browser.post(path, { value: '4' })
    expect(again.status).toBe(422)
    expect(await readings(id)).toHaveLength(1)
  })

  test('of a face comes with the answer chosen', async () => {
    const { id } = await promisedTrial(site, { measure: { kind: 'faces' } })
    await remind(site, mondayMorning)
    const links = [
      ...(await kaisasLetter()).text.matchAll(/^(\S.*): http:\/\/uskalla.test(\/fi\/vastaa\S+)$/gm),
    ]
    expect(links.map(([, word]) => word)).toEqual(['Hyvin', 'Siltä väliltä', 'Huonosti'])
    const browser = await site.browser()
    const path = links[0]?.[2] ?? ''
    const page = await browser.get(path)
    expect(page.text).toMatch(/<input[^>]*value="3"[^>]*checked/)
    await browser.fillIn(path, { value: '3' })
    expect(await readings(id)).toMatchObject([{ value: 3 }])
  })

  test('is asked before a second number of the same day, and tells the page what is there', async () => {
    const { id, measureId } = await promisedTrial(site)
    await remind(site, mondayMorning)
    await asSystem(site.database, (database) =>
      saveExampleReadings(database, {
        experimentId: id,
        measureId,
        newId: site.newId,
        at: site.clock.now,
        readings: [{ day: '2026-03-16', value: 3 }],
      }),
    )
    const path = pathIn((await kaisasLetter()).text, 'vastaa')
    const browser = await site.browser()
    const asked = await browser.fillIn(path, { value: '4' })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Tälle päivälle on jo kirjattu 3')
    expect((await browser.fillIn(path, { value: '4', sameDay: 'replace' })).status).toBe(303)
    expect((await readings(id)).map((one) => one.value)).toEqual([4])
  })

  test('ends with the next reminder, with the promise, with the right and with the trial', async () => {
    const { id, measureId } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const path = pathIn((await kaisasLetter()).text, 'vastaa')
    const browser = await site.browser()
    const closed = async () =>
      (await browser.get(path)).text.includes('Linkki ei ole enää voimassa') &&
      (await browser.post(path, { value: '4' })).status === 422
    expect(await closed()).toBe(false)

    site.clock.now = new Date('2026-03-23T05:00:00Z')
    expect(await closed()).toBe(true)
    site.clock.now = mondayMorning
    await sql`update memberships set ended_at = ${mondayMorning} where person_id = ${people.employee.id}`.execute(
      site.database,
    )
    expect(await closed()).toBe(true)
    await sql`update memberships set ended_at = null where person_id = ${people.employee.id}`.execute(
      site.database,
    )
    await (await site.browser('employee')).fillIn(`/fi/kokeilut/${id}/lupaukset`, { back: measureId })
    expect(await closed()).toBe(true)
    await sql`update log_promises set ended_at = null`.execute(site.database)
    await asSystem(site.database, (database) =>
      setState(database, {
        id,
        from: 'running',
        to: 'ended',
        changeId: site.newId(),
        personId: null,
        at: mondayMorning,
        reason: null,
      }),
    )
    expect(await closed()).toBe(true)
    expect(await readings(id)).toEqual([])
  })

  test('abuse-42: is of no use any more when its reader has another address', async () => {
    await promisedTrial(site)
    await remind(site, mondayMorning)
    const { text } = await kaisasLetter()
    await sql`update persons set email = 'kaisa.uusi@esimerkki.invalid' where id = ${people.employee.id}`.execute(
      site.database,
    )
    const browser = await site.browser()
    for (const address of ['vastaa', 'lopeta-muistutukset'])
      expect((await browser.get(pathIn(text, address))).text).toContain('ei ole enää voimassa')
  })

  test('with one sign changed, or of another kind, is nobody’s', async () => {
    await promisedTrial(site)
    await remind(site, mondayMorning)
    const letter = await kaisasLetter()
    const token = /vastaa\?token=([a-z2-7]{52})/.exec(letter.text)?.[1] ?? ''
    const stop = /muistutukset\?token=([a-z2-7]{52})/.exec(letter.text)?.[1] ?? ''
    const reply = letter.replyTo?.slice(5, 57) ?? ''
    const changed = [...token].map((sign, place) => {
      const other = sign === 'a' ? 'b' : 'a'
      return token.slice(0, place) + other + token.slice(place + 1)
    })
    const browser = await site.browser()
    expect((await browser.get(`/fi/vastaa?token=${token}`)).text).not.toContain('ei ole enää voimassa')
    for (const forged of [...changed.filter((_, place) => place % 5 === 0), stop, reply, '', `${token}a`])
      expect((await browser.get(`/fi/vastaa?token=${forged}`)).text).toContain('ei ole enää voimassa')
    expect((await browser.get(`/fi/lopeta-muistutukset?token=${token}`)).text).toContain(
      'ei ole enää voimassa',
    )
  })
})

describe('stopping the reminders', () => {
  test('takes one button, keeps the promise, and can be undone', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const path = pathIn((await kaisasLetter()).text, 'lopeta-muistutukset')
    const browser = await site.browser()
    await browser.get(path)
    expect((await browser.follow(await browser.fillIn(path, {}))).text).toContain('Muistutukset on lopetettu')
    expect(await remind(site, nextMonday)).toBe(0)
    expect(await promisesOf(site.database, [id])).toHaveLength(1)
    const kaisa = await site.browser('employee')
    const page = `/fi/kokeilut/${id}/lupaukset`
    expect((await kaisa.get(page)).text).toContain('Olet lopettanut muistutukset')
    await kaisa.fillIn(page, { start: 'yes' })
    expect(await remind(site, nextMonday)).toBe(1)
  })

  test('works by one click of the mail program, and opening the address changes nothing', async () => {
    await promisedTrial(site)
    await remind(site, mondayMorning)
    const address = (await kaisasLetter()).unsubscribeUrl?.replace('http://uskalla.test', '') ?? ''
    const program = await site.browser()
    const opened = await program.get(address)
    expect([opened.status, opened.location]).toEqual([
      302,
      address.replace('/stop-reminders/fi', '/fi/lopeta-muistutukset'),
    ])
    const stops = () => site.database.selectFrom('reminder_stops').selectAll().execute()
    expect(await stops()).toEqual([])
    const oneClick = {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }
    expect((await program.send(`${address.slice(0, -1)}9`, oneClick)).status).toBe(200)
    expect(await stops()).toEqual([])
    expect((await program.send(address, oneClick)).status).toBe(200)
    expect((await program.send(address, oneClick)).status).toBe(200)
    expect(await stops()).toHaveLength(1)
    expect(await remind(site, nextMonday)).toBe(0)
  })
})
