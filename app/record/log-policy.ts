import type { Policy } from '../platform/web/policy.ts'
import type { Visitor } from '../platform/web/visitor.ts'

/** The chains whose lines a visitor may read: `every` for the programme office, else those of the municipalities they administer. */
export function readableChains(visitor: Visitor): 'every' | readonly string[] {
  const memberships = visitor.person?.memberships ?? []
  if (memberships.some((m) => m.role === 'office')) return 'every'
  return memberships.flatMap((m) =>
    m.role === 'administrator' && m.municipalityCode !== null ? [m.municipalityCode] : [],
  )
}

/** The programme office reads the whole log, administrators that of their own municipality, nobody else any. */
export const mayReadLog: Policy = (visitor) => readableChains(visitor).length > 0
