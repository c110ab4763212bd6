import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { studentTQuantile, studentTUpper } from './distributions.ts'
import { tail, times } from './double-double.ts'
import { exactLeastSquares } from './exact-least-squares.ts'
import { type LeastSquares, leastSquares } from './least-squares.ts'
import { fromColumns } from './matrix.ts'
import { mean, sumOfSquares } from './summaries.ts'

/** One term of a fitted model. Every number is null when the term was dropped or its spread cannot be estimated. */
export interface RegressionTerm {
  name: string
  /** Change of y per unit of the term. */
  estimate: number | null
  standardError: number | null
  /** Limits of the 95% interval. */
  low: number | null
  high: number | null
  /** Two-sided p-value of no association. */
  p: number | null
}

/** A fitted linear model. */
export interface Regression {
  /** The constant first (when asked for), then the columns in the order given. */
  terms: RegressionTerm[]
  /** Residual standard deviation, in units of y; null when no degrees of freedom are left. */
  residualDeviation: number | null
  residualSumOfSquares: number
  /** Share of the variation of y explained, 0 to 1; null when y does not vary. */
  rSquared: number | null
  /** Number of columns (the constant included) that carry information of their own. */
  rank: number
  degreesOfFreedom: number
  fitted: number[]
  residuals: number[]
}

/** A column of a model: its name and one value per row. */
export interface RegressionColumn {
  name: string
  values: ArrayLike<number>
}

/** Largest size of a value for which squares and their sums stay within floating-point range. */
export const largestValue = 1e120

/** Share of a column's length that must be new for it to be kept. */
const rankTolerance = 1e-7
const polynomialTolerance = 1e-12
/** rows × columns² up to which the fit is computed with twice the usual digits. */
const longArithmeticLimit = 60_000

/** Name of the constant term. */
export const interceptName = '(Intercept)'

/**
 * How y changes with several columns at once: least squares by QR with rank detection.
 *
 * Small problems are computed with about 32 digits, so that nearly collinear columns keep theirs; large ones by
 * Householder reflections on scaled columns. A column that earlier ones determine is dropped (`term-dropped`).
 * Refuses `not-enough-data` when there are no rows, lengths differ, a value is not finite, or fewer rows than
 * needed for one term; `ill-conditioned` when values exceed 1e120 or the digits of the result cannot be promised.
 * Source: Golub and Van Loan 2013, chapter 5; checked against NIST StRD.
 *
 * @example
 * linearRegression([{ name: 'week', values: [1, 2, 3, 4] }], [3, 5, 8, 9]).value.terms[1].estimate // => 2.1
 */
export function linearRegression(
  columns: readonly RegressionColumn[],
  y: ArrayLike<number>,
  options: { intercept?: boolean } = {},
): Finding<Regression> {
  const refusal = checkInput(columns, y)
  if (refusal) return refused(refusal.code, refusal.why)
  const intercept = options.intercept ?? true
  const ones = { name: interceptName, values: new Float64Array(y.length).fill(1) }
  const all = intercept ? [ones, ...columns] : [...columns]
  if (all.length === 0) return refused('not-enough-data', 'The model has no term.')
  const small = y.length * all.length * all.length <= longArithmeticLimit
  const fit = small
    ? exactLeastSquares(
        all.map((column) => ({ high: Float64Array.from(column.values) })),
        y,
        rankTolerance,
      )
    : leastSquares(fromColumns(all.map((column) => column.values)), y, rankTolerance)
  return regressionFrom(fit, all, y, intercept)
}

/**
 * A polynomial of the given degree in x, with coefficients of ascending powers, constant first.
 *
 * Powers are formed and fitted with about 32 digits. Refuses as `linearRegression` does, and `ill-conditioned`
 * when x has too few different values for the degree (1 to 20).
 * Source: as `linearRegression`; checked against NIST StRD Filip and Wampler.
 *
 * @example
 * polynomialRegression([0, 1, 2, 3], [1, 2, 5, 10], 2).value.terms.map((term) => term.estimate) // => [1, 0, 1]
 */
export function polynomialRegression(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  degree: number,
): Finding<Regression> {
  if (!(Number.isInteger(degree) && degree >= 1 && degree <= 20))
    return refused('not-enough-data', 'The degree has to be a whole number from 1 to 20.')
  const refusal = checkInput([{ name: 'x', values: x }], y)
  if (refusal) return refused(refusal.code, refusal.why)
  const columns = powers(x, degree)
  if (columns.some((column) => column.high.some((value) => !(Math.abs(value) <= largestValue))))
    return refused('ill-conditioned', 'The powers of x leave the range of numbers.')
  const fit = exactLeastSquares(columns, y, polynomialTolerance)
  if (fit.dropped.length > 0)
    return refused('ill-conditioned', `x has too few different values for a polynomial of degree ${degree}.`)
  const named = columns.map((column, power) => ({ name: `x^${power}`, values: column.high }))
  return regressionFrom(fit, named, y, true)
}

