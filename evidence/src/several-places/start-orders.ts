import type { Random } from '../numbers/random.ts'

/** Matrix minus its row means and column means plus the overall mean, row by row. */
export function withoutMargins(matrix: Float64Array, rows: number, columns: number): Float64Array {
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
export function pairGains(y: Float64Array, x: Float64Array, places: number, periods: number): Float64Array {
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
export function rowKinds(treated: readonly (readonly (number | boolean)[])[], places: number): number[][] {
  const kinds = new Map<string, number[]>()
  for (let i = 0; i < places; i++) {
    const key = treated[i]!.map(Number).join('')
    kinds.set(key, [...(kinds.get(key) ?? []), i])
  }
  return [...kinds.values()]
}

/** n! for n ≥ 0. */
export function factorial(n: number): number {
  let product = 1
  for (let i = 2; i <= n; i++) product *= i
  return product
}

/** Number of orders that differ in some place's start time. */
export function distinctOrders(kinds: number[][]): number {
  const places = kinds.reduce((sum, kind) => sum + kind.length, 0)
  return Math.round(kinds.reduce((orders, kind) => orders / factorial(kind.length), factorial(places)))
}

/** Shares of orders at least as far out as the observed one. */
export interface OrderShares {
  twoSidedP: number
  greaterP: number
  counting: 'exact' | 'monte-carlo'
}

/** Shares over every distinct order. */
export function visitOrders(
  gains: Float64Array,
  kinds: number[][],
  observed: number,
  slack: number,
): OrderShares {
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

/** Shares over random orders, each (b+1)/(B+1). */
export function drawOrders(
  gains: Float64Array,
  places: number,
  observed: number,
  slack: number,
  random: Random,
  orders: number,
): OrderShares {
  const order = Uint32Array.from({ length: places }, (_, i) => i)
  let far = 0
  let above = 0
  for (let draw = 0; draw < orders; draw++) {
    random.shuffle(order)
    let sum = 0
    for (let i = 0; i < places; i++) sum += gains[i * places + order[i]!]!
    if (Math.abs(sum) >= Math.abs(observed) - slack) far++
    if (sum >= observed - slack) above++
  }
  const share = (count: number) => (count + 1) / (orders + 1)
  return { twoSidedP: share(far), greaterP: share(above), counting: 'monte-carlo' }
}
