import { examplePeopleOfTrial } from '../people/index.ts'
import type { Visitor } from '../platform/web/visitor.ts'

const madeUp = new Set<string>(Object.values(examplePeopleOfTrial).map((person) => person.id))

/** True for the made-up people of the trial environment: everybody there acts as them, so nobody may take them away. */
export function isMadeUp(visitor: Visitor): boolean {
  return visitor.person !== undefined && madeUp.has(visitor.person.id)
}
