import { type Finding, found, refused } from '../finding.ts'
import { normalCdf, normalPdf, normalUpper } from '../numbers/distributions.ts'

/** What is believed of the net benefit of spreading, per unit (a person, a class, a municipality), in money. */
export interface NetBenefit {
  mean: number
  sd: number
  /** Number of units the decision concerns. */
  population: number
}

/** Data that could still be gathered. */
export interface FurtherData {
  /** Spread of one future observation. */
  sampleSd: number
  /** Number of observations planned. */
  observations: number
  /** What they would cost, in the same money. */
  cost: number
}

/** What knowing more would be worth. */
export interface InformationValue {
  /** Expected value of perfect information per unit, and for the whole population. */
  perfectPerUnit: number
  perfectTotal: number
  /** What to do on present knowledge. */
  bestNow: 'spread' | 'stop' | 'tie'
  /** Chance that spreading pays. */
  probabilityPositive: number
  /** Worth of the further data; undefined when none were described. */
  further: FurtherValue | undefined
}

/** Worth of gathering further data before deciding. */
export interface FurtherValue {
  /** Spread of the mean that the further data are expected to produce. */
  preposteriorSd: number
  perUnit: number
  total: number
  /** Total minus the cost. */
  net: number
  worthwhile: boolean
}

/** Expected loss of choosing by the sign of a normal mean: sd·(φ(u) − u·P(Z > u)) with u = |mean|/sd. */
function expectedLoss(mean: number, sd: number): number {
  if (sd === 0) return 0
  const u = Math.abs(mean) / sd
  // So far from zero nothing can be lost that a number could hold.
  if (!(u < 40)) return 0
  return Math.max(0, sd * (normalPdf(u) - u * normalUpper(u)))
}

/**
 * Is it worth gathering more data before choosing between spreading and stopping? The net benefit per unit is normal.
 * Refuses undefined or infinite numbers, negative spreads, sizes and costs.
 *
 * Source: Raiffa and Schlaifer 1961 (unit normal loss); Wilson 2015.
 *
 * @example
 * const worth = valueOfInformation({ mean: 12, sd: 30, population: 200 }, { sampleSd: 100, observations: 40, cost: 500 })
 * worth.ok && worth.value.perfectTotal // => 1382.633
 * worth.ok && worth.value.further?.net // => 630.3967
 */
export function valueOfInformation(benefit: NetBenefit, further?: FurtherData): Finding<InformationValue> {
  const { mean, sd, population } = benefit
  if (!Number.isFinite(mean) || !isAmount(sd) || !isAmount(population)) {
    return refused(
      'not-enough-data',
      'The mean must be a number; the spread and the population must not be negative.',
    )
  }
  const perfectPerUnit = expectedLoss(mean, sd)
  const probabilityPositive = sd > 0 ? normalCdf(mean / sd) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5
  const value: InformationValue = {
    perfectPerUnit,
    perfectTotal: population * perfectPerUnit,
    bestNow: mean > 0 ? 'spread' : mean < 0 ? 'stop' : 'tie',
    probabilityPositive,
    further: undefined,
  }
  if (further === undefined) return found(value)
  const { sampleSd, observations, cost } = further
  if (!isAmount(sampleSd) || !isAmount(observations) || !isAmount(cost)) {
    return refused('not-enough-data', 'Spread, number and cost of the further data must not be negative.')
  }
  // No spread now, or no data to come, leaves the belief where it is.
  const preposteriorSd =
    sd === 0 || observations === 0 ? 0 : sd / Math.hypot(1, sampleSd / sd / Math.sqrt(observations))
  const perUnit = expectedLoss(mean, preposteriorSd)
  const total = population * perUnit
  return found({
    ...value,
    further: { preposteriorSd, perUnit, total, net: total - cost, worthwhile: total > cost },
  })
}

function isAmount(value: number): boolean {
  return value >= 0 && value < Infinity
}
