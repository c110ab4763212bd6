import { leastSquares } from './least-squares.ts'
import { type Matrix, zeros } from './matrix.ts'

/** A log-linear model of counts. */
export interface PoissonFit {
  /** Log-rate coefficients of the kept columns. */
  coefficients: Float64Array
  kept: number[]
  dropped: number[]
  /** Inverse of the information, over the kept columns. */
  covariance: Matrix
  deviance: number
  /** Pearson chi-square / residual degrees of freedom; null without degrees of freedom. */
  dispersion: number | null
  degreesOfFreedom: number
  fitted: Float64Array
}

/**
 * The change of deviance at which R's glm stops; stopping there keeps published figures reproducible to all
 * digits.
 */
const relativeChange = 1e-8

/**
 * Maximum-likelihood fit of counts with log link and an offset on the log scale, by reweighted least squares. The
 * covariance and the dispersion use the weights of the last step, as R's glm does. Null when it does not settle
 * (a rate at 0 or infinity).
 * Source: McCullagh and Nelder 1989.
 */
export function fitPoisson(
  x: Matrix,
  counts: ArrayLike<number>,
  offset: ArrayLike<number>,
): PoissonFit | null {
  const { rows: n, columns: k } = x
  const eta = new Float64Array(n)
  const mu = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    mu[i] = counts[i]! + 0.1
    eta[i] = Math.log(mu[i]!)
  }
  let deviance = devianceOf(counts, mu)
  for (let round = 0; round < 200; round++) {
    const weights = mu.slice()
    const weighted = zeros(n, k)
    const target = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      const root = Math.sqrt(mu[i]!)
      for (let j = 0; j < k; j++) weighted.values[i * k + j] = root * x.values[i * k + j]!
      target[i] = root * (eta[i]! - offset[i]! + (counts[i]! - mu[i]!) / mu[i]!)
    }
    const fit = leastSquares(weighted, target)
    for (let i = 0; i < n; i++) {
      let linear = offset[i]!
      fit.kept.forEach((j, place) => (linear += x.values[i * k + j]! * fit.coefficients[place]!))
      eta[i] = linear
      mu[i] = Math.exp(linear)
    }
    if (!mu.every((value) => value > 0 && Number.isFinite(value))) return null
    const next = devianceOf(counts, mu)
    const settled = Math.abs(next - deviance) < relativeChange * (Math.abs(next) + 0.1)
    deviance = next
    if (!settled) continue
    const degreesOfFreedom = n - fit.kept.length
    let pearson = 0
    for (let i = 0; i < n; i++) pearson += weights[i]! * ((counts[i]! - mu[i]!) / mu[i]!) ** 2
    return {
      coefficients: fit.coefficients,
      kept: fit.kept,
      dropped: fit.dropped,
      covariance: fit.inverseCross,
      deviance,
      dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : null,
      degreesOfFreedom,
      fitted: mu,
    }
  }
  return null
}

function devianceOf(counts: ArrayLike<number>, mu: Float64Array): number {
  let sum = 0
  for (let i = 0; i < mu.length; i++) {
    const y = counts[i]!
    sum += (y > 0 ? y * Math.log(y / mu[i]!) : 0) - (y - mu[i]!)
  }
  return 2 * sum
}
