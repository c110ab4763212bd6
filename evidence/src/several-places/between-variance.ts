/** The four estimators of the variance between studies that are offered. */
export type BetweenVarianceMethod = 'REML' | 'ML' | 'PM' | 'DL'

/** Sums that every estimator of the between-variance needs, at one trial value of it. */
interface WeightedSums {
  weight: number
  weightSquared: number
  weightCubed: number
  /** Weighted mean of the effects. */
  mean: number
  /** Sum of w (y − mean)². */
  q: number
  /** Sum of w² (y − mean)², minus the derivative of q. */
  qSlope: number
}

function weightedSums(effects: Float64Array, variances: Float64Array, tau2: number): WeightedSums {
  let weight = 0
  let weightSquared = 0
  let weightCubed = 0
  let weightedEffect = 0
  for (let i = 0; i < effects.length; i++) {
    const w = 1 / (variances[i]! + tau2)
    weight += w
    weightSquared += w * w
    weightCubed += w * w * w
    weightedEffect += w * effects[i]!
  }
  const mean = weightedEffect / weight
  let q = 0
  let qSlope = 0
  for (let i = 0; i < effects.length; i++) {
    const w = 1 / (variances[i]! + tau2)
    const pulled = w * (effects[i]! - mean)
    q += pulled * (effects[i]! - mean)
    qSlope += pulled * pulled
  }
  return { weight, weightSquared, weightCubed, mean, q, qSlope }
}

/**
 * Value of tau² ≥ 0 at which Cochran's Q with weights 1/(v + tau²) comes down to `target`; 0 when Q is at or
 * below it already. Q falls and is convex in tau², so Newton's steps from 0 climb to the root from one side.
 */
export function betweenVarianceAtQ(effects: Float64Array, variances: Float64Array, target: number): number {
  let tau2 = 0
  for (let step = 0; step < 500; step++) {
    const { q, qSlope } = weightedSums(effects, variances, tau2)
    const excess = q - target
    if (excess <= 0 || qSlope === 0) return tau2
    const next = tau2 + excess / qSlope
    if (next - tau2 <= 1e-14 * next) return next
    tau2 = next
  }
  return tau2
}

/** DerSimonian and Laird's moment estimator before it is cut at 0. */
function momentEstimate(sums: WeightedSums, studies: number): number {
  return (sums.q - (studies - 1)) / (sums.weight - sums.weightSquared / sums.weight)
}

/** Hedges and Olkin's unweighted start value, at least 0. */
function startValue(effects: Float64Array, variances: Float64Array): number {
  const studies = effects.length
  let mean = 0
  let meanVariance = 0
  for (let i = 0; i < studies; i++) {
    mean += effects[i]! / studies
    meanVariance += variances[i]! / studies
  }
  let spread = 0
  for (let i = 0; i < studies; i++) spread += (effects[i]! - mean) ** 2
  return Math.max(0, spread / (studies - 1) - meanVariance)
}

function likelihoodEstimate(effects: Float64Array, variances: Float64Array, restricted: boolean): number {
  let tau2 = startValue(effects, variances)
  let smallestVariance = Infinity
  for (const variance of variances) smallestVariance = Math.min(smallestVariance, variance)
  let damping = 1
  let lastStep = 0
  for (let iteration = 0; iteration < 2000; iteration++) {
    const s = weightedSums(effects, variances, tau2)
    const traceP = restricted ? s.weight - s.weightSquared / s.weight : s.weight
    const information = restricted
      ? s.weightSquared - (2 * s.weightCubed) / s.weight + (s.weightSquared / s.weight) ** 2
      : s.weightSquared
    const step = (s.qSlope - traceP) / information
    if (step * lastStep < 0 && Math.abs(step) > 0.5 * Math.abs(lastStep)) damping *= 0.5
    lastStep = step
    let next = tau2 + damping * step
    if (next < 0) {
      if (tau2 < 1e-9 * smallestVariance) return 0
      next = tau2 / 4
    }
    if (Math.abs(next - tau2) <= 1e-13 * (next + 1e-3 * smallestVariance)) return next
    tau2 = next
  }
  return tau2
}

/**
 * Between-study variance tau² of k ≥ 2 effects with known sampling variances, at least 0, in the square of the
 * effect's unit, with its standard error.
 * Sources: DerSimonian and Laird 1986; Paule and Mandel 1982; Viechtbauer 2005 (Fisher scoring for ML and REML,
 * standard errors); Biggerstaff and Tweedie 1997 (variance of Q for DL).
 */
export function betweenVariance(
  effects: Float64Array,
  variances: Float64Array,
  method: BetweenVarianceMethod,
): { value: number; standardError: number } {
  const studies = effects.length
  if (method === 'DL') {
    const s = weightedSums(effects, variances, 0)
    const uncut = momentEstimate(s, studies)
    const traceP = s.weight - s.weightSquared / s.weight
    const value = Math.max(0, uncut)
    const traceSquare = s.weightSquared - (2 * s.weightCubed) / s.weight + (s.weightSquared / s.weight) ** 2
    const varianceOfQ = 2 * (studies - 1) + 4 * value * traceP + 2 * value * value * traceSquare
    return { value, standardError: Math.sqrt(varianceOfQ) / traceP }
  }
  if (method === 'PM') {
    const value = betweenVarianceAtQ(effects, variances, studies - 1)
    const s = weightedSums(effects, variances, value)
    return { value, standardError: Math.sqrt((2 * studies * studies) / (studies - 1)) / s.weight }
  }
  const restricted = method === 'REML'
  const value = likelihoodEstimate(effects, variances, restricted)
  const s = weightedSums(effects, variances, value)
  const information = restricted
    ? s.weightSquared - (2 * s.weightCubed) / s.weight + (s.weightSquared / s.weight) ** 2
    : s.weightSquared
  return { value, standardError: Math.sqrt(2 / information) }
}

/** Pooled mean, its Wald variance and the Q sums at a given between-variance. */
export function pooledAt(
  effects: Float64Array,
  variances: Float64Array,
  tau2: number,
): { mean: number; variance: number; q: number; largestShare: number } {
  const s = weightedSums(effects, variances, tau2)
  let largest = 0
  for (const variance of variances) largest = Math.max(largest, 1 / (variance + tau2))
  return { mean: s.mean, variance: 1 / s.weight, q: s.q, largestShare: largest / s.weight }
}

/** The "typical" sampling variance of Higgins and Thompson 2002, (k−1)/(S1 − S2/S1). */
export function typicalVariance(variances: Float64Array): number {
  let sum = 0
  let sumOfSquares = 0
  for (const variance of variances) {
    sum += 1 / variance
    sumOfSquares += 1 / (variance * variance)
  }
  return (variances.length - 1) / (sum - sumOfSquares / sum)
}
