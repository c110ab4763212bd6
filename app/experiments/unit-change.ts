import type { Experiment } from './experiment.ts'
import { type Measure, measureOf } from './plan.ts'

/** A measure that is read in another unit than its plan says, from a day on. */
export type UnitChange = {
  measureId: string
  /** ISO day, the first in the new unit. */
  day: string
  /** The new unit; empty where it was hidden. */
  unit: string
  /** How many of the plan's units one new unit is; null where the one cannot be converted into the other. */
  planUnits: number | null
}

/** The change that holds for a measure on a day: the last one up to it. Undefined while the plan's own unit holds. */
export function unitChangeOn(
  changes: readonly UnitChange[] | undefined,
  measureId: string,
  day: string,
): UnitChange | undefined {
  let holding: UnitChange | undefined
  for (const change of changes ?? [])
    if (change.measureId === measureId && change.day <= day && (!holding || change.day >= holding.day))
      holding = change
  return holding
}

/** A measure as it is read on a day: with the unit of that day. */
export function measureOn(
  { plan, unitChanges }: Pick<Experiment, 'plan' | 'unitChanges'>,
  measure: Measure,
  day: string,
): Measure {
  const planned = measureOf(plan, measure.id) ?? measure
  const change = unitChangeOn(unitChanges, measure.id, day)
  return change ? { ...planned, unit: change.unit } : planned
}

/**
 * A reading of a day in the plan's unit, to twelve digits, so that conversion adds no digits of its own. Undefined where
 * the day's unit cannot be converted.
 */
export function inPlanUnit(
  changes: readonly UnitChange[] | undefined,
  { measureId, day, value }: { measureId: string; day: string; value: number },
): number | undefined {
  const change = unitChangeOn(changes, measureId, day)
  if (!change || change.planUnits === 1) return value
  return change.planUnits === null ? undefined : Number((value * change.planUnits).toPrecision(12))
}
