import type { LeastSquares } from './least-squares.ts'
import { type Matrix, multiply, symmetricEigen, transpose, zeros } from './matrix.ts'
import { keptRows, sandwich } from './robust-covariance.ts'

/** Covariances of the coefficients when rows of one cluster belong together. */
export interface ClusterCovariance {
  clusters: number
  /** × G/(G−1). */
  cr1: Matrix
  /** × G(N−1)/((G−1)(N−k)). */
  cr1s: Matrix
  /** Bias-reduced linearisation with an identity working model. */
  cr2: Matrix
  /** Degrees of freedom of one coefficient (by its place among the kept columns) with CR2; null when undefined. */
  satterthwaite: (place: number) => number | null
}

/**
 * Cluster-robust covariances CR1, CR1S and CR2, with Satterthwaite degrees of freedom. Null with fewer than two
 * clusters or no degrees of freedom.
 * Sources: Liang and Zeger 1986; Bell and McCaffrey 2002; Pustejovsky and Tipton 2018.
 */
export function clusterCovariance(
  x: Matrix,
  fit: LeastSquares,
  clusterOf: readonly (string | number)[],
): ClusterCovariance | null {
  const rows = keptRows(x, fit.kept)
  const { rows: n, columns: k } = rows
  const members = new Map<string | number, number[]>()
  clusterOf.forEach((cluster, i) => {
    const list = members.get(cluster)
    if (list === undefined) members.set(cluster, [i])
    else list.push(i)
  })
  const groups = [...members.values()]
  const count = groups.length
  if (count < 2 || n <= k) return null
  const plain = zeros(k, k)
  const reduced = zeros(k, k)
  const adjusted = groups.map((list) => {
    const score = scoreOf(rows, fit.residuals, list)
    const adjustment = adjustmentOf(rows, fit.inverseCross, list)
    addOuter(plain, score)
    addOuter(reduced, multiplyScore(adjustment.scores, fit.residuals, list, k))
    return adjustment
  })
  const factor = count / (count - 1)
  const cr1 = sandwich(fit.inverseCross, scaled(plain, factor))
  const cr1s = sandwich(fit.inverseCross, scaled(plain, (factor * (n - 1)) / (n - k)))
  const cr2 = sandwich(fit.inverseCross, reduced)
  const satterthwaite = (place: number): number | null => degreesOfFreedom(adjusted, fit.inverseCross, place)
  return { clusters: count, cr1, cr1s, cr2, satterthwaite }
}

/** What CR2 does to one cluster. */
interface Adjustment {
  /** A_g X_g, rows of the cluster × columns. */
  scores: Matrix
  /** X_gᵀ A_g X_g. */
  cross: Matrix
  /** X_gᵀ A_g A_g X_g. */
  square: Matrix
}

function scoreOf(rows: Matrix, residuals: Float64Array, list: readonly number[]): Float64Array {
  const score = new Float64Array(rows.columns)
  for (const i of list)
    for (let a = 0; a < rows.columns; a++)
      score[a] = score[a]! + rows.values[i * rows.columns + a]! * residuals[i]!
  return score
}

function multiplyScore(
  scores: Matrix,
  residuals: Float64Array,
  list: readonly number[],
  k: number,
): Float64Array {
  const score = new Float64Array(k)
  list.forEach((i, r) => {
    for (let a = 0; a < k; a++) score[a] = score[a]! + scores.values[r * k + a]! * residuals[i]!
  })
  return score
}

function addOuter(meat: Matrix, score: Float64Array): void {
  const k = meat.columns
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) meat.values[a * k + b] = meat.values[a * k + b]! + score[a]! * score[b]!
}

function scaled(a: Matrix, factor: number): Matrix {
  return { rows: a.rows, columns: a.columns, values: a.values.map((value) => value * factor) }
}

/**
 * A_g = (I − H_gg)^(−1/2) as a symmetric generalised inverse root. H_gg = X_g B X_gᵀ has the rank of X_g, so the
 * root is taken in the space its columns span: with X_g = Q T, H_gg = Q (T B Tᵀ) Qᵀ.
 */
function adjustmentOf(rows: Matrix, bread: Matrix, list: readonly number[]): Adjustment {
  const k = rows.columns
  const m = list.length
  const part = zeros(m, k)
  list.forEach((i, r) => part.values.set(rows.values.subarray(i * k, (i + 1) * k), r * k))
  const { q, t } = orthonormalise(part)
  const inner = multiply(multiply(t, bread), transpose(t))
  const { values, vectors } = symmetricEigen(inner)
  // Rows Uᵀ T once, scaled per eigenvalue by the root of 1/(1 − λ).
  const turned = multiply(transpose(vectors), t)
  const root = zeros(turned.rows, k)
  for (let j = 0; j < turned.rows; j++) {
    const left = 1 - values[j]!
    const factor = left > 1e-10 ? 1 / Math.sqrt(left) : 0
    for (let a = 0; a < k; a++) root.values[j * k + a] = turned.values[j * k + a]! * factor
  }
  const scores = multiply(multiply(q, vectors), root)
  return { scores, cross: multiply(transpose(turned), root), square: multiply(transpose(root), root) }
}

/** Orthonormal columns Q and T with part = Q T, columns without a new part left out of Q. */
function orthonormalise(part: Matrix): { q: Matrix; t: Matrix } {
  const { rows: m, columns: k } = part
  const basis: Float64Array[] = []
  const weights: Float64Array[] = []
  for (let j = 0; j < k; j++) {
    const column = Float64Array.from({ length: m }, (_, i) => part.values[i * k + j]!)
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0))
    for (let pass = 0; pass < 2; pass++)
      basis.forEach((direction, b) => {
        let dot = 0
        for (let i = 0; i < m; i++) dot += direction[i]! * column[i]!
        for (let i = 0; i < m; i++) column[i] = column[i]! - dot * direction[i]!
        weights[b]![j] = weights[b]![j]! + dot
      })
    const rest = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0))
    if (!(rest > 1e-10 * length)) continue
    basis.push(column.map((value) => value / rest))
    const weight = new Float64Array(k)
    weight[j] = rest
    weights.push(weight)
  }
  const q = zeros(m, basis.length)
  basis.forEach((direction, b) => direction.forEach((value, i) => (q.values[i * basis.length + b] = value)))
  const t = zeros(basis.length, k)
  weights.forEach((weight, b) => t.values.set(weight, b * k))
  return { q, t }
}

/**
 * (tr P)² / Σ P², with P_gh = a_gᵀ (I − H)_gh a_h and a_g = A_g X_g B c for the coefficient c, summed without
 * forming P.
 */
function degreesOfFreedom(adjusted: readonly Adjustment[], bread: Matrix, place: number): number | null {
  const k = bread.rows
  const direction = Float64Array.from({ length: k }, (_, a) => bread.values[a * k + place]!)
  const quadratic = (a: Matrix, u: Float64Array): number => {
    let sum = 0
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) sum += u[i]! * a.values[i * k + j]! * u[j]!
    return sum
  }
  const outer = zeros(k, k)
  let trace = 0
  let squares = 0
  for (const { cross, square } of adjusted) {
    const own = quadratic(square, direction)
    const b = new Float64Array(k)
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) b[i] = b[i]! + cross.values[i * k + j]! * direction[j]!
    const shared = quadratic(bread, b)
    trace += own - shared
    squares += own * own - 2 * own * shared
    addOuter(outer, b)
  }
  const product = multiply(bread, outer)
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) squares += product.values[i * k + j]! * product.values[j * k + i]!
  return squares > 0 && trace > 0 ? (trace * trace) / squares : null
}
