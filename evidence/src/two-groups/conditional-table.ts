import { findRoot } from '../numbers/optimise.ts'

/** Tables with the same margins as an observed one, given by the first cell, and how likely each is by chance. */
export interface ConditionalTables {
  /** Smallest and largest first cell the margins allow. */
  lowest: number
  highest: number
  /** First cell of weights[0]; cells so unlikely that their weight leaves the range of numbers are left out. */
  from: number
  /** Probabilities under odds ratio 1, up to a common factor; the largest is 1. */
  weights: Float64Array
  total: number
}

/** Counts above this are refused: the conditional distribution would hold too many tables. */
export const largestTotal = 1e9

/**
 * Hypergeometric weights of all tables with the margins of [[a, b], [c, d]], by the ratio of neighbours from the most
 * likely table outwards, so that no digits are lost for large counts.
 */
export function conditionalTables(a: number, b: number, c: number, d: number): ConditionalTables {
  const row = a + b
  const column = a + c
  const all = row + c + d
  const lowest = Math.max(0, row + column - all)
  const highest = Math.min(row, column)
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((row + 1) * (column + 1)) / (all + 2))))
  const ratio = (k: number) => ((row - k) / (k + 1)) * ((column - k) / (all - row - column + k + 1))
  const up: number[] = []
  for (let k = mode, weight = 1; k < highest; k++) {
    weight *= ratio(k)
    if (weight < 1e-307) break
    up.push(weight)
  }
  const down: number[] = []
  for (let k = mode - 1, weight = 1; k >= lowest; k--) {
    weight /= ratio(k)
    if (weight < 1e-307) break
    down.push(weight)
  }
  const weights = Float64Array.from([...down.reverse(), 1, ...up])
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i]!
  return { lowest, highest, from: mode - down.length, weights, total }
}

/** Mean and tail areas of the first cell when the odds ratio is exp(logOdds). */
export function tiltedTables(
  tables: ConditionalTables,
  logOdds: number,
  cell: number,
): { mean: number; atMost: number; atLeast: number } {
  const { from, weights } = tables
  let top = -Infinity
  for (let i = 0; i < weights.length; i++) top = Math.max(top, Math.log(weights[i]!) + i * logOdds)
  let sum = 0
  let moment = 0
  let atMost = 0
  let atLeast = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = Math.exp(Math.log(weights[i]!) + i * logOdds - top)
    sum += weight
    moment += weight * i
    if (from + i <= cell) atMost += weight
    if (from + i >= cell) atLeast += weight
  }
  return { mean: from + moment / sum, atMost: atMost / sum, atLeast: atLeast / sum }
}

/** Odds ratio at which a falling or rising function of the log odds ratio crosses 0. */
function solveOdds(f: (logOdds: number) => number): number {
  let reach = 2
  while (reach < 1400 && f(-reach) > 0 === f(reach) > 0) reach *= 2
  const root = findRoot(f, -reach, reach, 1e-12)
  return root === null ? NaN : Math.exp(root)
}

/** Conditional maximum likelihood odds ratio: the one under which the expected first cell is the observed one. */
export function conditionalOddsRatio(tables: ConditionalTables, cell: number): number {
  if (cell === tables.lowest) return 0
  if (cell === tables.highest) return Infinity
  return solveOdds((logOdds) => tiltedTables(tables, logOdds, cell).mean - cell)
}

/** Exact conditional limits with `tail` probability outside on each side; 0 or Infinity at the edge. */
export function conditionalLimits(tables: ConditionalTables, cell: number, tail: number): [number, number] {
  const low =
    cell === tables.lowest
      ? 0
      : solveOdds((logOdds) => Math.log(tiltedTables(tables, logOdds, cell).atLeast / tail))
  const high =
    cell === tables.highest
      ? Infinity
      : solveOdds((logOdds) => -Math.log(tiltedTables(tables, logOdds, cell).atMost / tail))
  return [low, high]
}

/** Tail areas of the first cell under odds ratio 1. */
export function tableProbabilities(
  tables: ConditionalTables,
  cell: number,
): { twoSided: number; less: number; greater: number } {
  const { from, weights, total } = tables
  const observed = weights[cell - from] ?? 0
  const limit = observed * (1 + 1e-7)
  let twoSided = 0
  let less = 0
  let greater = 0
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! <= limit) twoSided += weights[i]!
    if (from + i <= cell) less += weights[i]!
    if (from + i >= cell) greater += weights[i]!
  }
  // A table too unlikely to be represented has at most the smallest number there is, never exactly 0.
  const share = (weight: number) => Math.min(1, Math.max(weight / total, Number.MIN_VALUE))
  return { twoSided: share(twoSided), less: share(less), greater: share(greater) }
}
