import { clusterCovariance } from '../numbers/cluster-covariance.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { roundingFloor } from '../numbers/regression.ts'
import {
  heteroscedasticCovariance,
  standardErrors,
  type HeteroscedasticityKind,
} from '../numbers/robust-covariance.ts'

/** Mean outcome of the comparison (c) and the treated (t), before (0) and after (1). */
export interface CellMeans {
  c0: number
  c1: number
  t0: number
  t1: number
}

/** Standard errors of a difference in differences; null where one is undefined. */
export interface ChangeErrors {
  ordinary: number | null
  hc1: number | null
  hc2: number | null
  hc3: number | null
}

/** Standard errors that treat the rows of one cluster as belonging together. */
export interface ClusterErrors {
  clusters: number
  cr1: number | null
  cr1s: number | null
  cr2: number | null
  /** Satterthwaite degrees of freedom that go with CR2. */
  degreesOfFreedom: number | null
}

/** Usable rows of a two-group, two-period comparison. */
export interface ChangeRows {
  y: Float64Array
  treated: Uint8Array
  after: Uint8Array
  clusters: (string | number)[] | null
}

/** Means of the four cells, or null when one is empty. */
export function cellMeans({ y, treated, after }: ChangeRows): CellMeans | null {
  const sums = new Float64Array(4)
  const sizes = new Float64Array(4)
  y.forEach((value, i) => {
    const cell = 2 * treated[i]! + after[i]!
    sums[cell] = sums[cell]! + value
    sizes[cell] = sizes[cell]! + 1
  })
  if (sizes.some((size) => size === 0)) return null
  const centre = sums.map((sum, cell) => sum / sizes[cell]!)
  const rests = new Float64Array(4)
  y.forEach((value, i) => {
    const cell = 2 * treated[i]! + after[i]!
    rests[cell] = rests[cell]! + (value - centre[cell]!)
  })
  const [c0, c1, t0, t1] = centre.map((mean, cell) => mean + rests[cell]! / sizes[cell]!) as unknown as [
    number,
    number,
    number,
    number,
  ]
  return { c0, c1, t0, t1 }
}

/** Standard errors of treated × after in least squares of y on treated, after and their product. */
export function changeErrors(rows: ChangeRows): { errors: ChangeErrors; clustered: ClusterErrors | null } {
  const { y, treated, after } = rows
  const n = y.length
  const level = y.reduce((sum, value) => sum + value, 0) / n
  const x = fromColumns([
    new Float64Array(n).fill(1),
    treated,
    after,
    Float64Array.from(treated, (value, i) => value * after[i]!),
  ])
  const fit = leastSquares(
    x,
    y.map((value) => value - level),
  )
  const place = fit.kept.length - 1
  const degreesOfFreedom = n - fit.kept.length
  const none: ChangeErrors = { ordinary: null, hc1: null, hc2: null, hc3: null }
  if (degreesOfFreedom < 1 || !(fit.residualSumOfSquares > roundingFloor(y)))
    return { errors: none, clustered: null }
  const robust = (kind: HeteroscedasticityKind): number | null => {
    const covariance = heteroscedasticCovariance(x, fit, kind)
    return covariance === null ? null : standardErrors(covariance)[place]!
  }
  const errors = {
    ordinary: standardErrors(fit.inverseCross, fit.residualSumOfSquares / degreesOfFreedom)[place]!,
    hc1: robust('HC1'),
    hc2: robust('HC2'),
    hc3: robust('HC3'),
  }
  if (rows.clusters === null) return { errors, clustered: null }
  const covariance = clusterCovariance(x, fit, rows.clusters)
  if (covariance === null) return { errors, clustered: null }
  return {
    errors,
    clustered: {
      clusters: covariance.clusters,
      cr1: standardErrors(covariance.cr1)[place]!,
      cr1s: standardErrors(covariance.cr1s)[place]!,
      cr2: standardErrors(covariance.cr2)[place]!,
      degreesOfFreedom: covariance.satterthwaite(place),
    },
  }
}
