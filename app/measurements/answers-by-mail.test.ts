import { sql } from 'kysely'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diaryOf } from '../experiments/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { newLife, type Life } from '../platform/life.ts'
import { receiveMail } from '../platform/mail/receive-mail.ts'
import { createTestSite } from '../test-site.ts'
import { observationsOf } from './observation-store.ts'
import { mondayMorning, promise, promisedTrial, remind, reminderTo } from './reminders.examples.ts'
import { takeLetters } from './take-letters.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let life: Life
let port: number
const faults: unknown[] = []
const domain = 'vastaus.uskalla.test'
const kaisa = people.employee.email

async function receive(trustedServer?: string) {
  port = await receiveMail(
    { port: 0, host: '127.0.0.1', domain, trustedServer, tls: undefined, anyPort: false },
    {
      life,
      failed: (error) => faults.push(error),
      taker: takeLetters({
        database: site.application,
        now: () => site.clock.now,
        newId: site.newId,
        baseUrl: 'http://uskalla.test',
        domain,
        trustedServer,
      }),
    },
  )
}

beforeEach(async () => {
  site = await createTestSite()
  life = newLife()
  faults.length = 0
  await receive()
})
afterEach(async () => {
  await life.stop()
  await site.close()
  expect(faults).toEqual([])
})

/** Sends a letter by real SMTP; what the receiver answered, e.g. "250" or "550 5.7.1 …". */
async function send(letter: SendMailOptions): Promise<string> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ from: kaisa, date: site.clock.now, ...letter })
    return response
  } catch (error) {
    return (error as { response?: string }).response ?? String(error)
  } finally {
    transport.close()
  }
}

/** The reply address of Kaisa's reminder, or the address of one of its measures. */
async function replyAddress(measure?: string, week = '2026-03-16'): Promise<string> {
  const letter = await reminderTo(site, 'employee', week)
  if (measure === undefined) return letter?.replyTo ?? 'none'
  return new RegExp(`${measure}[^@]*?(log\\+q[a-z2-7]{52}@${domain})`).exec(letter?.text ?? '')?.[1] ?? 'none'
}

const readings = (id: string) => observationsOf(site.database, id)
const diary = (id: string) => diaryOf(site.database, id)
/** The letters that answered letters, oldest first. */
async function answers() {
  const { rows } = await sql<{ recipient: string; subject: string; body: string; in_reply_to: string }>`
    select recipient, subject, body, in_reply_to from mails where key like 'answer %' order by queued_at`.execute(
    site.database,
  )
  return rows
}
const quoted = '\n\nUskalla kirjoitti 16.3.2026 klo 7.30:\n> Hei Kaisa\n> Lupasit kirjata tämän.\n'

