import { choose } from '../numbers/special-functions.ts'
import type { Random } from '../numbers/random.ts'

/** Shares of draws at least as extreme as the one made. */
export interface DrawShares {
  twoSided: number
  greater: number
  less: number
  /** Number of possible draws. */
  draws: number
  /** True when every draw was looked at; false when random ones were. */
  exact: boolean
}

const tieTolerance = 1e-9
const mostExact = 3_000_000

/**
 * Where the difference of means of the drawn stands among all ways to draw as many. Above 3 million ways random
 * draws are made with (b + 1)/(B + 1). Differences within 1e-9 of the largest possible scale count as ties.
 * Source: Fisher 1935; Phipson and Smyth 2010.
 */
export function drawShares(
  values: readonly number[],
  drawn: readonly boolean[],
  random: Random,
  rounds = 100_000,
): DrawShares {
  const n = values.length
  const size = drawn.filter(Boolean).length
  const total = values.reduce((sum, value) => sum + value, 0)
  const centred = Float64Array.from(values, (value) => value - total / n)
  const scale = centred.reduce((sum, value) => sum + Math.abs(value), 0)
  // With centred values the difference of means is proportional to the sum of the drawn.
  const observed = centred.reduce((sum, value, i) => sum + (drawn[i] === true ? value : 0), 0)
  const slack = tieTolerance * scale
  const draws = choose(n, size)
  let twoSided = 0
  let greater = 0
  let less = 0
  const count = (sum: number): void => {
    if (sum >= observed - slack) greater++
    if (sum <= observed + slack) less++
    if (Math.abs(sum) >= Math.abs(observed) - slack) twoSided++
  }
  if (draws <= mostExact) {
    eachSum(centred, size, count)
    return { twoSided: twoSided / draws, greater: greater / draws, less: less / draws, draws, exact: true }
  }
  const order = centred.slice()
  for (let round = 0; round < rounds; round++) {
    let sum = 0
    for (let k = 0; k < size; k++) {
      const j = k + random.integer(n - k)
      const held = order[k]!
      order[k] = order[j]!
      order[j] = held
      sum += order[k]!
    }
    count(sum)
  }
  const share = (found: number): number => (found + 1) / (rounds + 1)
  return { twoSided: share(twoSided), greater: share(greater), less: share(less), draws, exact: false }
}

/** Calls `visit` with the sum of every choice of `size` values. */
function eachSum(values: Float64Array, size: number, visit: (sum: number) => void): void {
  const n = values.length
  const walk = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      visit(sum)
      return
    }
    for (let i = from; i <= n - left; i++) walk(i + 1, left - 1, sum + values[i]!)
  }
  walk(0, size, 0)
}
