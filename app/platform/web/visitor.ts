import type { Lang } from '../language.ts'

/** What a membership lets a person do. A resident may have no membership at all. */
export const roles = [
  'resident',
  'employee',
  'ambassador',
  'leader',
  'administrator',
  'office',
  'researcher',
] as const

export type Role = (typeof roles)[number]

/** The roles of those who work in their municipality. */
export const workRoles = ['employee', 'ambassador', 'leader', 'administrator'] as const satisfies Role[]

/**
 * A person's place in a municipality (`municipalityCode`) or in another organisation (`organisationId`). Both are null only
 * for the programme office and researchers whose organisation is not named.
 */
export interface Membership {
  municipalityCode: string | null
  organisationId?: string | null
  role: Role
}

/**
 * By what somebody came in: a link in a letter, such a link and a recovery code, a passkey, the account of an organisation,
 * or as a made-up person of the trial environment.
 */
export type Strength = 'link' | 'link-and-code' | 'passkey' | 'oidc' | 'trial'

/** The session in which a person asks. */
export interface Session {
  id: string
  strength: Strength
  /** Whether more than one factor stands behind it. Without that some roles rest. */
  severalFactors: boolean
  /** When the person last proved who they are. */
  begunAt: Date
  /** Memberships that rest until the person has proved with a second factor who they are. */
  resting: readonly Membership[]
}

/** A person who has signed in, as much of them as rights and pages need. */
export interface Person {
  id: string
  name: string
  /** Empty for whoever came by the account of an organisation and has confirmed no address. */
  email: string
  lang: Lang
  /** The memberships that count now. */
  memberships: readonly Membership[]
  /** Absent where the person does not act in a request of their own. */
  session?: Session
}

/** Whoever is asking for a page: a signed-in person, or nobody in particular. */
export interface Visitor {
  person: Person | undefined
}

/** Everything that an action must know of the circumstances: who acts, when, in which request; ids are handed in too. */
export interface Acting {
  person: Person
  now: Date
  requestId: string
  lang: Lang
  newId: () => string
}
