import type { Visitor } from './visitor.ts'

/** A policy answers whether a visitor may do the thing, given the record (undefined where there is none). Pure. */
export type Policy<Data = unknown> = (visitor: Visitor, data: Data) => boolean

/** Open to everyone. */
export const anyone: Policy = () => true

/** Open to whoever has signed in. */
export const signedIn: Policy = (visitor) => visitor.person !== undefined

/** The codes of the municipalities in which the visitor works: employees, ambassadors, leaders and administrators. */
export function workplaces(visitor: Visitor): string[] {
  return (visitor.person?.memberships ?? [])
    .filter((m) => m.role !== 'resident' && m.role !== 'office' && m.role !== 'researcher')
    .flatMap((m) => (m.municipalityCode === null ? [] : [m.municipalityCode]))
}

/** True when the visitor works in the municipality. */
export function worksIn(visitor: Visitor, municipalityCode: string): boolean {
  return workplaces(visitor).includes(municipalityCode)
}

/** True when the visitor leads in the municipality: decides in the decision lane and after the trial. */
export function leads(visitor: Visitor, municipalityCode: string): boolean {
  return (
    visitor.person?.memberships.some((m) => m.role === 'leader' && m.municipalityCode === municipalityCode) ??
    false
  )
}
