import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Mail, MailAttachment, MailCondition } from './mail.ts'

interface MailsTable {
  key: string
  message_id: string
  recipient: string
  subject: string
  body: string
  attachments: string
  queued_at: Date
  sent_at: Date | null
  condition: MailCondition | MailCondition[] | null
  withheld_at: Date | null
  reply_to: string | null
  unsubscribe_url: string | null
  in_reply_to: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    mails: MailsTable
  }
}

/** A letter as it is kept. */
export interface KeptMail extends Required<
  Omit<Mail, 'onlyWhile' | 'replyTo' | 'unsubscribeUrl' | 'inReplyTo'>
> {
  /** Every right that the letter depends on. */
  onlyWhile: readonly MailCondition[]
  replyTo: string | undefined
  unsubscribeUrl: string | undefined
  inReplyTo: string | undefined
  /** The part of the Message-ID before the @. The same at every attempt, so that mail servers can tell a repetition. */
  messageName: string
  queuedAt: Date
  /** Undefined until it has been sent. */
  sentAt: Date | undefined
  /** When it was held back because its recipient had no right to it any more; its subject and text are gone then. */
  withheldAt: Date | undefined
}

/** Keeps a letter; false when one with the same key is there already. */
export async function insertMail(database: Database, mail: Mail, messageName: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into mails (key, message_id, recipient, subject, body, attachments, condition,
      reply_to, unsubscribe_url, in_reply_to)
    values (${mail.key}, ${messageName}, ${mail.to}, ${mail.subject}, ${mail.text}, ${JSON.stringify(mail.attachments ?? [])}::jsonb,
      ${mail.onlyWhile === undefined ? null : JSON.stringify(mail.onlyWhile)}::jsonb,
      ${mail.replyTo ?? null}, ${mail.unsubscribeUrl ?? null}, ${mail.inReplyTo ?? null})
    on conflict do nothing`.execute(database)
  return numAffectedRows === 1n
}

/** The letter with this key, or undefined. */
export async function mailByKey(database: Database, key: string): Promise<KeptMail | undefined> {
  const row = await database.selectFrom('mails').selectAll().where('key', '=', key).executeTakeFirst()
  return row && keptMail(row)
}

/** How many letters to this address were queued within the last hour. */
export async function lettersInHourTo(database: Database, recipient: string): Promise<number> {
  const { letters } = await database
    .selectFrom('mails')
    .select(({ fn }) => fn.countAll<number>().as('letters'))
    .where('recipient', '=', recipient)
    .where('queued_at', '>', sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow()
  return letters
}

/** The newest letters first, `limit` at most. */
export async function newestMails(database: Database, limit: number): Promise<KeptMail[]> {
  const rows = await database
    .selectFrom('mails')
    .selectAll()
    .where('withheld_at', 'is', null)
    .orderBy('queued_at', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute()
  return rows.map(keptMail)
}

// Addresses that let whoever holds them do something go together with the text.
const noSecrets = { reply_to: null, unsubscribe_url: null }

/** Notes that a letter has been sent. With `forget` its text goes, which may hold a link that lets somebody in. */
export async function markSent(database: Database, key: string, now: Date, forget: boolean): Promise<void> {
  await database
    .updateTable('mails')
    .set({ sent_at: now, ...(forget ? { body: '', attachments: '[]', ...noSecrets } : {}) })
    .where('key', '=', key)
    .execute()
}

/** Notes that a letter is held back for good. What it said is forgotten. */
export async function markWithheld(database: Database, key: string, now: Date): Promise<void> {
  await database
    .updateTable('mails')
    .set({ withheld_at: now, subject: '', body: '', attachments: '[]', ...noSecrets })
    .where('key', '=', key)
    .execute()
}

/** Removes letters queued before this moment. */
export async function removeMailsBefore(database: Database, moment: Date): Promise<void> {
  await database.deleteFrom('mails').where('queued_at', '<', moment).execute()
}

function keptMail(row: MailsTable): KeptMail {
  return {
    key: row.key,
    messageName: row.message_id,
    to: row.recipient,
    subject: row.subject,
    text: row.body,
    attachments: row.attachments as unknown as MailAttachment[],
    queuedAt: row.queued_at,
    sentAt: row.sent_at ?? undefined,
    withheldAt: row.withheld_at ?? undefined,
    onlyWhile: row.condition === null ? [] : [row.condition].flat(),
    replyTo: row.reply_to ?? undefined,
    unsubscribeUrl: row.unsubscribe_url ?? undefined,
    inReplyTo: row.in_reply_to ?? undefined,
  }
}
