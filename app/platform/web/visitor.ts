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

/**
 * A person's place in a municipality (`municipalityCode`) or in another organisation (`organisationId`). Both are null only
 * for the programme office and researchers whose organisation is not named.
 */
export interface Membership {
  municipalityCode: string | null
  organisationId?: string | null
  role: Role
}

/** A person who has signed in, as much of them as rights and pages need. */
export interface Person {
  id: string
  name: string
  email: string
  lang: Lang
  memberships: readonly Membership[]
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
