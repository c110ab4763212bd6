import type { Finding, Warning } from '../../src/finding.ts'
import { type Gathering, gatherGroups, warningsOfOrder } from '../../src/gathering.ts'
import type { Random } from '../../src/numbers/random.ts'
import { differenceInDifferences } from '../../src/several-places/difference-in-differences.ts'
import { poolStudies, type PooledEffect } from '../../src/several-places/meta-analysis.ts'
import { sampledShares, splitShares } from '../../src/two-groups/split-test.ts'
import { poolValues } from '../../src/two-groups/usable-values.ts'
import { tMargin, welchDifference } from '../../src/two-groups/welch.ts'
import { clusterOf, type Shape } from './shapes.ts'

/** What one made-up experiment gave: whether the interval held the truth, and whether a warning said that it may not. */
export interface Trial {
  covered: boolean
  warned: boolean
}

/** Warnings that say nothing against the length of a range. */
const besideThePoint: readonly string[] = [
  'ties',
  'missing-values',
  'hk-floor-used',
  'min-p-above-alpha',
  'zero-cells',
]

function warnedOf(warnings: readonly Warning[]): boolean {
  return warnings.some(({ code }) => !besideThePoint.includes(code))
}

type Limits = readonly [low: number | null, high: number | null]

/** An honest plan says where values follow each other in time. */
export const orderOf = (shape: Shape): Pick<Gathering, 'inTimeOrder'> => ({ inTimeOrder: shape.inOrder })

/** Labels of clusters of five values. */
export const clustersOfFive = (size: number): number[] => Array.from({ length: size }, (_, i) => clusterOf(i))

/** Whether the interval of a finding holds the truth; null for a refusal or an interval without an end. */
export function trialOf<T>(finding: Finding<T>, limitsOf: (value: T) => Limits, truth: number): Trial | null {
  if (!finding.ok) return null
  const [low, high] = limitsOf(finding.value)
  if (low === null || high === null) return null
  return { covered: low <= truth && truth <= high, warned: warnedOf(finding.warnings) }
}

/** Values above a cut. */
export function countAbove(values: Float64Array, at: number): number {
  let count = 0
  for (const value of values) if (value > at) count += 1
  return count
}

/** Splits drawn where counting all would take too long; the p stays valid (Phipson and Smyth 2010). */
const drawnSplits = 999

/** A shift is inside the permutation interval exactly when the test at that shift does not reject. */
export function permutationTrial(
  first: Float64Array,
  second: Float64Array,
  gathering: Gathering,
  random: Random,
): Trial | null {
  const gathered = gatherGroups(first, second, gathering)
  if (!gathered.ok) return null
  const groups = [gathered.first, gathered.second].map((list) => Float64Array.from(list, Number))
  const warned = warnedOf([...gathered.warnings, ...warningsOfOrder(groups, gathering)])
  const { values, scale } = poolValues(groups[0]!, groups[1]!)
  const size = groups[0]!.length
  if (values.length <= 20) return { covered: splitShares(values, size, scale).twoSided > 0.05, warned }
  const mean = values.reduce((sum, value) => sum + value / values.length, 0)
  const centred = values.map((value) => value - mean)
  const observed = centred.subarray(0, size).reduce((sum, value) => sum + value, 0)
  const { twoSided } = sampledShares(centred, size, observed, 1e-9 * scale, random, drawnSplits)
  return { covered: twoSided > 0.05, warned }
}

/** Effects of studies with sampling variances of .5 to 1.5 around true effects of the shape. */
export function pooledEffects(
  shape: Shape,
  size: number,
  random: Random,
): { effects: number[]; variances: number[] } {
  const variances = Array.from({ length: size }, () => 0.5 + random.next())
  const effects = Array.from(
    shape.draw(random, size),
    (value, i) => value + Math.sqrt(variances[i]!) * random.normal(),
  )
  return { effects, variances }
}

/** Welch's interval from the functions behind it, as `compareTwoGroups` gives it without its exact tests. */
export function welchTrial(first: Float64Array, second: Float64Array, gathering: Gathering): Trial | null {
  const gathered = gatherGroups(first, second, gathering)
  if (!gathered.ok) return null
  const groups = [gathered.first, gathered.second].map((list) => Float64Array.from(list, Number))
  const welch = welchDifference(groups[0]!, groups[1]!)
  if (welch === undefined) return null
  const margin = tMargin(welch.standardError, welch.df, 0.95)
  const warnings = [...gathered.warnings, ...warningsOfOrder(groups, gathering)]
  return { covered: Math.abs(welch.difference) <= margin, warned: warnedOf(warnings) }
}

/** Units change by what the shape draws; each belongs to the cluster that is told of it. */
export function changeTrial(
  shape: Shape,
  size: number,
  random: Random,
  clusterOfUnit: (unit: number) => number,
): Trial | null {
  const before = shape.draw(random, 2 * size)
  const change = shape.draw(random, 2 * size)
  const rows = Array.from(before, (y, unit) => [
    { y, treated: unit < size, after: false, cluster: clusterOfUnit(unit) },
    { y: y + change[unit]!, treated: unit < size, after: true, cluster: clusterOfUnit(unit) },
  ]).flat()
  return trialOf(differenceInDifferences(rows), ({ low, high }) => [low, high], 0)
}

/** Limits of the step of a series. */
export const stepOf = (
  terms: readonly { name: string; low: number | null; high: number | null }[],
): Limits => {
  const step = terms.find((term) => term.name === 'step')
  return [step?.low ?? null, step?.high ?? null]
}

/** Whether a range for the next place holds the effect of one more place. */
export function predictionTrial(
  shape: Shape,
  size: number,
  random: Random,
  rangeOf: (prediction: PooledEffect['prediction']) => { low: number; high: number } | null,
): Trial | null {
  const { effects, variances } = pooledEffects(shape, size, random)
  const next = shape.draw(random, 1)[0]!
  return trialOf(
    poolStudies(effects, variances),
    ({ prediction }) => {
      const range = rangeOf(prediction)
      return [range?.low ?? null, range?.high ?? null]
    },
    next,
  )
}
