import { refused, type Refused } from '../finding.ts'
import { encodeLabels, gatherCells, type Codes, type EncodedLabels, type Label } from './labels.ts'

/** How the answers came about. Every list has one entry per answer. */
export interface SurveyDesign {
  /** Weight of each answer, above 0; left out: every answer counts the same. */
  weights?: ArrayLike<number>
  /** Stratum of each answer; left out: one stratum. */
  strata?: ArrayLike<Label>
  /** Sampling unit that was drawn (a school, a household); left out: every answer is its own. */
  clusters?: ArrayLike<Label>
  /** The answers stand in the order in which they were given in one place, so that neighbours may be alike. */
  inTimeOrder?: boolean
  /** Number of sampling units in the population of the answer's stratum (or the share drawn, at most 1). */
  populationUnits?: ArrayLike<number>
  /**
   * Columns of categories to whose known totals the weights were fitted (raking, post-stratification), and the
   * weights before that (1 when left out).
   */
  calibration?: { margins: readonly ArrayLike<Label>[]; startWeights?: ArrayLike<number> }
}

/** A design checked and numbered. */
export interface ReadDesign {
  size: number
  weights: Float64Array
  /** Weights before they were fitted to the margins. */
  startWeights: Float64Array
  /** Number of the sampling unit of each answer. */
  unitOf: Codes
  /** Stratum of each sampling unit. */
  stratumOfUnit: Codes
  unitsInStratum: Int32Array
  /** Share of the stratum's units that was drawn, 0 when the population is not given. */
  drawnShare: Float64Array
  margins: EncodedLabels[]
}

/**
 * Checks a design for `size` answers. Refuses (`not-enough-data`) lists of the wrong length, missing labels,
 * weights that are not above 0 and finite, a stratum with a single sampling unit, and populations smaller than
 * the number drawn.
 */
export function readDesign(design: SurveyDesign, size: number): ReadDesign | Refused {
  const { margins: marginLabels = [], startWeights: startList } = design.calibration ?? {}
  const lists = [
    design.weights,
    design.strata,
    design.clusters,
    design.populationUnits,
    startList,
    ...marginLabels,
  ]
  if (lists.some((list) => list !== undefined && list.length !== size)) {
    return refused('not-enough-data', 'Every column of the design needs one entry per answer.')
  }
  const weights = new Float64Array(size)
  const startWeights = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const weight = design.weights ? design.weights[i]! : 1
    if (!(weight > 0 && Number.isFinite(weight))) {
      return refused('not-enough-data', `Answer ${i + 1} has a weight that is not a number above 0.`)
    }
    weights[i] = weight
    startWeights[i] = startList ? startList[i]! : 1
    if (!(startWeights[i]! > 0 && startWeights[i]! < Infinity)) {
      return refused('not-enough-data', `Answer ${i + 1} has a start weight that is not a number above 0.`)
    }
  }
  const strata = design.strata ? encodeLabels(design.strata) : { codes: new Int32Array(size), levels: [0] }
  const units = numberUnits(design.clusters, strata.codes)
  const margins = marginLabels.map(encodeLabels)
  if (
    [strata.codes, units?.unitOf, ...margins.map((margin) => margin.codes)].some(
      (codes) => !codes || codes.includes(-1),
    )
  ) {
    return refused('not-enough-data', 'A label of a stratum, sampling unit or margin is missing.')
  }
  const { unitOf, stratumOfUnit } = units!
  const unitsInStratum = new Int32Array(strata.levels.length)
  for (const stratum of stratumOfUnit) unitsInStratum[stratum]! += 1
  if (unitsInStratum.includes(1)) {
    return refused('not-enough-data', 'A stratum has a single sampling unit, so its spread is unknown.')
  }
  const drawnShare = new Float64Array(strata.levels.length)
  if (design.populationUnits) {
    for (let i = 0; i < size; i++) {
      const stratum = strata.codes[i]!
      const population = design.populationUnits[i]!
      const share = population > 1 ? unitsInStratum[stratum]! / population : population
      if (!(share > 0) || share > 1 + 1e-9) {
        return refused(
          'not-enough-data',
          'The population of a stratum is smaller than the number drawn from it.',
        )
      }
      drawnShare[stratum] = Math.min(1, share)
    }
  }
  return { size, weights, startWeights, unitOf, stratumOfUnit, unitsInStratum, drawnShare, margins }
}

