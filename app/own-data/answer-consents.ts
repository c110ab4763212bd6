import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { consentPurposes, type ConsentPurpose, presentWording, whatHolds } from './consent.ts'
import { consentsOf, saveConsent } from './own-data-store.ts'

/** Keeps what a person agrees to; only answers that changed are written down. Returns how many those were. */
export async function answerConsents(
  database: Database,
  { person, now, newId, requestId, agreed }: Acting & { agreed: readonly ConsentPurpose[] },
): Promise<number> {
  const holds = whatHolds(await consentsOf(database, person.id))
  const changed = consentPurposes.filter((purpose) => holds[purpose] !== agreed.includes(purpose))
  for (const purpose of changed) {
    const given = agreed.includes(purpose)
    await saveConsent(database, {
      id: newId(),
      personId: person.id,
      purpose,
      given,
      wording: presentWording,
      at: now,
    })
    await record(database, {
      chain: '000',
      action: given ? 'consent.given' : 'consent.withdrawn',
      recordKind: 'person',
      recordId: person.id,
      personId: person.id,
      requestId,
      at: now,
      after: { purpose, given, wording: presentWording },
    })
  }
  return changed.length
}
