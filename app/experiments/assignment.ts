import { addDays } from '../platform/format.ts'
import type { Plan } from './plan.ts'

/** Which places try and from which day on. */
export interface Assignment {
  /** Places in which it is tried, in the order of their starts. */
  treated: string[]
  /** Places that go on as before. */
  comparison: string[]
  /** First day of the trial of each place that tries, as ISO text. */
  startOf: Record<string, string>
}

/**
 * Who tries: by the order drawn where the plan has a lot, otherwise by the order of its own list. Undefined without several
 * places, without a first day, and while a lot has not been drawn.
 */
export function assignmentOf(plan: Plan, drawnOrder: readonly string[] | undefined): Assignment | undefined {
  const { design, startsOn } = plan
  if (!design || startsOn === null || (design.kind !== 'with_and_without' && design.kind !== 'staggered'))
    return undefined
  const order = design.byLot ? drawnOrder : design.units
  if (!order || order.length < 2) return undefined
  const count =
    design.kind === 'staggered' ? order.length : Math.min(design.treatedCount ?? 1, order.length - 1)
  const treated = order.slice(0, count)
  const step = design.kind === 'staggered' ? (design.stepWeeks ?? 1) * 7 : 0
  return {
    treated,
    comparison: order.slice(count),
    startOf: Object.fromEntries(treated.map((unit, index) => [unit, addDays(startsOn, index * step)])),
  }
}