/** Sampling units are numbered within strata, so that the same name in two strata means two units. */
function numberUnits(
  clusters: ArrayLike<Label> | undefined,
  strata: Codes,
): { unitOf: Codes; stratumOfUnit: Codes } | null {
  const size = strata.length
  if (!clusters) {
    const own = new Int32Array(size)
    for (let i = 0; i < size; i++) own[i] = i
    return { unitOf: own, stratumOfUnit: strata }
  }
  const { codes, levels } = encodeLabels(clusters)
  if (codes.includes(-1) || strata.includes(-1)) return null
  const known = new Map<number, number>()
  const unitOf = new Int32Array(size)
  const stratumOfUnit: number[] = []
  for (let i = 0; i < size; i++) {
    const key = strata[i]! * levels.length + codes[i]!
    let unit = known.get(key)
    if (unit === undefined) {
      unit = stratumOfUnit.length
      known.set(key, unit)
      stratumOfUnit.push(strata[i]!)
    }
    unitOf[i] = unit
  }
  return { unitOf, stratumOfUnit: Int32Array.from(stratumOfUnit) }
}

/**
 * Variance of a total whose share of answer i is `contributions[i]`: sum over strata of (1 − f) n/(n − 1) Σ (unit
 * total − mean of unit totals)². Source: Cochran 1977, sections 5.3 and 9.3; Lumley 2010, section 2.
 */
export function varianceOfTotal(contributions: Float64Array, design: ReadDesign): number {
  const unitTotals = new Float64Array(design.stratumOfUnit.length)
  for (let i = 0; i < design.size; i++) unitTotals[design.unitOf[i]!]! += contributions[i]!
  const means = new Float64Array(design.unitsInStratum.length)
  unitTotals.forEach((total, unit) => {
    const stratum = design.stratumOfUnit[unit]!
    means[stratum]! += total / design.unitsInStratum[stratum]!
  })
  const squares = new Float64Array(means.length)
  unitTotals.forEach((total, unit) => {
    const stratum = design.stratumOfUnit[unit]!
    squares[stratum]! += (total - means[stratum]!) ** 2
  })
  let variance = 0
  squares.forEach((square, stratum) => {
    const drawn = design.unitsInStratum[stratum]!
    variance += (((1 - design.drawnShare[stratum]!) * drawn) / (drawn - 1)) * square
  })
  return variance
}

/**
 * What is left of a variable after the categories the weights were fitted to have explained their part (least
 * squares with the weights before fitting, by alternating projections). Fitted weights carry no error along these
 * categories. Source: Deville and Särndal 1992.
 */
export function calibrationResiduals(values: Float64Array, design: ReadDesign): Float64Array {
  const { startWeights, margins, size } = design
  const residuals = Float64Array.from(values)
  if (margins.length === 0) return residuals
  const { cellOf, codes } = gatherCells(margins, size)
  const cells = codes[0]!.length
  const weightOf = new Float64Array(cells)
  const left = new Float64Array(cells)
  let scale = 0
  for (let i = 0; i < size; i++) {
    weightOf[cellOf[i]!]! += startWeights[i]!
    left[cellOf[i]!]! += startWeights[i]! * values[i]!
    scale = Math.max(scale, Math.abs(values[i]!))
  }
  const explained = new Float64Array(cells)
  for (let round = 0; round < 2000; round++) {
    let largestChange = 0
    for (const [m, margin] of margins.entries()) {
      const sums = new Float64Array(margin.levels.length)
      const totals = new Float64Array(margin.levels.length)
      for (let cell = 0; cell < cells; cell++) {
        sums[codes[m]![cell]!]! += left[cell]! - weightOf[cell]! * explained[cell]!
        totals[codes[m]![cell]!]! += weightOf[cell]!
      }
      for (let c = 0; c < sums.length; c++) {
        sums[c]! /= totals[c]!
        largestChange = Math.max(largestChange, Math.abs(sums[c]!))
      }
      for (let cell = 0; cell < cells; cell++) explained[cell]! += sums[codes[m]![cell]!]!
    }
    if (margins.length === 1 || largestChange <= 1e-12 * scale) break
  }
  for (let i = 0; i < size; i++) residuals[i]! -= explained[cellOf[i]!]!
  return residuals
}
