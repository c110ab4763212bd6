import { type Finding, found, refused } from '../finding.ts'
import { binomialQuantile } from '../numbers/distributions.ts'

/** When a run chart signals, for a number of useful points. */
export interface AnhoejLimits {
  /** A longer run on one side of the line than this is a signal. */
  longestRunMax: number
  /** Fewer crossings of the line than this are a signal. */
  crossingsMin: number
}

/** Runs and crossings in one phase of a chart, and whether they signal. */
export interface RunAnalysis {
  /** Points that are neither missing nor left out nor exactly on the line. */
  useful: number
  /** Longest run of useful points on one side; null when there are none. */
  longestRun: number | null
  longestRunMax: number | null
  /** Times the useful points cross the line; null when there are none. */
  crossings: number | null
  crossingsMin: number | null
  /** True when the points vary less freely than chance would let them. */
  signal: boolean
}

const mostPoints = 1_000_000
const limitsMade = new Map<number, AnhoejLimits>()

function limitsFor(useful: number): AnhoejLimits {
  let limits = limitsMade.get(useful)
  if (limits === undefined) {
    limits = {
      longestRunMax: Math.round(Math.log2(useful)) + 3,
      crossingsMin: binomialQuantile(0.05, Math.max(useful - 1, 0), 0.5),
    }
    limitsMade.set(useful, limits)
  }
  return limits
}

/**
 * How long a run and how few crossings a run chart with this many useful points still allows.
 *
 * `useful` is the number of points not exactly on the line, 1 to 1,000,000. Refuses `not-enough-data` for
 * anything else.
 * Source: Anhøj and Olesen 2014: round(log₂ n) + 3, and the 5% quantile of Binomial(n − 1, ½).
 *
 * @example
 * anhoejLimits(24).value // => { "longestRunMax": 8, "crossingsMin": 8 }
 */
export function anhoejLimits(useful: number): Finding<AnhoejLimits> {
  if (!(Number.isInteger(useful) && useful >= 1 && useful <= mostPoints))
    return refused(
      'not-enough-data',
      'The number of useful points has to be a whole number from 1 to 1,000,000.',
    )
  return found({ ...limitsFor(useful) })
}

/**
 * Runs and crossings of the values from..to−1 around their line; NaN values and values with `leftOut` are skipped.
 */
export function analyseRuns(
  values: ArrayLike<number>,
  line: number,
  from: number,
  to: number,
  leftOut?: ArrayLike<number>,
): RunAnalysis {
  let useful = 0
  let crossings = 0
  let longest = 0
  let length = 0
  let side = 0
  for (let i = from; i < to; i++) {
    if (leftOut !== undefined && leftOut[i] === 1) continue
    const distance = values[i]! - line
    // Also skips NaN.
    if (!(distance > 0) && !(distance < 0)) continue
    useful++
    const here = distance > 0 ? 1 : -1
    if (here === side) length++
    else {
      if (side !== 0) crossings++
      side = here
      length = 1
    }
    if (length > longest) longest = length
  }
  if (useful === 0)
    return {
      useful,
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      signal: false,
    }
  const { longestRunMax, crossingsMin } = limitsFor(useful)
  const signal = longest > longestRunMax || crossings < crossingsMin
  return { useful, longestRun: longest, longestRunMax, crossings, crossingsMin, signal }
}
