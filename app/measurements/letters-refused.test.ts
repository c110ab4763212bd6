import { sql } from 'kysely'
import type { SendMailOptions } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { type ExampleLetterbox, kaisa, openExampleLetterbox } from '../test-letterbox.ts'
import { mondayMorning, promise, promisedTrial, remind, reminderTo } from '../test-reminders.ts'

let box: ExampleLetterbox
let site: ExampleLetterbox['site']
beforeEach(async () => {
  box = await openExampleLetterbox()
  site = box.site
})
afterEach(async () => {
  await box.close()
  expect(box.faults).toEqual([])
})
const send = (letter: SendMailOptions) => box.send(letter)
const replyAddress = (measure?: string) => box.replyAddress(measure)
const readings = (id: string) => box.readings(id)
const diary = (id: string) => box.diary(id)
const answers = () => box.answers()

describe('what is refused', () => {
  test('an address that was forged, has run out, or was never given', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const address = await replyAddress()
    const sign = address[30] === 'a' ? 'b' : 'a'
    for (const forged of [
      `${address.slice(0, 30)}${sign}${address.slice(31)}`,
      `log+w${address.slice(5)}`,
      address.replace('vastaus.uskalla.test', 'muualla.example'),
      `log@vastaus.uskalla.test`,
      `uskalla@vastaus.uskalla.test`,
    ])
      expect(await send({ to: forged, text: '3,5' }), forged).toMatch(/^550 5\.1\.1 /)
    site.clock.now = new Date('2026-04-13T03:59:00Z')
    expect(await send({ to: address.toUpperCase(), text: '3,5' })).toMatch(/^250 /)
    site.clock.now = new Date('2026-04-13T04:00:00Z')
    expect(await send({ to: address, text: '4' })).toMatch(/^550 5\.1\.1 /)
    expect(await readings(id)).toHaveLength(1)
  })

  test('abuse-45: another sender, by the envelope or by From, two of them, or one who only looks the same', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const to = await replyAddress()
    const other = people.colleague.email
    const attempts: SendMailOptions[] = [
      { to, text: '3,5', from: other },
      { to, text: '3,5', from: other, envelope: { from: kaisa, to } },
      { to, text: '3,5', envelope: { from: other, to } },
      { to, text: '3,5', from: [kaisa, other], envelope: { from: kaisa, to } },
      { envelope: { from: kaisa, to }, raw: `From: ${kaisa}\r\nFrom: ${other}\r\n\r\n3,5\r\n` },
      { envelope: { from: kaisa, to }, raw: `To: ${to}\r\n\r\n3,5\r\n` },
      { to, text: '3,5', from: kaisa.replace('a', 'а') },
    ]
    for (const attempt of attempts) expect(await send(attempt)).toMatch(/^5\d\d /)
    expect(await readings(id)).toEqual([])
    expect(await answers()).toEqual([])
  })

  test('abuse-42: an answer to a letter that went to an address given up since', async () => {
    await promisedTrial(site)
    await remind(site, mondayMorning)
    const to = await replyAddress()
    const next = 'kaisa.uusi@esimerkki.invalid'
    await sql`update persons set email = ${next} where id = ${people.employee.id}`.execute(site.database)
    for (const from of [kaisa, next]) expect(await send({ to, from, text: '3,5' })).toMatch(/^550 /)
  })

  test('letters that no person wrote, so that none go in circles', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const to = await replyAddress()
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { 'Auto-Submitted': 'auto-generated; owner=x' },
      { Precedence: 'bulk' },
      { Precedence: 'junk' },
      { 'X-Auto-Response-Suppress': 'All' },
      { 'List-Id': '<kaikki.keitele.example>' },
      { 'X-Loop': 'x' },
    ])
      expect(await send({ to, text: 'Olen lomalla.', headers }), JSON.stringify(headers)).toMatch(
        /^550 5\.7\.1 /,
      )
    expect(await send({ to, text: 'Ei perillä', envelope: { from: '', to } })).toMatch(/^550 /)
    expect(await send({ to, text: '3,5', headers: { 'Auto-Submitted': 'no' } })).toMatch(/^250 /)
    expect(await diary(id)).toEqual([])
    // The answer to an answer comes from the service's own address and gets nowhere.
    const own = { to, from: 'uskalla@uskalla.test', text: '4' }
    expect(await send(own)).toMatch(/^550 /)
    expect(await answers()).toHaveLength(1)
  })

  test('more than twenty letters a day from one person', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const to = await replyAddress()
    for (let letter = 0; letter < 20; letter++)
      expect(await send({ to, text: `Rivi ${letter} päiväkirjaan.` })).toMatch(/^250 /)
    expect(await send({ to, text: 'Vielä yksi.' })).toMatch(/^550 5\.7\.1 Too many/)
    expect(await diary(id)).toHaveLength(20)
    site.clock.now = new Date('2026-03-17T08:00:00Z')
    expect(await send({ to, text: 'Huomenna taas.' })).toMatch(/^250 /)
  }, 30_000)

  test('whoever has no right any more, has taken the promise back, or whose trial is over', async () => {
    const { id, measureId } = await promisedTrial(site)
    await promise(site, { id, measureId, who: 'colleague' })
    await remind(site, mondayMorning)
    const to = await replyAddress()
    const mikkos = (await reminderTo(site, 'colleague', '2026-03-16'))?.replyTo
    await (await site.browser('employee')).fillIn(`/fi/kokeilut/${id}/lupaukset`, { back: measureId })
    expect(await send({ to, text: '3,5' })).toMatch(/^550 /)
    await sql`update memberships set ended_at = ${mondayMorning} where person_id = ${people.colleague.id}`.execute(
      site.database,
    )
    expect(await send({ to: mikkos, from: people.colleague.email, text: '3,5' })).toMatch(/^550 /)
    await sql`update memberships set ended_at = null where person_id = ${people.colleague.id}`.execute(
      site.database,
    )
    await sql`update experiments set state = 'ended' where id = ${id}`.execute(site.database)
    expect(await send({ to: mikkos, from: people.colleague.email, text: '3,5' })).toMatch(/^550 /)
    expect(await readings(id)).toEqual([])
  })

  test('a sender whom the mail server in front could not confirm', async () => {
    await box.close()
    box = await openExampleLetterbox('mx.kokeilut.example')
    site = box.site
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const to = await replyAddress()
    const found = (...results: string[]) => ({
      to,
      text: '3,5',
      headers: results.map((value) => ({ key: 'Authentication-Results', value })),
    })
    for (const letter of [
      found(),
      found('mx.kokeilut.example; dmarc=fail header.from=keitele.example'),
      found('mx.kokeilut.example; spf=pass; dmarc=fail', 'mx.kokeilut.example; dmarc=pass'),
      found('mx.somebody.example; dmarc=pass'),
      found('mx.kokeilut.example.somebody.example; dmarc=pass'),
    ])
      expect(await send(letter)).toMatch(/^550 5\.7\.26 /)
    expect(await readings(id)).toEqual([])
    expect(await send(found('mx.kokeilut.example 1; spf=pass; dmarc=pass (p=reject) header.from=x'))).toMatch(
      /^250 /,
    )
  })

  test('for now, everything while the database is away', async () => {
    await promisedTrial(site)
    await remind(site, mondayMorning)
    const to = await replyAddress()
    await sql`alter table reminder_questions rename to away`.execute(site.database)
    expect(await send({ to, text: '3,5' })).toMatch(/^451 /)
    await sql`alter table away rename to reminder_questions`.execute(site.database)
    await sql`alter table received_letters rename to away`.execute(site.database)
    expect(await send({ to, text: '3,5' })).toMatch(/^451 /)
    expect(box.faults.splice(0)).toHaveLength(2)
  })
})
