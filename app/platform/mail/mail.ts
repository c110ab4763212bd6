import { createHash } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { queueJob } from '../jobs/queue-job.ts'
import type { Role } from '../web/visitor.ts'
import { insertMail } from './mail-store.ts'

declare module '../jobs/queue-job.ts' {
  interface JobPayloads {
    'send-mail': { key: string }
  }
}

/** A text file sent along, e.g. an invitation for a calendar. */
export interface MailAttachment {
  fileName: string
  /** E.g. `text/calendar; method=REQUEST`. */
  contentType: string
  content: string
}

/** A right in a municipality that a letter depends on: one of these roles there. */
export interface MailCondition {
  personId: string
  municipalityCode: string
  roles: readonly Role[]
}

/** A letter to one person. */
export interface Mail {
  /** Names the letter, e.g. `sign-in:UUID`. The same key again is the same letter and is sent once. */
  key: string
  to: string
  subject: string
  text: string
  attachments?: MailAttachment[]
  /** Asked again when the letter leaves: when one of the rights has ended meanwhile, nothing is sent. */
  onlyWhile?: MailCondition | readonly MailCondition[]
  /** Where an answer goes; without it nobody reads answers. */
  replyTo?: string
  /** A web address that stops letters of this kind when something is posted to it (RFC 8058). */
  unsubscribeUrl?: string
  /** The Message-ID of the letter that this one answers by itself; empty where that had none. */
  inReplyTo?: string
}

// Control characters, line ends among them: what would let a text write headers of its own.
const breaksHeaders = /[\p{Cc}\u2028\u2029]/u

/** May mail be sent to this address? One address, without a name, lists or anything that could break a header. */
export function isMailAddress(text: string): boolean {
  // `=?` begins an encoded word, which a mail program may read as another address than the one that was looked at.
  const plain = /^[^\s<>()[\]\\,;:@"\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,255}$/u.test(text)
  return plain && !text.includes('..') && !text.includes('=?')
}

/**
 * Queues a letter in the transaction of the change it tells of. Throws when the address or the subject could smuggle in
 * headers: pages have checked what people typed before.
 */
export async function queueMail(database: Database, mail: Mail): Promise<void> {
  const headers = [
    mail.subject,
    mail.unsubscribeUrl ?? '',
    mail.inReplyTo ?? '',
    ...(mail.attachments ?? []).flatMap((one) => [one.fileName, one.contentType]),
  ]
  if (!isMailAddress(mail.to) || (mail.replyTo !== undefined && !isMailAddress(mail.replyTo)))
    throw new Error('A letter needs one plain e-mail address.')
  if (headers.some((text) => breaksHeaders.test(text)))
    throw new Error('A header of a letter must be one line.')
  const messageName = createHash('sha256').update(mail.key).digest('hex').slice(0, 32)
  if (await insertMail(database, mail, messageName)) {
    await queueJob(database, 'send-mail', { key: mail.key }, { key: `mail ${mail.key}`, maximumAttempts: 12 })
  }
}