describe('an answer to a reminder', () => {
  test('with a number becomes a reading of that day, and one letter says so', async () => {
    const { id, measureId } = await promisedTrial(site, { measure: { name: 'Hävikki', unit: 'kg' } })
    await remind(site, mondayMorning)
    const sent = await send({
      to: await replyAddress(),
      subject: 'Vs: Viikon kirjaus',
      text: `3,5${quoted}`,
      messageId: '<1@keitele.example>',
    })
    expect(sent).toMatch(/^250 /)
    expect(await readings(id)).toMatchObject([
      { measureId, day: '2026-03-16', value: 3.5, note: null, way: 'mail', enteredBy: people.employee.id },
    ])
    expect(await answers()).toMatchObject([
      { recipient: kaisa, subject: 'Vs: Viikon kirjaus: Hävikki', in_reply_to: '<1@keitele.example>' },
    ])
    expect((await answers())[0]?.body.replaceAll('\u00a0', ' ')).toContain(
      'Kirjattu: 3,5 kg, Hävikki, 16.3.2026.',
    )
    const page = await (await site.browser('employee')).get(`/fi/kokeilut/${id}/mittaukset`)
    expect(page.text).toContain('3,5 kg')
    expect(page.text).toContain('sähköpostivastaus')
    const lines = await site.database
      .selectFrom('log_entries')
      .select(['action', 'person_id'])
      .where('record_kind', '=', 'observation')
      .execute()
    expect(lines).toEqual([{ action: 'observation.added', person_id: people.employee.id }])
  })

  test('with a line of text becomes an entry of the diary', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    await send({ to: await replyAddress(), text: `Pienemmät lautaset otettiin käyttöön.${quoted}` })
    expect(await diary(id)).toMatchObject([
      { text: 'Pienemmät lautaset otettiin käyttöön.', day: '2026-03-16', personId: people.employee.id },
    ])
    expect(await readings(id)).toEqual([])
    expect((await answers())[0]?.body).toContain('kokeilun päiväkirjassa')
  })

  test('with more than the diary holds is cut, and the writer is told', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    await send({ to: await replyAddress(), text: 'sana '.repeat(400) })
    const [entry] = await diary(id)
    expect(entry?.text.length).toBeGreaterThan(900)
    expect(entry?.text.length).toBeLessThanOrEqual(1_000)
    expect((await answers())[0]?.body).toContain('mahtui 1000 merkkiä')
  })

  test('delivered twice is stored once', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const letter = { to: await replyAddress(), text: 'Sadepäivä.', messageId: '<1@keitele.example>' }
    const both = await Promise.all([send(letter), send(letter)])
    expect([...both, await send(letter)].map((one) => one.slice(0, 3))).toEqual(['250', '250', '250'])
    expect(await diary(id)).toHaveLength(1)
    expect(await answers()).toHaveLength(1)
  })

  test('for a day that has a value already adds nothing and says where to replace it', async () => {
    const { id } = await promisedTrial(site)
    const faces = await promisedTrial(site, { measure: { name: 'Tunnelma', kind: 'faces' } })
    await remind(site, mondayMorning)
    const [to, toFaces] = [await replyAddress('Hävikki'), await replyAddress('Tunnelma')]
    for (const text of ['3,5', '4']) expect(await send({ to, text })).toMatch(/^250 /)
    for (const text of ['hyvin', 'huonosti']) expect(await send({ to: toFaces, text })).toMatch(/^250 /)
    expect((await readings(id)).map((one) => one.value)).toEqual([3.5])
    expect((await readings(faces.id)).map((one) => one.value)).toEqual([3])
    const told = (await answers()).filter((one) => one.body.includes('on jo kirjattu mittaus'))
    expect(told).toHaveLength(2)
    expect(told[0]?.body).toContain(`http://uskalla.test/fi/kokeilut/${id}/mittaukset`)
  })

  test('that could mean two things becomes nothing, and the answer asks', async () => {
    const { id } = await promisedTrial(site, { measure: { unit: 'kg' } })
    await remind(site, mondayMorning)
    for (const text of ['noin 12', '3500 g', quoted]) await send({ to: await replyAddress(), text })
    expect([...(await readings(id)), ...(await diary(id))]).toEqual([])
    const told = (await answers()).map((one) => one.body)
    expect(told.filter((body) => body.includes('Mitään ei tallennettu.'))).toHaveLength(3)
    expect(told.some((body) => body.includes('”noin 12”'))).toBe(true)
    expect(told.some((body) => body.includes('yksikössä kg'))).toBe(true)
    expect(told.some((body) => body.includes('ei ollut tekstiä'))).toBe(true)
  })

  test('to a letter about several measures goes to the address of each; a number at the common one is asked about', async () => {
    const first = await promisedTrial(site, { measure: { name: 'Hävikki' } })
    const second = await promisedTrial(site, { measure: { name: 'Tunnelma', kind: 'faces' } })
    await remind(site, mondayMorning)
    await send({ to: await replyAddress(), text: '3,5' })
    await send({ to: await replyAddress(), text: 'Kumpi kokeilu?' })
    expect([...(await readings(first.id)), ...(await diary(first.id)), ...(await diary(second.id))]).toEqual(
      [],
    )
    expect((await answers())[0]?.body).toContain(`Hävikki: ${await replyAddress('Hävikki')}`)
    await send({ to: await replyAddress('Hävikki'), text: '3,5' })
    await send({ to: await replyAddress('Tunnelma'), text: 'Hyvin, kaikki söivät.' })
    expect((await readings(first.id)).map((one) => one.value)).toEqual([3.5])
    expect(await readings(second.id)).toMatchObject([{ value: 3, note: 'kaikki söivät.' }])
  })

  test('leaves attachments out and tells so', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const attachments = [{ filename: 'kuva.png', content: Buffer.from('x'.repeat(20_000)) }]
    await send({ to: await replyAddress(), text: '3,5', html: '<p>3,5</p>', attachments })
    expect(await readings(id)).toHaveLength(1)
    expect((await answers())[0]?.body).toContain('Liitteitä ei tallenneta.')
  })

  test('counts for the day on which it was written in Finland', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    site.clock.now = new Date('2026-03-28T23:30:00Z')
    // The clocks go forward in the night to Sunday 29 March; half past midnight in Finland is still 22.30 UTC.
    await send({ to: await replyAddress(), text: '1', date: new Date('2026-03-28T22:30:00Z') })
    await send({ to: await replyAddress(), text: '2', date: new Date('2026-03-28T21:59:00Z') })
    await send({ to: await replyAddress(), text: '3', date: new Date('2026-04-20T08:00:00Z') })
    expect((await readings(id)).map((one) => [one.day, one.value])).toEqual([
      ['2026-03-28', 2],
      ['2026-03-29', 1],
    ])
  })

  test('is kept nowhere as a letter', async () => {
    await promisedTrial(site)
    await remind(site, mondayMorning)
    await send({
      to: await replyAddress(),
      text: '3,5\n\nTerveisin Kaisa Kaikkonen',
      subject: 'Aihe Ainutlaatuinen',
    })
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(site.database)
    for (const { name } of rows) {
      const found =
        await sql`select 1 from ${sql.table(name)} as t where t::text like '%Ainutlaatuinen%'`.execute(
          site.database,
        )
      expect([name, found.rows.length]).toEqual([name, 0])
    }
  })
})

describe('what is refused', () => {
  test('an address that was forged, has run out, or was never given', async () => {
    const { id } = await promisedTrial(site)
    await remind(site, mondayMorning)
    const address = await replyAddress()
    const sign = address[30] === 'a' ? 'b' : 'a'
    for (const forged of [
      `${address.slice(0, 30)}${sign}${address.slice(31)}`,
      `log+w${address.slice(5)}`,
      address.replace(domain, 'muualla.example'),
      `log@${domain}`,
      `uskalla@${domain}`,
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
    await life.stop()
    life = newLife()
    await receive('mx.kokeilut.example')
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
    expect(faults.splice(0)).toHaveLength(2)
  })
})
