import type { Database } from '../platform/database/database.ts'
import { dayForInput } from '../platform/format.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting, Role } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { isInOffice } from './membership-policy.ts'
import {
  endMembershipRow,
  findMember,
  membershipFor,
  otherAdministrators,
  updateMembership,
} from './membership-store.ts'
import type { Member } from './membership.ts'

/** Would a municipality be left without an administrator? The programme office may do that: it looks after the rest. */
async function isLastAdministrator(
  database: Database,
  { person, now }: Acting,
  member: Member,
): Promise<boolean> {
  if (member.role !== 'administrator' || member.municipalityCode === null || isInOffice({ person }))
    return false
  const { municipalityCode } = member
  return (await otherAdministrators(database, { municipalityCode, except: member.id, now })) === 0
}

/** Changes a member's role and last day. When somebody saved in between, nothing changes and theirs come back. */
export async function changeMembership(
  database: Database,
  {
    id,
    version,
    role,
    validUntil,
    ...acting
  }: Acting & { id: string; version: number; role: Role; validUntil: string | null },
): Promise<Outcome> {
  const words = texts[acting.lang].membership.member
  const before = await findMember(database, id)
  if (!before) throw new Error('a membership disappeared while it was changed')
  const home =
    before.municipalityCode === null
      ? { organisationId: before.organisationId ?? '' }
      : { municipalityCode: before.municipalityCode }
  const loses = role !== 'administrator' || validUntil !== null
  if (loses && (await isLastAdministrator(database, acting, before)))
    return refuse('role', words.lastAdministrator)
  if (
    role !== before.role &&
    (await membershipFor(database, { personId: before.personId, home, role, now: acting.now }))
  )
    return refuse('role', words.hasRoleAlready)
  if (!(await updateMembership(database, { id, version, role, validUntil })))
    return {
      ok: false,
      problems: [],
      theirs: { role: before.role, validUntil: dayForInput(before.validUntil) },
    }
  await record(database, {
    chain: before.municipalityCode ?? '000',
    action: 'membership.changed',
    recordKind: 'membership',
    recordId: id,
    personId: acting.person.id,
    requestId: acting.requestId,
    at: acting.now,
    before: { role: before.role, validUntil: before.validUntil },
    after: { role, validUntil },
  })
  return done()
}

/**
 * Ends a membership, one's own or another's. It gives nothing from the next request on; what its holder decided stays.
 * The last administrator of a municipality must first have another.
 */
export async function endMembership(
  database: Database,
  { id, ...acting }: Acting & { id: string },
): Promise<Outcome> {
  const words = texts[acting.lang].membership.member
  const member = await findMember(database, id)
  if (!member) throw new Error('a membership disappeared while it was ended')
  if (await isLastAdministrator(database, acting, member)) return refuse('', words.lastAdministrator)
  if (!(await endMembershipRow(database, id, acting.now))) return refuse('', words.endedAlready)
  await record(database, {
    chain: member.municipalityCode ?? '000',
    action: 'membership.ended',
    recordKind: 'membership',
    recordId: id,
    personId: acting.person.id,
    requestId: acting.requestId,
    at: acting.now,
    before: { role: member.role, validUntil: member.validUntil, holder: member.personId },
  })
  return done()
}
