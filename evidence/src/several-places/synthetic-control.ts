import { type Finding, found, type Warning, warning } from '../finding.ts'
import { standardDeviation } from '../numbers/summaries.ts'
import {
  distanceProducts,
  type DistanceProducts,
  nearestMean,
  otherWeightsFit,
  polishWeights,
} from './simplex-weights.ts'
import { countLarger, effectsLeftOpen, ratioOf, rootMeanSquare } from './placebo-ratios.ts'
import { readPanel, type UnitSeries, type WidePanel } from './wide-panel.ts'

/** One place set against a weighted mean of others that moved like it beforehand; in units of the outcome. */
export interface SyntheticControl {
  /** Donors with a weight above 1e-7, largest first; weights are 0 or more and sum to 1. */
  weights: { name: string; weight: number }[]
  /** False when other weights fit exactly as well; gap and fit are the same then. */
  weightsUnique: boolean
  /** Treated minus synthetic, every period. */
  gap: number[]
  /** Mean gap from the start on. */
  effect: number
  /** Root mean squared gap before and after the start. */
  preRmspe: number
  postRmspe: number
  /** postRmspe / preRmspe; null when the fit before is exact. */
  ratio: number | null
  /** Every unit in turn as the treated one; null when not asked for. */
  placebo: {
    /** Place of the treated unit's ratio, 1 is the largest. */
    rank: number
    /** Share of units with a ratio at least as large. */
    p: number
    /** `gap`: the unit minus its own synthetic unit, every period. */
    units: { name: string; ratio: number | null; gap: number[] }[]
    /**
     * Constant effects that the placebos do not single out at `alpha`: at a 0.05 the likely range. Infinite where there are
     * fewer than 1/alpha units, or where no constant effect fits the gap.
     */
    low: number
    high: number
  } | null
}

const shownAbove = 1e-7
const tieTolerance = 1e-9
const fewestPeriods = 8

/**
 * What would have happened to one treated place without the change? Synthetic control from outcomes alone, with
 * placebos in every other place, and the range of effects they leave open (Firpo and Possebom 2018).
 *
 * `pre` is the number of periods before the start. Donors with missing values are left out (`unbalanced-panel`).
 * Warns `weights-not-unique`, `outside-donor-hull` (the treated lies outside the range of donors in a period
 * before), `poor-pre-fit` (gap before above 20% of the spread before), `too-few-points` under 8 periods before,
 * `min-p-above-alpha`. Refuses `not-enough-data` without the treated unit, a donor or a period on both sides,
 * `ill-conditioned` for infinite or huge values.
 * Source: Abadie, Diamond and Hainmueller 2010; weights by Wolfe 1976.
 *
 * @example
 * syntheticControl([
 *   { name: 'a', values: [2, 3, 9] }, { name: 'b', values: [1, 2, 3] }, { name: 'c', values: [3, 4, 5] },
 * ], 'a', 2).value.effect // => 5
 */
export function syntheticControl(
  units: readonly UnitSeries[],
  treated: string,
  pre: number,
  options: { placebos?: boolean; alpha?: number } = {},
): Finding<SyntheticControl> {
  const panel = readPanel(units, treated, pre, 1)
  if ('ok' in panel) return panel
  const { series, names, periods } = panel
  const own = series[panel.treated]!
  const donors = series.filter((_, i) => i !== panel.treated)
  const donorNames = names.filter((_, i) => i !== panel.treated)
  const solution = nearestMean(distanceProducts(own, donors, pre))
  const weights = polishWeights(own, donors, pre, solution.weights)
  const gap = Array.from(own, (value, t) => {
    let rest = 0
    donors.forEach((donor, j) => (rest += weights[j]! * (value - donor[t]!)))
    return rest
  })
  const preRmspe = rootMeanSquare(gap, 0, pre)
  const postRmspe = rootMeanSquare(gap, pre, periods)
  const weightsUnique = !otherWeightsFit(own, donors, pre, solution)
  const warnings: Warning[] = []
  if (!weightsUnique) warnings.push(warning('weights-not-unique'))
  const outside = periodsOutside(own, donors, pre)
  if (outside > 0) warnings.push(warning('outside-donor-hull', `${outside} periods`))
  if (pre > 1 && preRmspe > 0.2 * standardDeviation(own.subarray(0, pre)) && preRmspe > roundingOf(own))
    warnings.push(warning('poor-pre-fit', preRmspe.toPrecision(3)))
  if (pre < fewestPeriods) warnings.push(warning('too-few-points', `${pre} periods before the start`))
  if (panel.dropped.length > 0) warnings.push(warning('unbalanced-panel', panel.dropped.join(', ')))
  const wantsPlacebos = options.placebos ?? true
  if (wantsPlacebos && 1 / series.length > (options.alpha ?? 0.05))
    warnings.push(warning('min-p-above-alpha', `1 of ${series.length} units`))
  const placebo = wantsPlacebos ? placeboRank(panel, pre, options.alpha ?? 0.05) : null
  return found(
    {
      weights: Array.from(weights, (weight, j) => ({ name: donorNames[j]!, weight }))
        .filter(({ weight }) => weight > shownAbove)
        .sort((a, b) => b.weight - a.weight),
      weightsUnique,
      gap,
      effect: gap.slice(pre).reduce((sum, value) => sum + value, 0) / (periods - pre),
      preRmspe,
      postRmspe,
      ratio: preRmspe > roundingOf(own) ? postRmspe / preRmspe : null,
      placebo,
    },
    warnings,
  )
}

