import type { Hidden } from '../platform/hidden.ts'
import type { Lang } from '../platform/language.ts'
import type { Role } from '../platform/web/visitor.ts'

/** Where a membership is: in a municipality, by its code, or in another organisation, by its id. */
export type Home = { municipalityCode: string } | { organisationId: string }

/** The roles that an administrator or the programme office may give in a municipality. */
export const municipalRoles = ['employee', 'ambassador', 'leader', 'administrator'] as const
export type MunicipalRole = (typeof municipalRoles)[number]

export const organisationKinds = [
  'joint_authority',
  'association',
  'research_institute',
  'programme_office',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The one role that members of such an organisation have. */
export const roleInKind = {
  joint_authority: 'employee',
  association: 'employee',
  research_institute: 'researcher',
  programme_office: 'office',
} as const satisfies Record<OrganisationKind, Role>

/** An organisation other than a municipality. Names in Swedish and English are null where it has none of its own. */
export interface Organisation {
  id: string
  kind: OrganisationKind
  name: { fi: string; sv: string | null; en: string | null }
  version: number
  endedAt: Date | null
}

/** The name of an organisation in a language, in Finnish where it has none in that one. */
export function organisationName(lang: Lang, organisation: Pick<Organisation, 'name'>): string {
  return organisation.name[lang] ?? organisation.name.fi
}

/** A membership with its holder, as administrators see it. Days are ISO text, first and last day in force. */
export interface Member {
  id: string
  personId: string
  name: string
  email: string
  municipalityCode: string | null
  organisationId: string | null
  role: Role
  validFrom: string | null
  validUntil: string | null
  endedAt: Date | null
  version: number
}

/** How long an invitation can be accepted, in days. */
export const invitationDays = 14

export interface Invitation {
  id: string
  municipalityCode: string | null
  organisationId: string | null
  email: string
  role: Role
  /** Last day of the membership that it gives; null when no end is set. */
  validUntil: string | null
  lang: Lang
  invitedAt: Date
  sentAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired'

/** Where an invitation stands at a moment. It is open until the very second of its term, and never again after it. */
export function stateOf(invitation: Invitation, now: Date): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.withdrawnAt !== null) return 'withdrawn'
  return now < invitation.expiresAt ? 'open' : 'expired'
}

/** Somebody's wish to become an employee of a municipality, with the address that speaks for it. */
export interface MembershipRequest {
  id: string
  personId: string
  name: string
  email: string
  municipalityCode: string
  askedAt: Date
}

/** An e-mail domain of a municipality in its ASCII form. Unconfirmed ones let nobody ask. */
export interface MunicipalityDomain {
  domain: string
  municipalityCode: string
  addedAt: Date
  confirmedAt: Date | null
}

/** What a municipality says of itself, and whom to ask about personal data there. Null is what has not been said. */
export interface MunicipalityDetails {
  words: Record<Lang, string | null>
  contact: { name: string | null; email: string | null; phone: string | null; url: string | null }
  /** 0 when nothing has been saved yet. */
  version: number
  /** By which the words are reported; null when nothing has been saved yet. */
  id: string | null
  /** Why the words are hidden, null while everybody may read them. */
  hidden: Hidden | null
}

/** What can be said. */
export type SaidDetails = Omit<MunicipalityDetails, 'id' | 'hidden'>
