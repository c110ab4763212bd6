import { type Experiment, experimentsByIds, mainMeasure, type Measure } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { type FamilyMember, membersOf } from './family.ts'
import { type KeptPool, keptPoolsOf } from './pooled-family-store.ts'

/** What a family shows together, with the measure it is told in. */
export interface FamilyPool {
  kept: KeptPool
  /** undefined where nobody has a figure. */
  measure: Measure | undefined
}

/** What the families of these experiments show together, by experiment id; those without a public result are not in it. */
export async function poolsOf(
  database: Database,
  experimentIds: readonly string[],
): Promise<Map<string, FamilyPool>> {
  const kept = await keptPoolsOf(database, experimentIds)
  const references = [...kept.values()].flatMap(({ pooled }) => pooled.measureOf ?? [])
  const known = await experimentsByIds(database, references)
  return new Map(
    [...kept].map(([id, pool]) => {
      const reference = known.get(pool.pooled.measureOf ?? '')
      return [id, { kept: pool, measure: reference && mainMeasure(reference.plan) }]
    }),
  )
}

/** The same for one family, found by any of its members. */
export async function poolOfFamily(
  database: Database,
  family: FamilyMember,
): Promise<FamilyPool | undefined> {
  const ids = membersOf(family).map(({ experiment }) => experiment.id)
  return (await poolsOf(database, ids)).values().next().value
}

/** How the adoptions of a plan have reported. The original is not an adoption of itself, and drafts are none yet. */
export interface Adopters {
  total: number
  reported: Experiment[]
  underWay: Experiment[]
  /** Their last day has passed and no result of the main measure is public. */
  silent: Experiment[]
}

/** Sorts the adoptions of a family by whether their result is public on a day (ISO). */
export function adoptersOf(family: FamilyMember, kept: KeptPool | undefined, today: string): Adopters {
  const adoptions = membersOf(family)
    .filter(({ parent }) => parent !== undefined)
    .map(({ experiment }) => experiment)
    .filter((one) => one.frozenAt !== null || one.origin === 'published')
  const told = new Set(
    kept?.pooled.members.flatMap((member) =>
      member.leftOut === 'under-way' || member.leftOut === 'no-readings' ? [] : [member.experimentId],
    ),
  )
  const hasReported = (one: Experiment) =>
    one.origin === 'published' ? (one.published?.result ?? null) !== null : told.has(one.id)
  const goesOn = (one: Experiment) =>
    (one.state === 'running' || one.state === 'paused') && (one.endsOn === null || one.endsOn >= today)
  const rest = adoptions.filter((one) => !hasReported(one))
  return {
    total: adoptions.length,
    reported: adoptions.filter(hasReported),
    underWay: rest.filter(goesOn),
    silent: rest.filter((one) => !goesOn(one)),
  }
}
