import { type Finding, found, refused, warning } from '../finding.ts'
import { type Random, createRandom } from '../numbers/random.ts'

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
      : drawOrders(gains, places, observed, slack, createRandom(1))
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

/** Matrix minus its row means and column means plus the overall mean, row by row. */
function withoutMargins(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const centre = matrix.reduce((sum, value) => sum + value, 0) / matrix.length
  const rowMeans = new Float64Array(rows)
  const columnMeans = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    for (let t = 0; t < columns; t++) {
      const value = matrix[i * columns + t]! - centre
      rowMeans[i] = rowMeans[i]! + value / columns
      columnMeans[t] = columnMeans[t]! + value / rows
    }
  }
  return matrix.map(
    (value, k) => value - centre - rowMeans[Math.floor(k / columns)]! - columnMeans[k % columns]!,
  )
}

/**
 * What place i adds to the coefficient when it gets the start time of row j. Reordering the rows of the treatment
 * leaves its sum of squares as it is, so an order's coefficient is a sum of these entries over that information.
 */
function pairGains(y: Float64Array, x: Float64Array, places: number, periods: number): Float64Array {
  const gains = new Float64Array(places * places)
  for (let i = 0; i < places; i++) {
    for (let j = 0; j < places; j++) {
      let sum = 0
      for (let t = 0; t < periods; t++) sum += y[i * periods + t]! * x[j * periods + t]!
      gains[i * places + j] = sum
    }
  }
  return gains
}

/** Rows of the treatment that are the same, as lists of their indices. */
function rowKinds(treated: readonly (readonly (number | boolean)[])[], places: number): number[][] {
  const kinds = new Map<string, number[]>()
  for (let i = 0; i < places; i++) {
    const key = treated[i]!.map(Number).join('')
    kinds.set(key, [...(kinds.get(key) ?? []), i])
  }
  return [...kinds.values()]
}

function factorial(n: number): number {
  let product = 1
  for (let i = 2; i <= n; i++) product *= i
  return product
}

function distinctOrders(kinds: number[][]): number {
  const places = kinds.reduce((sum, kind) => sum + kind.length, 0)
  return Math.round(kinds.reduce((orders, kind) => orders / factorial(kind.length), factorial(places)))
}

interface OrderShares {
  twoSidedP: number
  greaterP: number
  counting: 'exact' | 'monte-carlo'
}

function visitOrders(gains: Float64Array, kinds: number[][], observed: number, slack: number): OrderShares {
  const left = kinds.map((kind) => kind.length)
  const rows = kinds.map((kind) => kind[0]!)
  const places = left.reduce((sum, count) => sum + count, 0)
  let total = 0
  let far = 0
  let above = 0
  const visit = (place: number, sum: number): void => {
    if (place === places) {
      total++
      if (Math.abs(sum) >= Math.abs(observed) - slack) far++
      if (sum >= observed - slack) above++
      return
    }
    for (let kind = 0; kind < rows.length; kind++) {
      if (left[kind] === 0) continue
      left[kind] = left[kind]! - 1
      visit(place + 1, sum + gains[place * places + rows[kind]!]!)
      left[kind] = left[kind]! + 1
    }
  }
  visit(0, 0)
  return { twoSidedP: far / total, greaterP: above / total, counting: 'exact' }
}

function drawOrders(
  gains: Float64Array,
  places: number,
  observed: number,
  slack: number,
  random: Random,
): OrderShares {
  const order = Uint32Array.from({ length: places }, (_, i) => i)
  let far = 0
  let above = 0
  for (let draw = 0; draw < sampledOrders; draw++) {
    random.shuffle(order)
    let sum = 0
    for (let i = 0; i < places; i++) sum += gains[i * places + order[i]!]!
    if (Math.abs(sum) >= Math.abs(observed) - slack) far++
    if (sum >= observed - slack) above++
  }
  const share = (count: number) => (count + 1) / (sampledOrders + 1)
  return { twoSidedP: share(far), greaterP: share(above), counting: 'monte-carlo' }
}
