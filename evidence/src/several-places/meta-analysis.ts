import { found, refused, warning, type Finding } from '../finding.ts'
import {
  chiSquareQuantile,
  chiSquareUpper,
  normalQuantile,
  normalUpper,
  studentTQuantile,
  studentTUpper,
} from '../numbers/distributions.ts'
import {
  betweenVariance,
  betweenVarianceAtQ,
  pooledAt,
  typicalVariance,
  type BetweenVarianceMethod,
} from './between-variance.ts'
import { predictionRange } from './prediction-range.ts'
import { readStudies } from './study-effects.ts'

/** A range from `low` to `high`, in the unit of the effect. */
export interface Range {
  low: number
  high: number
}

/** What several studies say together. Effects and ranges are in the unit of the effects handed in. */
export interface PooledEffect {
  /** Number of studies pooled. */
  studies: number
  /** Pooled effect, weights 1/(v + tau²). */
  effect: number
  /** The range to show: Hartung–Knapp with floor from two studies up, the study's own Wald range for one. */
  shown: Range & { standardError: number }
  /** Normal (Wald) standard error, range and test. */
  wald: Range & { standardError: number; z: number; p: number }
  /** Hartung–Knapp without the floor, t with k − 1 df; null for one study. `t` and `p` are null when undefined. */
  hartungKnapp: (Range & { standardError: number; t: number | null; p: number | null }) | null
  /** tau²: variance between studies, its standard error and Q-profile limits (null for one study). */
  betweenVariance: { value: number; standardError: number | null; low: number | null; high: number | null }
  /** Cochran's Q and its p, I² in per cent, H²; null for one study. */
  heterogeneity: { q: number; p: number; iSquared: number; hSquared: number } | null
  /**
   * Where the effect of the next place is likely to lie; null below three studies (normal form: below two). `shown` counts
   * in how uncertain the between-variance is; the others, published conventions, take it as known and hold the next
   * effect about 88 to 92 times in 100 for 5 to 30 studies (reference/calibration.md).
   */
  prediction: {
    shown: Range | null
    normal: Range | null
    /** Higgins, Thompson and Spiegelhalter: t with k − 2 df on the Wald standard error. */
    higgins: Range | null
    /** t with k − 1 df on the Hartung–Knapp standard error. */
    hartungKnapp: Range | null
  }
}

/**
 * Pools the effects of several places with a random-effects model and says how much the places differ.
 * Studies are taken to be independent, which effects cannot show: several effects of one place have to be pooled into
 * one first. Variances are squared standard errors, above 0. `level` is the coverage of the ranges, in (0, 1).
 * Refuses (`not-enough-data`) when no study has both numbers, or one is infinite, or a variance is not above 0.
 * Warns `single-study`, `few-studies` (under 5), `hk-floor-used`, `between-variance-zero`, `dominant-study` (one
 * study has more than half the weight), `missing-values`.
 * Sources: DerSimonian and Laird 1986; Viechtbauer 2005; Hartung and Knapp 2001; Knapp and Hartung 2003; Higgins,
 * Thompson and Spiegelhalter 2009; Nagashima, Noma and Furukawa 2019; Viechtbauer 2007 (Q-profile); Higgins and
 * Thompson 2002 (I²).
 * @example
 * const pooled = poolStudies([4.2, 1.1, 6.3, -0.4], [1.3, 2.1, 3.4, 0.9])
 * pooled.ok && pooled.value.effect // => 2.606896
 * pooled.ok && pooled.value.betweenVariance.value // => 6.910276
 */
