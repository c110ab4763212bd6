import { median } from '../numbers/summaries.ts'

/** What a chart shows: what its points are and where its limits come from. */
export type ChartKind =
  'run' | 'individuals' | 'share' | 'share-prime' | 'count' | 'rate' | 'time-between' | 'cases-between'

/** Centre line and limits of one phase; lower and upper hold NaN where there are none. */
export interface PhaseLimits {
  centre: number
  lower: Float64Array
  upper: Float64Array
}

/** Points of one phase: plotted values, denominators and which of them set the line (1 = yes). */
export interface PhasePoints {
  values: Float64Array
  counts: Float64Array
  denominators: Float64Array
  base: Uint8Array
}

const movingRangeFactor = 1.128
const screeningFactor = 3.267
const timeBetweenPower = 3.6

/** Mean of the values that set the line; NaN when there are none. */
function baseMean(values: Float64Array, base: Uint8Array): number {
  let sum = 0
  let n = 0
  for (let i = 0; i < values.length; i++) {
    if (base[i] !== 1 || Number.isNaN(values[i])) continue
    sum += values[i]!
    n++
  }
  return sum / n
}

function baseMedian(values: Float64Array, base: Uint8Array): number {
  return median(values.filter((value, i) => base[i] === 1 && !Number.isNaN(value)))
}

function baseRatio(points: PhasePoints): number {
  let above = 0
  let below = 0
  for (let i = 0; i < points.values.length; i++) {
    if (points.base[i] !== 1 || Number.isNaN(points.values[i])) continue
    above += points.counts[i]!
    below += points.denominators[i]!
  }
  return above / below
}

/**
 * Standard deviation from moving ranges: their mean / 1.128 after leaving out, once, those at or above 3.267 times
 * their mean. Ranges do not bridge a missing value. NaN without ranges or when all are zero.
 * Source: Nelson 1982; Montgomery, Introduction to Statistical Quality Control.
 */
function movingRangeDeviation(values: Float64Array, base: Uint8Array): number {
  let sum = 0
  let n = 0
  const limitPass = (limit: number): void => {
    sum = 0
    n = 0
    let previous = NaN
    for (let i = 0; i < values.length; i++) {
      if (base[i] !== 1) continue
      const range = Math.abs(values[i]! - previous)
      previous = values[i]!
      if (!(range < limit)) continue
      sum += range
      n++
    }
  }
  limitPass(Infinity)
  const mean = sum / n
  if (!(mean > 0)) return NaN
  limitPass(screeningFactor * mean)
  return n > 0 && sum > 0 ? sum / n / movingRangeFactor : NaN
}

function aroundCentre(
  centre: number,
  deviation: (i: number) => number,
  n: number,
  low = -Infinity,
  high = Infinity,
): PhaseLimits {
  const lower = new Float64Array(n)
  const upper = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const width = 3 * deviation(i)
    lower[i] = Math.max(low, centre - width)
    upper[i] = Math.min(high, centre + width)
  }
  return { centre, lower, upper }
}

function individuals(values: Float64Array, base: Uint8Array, fixedCentre: number | null): PhaseLimits {
  const centre = fixedCentre ?? baseMean(values, base)
  const deviation = movingRangeDeviation(values, base)
  return aroundCentre(centre, () => deviation, values.length)
}

function share(points: PhasePoints, fixedCentre: number | null, prime: boolean): PhaseLimits {
  const centre = fixedCentre ?? baseRatio(points)
  const variance = Math.max(0, centre * (1 - centre))
  const deviation = (i: number): number => Math.sqrt(variance / points.denominators[i]!)
  let widening = 1
  if (prime) {
    const scores = points.values.map((value, i) => (value - centre) / deviation(i))
    widening = movingRangeDeviation(scores, points.base)
  }
  return aroundCentre(centre, (i) => deviation(i) * widening, points.values.length, 0, 1)
}

/** Exact medians are drawn for counts of cases between events, because their distribution is so lopsided. */
function casesBetween(points: PhasePoints, fixedCentre: number | null): PhaseLimits {
  const mean = fixedCentre ?? baseMean(points.values, points.base)
  const deviation = Math.sqrt(Math.max(0, mean * (mean + 1)))
  const limits = aroundCentre(mean, () => deviation, points.values.length, 0)
  limits.centre = fixedCentre ?? baseMedian(points.values, points.base)
  return limits
}

function timeBetween(points: PhasePoints, fixedCentre: number | null): PhaseLimits {
  const transformed = points.values.map((value) => value ** (1 / timeBetweenPower))
  const centre = fixedCentre === null ? null : Math.max(0, fixedCentre) ** (1 / timeBetweenPower)
  const limits = individuals(transformed, points.base, centre)
  const back = (value: number): number => (Number.isNaN(value) ? NaN : Math.max(0, value) ** timeBetweenPower)
  return { centre: back(limits.centre), lower: limits.lower.map(back), upper: limits.upper.map(back) }
}

/** Centre line and three-sigma limits of one phase. Sources: qicharts2 conventions; Provost and Murray 2011. */
export function limitsOfPhase(kind: ChartKind, points: PhasePoints, fixedCentre: number | null): PhaseLimits {
  const n = points.values.length
  switch (kind) {
    case 'run': {
      const none = new Float64Array(n).fill(NaN)
      return { centre: fixedCentre ?? baseMedian(points.values, points.base), lower: none, upper: none }
    }
    case 'individuals':
      return individuals(points.values, points.base, fixedCentre)
    case 'share':
      return share(points, fixedCentre, false)
    case 'share-prime':
      return share(points, fixedCentre, true)
    case 'count': {
      const centre = fixedCentre ?? baseMean(points.values, points.base)
      return aroundCentre(centre, () => Math.sqrt(Math.max(0, centre)), n, 0)
    }
    case 'rate': {
      const centre = fixedCentre ?? baseRatio(points)
      return aroundCentre(centre, (i) => Math.sqrt(Math.max(0, centre) / points.denominators[i]!), n, 0)
    }
    case 'time-between':
      return timeBetween(points, fixedCentre)
    case 'cases-between':
      return casesBetween(points, fixedCentre)
  }
}
