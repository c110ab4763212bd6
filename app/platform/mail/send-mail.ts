import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import { waitLimits, type Database } from '../database/database.ts'
import type { JobHandler, OutgoingJob, RecurringJob } from '../jobs/worker.ts'
import { record } from '../log/log.ts'
import type { MailCondition } from './mail.ts'
import { mailByKey, markSent, markWithheld, removeMailsBefore, type KeptMail } from './mail-store.ts'
import './forget-person.ts'
import './mail.ts'

declare module '../jobs/queue-job.ts' {
  interface JobPayloads {
    'forget-old-mail': Record<string, never>
  }
}

/** How letters leave. */
export interface MailDelivery {
  /** A mail server; undefined means that letters are written to `folder`. */
  smtpUrl: string | undefined
  /** Where letters are written as .eml files, e.g. `.uskalla/posti`. */
  folder: string
  /** The sender's address. */
  from: string
  /** Has the recipient of a letter still the right that it depends on? Without it such letters wait and the job fails. */
  stillMay?: (database: Database, condition: MailCondition, now: Date) => Promise<boolean>
}

/** How long a letter is kept after it was queued. */
const keptDays = 30

/** The jobs that send letters and forget them. */
export function mailJobs(delivery: MailDelivery): {
  jobs: {
    'send-mail': OutgoingJob<'send-mail'>
    'forget-letters': OutgoingJob<'forget-letters'>
    'forget-old-mail': JobHandler<'forget-old-mail'>
  }
  recurring: RecurringJob[]
} {
  const deliver =
    delivery.smtpUrl === undefined ? toFolder(delivery) : toServer(delivery.smtpUrl, delivery.from)
  return {
    jobs: {
      'send-mail': {
        outgoing: async ({ key }, { inTransaction, now }) => {
          const mail = await inTransaction((database) => mailByKey(database, key))
          if (mail === undefined || mail.sentAt !== undefined || mail.withheldAt !== undefined) return
          if (
            mail.onlyWhile.length > 0 &&
            (await inTransaction((database) => withheld(database, mail, delivery, now)))
          )
            return
          await deliver(mail)
          await inTransaction((database) => markSent(database, key, now, delivery.smtpUrl !== undefined))
        },
      },
      'forget-letters': {
        outgoing: async ({ messageNames }) => {
          const endings = messageNames.map(endingOf)
          await removeLetters(delivery.folder, async (file) =>
            endings.some((ending) => file.endsWith(ending)),
          )
        },
      },
      'forget-old-mail': async (_payload, { database, now }) => {
        const oldest = new Date(now.getTime() - keptDays * 86_400_000)
        await removeMailsBefore(database, oldest)
        await removeLetters(
          delivery.folder,
          async (file) => (await stat(join(delivery.folder, file))).mtime < oldest,
        )
      },
    },
    recurring: [{ name: 'forget-old-mail', match: '40 2 * * *' }],
  }
}

/** Holds a letter back when a right it depends on has ended, and says so in the log. */
async function withheld(
  database: Database,
  { key, onlyWhile }: KeptMail,
  { stillMay }: MailDelivery,
  now: Date,
): Promise<boolean> {
  if (stillMay === undefined) throw new Error('Nobody can tell whether a letter may still leave.')
  for (const condition of onlyWhile) {
    if (await stillMay(database, condition, now)) continue
    await markWithheld(database, key, now)
    await record(database, {
      chain: condition.municipalityCode,
      action: 'mail.withheld',
      recordKind: 'mail',
      recordId: key,
      personId: condition.personId,
      requestId: 'job',
      at: now,
    })
    return true
  }
  return false
}

function toServer(url: string, from: string): (mail: KeptMail) => Promise<void> {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: waitLimits.outgoingMs,
    greetingTimeout: waitLimits.outgoingMs,
    socketTimeout: 2 * waitLimits.outgoingMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (mail) => {
    await transport.sendMail(messageOf(mail, from))
  }
}

function toFolder({ folder, from }: MailDelivery): (mail: KeptMail) => Promise<void> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (mail) => {
    const { message } = await transport.sendMail(messageOf(mail, from))
    const name = `${mail.queuedAt.toISOString().replaceAll(':', '.')}${endingOf(mail.messageName)}`
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Renamed when complete, so that whoever reads the folder never meets half a letter.
    await writeFile(join(folder, `.${name}`), message as Buffer, { mode: 0o600 })
    await rename(join(folder, `.${name}`), join(folder, name))
  }
}

/** How the file of a letter ends. */
function endingOf(messageName: string): string {
  return `-${messageName.slice(0, 8)}.eml`
}

async function removeLetters(folder: string, mustGo: (file: string) => Promise<boolean>): Promise<void> {
  const files = await readdir(folder).catch(() => [])
  for (const file of files)
    if (file.endsWith('.eml') && (await mustGo(file))) await rm(join(folder, file), { force: true })
}

function messageOf(mail: KeptMail, from: string): SendMailOptions {
  return {
    from: { name: 'Uskalla', address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.messageName}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: mail.queuedAt,
    ...(mail.replyTo !== undefined && { replyTo: { name: '', address: mail.replyTo } }),
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
    headers: {
      'Auto-Submitted': mail.inReplyTo === undefined ? 'auto-generated' : 'auto-replied',
      ...(mail.unsubscribeUrl !== undefined && {
        'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    attachments: mail.attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content,
    })),
  }
}