export function poolStudies(
  effects: readonly (number | null)[],
  variances: readonly (number | null)[],
  method: BetweenVarianceMethod = 'REML',
  level = 0.95,
): Finding<PooledEffect> {
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level has to lie between 0 and 1.')
  const read = readStudies(effects, variances, 1)
  if ('ok' in read) return read
  const { effects: y, variances: v, warnings } = read
  const k = y.length
  const z = normalQuantile(1 - (1 - level) / 2)
  if (k === 1) {
    const standardError = Math.sqrt(v[0]!)
    const wald = waldResult(y[0]!, standardError, z)
    return found(
      {
        studies: 1,
        effect: y[0]!,
        shown: { low: wald.low, high: wald.high, standardError },
        wald,
        hartungKnapp: null,
        betweenVariance: { value: 0, standardError: null, low: null, high: null },
        heterogeneity: null,
        prediction: { shown: null, normal: null, higgins: null, hartungKnapp: null },
      },
      [...warnings, warning('single-study')],
    )
  }

  const tau2 = betweenVariance(y, v, method)
  const pooled = pooledAt(y, v, tau2.value)
  const effect = pooled.mean
  const standardError = Math.sqrt(pooled.variance)
  if (!Number.isFinite(effect) || !Number.isFinite(tau2.value) || !(standardError > 0)) {
    return refused(
      'ill-conditioned',
      'The effects or variances are too large or too small to pool.',
      warnings,
    )
  }
  const fixed = pooledAt(y, v, 0)
  const typical = typicalVariance(v)
  const hkStandardError = Math.sqrt((pooled.q / (k - 1)) * pooled.variance)
  const t = studentTQuantile(1 - (1 - level) / 2, k - 1)
  const floored = Math.max(hkStandardError, standardError)
  const tail = (1 - level) / 2
  const hkT =
    hkStandardError > 0 ? effect / hkStandardError : effect === 0 ? null : Math.sign(effect) * Infinity

  if (k < 5) warnings.push(warning('few-studies', `${k} studies`))
  if (hkStandardError < standardError) warnings.push(warning('hk-floor-used'))
  if (tau2.value === 0) warnings.push(warning('between-variance-zero'))
  if (k > 2 && pooled.largestShare > 0.5) warnings.push(warning('dominant-study'))

  return found(
    {
      studies: k,
      effect,
      shown: { ...around(effect, t * floored), standardError: floored },
      wald: waldResult(effect, standardError, z),
      hartungKnapp: {
        ...around(effect, t * hkStandardError),
        standardError: hkStandardError,
        t: hkT,
        p: hkT === null ? null : 2 * studentTUpper(Math.abs(hkT), k - 1),
      },
      betweenVariance: {
        value: tau2.value,
        // Variances many powers of ten apart leave nothing but rounding to estimate it from.
        standardError:
          tau2.standardError !== null && Number.isFinite(tau2.standardError) ? tau2.standardError : null,
        low: betweenVarianceAtQ(y, v, chiSquareQuantile(1 - tail, k - 1)),
        high: betweenVarianceAtQ(y, v, chiSquareQuantile(tail, k - 1)),
      },
      heterogeneity: {
        q: fixed.q,
        p: chiSquareUpper(fixed.q, k - 1),
        iSquared: (100 * tau2.value) / (tau2.value + typical),
        hSquared: tau2.value / typical + 1,
      },
      prediction: {
        shown: k >= 3 ? predictionRange(y, v, level) : null,
        ...publishedRanges(effect, tau2.value, standardError, hkStandardError, k, level),
      },
    },
    warnings,
  )
}

function publishedRanges(
  effect: number,
  tau2: number,
  standardError: number,
  hkStandardError: number,
  k: number,
  level: number,
): Omit<PooledEffect['prediction'], 'shown'> {
  const upper = 1 - (1 - level) / 2
  const waldSpread = Math.sqrt(tau2 + standardError ** 2)
  return {
    normal: around(effect, normalQuantile(upper) * waldSpread),
    higgins: k >= 3 ? around(effect, studentTQuantile(upper, k - 2) * waldSpread) : null,
    hartungKnapp:
      k >= 3 ? around(effect, studentTQuantile(upper, k - 1) * Math.sqrt(tau2 + hkStandardError ** 2)) : null,
  }
}

function waldResult(effect: number, standardError: number, z: number): PooledEffect['wald'] {
  const ratio = effect / standardError
  return {
    ...around(effect, z * standardError),
    standardError,
    z: ratio,
    p: 2 * normalUpper(Math.abs(ratio)),
  }
}

function around(centre: number, halfWidth: number): Range {
  return { low: centre - halfWidth, high: centre + halfWidth }
}
