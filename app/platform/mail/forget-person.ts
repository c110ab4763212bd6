import { type RawBuilder, sql } from 'kysely'
import { queueJob } from '../jobs/queue-job.ts'
import type { ForgetPerson, OwnDataOf } from '../own-data.ts'

declare module '../jobs/queue-job.ts' {
  interface JobPayloads {
    /** Later rooms forget too: whoever holds this fingerprint of an address takes the address away. */
    'forget-address': { fingerprint: string }
    'forget-letters': { messageNames: string[] }
  }
}

/**
 * Letters to the person go, and so do sent ones that name them; in those still waiting for others the name becomes three
 * dots. What the answer to a form said by name is forgotten too.
 */
export const forgetPersonInMail: ForgetPerson = async (database, { email, name }) => {
  // An empty text is part of every text: whoever has none is nowhere.
  const inLetter = (text: string) =>
    text === ''
      ? sql<boolean>`false`
      : sql<boolean>`strpos(lower(concat_ws(' ', recipient, subject, body, attachments)), lower(${text})) > 0`
  const pattern = name.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`)
  const without = (text: RawBuilder<unknown>) => sql`regexp_replace(${text}, ${pattern}, '…', 'gi')`
  const { rows } = await sql<{ message_id: string }>`delete from mails
    where ${inLetter(email)} or (sent_at is not null and ${inLetter(name)}) returning message_id`.execute(
    database,
  )
  if (name !== '')
    await sql`update mails set subject = ${without(sql`subject`)}, body = ${without(sql`body`)},
      attachments = ${without(sql`attachments::text`)}::jsonb where ${inLetter(name)}`.execute(database)
  await sql`select forget_failed_letters(${email}, ${name})`.execute(database)
  for (const text of [email, name])
    if (text !== '')
      await sql`update submissions set notice = null where strpos(lower(notice), lower(${text})) > 0`.execute(
        database,
      )
  if (rows.length > 0)
    await queueJob(database, 'forget-letters', { messageNames: rows.map((row) => row.message_id) })
}

/** Letters to the person that are still kept. Links in them are left out: whoever reads this has no use for them. */
export const ownLettersOf: OwnDataOf = async (database, personId) => {
  const { rows } = await sql<Record<string, unknown>>`
    select m.recipient, m.subject, regexp_replace(m.body, 'https?://\S+', '…', 'g') as body, m.queued_at, m.sent_at
    from mails as m join persons as p on lower(p.email) = lower(m.recipient)
    where p.id = ${personId} order by m.queued_at`.execute(database)
  return [{ table: 'mails', rows }]
}