/** Size below which a gap is rounding. */
function roundingOf(series: Float64Array): number {
  let largest = 0
  for (const value of series) largest = Math.max(largest, Math.abs(value))
  return largest * 1e-14
}

function periodsOutside(own: Float64Array, donors: readonly Float64Array[], pre: number): number {
  let outside = 0
  for (let t = 0; t < pre; t++) {
    let low = Infinity
    let high = -Infinity
    for (const donor of donors) {
      low = Math.min(low, donor[t]!)
      high = Math.max(high, donor[t]!)
    }
    const slack = tieTolerance * (high - low)
    if (own[t]! < low - slack || own[t]! > high + slack) outside++
  }
  return outside
}

/** Ratios of all units, each in turn as the treated one against all others. */
function placeboRank(
  { series, names, treated, periods }: WidePanel,
  pre: number,
  alpha: number,
): SyntheticControl['placebo'] {
  const products = centredProducts(series, pre)
  const fits = series.map((own, i) => {
    const weights = nearestMean(productsAround(products, i)).weights
    const gap = new Float64Array(periods)
    let weightOfTreated = 0
    for (let j = 0, k = 0; j < series.length; j++) {
      if (j === i) continue
      const weight = weights[k++]!
      if (j === treated) weightOfTreated = weight
      if (weight === 0) continue
      const donor = series[j]!
      for (let t = 0; t < periods; t++) gap[t] = gap[t]! + weight * (own[t]! - donor[t]!)
    }
    return { gap: Array.from(gap), weightOfTreated, rounding: roundingOf(own) }
  })
  const ratios = fits.map((fit) => ratioOf(fit, pre))
  const { asLarge, larger } = countLarger(ratios, treated)
  return {
    rank: larger + 1,
    p: asLarge / ratios.length,
    units: ratios.map((ratio, i) => ({
      name: names[i]!,
      ratio: Number.isFinite(ratio) ? ratio : null,
      gap: fits[i]!.gap,
    })),
    ...effectsLeftOpen(fits, treated, pre, alpha),
  }
}

/** Inner products of all series before the start, after taking the mean of all off every period. */
function centredProducts(series: readonly Float64Array[], pre: number): DistanceProducts {
  const mean = new Float64Array(pre)
  for (const own of series) for (let t = 0; t < pre; t++) mean[t] = mean[t]! + own[t]! / series.length
  return distanceProducts(mean, series, pre)
}

/** Inner products of the distances of all other units from unit i, from the centred products. */
function productsAround({ donors: units, products }: DistanceProducts, i: number): DistanceProducts {
  const others = units - 1
  const around = new Float64Array(others * others)
  const own = products[i * units + i]!
  for (let j = 0, a = 0; j < units; j++) {
    if (j === i) continue
    for (let k = 0, b = 0; k < units; k++) {
      if (k === i) continue
      around[a * others + b] =
        products[j * units + k]! - products[i * units + j]! - products[i * units + k]! + own
      b++
    }
    a++
  }
  return { donors: others, products: around }
}
