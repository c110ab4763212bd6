import type { Database } from '../platform/database/database.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { detailsOf, hideDetailsAgain, updateDetails } from './details-store.ts'
import { whyHiddenBefore } from './hidden-words-store.ts'
import type { SaidDetails } from './membership.ts'

declare module '../platform/jobs/queue-job.ts' {
  interface JobPayloads {
    /** A text stands hidden because it was hidden before: moderators and its writer are to know. */
    'hidden-again': { kind: 'municipality'; recordId: string }
  }
}

/** The texts of the details by the names of their fields, as they stand in the form; empty where nothing has been said. */
export function detailsAsFields({ words, contact }: SaidDetails): Record<string, string> {
  return {
    wordsFi: words.fi ?? '',
    wordsSv: words.sv ?? '',
    wordsEn: words.en ?? '',
    contactName: contact.name ?? '',
    contactEmail: contact.email ?? '',
    contactPhone: contact.phone ?? '',
    contactUrl: contact.url ?? '',
  }
}

/**
 * Saves what a municipality says of itself. When somebody saved in between, nothing changes and their texts come back. Words
 * that moderators have hidden stay hidden, however often they are put back. Tells whether the words are hidden now.
 */
export async function saveDetails(
  database: Database,
  {
    person,
    now,
    requestId,
    municipalityCode,
    details,
  }: Acting & { municipalityCode: string; details: SaidDetails },
): Promise<Outcome<{ areHidden: boolean }>> {
  const before = await detailsOf(database, municipalityCode, { forWriting: true })
  if (!(await updateDetails(database, { municipalityCode, details, personId: person.id, now })))
    return {
      ok: false,
      problems: [],
      theirs: detailsAsFields(await detailsOf(database, municipalityCode, { forWriting: true })),
    }
  await record(database, {
    chain: municipalityCode,
    action: 'municipality-details.saved',
    recordKind: 'municipality-details',
    recordId: municipalityCode,
    personId: person.id,
    requestId,
    at: now,
    before: { words: before.words, contact: before.contact },
    after: { words: details.words, contact: details.contact },
  })
  if (before.hidden) return done({ areHidden: true })
  const said = { municipalityCode, texts: [details.words.fi, details.words.sv, details.words.en] }
  const because = await whyHiddenBefore(database, said)
  if (because === undefined) return done({ areHidden: false })
  await hideDetailsAgain(database, { municipalityCode, at: now, because })
  const { id } = await detailsOf(database, municipalityCode)
  if (id !== null) await queueJob(database, 'hidden-again', { kind: 'municipality', recordId: id })
  return done({ areHidden: true })
}
