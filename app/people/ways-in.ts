import type { Database } from '../platform/database/database.ts'
import type { Person } from '../platform/web/visitor.ts'
import { type Passkey, passkeysOf } from './passkey-store.ts'
import { recoveryCodesLeft } from './recovery-code-store.ts'
import { actsForOthers } from './session-rules.ts'

/** The second factors that a person has. */
export interface WaysIn {
  passkeys: Passkey[]
  codesLeft: number
}

/** Reads the second factors of a person. */
export async function waysInOf(database: Database, personId: string): Promise<WaysIn> {
  return {
    passkeys: await passkeysOf(database, personId),
    codesLeft: await recoveryCodesLeft(database, personId),
  }
}

/**
 * May the person, in this session, change how they come in? Whoever acts for others and has a second factor must have used
 * it: a mailbox alone must not be able to add another one.
 */
export function mayChangeWaysIn(person: Person, { passkeys, codesLeft }: WaysIn): boolean {
  const all = [...person.memberships, ...(person.session?.resting ?? [])]
  if (person.session?.severalFactors !== false || !actsForOthers(all)) return true
  return passkeys.length === 0 && codesLeft === 0
}
