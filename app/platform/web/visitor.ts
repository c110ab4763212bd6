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

/** A person's place in a municipality; `municipalityCode` is null for organisations of the whole country. */
export interface Membership {
  municipalityCode: string | null
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
