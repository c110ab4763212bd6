import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'

/** Inner products of the donors' distances from the target: entry j × donors + k is d_jᵀ d_k. */
export interface DistanceProducts {
  donors: number
  products: Float64Array
}

/** Weights that bring a mean of donors as near to the target as it gets. */
export interface NearestMean {
  /** One weight per donor, 0 or more, together 1. */
  weights: Float64Array
  /** Squared distance left. */
  squaredDistance: number
  /** d_jᵀ (Σ w_k d_k) per donor; at the optimum none is below `squaredDistance`. */
  slopes: Float64Array
}

/** Share of the largest squared distance below which a gain is rounding. */
const gainTolerance = 1e-13

/**
 * The point of a convex hull nearest to the origin: weights w ≥ 0 with sum 1 that minimise wᵀ K w. Exact in
 * finitely many steps.
 * Source: Wolfe 1976, Finding the nearest point in a polytope.
 */
export function nearestMean({ donors, products }: DistanceProducts): NearestMean {
  const weights = new Float64Array(donors)
  const slopes = new Float64Array(donors)
  let scale = 0
  let start = 0
  for (let j = 0; j < donors; j++) {
    const own = products[j * donors + j]!
    if (own > scale) scale = own
    if (own < products[start * donors + start]!) start = j
  }
  weights[start] = 1
  const support = [start]
  const solver = new AffineSolver(products, donors, scale)
  let squaredDistance = 0
  for (let round = 0; round < 20 * donors + 100; round++) {
    squaredDistance = 0
    let best = 0
    for (let j = 0; j < donors; j++) {
      let slope = 0
      for (const k of support) slope += products[j * donors + k]! * weights[k]!
      slopes[j] = slope
      if (slope < slopes[best]!) best = j
    }
    for (const k of support) squaredDistance += weights[k]! * slopes[k]!
    if (!(slopes[best]! < squaredDistance - gainTolerance * scale) || support.includes(best)) break
    support.push(best)
    moveWithin(support, weights, solver)
  }
  return { weights, squaredDistance: Math.max(0, squaredDistance), slopes }
}

/** Moves to the best mean over the support, dropping donors whose weight would fall below 0 on the way. */
function moveWithin(support: number[], weights: Float64Array, solver: AffineSolver): void {
  for (;;) {
    const aim = solver.solve(support)
    let step = 1
    let leaving = -1
    support.forEach((j, place) => {
      if (aim[place]! > 1e-12) return
      const reach = weights[j]! / (weights[j]! - aim[place]!)
      if (reach < step || leaving < 0) {
        step = Math.min(1, Math.max(0, Number.isFinite(reach) ? reach : 0))
        leaving = place
      }
    })
    support.forEach((j, place) => {
      weights[j] = weights[j]! + step * (aim[place]! - weights[j]!)
    })
    if (leaving < 0) return
    for (let place = support.length - 1; place >= 0; place--) {
      const j = support[place]!
      if (place !== leaving && weights[j]! > 1e-15) continue
      weights[j] = 0
      support.splice(place, 1)
    }
    let total = 0
    for (const j of support) total += weights[j]!
    for (const j of support) weights[j] = weights[j]! / total
  }
}

/** Best weights with sum 1 (of either sign) over a support: proportional to (K + c 11ᵀ)⁻¹ 1. */
class AffineSolver {
  readonly #products: Float64Array
  readonly #donors: number
  readonly #shift: number
  #factor = new Float64Array(256)

  constructor(products: Float64Array, donors: number, scale: number) {
    this.#products = products
    this.#donors = donors
    this.#shift = scale > 0 ? scale : 1
  }

