import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { detailsOf, updateDetails } from './details-store.ts'
import type { SaidDetails } from './membership.ts'

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

/** Saves what a municipality says of itself. When somebody saved in between, nothing changes and their texts come back. */
export async function saveDetails(
  database: Database,
  {
    person,
    now,
    requestId,
    municipalityCode,
    details,
  }: Acting & { municipalityCode: string; details: SaidDetails },
): Promise<Outcome> {
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
  return done()
}
