import type { Database } from '../platform/database/database.ts'
import type { MailCondition } from '../platform/mail/mail.ts'
import { hasRoleIn } from './membership-store.ts'

/** Has the recipient of a letter still the right that the letter depends on? Asked when the letter leaves. */
export async function stillMay(
  database: Database,
  { personId, municipalityCode, roles }: MailCondition,
  now: Date,
): Promise<boolean> {
  return hasRoleIn(database, { personId, municipalityCode, roles, now })
}
