import { found, refused, warning, type Finding, type Warning } from '../finding.ts'
import { quantile } from '../numbers/summaries.ts'
import {
  encodeLabels,
  gatherCells,
  type Codes,
  type EncodedLabels,
  type Label,
  type LabelCells,
} from './labels.ts'

/** A column of categories and how many of each there are in the population. */
export interface Margin {
  name: string
  labels: ArrayLike<Label>
  /** Population count per category, all above 0. */
  targets: Readonly<Record<string, number>>
}

/** Weights fitted to known margins. */
export interface FittedWeights {
  /** One weight per answer, in the order of the answers. */
  weights: Float64Array
  /** Rounds over all margins. */
  rounds: number
  /** Kish's effective number of answers, (Σw)²/Σw². */
  effectiveSize: number
  /** n Σw²/(Σw)²: how much the weights inflate the variance, 1 when all are equal. */
  designEffect: number
}

/** How fitting stops: largest relative gap to a target, and rounds after which it gives up. */
export interface RakingOptions {
  tolerance?: number
  maximumRounds?: number
}

/**
 * Weights that meet several known margins at once (iterative proportional fitting), or one margin exactly.
 * Start weights default to 1. Answers are first gathered into cells of equal categories, so that a hundred
 * thousand answers cost no more than the cells they fall into.
 * Refuses `margins-infeasible` (a target category has no answers, answers lie in a category without a target, or
 * the rounds do not settle), `margins-disagree` (totals differ by more than a millionth), `not-enough-data`
 * (no answers, missing categories, weights or targets that are not above 0).
 * Warns `small-margin-category` (under 5 answers), `weights-extreme` (above 5 times the median).
 * Source: Deming and Stephan 1940; Kish 1965, section 11.7.
 * @example
 * const fitted = rake([{ name: 'sex', labels: ['f', 'f', 'm'], targets: { f: 50, m: 50 } }])
 * fitted.ok && [...fitted.value.weights] // => [25, 25, 50]
 */
export function rake(
  margins: readonly Margin[],
  startWeights?: ArrayLike<number>,
  options: RakingOptions = {},
): Finding<FittedWeights> {
  const size = margins[0]?.labels.length ?? 0
  if (size === 0) return refused('not-enough-data', 'There is no margin or no answer.')
  if (
    margins.some((margin) => margin.labels.length !== size) ||
    (startWeights && startWeights.length !== size)
  ) {
    return refused('not-enough-data', 'Every margin and the start weights need one entry per answer.')
  }
  const faulty = startWeights ? firstNotPositive(startWeights) : -1
  if (faulty >= 0) {
    return refused('not-enough-data', `Answer ${faulty + 1} has a start weight that is not a number above 0.`)
  }
  const encoded = margins.map((margin) => encodeLabels(margin.labels))
  const targets: Float64Array[] = []
  const warnings: Warning[] = []
  for (let m = 0; m < margins.length; m++) {
    const read = readTargets(margins[m]!, encoded[m]!)
    if ('ok' in read) return read
    targets.push(read.targets)
    if (read.smallest < 5) warnings.push(warning('small-margin-category', margins[m]!.name))
  }
  const totals = targets.map((target) => target.reduce((sum, count) => sum + count, 0))
  if (Math.max(...totals) - Math.min(...totals) > 1e-6 * Math.max(...totals)) {
    return refused('margins-disagree', `The totals of the margins differ: ${totals.join(', ')}.`, warnings)
  }
  const cells = gatherCells(encoded, size)
  const fit = fitCells(
    sumByCell(cells, startWeights),
    cells.codes,
    targets,
    options.tolerance ?? 1e-10,
    options.maximumRounds ?? 2000,
  )
  if (fit === null) {
    return refused('margins-infeasible', 'No weights above 0 meet all margins with these answers.', warnings)
  }
  const weights = weightsOf(cells, fit.factors, startWeights)
  let sum = 0
  let squares = 0
  let smallest = Infinity
  let largest = 0
  for (let i = 0; i < size; i++) {
    const weight = weights[i]!
    sum += weight
    squares += weight * weight
    if (weight < smallest) smallest = weight
    if (weight > largest) largest = weight
  }
  // No weight can be above five times the median where none is above five times the smallest.
  if (largest > 5 * smallest && isExtreme(weights, largest)) warnings.push(warning('weights-extreme'))
  return found(
    {
      weights,
      rounds: fit.rounds,
      effectiveSize: (sum * sum) / squares,
      designEffect: (size * squares) / (sum * sum),
    },
    warnings,
  )
}

/**
 * Cuts weights at `multiple` times their median and scales the rest up so that the sum stays. Margins are then met
 * only nearly. Refuses (`not-enough-data`) an empty list, weights not above 0 and a multiple under 1.
 * Source: Potter 1990.
 * @example
 * const trimmed = trimWeights([1, 1, 1, 1, 12], 5)
 * trimmed.ok && [...trimmed.value.weights] // => [1.777778, 1.777778, 1.777778, 1.777778, 8.888889]
 */
