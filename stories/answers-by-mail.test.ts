import nodemailer, { type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people } from '../app/people/index.ts'
import { texts } from '../app/texts/index.ts'
import { freePort } from './application.ts'
import { withoutBrowser } from './chromium.ts'
import { mondayMorningComes, startsATrial } from './monday-morning.ts'
import { arrives, openTrial, type Trial, ways } from './trial.ts'

const { reminders } = texts.fi

describe.skipIf(withoutBrowser)('Monday’s reminder is answered', () => {
  let trial: Trial
  let port: number

  beforeAll(async () => {
    port = await freePort()
    trial = await openTrial({ environment: { USKALLA_MAIL_IN_PORT: String(port) } })
  }, 240_000)
  afterAll(() => trial.close())

  /** Sends a letter by SMTP to the running application; its answer. */
  async function sends(letter: SendMailOptions): Promise<string> {
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
    try {
      return (await transport.sendMail({ from: people.employee.email, ...letter })).response
    } catch (error) {
      return (error as { response?: string }).response ?? String(error)
    } finally {
      transport.close()
    }
  }

  test('by one tap, by a number and by a line of text in a reply, and by nobody else', async () => {
    expect(trial.application.output()).toContain(`smtp://127.0.0.1:${port}`)
    const id = await startsATrial(trial.dataFolder)

    const kaisa = await arrives(trial, ways.desktop, 'employee')
    await kaisa.visits('/fi/omat')
    await kaisa.opens(reminders.promise.link)
    for (const measure of ['Lautashävikki', 'Ruokasalin tunnelma']) {
      await kaisa.presses(`${reminders.promise.button} ${reminders.promise.buttonAbout(measure)}`)
      await kaisa.isTold(reminders.promise.thanks(measure))
    }

    const monday = { baseUrl: trial.url, replyDomain: 'localhost' }
    expect(await mondayMorningComes(trial.dataFolder, monday)).toBe(1)
    expect(await mondayMorningComes(trial.dataFolder, monday)).toBe(0)
    await kaisa.visits('/fi/posti')
    const letter = await kaisa.main.getByRole('article').first().innerText()
    expect(letter).toContain(reminders.letter.subjectMany(2))
    const link = new URL(/Hyvin: (http:\S+)/.exec(letter)?.[1] ?? '')
    const stop = new URL(/(http:\S+lopeta-muistutukset\S+)/.exec(letter)?.[1] ?? '')
    const address = /Lautashävikki[^@]*?(log\+q[a-z2-7]{52}@localhost)/.exec(letter)?.[1] ?? ''

    // One tap: on a phone, without signing in and without script.
    const phone = await arrives(trial, {
      ...ways.phone,
      settings: { ...ways.phone.settings, javaScriptEnabled: false },
    })
    await phone.visits(link.pathname + link.search)
    await phone.presses(reminders.answer.button)
    await phone.reads(reminders.answer.doneTitle)

    const quoted = '\n\nUskalla kirjoitti 16.3.2026 klo 7.00:\n> Hei Kaisa\n> 99\n'
    const number = { to: address, text: `3,5${quoted}`, messageId: '<number@keitele.example>' }
    expect(await sends({ ...number, from: people.colleague.email })).toMatch(/^550 /)
    expect(await sends({ ...number, to: `log+q${'a'.repeat(52)}@localhost` })).toMatch(/^550 /)
    expect(await sends({ ...number, headers: { 'Auto-Submitted': 'auto-replied' } })).toMatch(/^550 /)
    expect(await sends({ ...number, attachments: [{ filename: 'kuva.png', content: 'x' }] })).toMatch(/^250 /)
    expect(await sends(number)).toMatch(/^250 /)
    expect(await sends({ to: address, text: `Pienemmät lautaset.${quoted}` })).toMatch(/^250 /)

    await kaisa.visits(`/fi/kokeilut/${id}/mittaukset`)
    await kaisa.reads('3,5 kg', texts.fi.measurements.ways.mail, texts.fi.measurements.faceNames[3])
    expect(await kaisa.main.getByText('3,5 kg').count()).toBe(1)
    await kaisa.visits(`/fi/kokeilut/${id}`)
    await kaisa.reads('Pienemmät lautaset.')
    await kaisa.visits('/fi/posti')
    await kaisa.reads(reminders.reply.attachments, 'Kirjattu: 3,5')

    await phone.visits(stop.pathname + stop.search)
    await phone.presses(reminders.stop.button)
    await phone.reads(reminders.stop.doneTitle)
  }, 180_000)
})
