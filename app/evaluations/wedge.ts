import type { Assignment, Plan } from '../experiments/index.ts'
import { mean, type Observation } from '../measurements/index.ts'
import { steppedWedgeTest } from './engine.ts'

/** Places × periods: the mean reading, and whether the place had started. */
export interface Wedge {
  outcomes: number[][]
  treated: boolean[][]
}

/** From this many places on the orders are too many for the range to be searched. */
const mostForRange = 8
const searches = 24

/**
 * The readings of places that start one after the other, in periods as long as the time between two starts. Periods in
 * which some place was not read are left out; undefined when fewer than two are left.
 */
export function wedgeOf(
  plan: Plan,
  assignment: Assignment,
  observations: readonly Observation[],
): Wedge | undefined {
  const { startsOn, design } = plan
  if (startsOn === null || !design) return undefined
  const days = (design.stepWeeks ?? 1) * 7
  const periodOf = (day: string) =>
    Math.floor((Date.parse(day) - Date.parse(startsOn)) / 86_400_000 / days + 1e-9)
  const cells = new Map<string, number[]>()
  for (const one of observations) {
    const cell = `${periodOf(one.day)} ${one.unit ?? ''}`
    cells.set(cell, [...(cells.get(cell) ?? []), one.value])
  }
  const periods = [...new Set(observations.map((one) => periodOf(one.day)))]
    .sort((a, b) => a - b)
    .filter((period) => assignment.treated.every((place) => cells.has(`${period} ${place}`)))
  if (periods.length < 2) return undefined
  return {
    outcomes: assignment.treated.map((place) =>
      periods.map((period) => mean(cells.get(`${period} ${place}`) ?? []) ?? 0),
    ),
    treated: assignment.treated.map((_, index) => periods.map((period) => period >= index)),
  }
}

/**
 * The effects that the orders do not speak against: those that, taken away from the time after each start, leave a
 * difference as common as one draw in twenty. Found by halving; unbounded (null) where the orders are too few or too many.
 */
export function wedgeInterval(
  { outcomes, treated }: Wedge,
  effect: number,
): { low: number | null; high: number | null } {
  if (outcomes.length >= mostForRange) return { low: null, high: null }
  const p = (shift: number) => {
    const test = steppedWedgeTest(
      outcomes.map((row, i) => row.map((value, j) => (treated[i]?.[j] ? value - shift : value))),
      treated,
    )
    return test.ok ? test.value.twoSidedP : 1
  }
  const values = outcomes.flat()
  const reach = 10 * (Math.max(...values) - Math.min(...values) + Math.abs(effect))
  const limit = (direction: -1 | 1) => {
    let [inside, outside] = [effect, effect + direction * reach]
    if (p(outside) > 0.05) return null
    for (let i = 0; i < searches; i++) {
      const middle = (inside + outside) / 2
      if (p(middle) > 0.05) inside = middle
      else outside = middle
    }
    return outside
  }
  return { low: limit(-1), high: limit(1) }
}
