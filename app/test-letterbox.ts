import nodemailer, { type SendMailOptions } from 'nodemailer'
import { diaryOf } from './experiments/index.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { newLife } from './platform/life.ts'
import { receiveMail } from './platform/mail/receive-mail.ts'
import { createTestSite } from './test-site.ts'
import { readingsAsEntered } from './measurements/observation-store.ts'
import { reminderTo } from './test-reminders.ts'
import { takeLetters } from './measurements/take-letters.ts'

const domain = 'vastaus.uskalla.test'
/** Kaisa's address, from which letters are sent unless they say otherwise. */
export const kaisa = people.employee.email

export type ExampleLetterbox = Awaited<ReturnType<typeof openExampleLetterbox>>

/** A site whose letters come in by real SMTP on a port of its own. `trustedServer` confirms senders where it is given. */
export async function openExampleLetterbox(trustedServer?: string) {
  const site = await createTestSite()
  const life = newLife()
  const faults: unknown[] = []
  const port = await receiveMail(
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
  return {
    site,
    /** What went wrong in the receiver itself. */
    faults,
    /** Sends a letter; what the receiver answered, e.g. "250" or "550 5.7.1 …". */
    async send(letter: SendMailOptions): Promise<string> {
      const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
      try {
        const { response } = await transport.sendMail({ from: kaisa, date: site.clock.now, ...letter })
        return response
      } catch (error) {
        return (error as { response?: string }).response ?? String(error)
      } finally {
        transport.close()
      }
    },
    /** The reply address of Kaisa's reminder, or the address of one of its measures. */
    async replyAddress(measure?: string): Promise<string> {
      const letter = await reminderTo(site, 'employee', '2026-03-16')
      if (measure === undefined) return letter?.replyTo ?? 'none'
      const address = new RegExp(`${measure}[^@]*?(log\\+q[a-z2-7]{52}@${domain})`)
      return address.exec(letter?.text ?? '')?.[1] ?? 'none'
    },
    readings: (id: string) => readingsAsEntered(site.database, id),
    diary: (id: string) => diaryOf(site.database, id),
    /** The letters that answered letters, oldest first. */
    async answers() {
      return site.database
        .selectFrom('mails')
        .select(['recipient', 'subject', 'body', 'in_reply_to'])
        .where('key', 'like', 'answer %')
        .orderBy('queued_at')
        .execute()
    },
    async close() {
      await life.stop()
      await site.close()
    },
  }
}
