import { type Finding, found, refused } from '../finding.ts'
import { normalPdf, normalUpper } from '../numbers/distributions.ts'

/** What to expect of units picked for an extreme first reading, in the units of the reading. */
export interface RegressionToMean {
  /** Mean first reading of the units picked. */
  expectedBefore: number
  /** Mean second reading of the same units if nothing at all was done. */
  expectedAfter: number
  /** The fall to expect with no effect, expectedBefore − expectedAfter. */
  expectedDrop: number
}

/** The population the units were picked from. */
export interface RegressionToMeanInput {
  mean: number
  /** Standard deviation of one reading, above 0. */
  standardDeviation: number
  /** Correlation of two readings of the same unit, −1 to 1. */
  reliability: number
  /** Only units with a first reading above this were picked. */
  selectedAbove: number
}

/** φ(z)/(1 − Φ(z)), the mean of a standard normal cut off below z. */
function meanAbove(z: number): number {
  // The ratio of two vanishing numbers; its asymptotic series is exact to rounding here.
  if (z > 30) return z + 1 / z - 2 / z ** 3 + 10 / z ** 5
  return normalPdf(z) / normalUpper(z)
}

/**
 * How far will units fall back by themselves when they were picked because their first reading was high?
 *
 * Refuses `not-enough-data` for a standard deviation that is not above 0, a reliability outside −1..1 or numbers
 * that are not finite, and `ill-conditioned` for a cut more than 1e8 standard deviations away.
 * Source: Barnett, van der Pols and Dobson 2005.
 *
 * @example
 * expectedRegressionToMean({ mean: 50, standardDeviation: 10, reliability: 0.6, selectedAbove: 60 }).value.expectedDrop // => 6.1005
 */
export function expectedRegressionToMean(input: RegressionToMeanInput): Finding<RegressionToMean> {
  const { mean, standardDeviation, reliability, selectedAbove } = input
  if (![mean, standardDeviation, reliability, selectedAbove].every(Number.isFinite))
    return refused('not-enough-data', 'Mean, spread, reliability and cut have to be finite numbers.')
  if (!(standardDeviation > 0)) return refused('not-enough-data', 'The standard deviation has to be above 0.')
  if (Math.abs(reliability) > 1)
    return refused('not-enough-data', 'The reliability has to lie between -1 and 1.')
  const z = (selectedAbove - mean) / standardDeviation
  if (!(Math.abs(z) <= 1e8))
    return refused('ill-conditioned', 'The cut lies too far from the mean to compute with.')
  const excess = standardDeviation * meanAbove(z)
  return found({
    expectedBefore: mean + excess,
    expectedAfter: mean + reliability * excess,
    expectedDrop: (1 - reliability) * excess,
  })
}