  solve(support: readonly number[]): Float64Array {
    const size = support.length
    if (this.#factor.length < size * size) this.#factor = new Float64Array(4 * size * size)
    const l = this.#factor
    const floor = this.#shift * 1e-14
    for (let a = 0; a < size; a++) {
      const row = support[a]! * this.#donors
      for (let b = 0; b <= a; b++) {
        let value = this.#products[row + support[b]!]! + this.#shift
        for (let k = 0; k < b; k++) value -= l[a * size + k]! * l[b * size + k]!
        l[a * size + b] = a === b ? Math.sqrt(Math.max(value, floor)) : value / l[b * size + b]!
      }
    }
    const x = new Float64Array(size).fill(1)
    for (let a = 0; a < size; a++) {
      let value = x[a]!
      for (let k = 0; k < a; k++) value -= l[a * size + k]! * x[k]!
      x[a] = value / l[a * size + a]!
    }
    let total = 0
    for (let a = size - 1; a >= 0; a--) {
      let value = x[a]!
      for (let k = a + 1; k < size; k++) value -= l[k * size + a]! * x[k]!
      x[a] = value / l[a * size + a]!
      total += x[a]!
    }
    for (let a = 0; a < size; a++) x[a] = x[a]! / total
    return x
  }
}

/** Inner products of the distances of donor series from a target series, over the first `periods` entries. */
export function distanceProducts(
  target: Float64Array,
  donors: readonly Float64Array[],
  periods: number,
): DistanceProducts {
  const count = donors.length
  // All distances in one piece of memory: many small ones cost more to make and to clear away than the sums do.
  const distances = new Float64Array(count * periods)
  for (let j = 0; j < count; j++) {
    const donor = donors[j]!
    for (let t = 0; t < periods; t++) distances[j * periods + t] = donor[t]! - target[t]!
  }
  const products = new Float64Array(count * count)
  for (let j = 0; j < count; j++) {
    const own = j * periods
    for (let k = 0; k <= j; k++) {
      const other = k * periods
      let sum = 0
      for (let t = 0; t < periods; t++) sum += distances[own + t]! * distances[other + t]!
      products[j * count + k] = sum
      products[k * count + j] = sum
    }
  }
  return { donors: count, products }
}

/** The weights again by least squares on the support itself, which keeps more digits than inner products do. */
export function polishWeights(
  target: Float64Array,
  donors: readonly Float64Array[],
  periods: number,
  weights: Float64Array,
): Float64Array {
  const support = [...weights.keys()].filter((j) => weights[j]! > 0)
  if (support.length < 2) return weights
  const anchor = support.reduce((best, j) => (weights[j]! > weights[best]! ? j : best))
  const others = support.filter((j) => j !== anchor)
  const columns = others.map((j) => difference(donors[j]!, donors[anchor]!, periods))
  const fit = leastSquares(fromColumns(columns), difference(target, donors[anchor]!, periods), 1e-12)
  if (fit.dropped.length > 0) return weights
  const polished = new Float64Array(weights.length)
  let rest = 1
  others.forEach((j, place) => {
    polished[j] = fit.coefficients[place]!
    rest -= fit.coefficients[place]!
  })
  polished[anchor] = rest
  return polished.every((weight) => weight >= 0) ? polished : weights
}

/**
 * Whether other weights fit exactly as well: a donor on the optimal face that a mean of others on it can stand in
 * for.
 */
export function otherWeightsFit(
  target: Float64Array,
  donors: readonly Float64Array[],
  periods: number,
  solution: NearestMean,
): boolean {
  let scale = 0
  for (const donor of donors)
    for (let t = 0; t < periods; t++) scale = Math.max(scale, (donor[t]! - target[t]!) ** 2)
  const near = 1e-8 * scale * periods
  const face = [...solution.slopes.keys()].filter(
    (j) => solution.slopes[j]! <= solution.squaredDistance + near,
  )
  // Donors that carry weight first, so that the others are expressed through them where that is possible.
  face.sort((j, k) => solution.weights[k]! - solution.weights[j]!)
  const size = Math.sqrt(scale) || 1
  const columns = face.map((j) => {
    const column = new Float64Array(periods + 1)
    for (let t = 0; t < periods; t++) column[t] = donors[j]![t]! - target[t]!
    column[periods] = size
    return column
  })
  const empty = new Float64Array(periods + 1)
  const { kept, dropped } = leastSquares(fromColumns(columns), empty, 1e-7)
  const basis = kept.map((place) => columns[place]!)
  return dropped.some((place) => {
    const { coefficients } = leastSquares(fromColumns(basis), columns[place]!, 1e-12)
    const canGiveWay = (sign: number): boolean =>
      kept.every((own, k) => solution.weights[face[own]!]! > 1e-9 || sign * coefficients[k]! <= 1e-9)
    return canGiveWay(1) || (solution.weights[face[place]!]! > 1e-9 && canGiveWay(-1))
  })
}

function difference(a: Float64Array, b: Float64Array, periods: number): Float64Array {
  const made = new Float64Array(periods)
  for (let t = 0; t < periods; t++) made[t] = a[t]! - b[t]!
  return made
}
