import type { Database } from '../platform/database/database.ts'
import type { TextUnderReview } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { texts } from '../texts/index.ts'
import { nextReportNumber, numberOf, type ReportReason, saveReport } from './report-store.ts'
import type { TextKind } from './reviewable.ts'

/**
 * Reports a text, by anybody. Neither the report nor the log tells who it was. Returns the number that the reporter gets
 * to know it by.
 */
export async function reportText(
  database: Database,
  {
    kind,
    id,
    text,
    reason,
    words,
    email,
    lang,
    now,
    requestId,
    newId,
  }: {
    kind: TextKind
    id: string
    text: TextUnderReview
    reason: ReportReason
    words: string
    email: string | null
    lang: Lang
    now: Date
    requestId: string
    newId: () => string
  },
): Promise<string> {
  const report = {
    id: newId(),
    number: await nextReportNumber(database),
    kind,
    record_id: id,
    municipality_code: text.municipalityCode,
    reason,
    words,
    reporter_email: email,
    lang,
    at: now,
  }
  await saveReport(database, report)
  const number = numberOf(report)
  if (email !== null) {
    const mail = texts[lang].moderation.mail
    await queueMail(database, {
      key: `report ${report.id}`,
      to: email,
      subject: mail.receivedSubject(number),
      text: mail.received(number),
    })
  }
  await record(database, {
    chain: text.municipalityCode,
    action: 'text.reported',
    recordKind: 'report',
    recordId: report.id,
    personId: null,
    requestId,
    at: now,
    after: { kind, id, reason, words },
  })
  return number
}