export function trimWeights(
  weights: ArrayLike<number>,
  multiple = 5,
): Finding<{ weights: Float64Array; trimmed: number }> {
  const own = Float64Array.from(weights)
  if (
    own.length === 0 ||
    own.some((weight) => !(weight > 0 && Number.isFinite(weight))) ||
    !(multiple >= 1)
  ) {
    return refused('not-enough-data', 'Weights have to be above 0 and the multiple at least 1.')
  }
  const cap = multiple * quantile(own, 0.5)
  let sum = 0
  let kept = 0
  let trimmed = 0
  for (const weight of own) {
    sum += weight
    kept += Math.min(weight, cap)
    if (weight > cap) trimmed += 1
  }
  const scaled = own.map((weight) => (Math.min(weight, cap) * sum) / kept)
  return found(
    { weights: scaled, trimmed },
    trimmed > 0 ? [warning('weights-extreme', `${trimmed} trimmed`)] : [],
  )
}

function sumByCell({ cellOf, firstRow }: LabelCells, weights?: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(firstRow.length)
  if (weights) for (let i = 0; i < cellOf.length; i++) sums[cellOf[i]!]! += weights[i]!
  else for (let i = 0; i < cellOf.length; i++) sums[cellOf[i]!]! += 1
  return sums
}

function weightsOf(
  { cellOf }: LabelCells,
  factors: Float64Array,
  startWeights?: ArrayLike<number>,
): Float64Array {
  const weights = new Float64Array(cellOf.length)
  for (let i = 0; i < cellOf.length; i++) weights[i] = factors[cellOf[i]!]!
  if (startWeights) for (let i = 0; i < cellOf.length; i++) weights[i]! *= startWeights[i]!
  return weights
}

/** Place of the first entry that is not a finite number above 0; −1 when all are. */
function firstNotPositive(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i++) if (!(values[i]! > 0 && Number.isFinite(values[i]!))) return i
  return -1
}

function readTargets(
  margin: Margin,
  encoded: EncodedLabels,
): { targets: Float64Array; smallest: number } | ReturnType<typeof refused> {
  if (encoded.missing > 0) return refused('not-enough-data', `An answer has no category of ${margin.name}.`)
  const known = new Set(encoded.levels.map(String))
  const missing = Object.keys(margin.targets).find(
    (category) => !known.has(category) && margin.targets[category] !== 0,
  )
  if (missing !== undefined) {
    return refused('margins-infeasible', `Category ${missing} of ${margin.name} has a target but no answers.`)
  }
  const targets = new Float64Array(encoded.levels.length)
  for (let c = 0; c < targets.length; c++) {
    const target = margin.targets[String(encoded.levels[c])]
    if (target === undefined || target === 0) {
      return refused(
        'margins-infeasible',
        `Category ${encoded.levels[c]} of ${margin.name} has answers but no target.`,
      )
    }
    if (!(target > 0 && Number.isFinite(target))) {
      return refused('not-enough-data', `The target of ${encoded.levels[c]} is not a number above 0.`)
    }
    targets[c] = target
  }
  return { targets, smallest: encoded.counts.reduce((least, count) => Math.min(least, count), Infinity) }
}

/** Factor per cell that brings every margin to its targets; null when the rounds do not settle. */
function fitCells(
  weights: Float64Array,
  codesOfMargins: readonly Codes[],
  targets: readonly Float64Array[],
  tolerance: number,
  maximumRounds: number,
): { factors: Float64Array; rounds: number } | null {
  const factors = new Float64Array(weights.length).fill(1)
  for (let round = 1; round <= maximumRounds; round++) {
    let largestGap = 0
    for (let m = 0; m < targets.length; m++) {
      const sums = new Float64Array(targets[m]!.length)
      const codes = codesOfMargins[m]!
      for (let cell = 0; cell < factors.length; cell++) sums[codes[cell]!]! += weights[cell]! * factors[cell]!
      for (let c = 0; c < sums.length; c++) {
        const ratio = targets[m]![c]! / sums[c]!
        largestGap = Math.max(largestGap, Math.abs(ratio - 1))
        sums[c] = ratio
      }
      for (let cell = 0; cell < factors.length; cell++) factors[cell]! *= sums[codes[cell]!]!
    }
    if (!Number.isFinite(largestGap)) return null
    if (largestGap <= tolerance || (targets.length === 1 && round === 1)) return { factors, rounds: round }
  }
  return null
}

/** Whether the largest weight is above five times the median: told by counting, because sorting a million takes longer. */
function isExtreme(weights: Float64Array, largest: number): boolean {
  const fifth = largest / 5
  let below = 0
  let lower = 0
  let upper = Infinity
  for (const weight of weights) {
    if (weight < fifth) {
      below += 1
      lower = Math.max(lower, weight)
    } else upper = Math.min(upper, weight)
  }
  const half = weights.length / 2
  // With exactly half of an even number below, the median is the mean of the two nearest to the border.
  return below > half || (below === half && (lower + upper) / 2 < fifth)
}
