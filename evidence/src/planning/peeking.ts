import { type Finding, found, refused, warning } from '../finding.ts'
import { normalUpper } from '../numbers/distributions.ts'
import { advance, crossing, startOfPaths } from './brownian-looks.ts'

/** The two-sided 5% value that naive looks use. */
const naiveZ = 1.959964
const mostLooks = 200

/**
 * How often does "something" turn up by chance alone when data are looked at k equally spaced times, each time judged
 * at the plain 5%? One probability (0–1) for each k in `looks`. Warns `peeking` when any k is above 1. Refuses an empty
 * list and numbers of looks that are not whole, from 1 to 200.
 *
 * Source: Armitage, McPherson and Rowe 1969.
 *
 * @example
 * const alarms = falseAlarmsOfPeeking([1, 2, 5, 10, 20])
 * alarms.ok && alarms.value // => [0.05, 0.0831, 0.1417, 0.1934, 0.2479]
 */
export function falseAlarmsOfPeeking(looks: readonly number[]): Finding<number[]> {
  if (looks.length === 0 || looks.some((k) => !Number.isInteger(k) || k < 1)) {
    return refused('not-enough-data', 'The numbers of looks must be whole numbers from 1.')
  }
  const most = Math.max(...looks)
  if (most > mostLooks) return refused('ill-conditioned', 'More than 200 looks cannot be computed.')
  const cumulative = [2 * normalUpper(naiveZ)]
  let survivors = startOfPaths
  for (let k = 1; k < most; k++) {
    survivors = advance(survivors, k, naiveZ * Math.sqrt(k), true, 1)
    cumulative.push(cumulative[k - 1]! + crossing(survivors, k + 1, naiveZ * Math.sqrt(k + 1), true))
  }
  return found(
    looks.map((k) => cumulative[k - 1]!),
    most > 1 ? [warning('peeking')] : [],
  )
}
