import type { Policy } from '../platform/web/policy.ts'
import type { Visitor } from '../platform/web/visitor.ts'
import type { Invitation } from './membership.ts'

/** True when the visitor administers the municipality by a membership there. */
export function administers(visitor: Visitor, municipalityCode: string): boolean {
  return (
    visitor.person?.memberships.some(
      (m) => m.role === 'administrator' && m.municipalityCode === municipalityCode,
    ) ?? false
  )
}

/** True when the visitor works in the programme office. */
export function isInOffice(visitor: Visitor): boolean {
  return visitor.person?.memberships.some((m) => m.role === 'office') ?? false
}

/** The codes of the municipalities that the visitor administers, each once. */
export function administered(visitor: Visitor): string[] {
  const codes = (visitor.person?.memberships ?? []).flatMap((m) =>
    m.role === 'administrator' && m.municipalityCode !== null ? [m.municipalityCode] : [],
  )
  return [...new Set(codes)]
}

/** A municipality's administrators look after it, and the programme office may help them. */
export const mayAdminister: Policy<{ code: string }> = (visitor, { code }) =>
  administers(visitor, code) || isInOffice(visitor)

/** What is done for the whole country: organisations, ambassadors, confirming domains. */
export const mayRunOffice: Policy = (visitor) => isInOffice(visitor)

/** Only whoever signed in with the address that was invited may see and accept the invitation. */
export function isInvited(visitor: Visitor, invitation: Pick<Invitation, 'email'>): boolean {
  return visitor.person?.email === invitation.email
}

/** The lost second factor of a member is reset by those who look after the membership, never by the member. */
export const mayResetFactor: Policy<{
  member: { personId: string; municipalityCode: string | null }
}> = (visitor, { member }) =>
  visitor.person !== undefined &&
  visitor.person.id !== member.personId &&
  (isInOffice(visitor) || (member.municipalityCode !== null && administers(visitor, member.municipalityCode)))

/** One's own membership may be ended, and those that one looks after. */
export const mayEndMembership: Policy<{
  member: { personId: string; municipalityCode: string | null }
}> = (visitor, { member }) =>
  visitor.person !== undefined &&
  (visitor.person.id === member.personId ||
    isInOffice(visitor) ||
    (member.municipalityCode !== null && administers(visitor, member.municipalityCode)))