function powers(x: ArrayLike<number>, degree: number): { high: Float64Array; low: Float64Array }[] {
  const n = x.length
  const columns = [{ high: new Float64Array(n).fill(1), low: new Float64Array(n) }]
  for (let power = 1; power <= degree; power++) {
    const before = columns[power - 1]!
    const high = new Float64Array(n)
    const low = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      high[i] = times(before.high[i]!, before.low[i]!, x[i]!, 0)
      low[i] = tail()
    }
    columns.push({ high, low })
  }
  return columns
}

function checkInput(
  columns: readonly RegressionColumn[],
  y: ArrayLike<number>,
): { code: 'not-enough-data' | 'ill-conditioned'; why: string } | null {
  if (y.length === 0) return { code: 'not-enough-data', why: 'There are no rows.' }
  for (const { name, values } of [{ name: 'y', values: y }, ...columns]) {
    if (values.length !== y.length)
      return { code: 'not-enough-data', why: `Column ${name} has another length than y.` }
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i]))
        return { code: 'not-enough-data', why: `Row ${i + 1} of ${name} holds no finite number.` }
      if (Math.abs(values[i]!) > largestValue)
        return { code: 'ill-conditioned', why: `Row ${i + 1} of ${name} is too large to compute with.` }
    }
  }
  return null
}

/** Residual sums below this are rounding, not spread. */
export function roundingFloor(y: ArrayLike<number>): number {
  let squares = 0
  for (let i = 0; i < y.length; i++) squares += y[i]! * y[i]!
  return squares * (4 * Number.EPSILON) ** 2
}

function regressionFrom(
  fit: LeastSquares,
  columns: readonly RegressionColumn[],
  y: ArrayLike<number>,
  intercept: boolean,
): Finding<Regression> {
  const n = y.length
  const rank = fit.kept.length
  const warnings: Warning[] = fit.dropped.map((j) => warning('term-dropped', columns[j]!.name))
  if (rank === 0) return refused('ill-conditioned', 'No column carries information.', warnings)
  if (fit.coefficients.some((value) => !Number.isFinite(value)) || !Number.isFinite(fit.residualSumOfSquares))
    return refused('ill-conditioned', 'The coefficients cannot be computed to the promised digits.', warnings)
  const degreesOfFreedom = n - rank
  if (degreesOfFreedom === 0) warnings.push(warning('too-few-points', `${n} rows for ${rank} terms`))
  const variance = degreesOfFreedom > 0 ? fit.residualSumOfSquares / degreesOfFreedom : null
  const total = intercept ? Math.max(0, sumOfSquares(y)) : sumOfSquares(y, 0) + n * mean(y) ** 2
  const varies = total > roundingFloor(y)
  const terms = columns.map((column, j) => {
    const place = fit.kept.indexOf(j)
    const estimate = place < 0 ? null : fit.coefficients[place]!
    const spread =
      place < 0 || variance === null ? null : fit.inverseCross.values[place * rank + place]! * variance
    return termWith(
      column.name,
      estimate,
      spread === null ? null : Math.sqrt(Math.max(0, spread)),
      degreesOfFreedom,
    )
  })
  const residuals = Array.from(fit.residuals)
  return found(
    {
      terms,
      residualDeviation: variance === null ? null : Math.sqrt(variance),
      residualSumOfSquares: fit.residualSumOfSquares,
      rSquared: varies ? Math.max(0, 1 - fit.residualSumOfSquares / total) : null,
      rank,
      degreesOfFreedom,
      fitted: residuals.map((residual, i) => y[i]! - residual),
      residuals,
    },
    warnings,
  )
}

/** A term with its 95% interval and p-value from Student's t (from the normal when df is Infinity). */
export function termWith(
  name: string,
  estimate: number | null,
  standardError: number | null,
  degreesOfFreedom: number,
): RegressionTerm {
  const usable = standardError !== null && Number.isFinite(standardError) && degreesOfFreedom > 0
  if (estimate === null || !usable)
    return { name, estimate, standardError: null, low: null, high: null, p: null }
  const margin = studentTQuantile(0.975, degreesOfFreedom) * standardError
  const ratio = estimate / standardError
  const p = standardError > 0 ? 2 * studentTUpper(Math.abs(ratio), degreesOfFreedom) : null
  return { name, estimate, standardError, low: estimate - margin, high: estimate + margin, p }
}
