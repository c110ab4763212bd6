import { inPlanUnit, type UnitChange, unitChangesOf } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { readingsAsEntered } from './observation-store.ts'
import type { Observation } from './observation.ts'

/**
 * Readings in the units of the plan, in the same order. Those of a day whose unit cannot be converted are left out: they
 * are never put on one scale with others.
 */
export function inPlanUnits(
  changes: readonly UnitChange[] | undefined,
  observations: readonly Observation[],
): Observation[] {
  if (!changes || changes.length === 0) return [...observations]
  return observations.flatMap((one) => {
    const value = inPlanUnit(changes, one)
    return value === undefined ? [] : [value === one.value ? one : { ...one, value }]
  })
}

/** The readings of an experiment that conclusions are drawn from: those that stand, in the units of the plan, in the order of days. */
export async function observationsOf(database: Database, experimentId: string): Promise<Observation[]> {
  const [entered, changes] = await Promise.all([
    readingsAsEntered(database, experimentId),
    unitChangesOf(database, experimentId),
  ])
  return inPlanUnits(changes, entered)
}
