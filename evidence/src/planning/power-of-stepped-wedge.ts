import { type Finding, found, refused } from '../finding.ts'
import { normalQuantile, normalUpper } from '../numbers/distributions.ts'

/** A stepped wedge before it starts. */
export interface SteppedWedgePlan {
  /** Clusters × periods: 0 or 1 (false, true) for not yet and treated. */
  design: readonly (readonly (number | boolean)[])[]
  /** Answers in each cluster and period. */
  answersPerCell: number
  /** Effect, in the unit of the outcome. */
  effect: number
  /** Variance of one answer, in squared units. */
  answerVariance: number
  /** Variance between clusters, in squared units. */
  clusterVariance: number
  alpha?: number
}

/** What a stepped wedge can see. */
export interface SteppedWedgePower {
  /** Variance of the estimated effect. */
  effectVariance: number
  /** Power counting the tail in the direction of the effect. */
  powerUpperTail: number
  /** Power counting both tails. */
  powerTwoTails: number
}

/**
 * How likely is a stepped wedge to find an effect? Refuses a design that is not a matrix of 0 and 1, one in which
 * treatment cannot be told from place and period (`ill-conditioned`), and variances, sizes or alpha out of range.
 * Source: Hussey and Hughes 2007, equation 8.
 *
 * @example
 * const wedge = powerOfSteppedWedge({
 *   design: [[0, 1, 1, 1, 1], [0, 0, 1, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 0, 1]],
 *   answersPerCell: 20, effect: 0.5, answerVariance: 2.25, clusterVariance: 0.09,
 * })
 * wedge.ok && [wedge.value.effectVariance, wedge.value.powerTwoTails] // => [0.06617647, 0.4935396]
 */
export function powerOfSteppedWedge(plan: SteppedWedgePlan): Finding<SteppedWedgePower> {
  const { answersPerCell, effect, answerVariance, clusterVariance, alpha = 0.05 } = plan
  const design = plan.design.map((row) => row.map(Number))
  const clusters = design.length
  const periods = design[0]?.length ?? 0
  if (clusters < 2 || periods < 2 || design.some((row) => row.length !== periods)) {
    return refused('not-enough-data', 'The design must have at least two clusters and two periods.')
  }
  if (design.flat().some((mark) => mark !== 0 && mark !== 1)) {
    return refused('not-enough-data', 'The design must hold 0 and 1 only.')
  }
  const sound =
    answersPerCell > 0 &&
    answersPerCell <= 1e12 &&
    answerVariance >= 1e-150 &&
    answerVariance <= 1e150 &&
    clusterVariance >= 0 &&
    clusterVariance <= 1e150 &&
    Number.isFinite(effect) &&
    alpha > 0 &&
    alpha < 1
  if (!sound) {
    return refused(
      'not-enough-data',
      'Sizes and variances must be positive and the type I error between 0 and 1.',
    )
  }
  const effectVariance = variance(design, answerVariance / answersPerCell, clusterVariance)
  if (effectVariance === null) {
    return refused(
      'ill-conditioned',
      'The treatment cannot be told from differences between places or periods.',
    )
  }
  const shift = Math.abs(effect) / Math.sqrt(effectVariance)
  const z = normalQuantile(1 - alpha / 2)
  const powerUpperTail = normalUpper(z - shift)
  return found({ effectVariance, powerUpperTail, powerTwoTails: powerUpperTail + normalUpper(z + shift) })
}

/** Variance of the treatment effect; null when the design does not identify it. */
function variance(design: number[][], cell: number, between: number): number | null {
  const clusters = design.length
  const periods = design[0]!.length
  const rows = design.map((row) => row.reduce((sum, mark) => sum + mark, 0))
  const columns = design[0]!.map((_, t) => design.reduce((sum, row) => sum + row[t]!, 0))
  const u = rows.reduce((sum, row) => sum + row, 0)
  const v = rows.reduce((sum, row) => sum + row * row, 0)
  const w = columns.reduce((sum, column) => sum + column * column, 0)
  // Whole numbers: how far the marks vary within columns, and once row totals are taken out too.
  const withinColumns = clusters * u - w
  const withinBoth = u * u + clusters * periods * u - periods * w - clusters * v
  // Dividing both sides by cell + periods·between keeps huge variances within range.
  const share = between / (cell + periods * between)
  const denominator = withinColumns * (1 - periods * share) + withinBoth * share
  return denominator > 1e-12 * clusters * periods ? (clusters * cell) / denominator : null
}
