import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { HidingReason } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import { queueMail } from '../platform/mail/mail.ts'
import { texts } from '../texts/index.ts'
import { closeReportsOf, type ReportOutcome } from './report-store.ts'
import type { TextKind } from './reviewable.ts'

/** Tells the writer that a text was hidden, shown again, or stays hidden. Nobody is told where nobody is known. */
export async function tellWriter(
  database: Database,
  {
    writerId,
    key,
    kind,
    what,
    because,
    explanation,
    address,
  }: {
    writerId: string | null
    /** Names the letter. */
    key: string
    kind: TextKind
    what: 'hidden' | 'shown' | 'stays'
    because: HidingReason
    explanation: string
    address: (lang: Lang) => string
  },
): Promise<void> {
  if (writerId === null) return
  for (const contact of await contactsOf(database, [writerId])) {
    const { mail, kinds, hidden } = texts[contact.lang].moderation
    const words = {
      kind: kinds[kind].toLocaleLowerCase(contact.lang),
      because: hidden[because],
      explanation,
      address: address(contact.lang),
    }
    const subjects = { hidden: mail.hiddenSubject, shown: mail.shownSubject, stays: mail.staysSubject }
    await queueMail(database, {
      key: `${what} ${key}`,
      to: contact.email,
      subject: subjects[what],
      text: mail[what](words),
    })
  }
}

/** Closes the open reports of a text and tells the outcome to those who left an address. */
export async function answerReports(
  database: Database,
  { kind, id, outcome, now }: { kind: TextKind; id: string; outcome: ReportOutcome; now: Date },
): Promise<number> {
  const closed = await closeReportsOf(database, { kind, id, outcome, at: now })
  for (const report of closed) {
    if (report.email === null) continue
    const { mail } = texts[report.lang].moderation
    await queueMail(database, {
      key: `report-answered ${report.id}`,
      to: report.email,
      subject: mail.answeredSubject(report.number),
      text: mail.answered(report.number, outcome),
    })
  }
  return closed.length
}
