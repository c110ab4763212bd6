import type { Membership, Role } from '../platform/web/visitor.ts'

/** How long sessions last. The operator may shorten them. */
export interface SessionLimits {
  /** Without being used, in hours. */
  idleHours: number
  /** The same for those who act for others: programme office, leaders, administrators. */
  idleHoursOfOffice: number
  /** Used or not, in days. */
  longestDays: number
}

export const sessionLimits: SessionLimits = { idleHours: 14 * 24, idleHoursOfOffice: 12, longestDays: 30 }

/** How often the use of a session is noted at most, in minutes. */
export const noteUseMinutes = 5

/** Roles that decide or see for others; they count only where more than one factor stands behind the session. */
const officeRoles: readonly Role[] = ['office', 'leader', 'administrator']

/** Does somebody with these memberships act for others? */
export function actsForOthers(memberships: readonly Membership[]): boolean {
  return memberships.some(({ role }) => officeRoles.includes(role))
}

/** Which memberships count in a session, and which rest until a second factor. */
export function membershipsInSession(
  memberships: readonly Membership[],
  severalFactors: boolean,
): { memberships: readonly Membership[]; resting: readonly Membership[] } {
  if (severalFactors) return { memberships, resting: [] }
  return {
    memberships: memberships.filter(({ role }) => !officeRoles.includes(role)),
    resting: memberships.filter(({ role }) => officeRoles.includes(role)),
  }
}

/** Has a session been left unused for too long? A clock turned back ends nothing and prolongs nothing. */
export function leftUnused(
  { lastSeenAt, memberships }: { lastSeenAt: Date; memberships: readonly Membership[] },
  limits: SessionLimits,
  now: Date,
): boolean {
  const hours = actsForOthers(memberships) ? limits.idleHoursOfOffice : limits.idleHours
  return now.getTime() - lastSeenAt.getTime() >= hours * 3_600_000
}
