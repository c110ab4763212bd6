import { type Finding, type Refused, found, refused } from '../finding.ts'
import { normalUpper, normalUpperQuantile } from '../numbers/distributions.ts'
import { findRoot } from '../numbers/optimise.ts'
import { advance, crossing, crossingChances, startOfPaths } from './brownian-looks.ts'

/** How the boundaries are shaped. */
export type BoundaryShape =
  /** The same boundary at every look. */
  | { kind: 'pocock' }
  /** Constant divided by the root of the information: strict early, near the plain value at the end. */
  | { kind: 'obrien-fleming' }
  /** Between the two: information to the power delta − ½, delta 0 to 0.5, default 0.25. */
  | { kind: 'wang-tsiatis'; delta?: number }
  /** 3 at every look before the last. */
  | { kind: 'haybittle-peto' }
  /** Error spent as information comes in, so that looks may come when they come. */
  | { kind: 'spend-like-obrien-fleming' }
  | { kind: 'spend-like-pocock' }
  /** Spends alpha times information to the power gamma, default 2. */
  | { kind: 'spend-power'; gamma?: number }

/** Looks at the data that were planned before the start. */
export interface LooksPlan {
  shape: BoundaryShape
  /** Share of the final information at each look, ascending, the last 1. */
  informationRates: readonly number[]
  /** Type I error over all looks, default 0.05. */
  alpha?: number
  /** Whether effects of one direction count or both, default 2. */
  sided?: 1 | 2
}

/** Boundaries that keep the overall type I error. */
export interface LooksBoundaries {
  /** z-value to reach at each look; Infinity where a look may spend less than 10⁻¹⁵. */
  criticalZ: number[]
  /** One-sided p that z-value stands for. */
  stageLevels: number[]
  /** Type I error used up to and including each look (both sides when two-sided). */
  alphaSpent: number[]
}

/** Haybittle and Peto's boundary before the last look. */
const haybittlePetoZ = 3
const mostLooks = 50

/**
 * Which z-values must be reached at planned looks so that looking several times does not raise false alarms?
 * Refuses information rates that are not ascending up to 1 or more than 50, alpha outside 0–0.5, delta outside 0–0.5,
 * gamma that is not positive, and Haybittle-Peto boundaries whose early looks use up alpha already.
 *
 * Sources: Pocock 1977; O'Brien and Fleming 1979; Wang and Tsiatis 1987; Haybittle 1971; Lan and DeMets 1983;
 * Kim and DeMets 1987; computed by recursive integration (Armitage, McPherson and Rowe 1969).
 *
 * @example
 * const looks = boundariesOfLooks({ shape: { kind: 'pocock' }, informationRates: [0.2, 0.4, 0.6, 0.8, 1] })
 * looks.ok && looks.value.criticalZ[0] // => 2.413176
 */
export function boundariesOfLooks(plan: LooksPlan): Finding<LooksBoundaries> {
  const { shape, informationRates: times, alpha = 0.05, sided = 2 } = plan
  const problem = checkLooks(times, alpha, sided, shape)
  if (problem !== null) return problem
  const twoSided = sided === 2
  const spend = spending(shape, alpha, sided)
  const criticalZ =
    spend === null ? shapedBounds(shape, times, alpha, twoSided) : spentBounds(spend, times, twoSided)
  if (criticalZ === null) {
    return refused('ill-conditioned', 'The boundaries before the last look use up the type I error already.')
  }
  let sum = 0
  const alphaSpent = crossingChances(times, criticalZ, twoSided).map((chance) => (sum += chance))
  return found({ criticalZ, stageLevels: criticalZ.map(normalUpper), alphaSpent })
}

