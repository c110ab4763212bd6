import { logChoose, logFactorial } from '../numbers/special-functions.ts'
import type { StudyPlan } from './study-plan.ts'

/** The ways in which one group can be chosen from all units: n over k; Infinity beyond what a number holds. */
export function waysToChoose(units: number, chosen: number): number {
  if (!(units >= chosen && chosen >= 0)) return 0
  const ways = Math.exp(logChoose(units, chosen))
  return ways < 2 ** 53 ? Math.round(ways) : ways
}

/**
 * How many draws the design could have made: the ground on which every exact p-value stands. Blocks multiply; a
 * drawn start order counts the orders. Null when nothing was drawn and no units are compared, because then no p of
 * this kind exists.
 */
export function possibleDraws(plan: StudyPlan): number | null {
  const { treatedUnits, comparisonUnits, blocks } = plan
  if (plan.startOrderByLot) return startOrders(treatedUnits, plan.startTimes ?? treatedUnits)
  if (comparisonUnits === 0) return null
  if (blocks && blocks.length > 0) {
    return blocks.reduce(
      (ways, block) => ways * waysToChoose(block.treated + block.comparison, block.treated),
      1,
    )
  }
  return waysToChoose(treatedUnits + comparisonUnits, treatedUnits)
}

/** Orders of `units` into `steps` start times of equal size as near as can be. */
function startOrders(units: number, steps: number): number {
  if (!(units >= 1 && steps >= 1)) return 1
  const small = Math.floor(units / steps)
  const larger = units - small * steps
  const logOrders =
    logFactorial(units) - larger * logFactorial(small + 1) - (steps - larger) * logFactorial(small)
  const orders = Math.exp(logOrders)
  return orders < 2 ** 53 ? Math.round(orders) : orders
}
