import { type Finding, found, refused } from '../finding.ts'
import { binomialPmf } from '../numbers/distributions.ts'
import { conditionalTables } from '../two-groups/conditional-table.ts'

/** Exact power of Fisher's test. */
export interface FisherPower {
  /** Chance of a two-sided p ≤ alpha under the given shares. */
  power: number
  /** The same when both shares are ½: the type I error the test really has there. */
  sizeAtHalf: number
}

/** Group size above which full enumeration is refused. */
const largestGroup = 2000

/**
 * How likely is Fisher's exact test to find the difference between two true shares with `size` answers in each group?
 * Every table that can occur is visited. Refuses sizes that are not whole or above 2,000, and shares or alpha out of
 * range.
 *
 * @example
 * const power = powerOfFisherExact(15, 0.2, 0.7)
 * power.ok && power.value.power // => 0.6796189
 */
export function powerOfFisherExact(
  size: number,
  share1: number,
  share2: number,
  alpha = 0.05,
): Finding<FisherPower> {
  if (!Number.isInteger(size) || size < 1)
    return refused('not-enough-data', 'The size must be a whole number from 1.')
  if (size > largestGroup) return refused('ill-conditioned', 'The groups are too large to visit every table.')
  if (!(alpha > 0 && alpha < 1))
    return refused('not-enough-data', 'The type I error must lie between 0 and 1.')
  if (!(share1 >= 0 && share1 <= 1 && share2 >= 0 && share2 <= 1)) {
    return refused('not-enough-data', 'Shares must lie between 0 and 1.')
  }
  const chances = [share1, share2, 0.5].map((p) =>
    Float64Array.from({ length: size + 1 }, (_, k) => binomialPmf(k, size, p)),
  )
  const [first, second, half] = chances
  let power = 0
  let sizeAtHalf = 0
  for (let events = 0; events <= 2 * size; events++) {
    const rejected = rejectedCells(size, events, alpha)
    for (const cell of rejected) {
      power += first![cell]! * second![events - cell]!
      sizeAtHalf += half![cell]! * half![events - cell]!
    }
  }
  return found({ power: Math.min(1, power), sizeAtHalf: Math.min(1, sizeAtHalf) })
}

/** First cells of the tables with `events` events in all whose two-sided p is at most alpha. */
function rejectedCells(size: number, events: number, alpha: number): number[] {
  const { from, weights, total } = conditionalTables(
    Math.min(size, events),
    Math.max(0, size - events),
    Math.max(0, events - size),
    Math.min(size, 2 * size - events),
  )
  const order = Uint32Array.from(weights.keys()).sort((i, j) => weights[i]! - weights[j]!)
  const rejected: number[] = []
  let sum = 0
  for (let i = 0, next = 0; i < order.length; i++) {
    const limit = weights[order[i]!]! * (1 + 1e-7)
    while (next < order.length && weights[order[next]!]! <= limit) sum += weights[order[next++]!]!
    // A p that equals alpha but for rounding counts as reaching it.
    if (sum / total > alpha * (1 + 1e-9)) break
    rejected.push(from + order[i]!)
  }
  return rejected
}
