import { chiSquareUpper } from '../numbers/distributions.ts'
import { fromColumns, multiplyVector, solve, zeros } from '../numbers/matrix.ts'
import { orthonormalColumns } from '../numbers/orthonormal.ts'

/** Events seen and expected per group if the groups did not differ. */
export interface LogRank {
  /** Labels in ascending order. */
  groups: string[]
  observed: number[]
  expected: number[]
  /** Chi-square and its p; null when no time tells the groups apart. */
  chiSquare: number | null
  degreesOfFreedom: number
  p: number | null
}

/**
 * Log-rank test of rows sorted by time. `event` is 1 where the event happened. Groups whose numbers at risk never
 * overlap with others carry no information; the degrees of freedom fall accordingly.
 * Source: Mantel 1966; Peto and Peto 1972.
 */
export function logRank(time: Float64Array, event: Uint8Array, labels: readonly string[]): LogRank {
  const groups = [...new Set(labels)].toSorted((a, b) => (a < b ? -1 : 1))
  const groupOf = Int32Array.from(labels, (label) => groups.indexOf(label))
  const count = groups.length
  const atRisk = new Float64Array(count)
  for (const group of groupOf) atRisk[group]! += 1
  const observed = Array.from({ length: count }, () => 0)
  const expected = Array.from({ length: count }, () => 0)
  const covariance = zeros(count, count)
  for (let i = 0; i < time.length;) {
    const all = time.length - i
    const now = time[i]!
    const leaving = new Float64Array(count)
    let events = 0
    for (; i < time.length && time[i] === now; i++) {
      leaving[groupOf[i]!]! += 1
      events += event[i]!
      observed[groupOf[i]!]! += event[i]!
    }
    if (events > 0) {
      const spread = all > 1 ? (events * (all - events)) / (all - 1) : 0
      for (let a = 0; a < count; a++) {
        const share = atRisk[a]! / all
        expected[a]! += events * share
        for (let b = 0; b < count; b++) {
          covariance.values[a * count + b]! += spread * share * (Number(a === b) - atRisk[b]! / all)
        }
      }
    }
    for (let a = 0; a < count; a++) atRisk[a]! -= leaving[a]!
  }
  const independent = independentGroups(covariance.values, count)
  const degreesOfFreedom = independent.length
  const chiSquare = quadraticForm(
    covariance.values,
    count,
    independent,
    observed.map((seen, a) => seen - expected[a]!),
  )
  return {
    groups,
    observed,
    expected,
    chiSquare,
    degreesOfFreedom,
    p: chiSquare === null ? null : chiSquareUpper(chiSquare, degreesOfFreedom),
  }
}

/** Groups whose rows of the covariance matrix are linearly independent. */
function independentGroups(covariance: Float64Array, count: number): number[] {
  const columns = Array.from({ length: count }, (_, a) =>
    covariance.filter((_value, index) => index % count === a),
  )
  return orthonormalColumns(fromColumns(columns)).kept
}

function quadraticForm(
  covariance: Float64Array,
  count: number,
  chosen: readonly number[],
  differences: readonly number[],
): number | null {
  if (chosen.length === 0) return null
  const part = zeros(chosen.length, chosen.length)
  chosen.forEach((a, i) =>
    chosen.forEach((b, j) => (part.values[i * chosen.length + j] = covariance[a * count + b]!)),
  )
  const right = chosen.map((a) => differences[a]!)
  const left = solve(part, right)
  if (left === null) return null
  const back = multiplyVector(part, left)
  const exact = back.every((value, i) => Math.abs(value - right[i]!) <= 1e-6 * (1 + Math.abs(right[i]!)))
  return exact ? right.reduce((sum, value, i) => sum + value * left[i]!, 0) : null
}
