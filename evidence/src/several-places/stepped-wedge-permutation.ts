import { type Finding, found, refused, warning } from '../finding.ts'
import { createRandom } from '../numbers/random.ts'
import {
  distinctOrders,
  drawOrders,
  factorial,
  pairGains,
  rowKinds,
  visitOrders,
  withoutMargins,
} from './start-orders.ts'

/** A stepped wedge judged against all orders in which the places could have started. */
export interface SteppedWedgeTest {
  /** Treatment coefficient of the least-squares model with an effect of each place and each period. */
  effect: number
  /** Number of orderings of the places, n! (orderings that give the same start times count separately). */
  assignments: number
  /** Number of orders with different start times. */
  distinctAssignments: number
  /** Share of orderings whose coefficient is at least as far from 0. */
  twoSidedP: number
  /** Share of orderings whose coefficient is at least as large. */
  greaterP: number
  counting: 'exact' | 'monte-carlo'
}

/** Distinct orders up to which all are visited. */
const mostVisited = 4e6
const sampledOrders = 100_000
/** Relative distance under which two coefficients count as equal. */
const tieTolerance = 1e-9

/**
 * Did a treatment that places started one after the other, in an order drawn by lot, change the outcome? `outcomes`
 * and `treated` are places × periods: the mean outcome, and 0 or 1 (or false/true) for not yet and treated.
 *
 * Refuses missing, infinite or huge outcomes, shapes that differ, fewer than two places or periods, treatment marks
 * other than 0 and 1, and a treatment that cannot be told from the place and period effects (`ill-conditioned`).
 * Warns `min-p-above-alpha` when there are too few different orders for a p under alpha, and `constant-values`.
 * Up to four million different orders are visited one by one; beyond, 100,000 are drawn with a fixed seed.
 *
 * Source: Hussey and Hughes 2007 (model); Ji, Fink, Robyn and Small 2017 (permutation of the order).
 *
 * @example
 * const wedge = steppedWedgeTest([[3, 6, 7], [4, 5, 8]], [[0, 1, 1], [0, 0, 1]])
 * wedge.ok && [wedge.value.effect, wedge.value.assignments, wedge.value.greaterP] // => [2, 2, 0.5]
 */
export function steppedWedgeTest(
  outcomes: readonly (readonly (number | null)[])[],
  treated: readonly (readonly (number | boolean)[])[],
  alpha = 0.05,
): Finding<SteppedWedgeTest> {
  const places = outcomes.length
  const periods = outcomes[0]?.length ?? 0
  if (places < 2 || periods < 2)
    return refused('not-enough-data', 'At least two places and two periods are needed.')
  if (treated.length !== places || [...outcomes, ...treated].some((row) => row.length !== periods)) {
    return refused(
      'not-enough-data',
      'Outcomes and treatment must have the same number of places and periods.',
    )
  }
  const values = outcomes.flat()
  if (values.some((value) => value === null || Number.isNaN(value))) {
    return refused('not-enough-data', 'Every place needs an outcome in every period.', [
      warning('unbalanced-panel'),
    ])
  }
  if (values.some((value) => !(Math.abs(value!) <= 1e150))) {
    return refused('ill-conditioned', 'The outcomes hold an infinite or far too large value.')
  }
  const marks = treated.flat().map(Number)
  if (marks.some((mark) => mark !== 0 && mark !== 1)) {
    return refused('not-enough-data', 'Treatment must be marked by 0 and 1.')
  }
  const y = withoutMargins(
    Float64Array.from(values, (value) => value!),
    places,
    periods,
  )
  const x = withoutMargins(Float64Array.from(marks), places, periods)
  const information = x.reduce((sum, value) => sum + value * value, 0)
  if (information < 1e-9) {
    return refused(
      'ill-conditioned',
      'The treatment cannot be told from differences between places or periods.',
    )
  }
  const gains = pairGains(y, x, places, periods)
  const kinds = rowKinds(treated, places)
  const orders = distinctOrders(kinds)
  let observed = 0
  for (let i = 0; i < places; i++) observed += gains[i * places + i]!
  const slack = tieTolerance * Math.max(Math.abs(observed), ...gains.map(Math.abs))
  const counted =
    orders <= mostVisited
      ? visitOrders(gains, kinds, observed, slack)
      : drawOrders(gains, places, observed, slack, createRandom(1), sampledOrders)
  const warnings = 1 / orders > alpha ? [warning('min-p-above-alpha', String(1 / orders))] : []
  if (gains.every((gain) => Math.abs(gain) <= 1e-300)) warnings.push(warning('constant-values'))
  return found(
    {
      effect: observed / information,
      assignments: factorial(places),
      distinctAssignments: orders,
      ...counted,
    },
    warnings,
  )
}