function checkLooks(
  times: readonly number[],
  alpha: number,
  sided: number,
  shape: BoundaryShape,
): Refused | null {
  if (times.length < 1 || times.length > mostLooks) {
    return refused('not-enough-data', 'There must be between 1 and 50 looks.')
  }
  const ascending = times.every((time, k) => time > (times[k - 1] ?? 0))
  if (!ascending || Math.abs(times[times.length - 1]! - 1) > 1e-9) {
    return refused('not-enough-data', 'Information rates must ascend to 1.')
  }
  if (!(alpha > 0 && alpha < 0.5))
    return refused('not-enough-data', 'The type I error must lie between 0 and 0.5.')
  if (sided !== 1 && sided !== 2)
    return refused('not-enough-data', 'The test must be one-sided or two-sided.')
  if (shape.kind === 'wang-tsiatis' && !inRange(shape.delta ?? 0.25, 0, 0.5)) {
    return refused('not-enough-data', 'Delta must lie between 0 and 0.5.')
  }
  if (shape.kind === 'spend-power' && !inRange(shape.gamma ?? 2, 1e-6, 100)) {
    return refused('not-enough-data', 'Gamma must be positive.')
  }
  return null
}

function inRange(value: number, low: number, high: number): boolean {
  return value >= low && value <= high
}

/** Error spent up to an information rate, or null for shapes that do not spend. */
function spending(shape: BoundaryShape, alpha: number, sided: 1 | 2): ((time: number) => number) | null {
  switch (shape.kind) {
    case 'spend-like-obrien-fleming': {
      const z = normalUpperQuantile(alpha / (2 * sided))
      return (time) => 2 * sided * normalUpper(z / Math.sqrt(time))
    }
    case 'spend-like-pocock':
      return (time) => alpha * Math.log1p((Math.E - 1) * time)
    case 'spend-power':
      return (time) => alpha * time ** (shape.gamma ?? 2)
    default:
      return null
  }
}

/** Boundaries found look by look so that the error spent so far is as planned. */
function spentBounds(
  spend: (time: number) => number,
  times: readonly number[],
  twoSided: boolean,
): number[] | null {
  const bounds: number[] = []
  let survivors = startOfPaths
  for (let k = 0; k < times.length; k++) {
    const time = times[k]!
    const root = Math.sqrt(time)
    const target = spend(time) - (k > 0 ? spend(times[k - 1]!) : 0)
    const excess = (z: number) => crossing(survivors, time, z * root, twoSided) - target
    // A look that may spend less than the integration can tell from nothing cannot stop the study.
    const z = target < 1e-15 ? Infinity : findRoot(excess, twoSided ? 0 : -9, 9, 1e-12)
    if (z === null) return null
    bounds.push(z)
    if (k + 1 < times.length) survivors = advance(survivors, time, z * root, twoSided, times[k + 1]! - time)
  }
  return bounds
}

/** Boundaries of a given shape, scaled so that all looks together use alpha. */
function shapedBounds(
  shape: BoundaryShape,
  times: readonly number[],
  alpha: number,
  twoSided: boolean,
): number[] | null {
  const last = times.length - 1
  const boundsAt = (constant: number): number[] =>
    times.map((time, k) => {
      if (shape.kind === 'haybittle-peto') return k < last ? haybittlePetoZ : constant
      if (shape.kind === 'obrien-fleming') return constant / Math.sqrt(time)
      if (shape.kind === 'wang-tsiatis') return constant * time ** ((shape.delta ?? 0.25) - 0.5)
      return constant
    })
  const excess = (constant: number) =>
    crossingChances(times, boundsAt(constant), twoSided).reduce((sum, chance) => sum + chance, 0) - alpha
  const plain = normalUpperQuantile(twoSided ? alpha / 2 : alpha)
  const lowest = shape.kind === 'haybittle-peto' ? -8 : plain * (1 - 1e-9)
  // Bonferroni's value is never exceeded by a constant boundary, and the other shapes end below it.
  const highest = normalUpperQuantile((twoSided ? alpha / 2 : alpha) / times.length) + 1e-6
  if (times.length === 1) return [plain]
  const constant = findRoot(excess, twoSided ? Math.max(0, lowest) : lowest, Math.max(highest, 8), 1e-11)
  return constant === null ? null : boundsAt(constant)
}
