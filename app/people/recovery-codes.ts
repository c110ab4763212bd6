import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import type { CookieToSet } from '../platform/web/page.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Person } from '../platform/web/visitor.ts'
import { beginSession } from './begin-session.ts'
import {
  countWrongRecoveryCode,
  recoveryCodeSetOf,
  replaceRecoveryCodes,
  takeRecoveryCode,
} from './recovery-code-store.ts'
import { codeAsTyped, newCode } from './sign-in-code.ts'
import { wrongRecoveryCodesAnHour } from './sign-in-limits.ts'

const codesInASet = 10
/** How many signs a recovery code has: 49 bits. */
export const recoveryCodeLength = 10

const slowHash = promisify(scrypt) as (text: string, salt: string, size: number) => Promise<Buffer>
const hashed = async (code: string, salt: string) => (await slowHash(code, salt, 32)).toString('hex')

/** Makes ten codes in the place of those a person has. They are told here and never again; only scrypt hashes are kept. */
export async function makeRecoveryCodes(database: Database, visit: Visit, person: Person): Promise<string[]> {
  const { now, requestId } = visit
  const salt = randomBytes(16).toString('hex')
  const codes = Array.from({ length: codesInASet }, () => newCode(recoveryCodeLength))
  const codeHashes = await Promise.all(codes.map((code) => hashed(code, salt)))
  await replaceRecoveryCodes(database, { personId: person.id, salt, codeHashes, now })
  await record(database, {
    chain: '000',
    action: 'recovery-codes.made',
    recordKind: 'person',
    recordId: person.id,
    personId: person.id,
    requestId,
    at: now,
    after: codeHashes,
  })
  return codes
}

/**
 * Confirms a session that was opened by a link with one of the person's recovery codes: it is replaced by one in which all
 * roles count. `'wait'` after ten wrong codes within an hour.
 */
export async function confirmWithRecoveryCode(
  database: Database,
  visit: Visit,
  { person, typed }: { person: Person; typed: string },
): Promise<CookieToSet | 'wrong' | 'wait'> {
  const { now } = visit
  const set = await recoveryCodeSetOf(database, person.id, new Date(now.getTime() - 3_600_000))
  if (!set) return 'wrong'
  if (set.wrongTries >= wrongRecoveryCodesAnHour) {
    visit.note('sign-in-refused', { way: 'recovery-code', limit: 'wrong-codes' })
    return 'wait'
  }
  const codeHash = await hashed(codeAsTyped(typed), set.salt)
  if (await takeRecoveryCode(database, { personId: person.id, codeHash, now }))
    return beginSession(database, visit, {
      personId: person.id,
      strength: 'link-and-code',
      severalFactors: true,
    })
  visit.note('sign-in-refused', { way: 'recovery-code' })
  await countWrongRecoveryCode(database, { personId: person.id, wrongTries: set.wrongTries + 1, now })
  return 'wrong'
}
