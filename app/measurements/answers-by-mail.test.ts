import { sql } from 'kysely'
import type { SendMailOptions } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { type ExampleLetterbox, kaisa, openExampleLetterbox } from '../test-letterbox.ts'
import { mondayMorning, promisedTrial, remind } from '../test-reminders.ts'

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
