import { type Finding, found, refused, type Warning, warning } from '../finding.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { linearRegression, type RegressionColumn, type RegressionTerm } from '../numbers/regression.ts'
import { heteroscedasticCovariance, standardErrors } from '../numbers/robust-covariance.ts'

/** One unit seen before and after; null is missing. */
export interface UnitChange {
  before: number | null
  after: number | null
  treated: boolean
  /** Things that differed between units beforehand, in the same order for every unit. */
  controls?: readonly (number | null)[]
}

/** The extra change of the treated, without and with controls, in units of the outcome. */
export interface ChangeRegression {
  n: number
  plain: RegressionTerm
  /** HC1 standard error of the plain estimate; null when undefined. */
  hc1: number | null
  /** With the controls added linearly; null when there are none. */
  withControls: RegressionTerm | null
}

/**
 * Did treated units change more than the others? Least squares of each unit's change on treatment, and again with
 * controls.
 *
 * Units with a missing reading or control are dropped (`missing-values`). Warns `term-dropped` for collinear
 * controls and `constant-values` when the changes have no spread (no errors). Refuses `not-enough-data` when
 * treated or comparison units are missing or controls differ in number, `ill-conditioned` for infinite or huge
 * values.
 * Source: Wooldridge 2010, chapter 10; checked against R lm and sandwich.
 *
 * @example
 * changeRegression([
 *   { before: 1, after: 2, treated: false }, { before: 2, after: 4, treated: false },
 *   { before: 1, after: 5, treated: true }, { before: 3, after: 8, treated: true },
 * ]).value.plain.estimate // => 3
 */
export function changeRegression(units: readonly UnitChange[]): Finding<ChangeRegression> {
  const width = units[0]?.controls?.length ?? 0
  if (units.some((unit) => (unit.controls?.length ?? 0) !== width))
    return refused('not-enough-data', 'Every unit needs the same controls.')
  const isNumber = (value: number | null | undefined): value is number =>
    value !== null && value !== undefined && !Number.isNaN(value)
  const kept = units.filter(
    (unit) => isNumber(unit.before) && isNumber(unit.after) && (unit.controls ?? []).every(isNumber),
  )
  const warnings: Warning[] = []
  if (kept.length < units.length)
    warnings.push(warning('missing-values', `${units.length - kept.length} units`))
  if (!kept.some((unit) => unit.treated) || kept.every((unit) => unit.treated))
    return refused('not-enough-data', 'Treated and comparison units are both needed.', warnings)
  const changes = kept.map((unit) => unit.after! - unit.before!)
  const treated: RegressionColumn = { name: 'treated', values: kept.map((unit) => (unit.treated ? 1 : 0)) }
  const controls = Array.from({ length: width }, (_, j) => ({
    name: `control ${j + 1}`,
    values: kept.map((unit) => unit.controls![j]!),
  }))
  const plain = linearRegression([treated], changes)
  if (!plain.ok) return plain
  const full = width === 0 ? null : linearRegression([treated, ...controls], changes)
  if (full !== null && !full.ok) return full
  if (changes.every((change) => change === changes[0])) warnings.push(warning('constant-values'))
  return found(
    {
      n: kept.length,
      plain: plain.value.terms[1]!,
      hc1: plain.value.degreesOfFreedom > 0 ? hc1Of(treated, changes) : null,
      withControls: full === null ? null : full.value.terms[1]!,
    },
    [...warnings, ...(full ?? plain).warnings],
  )
}

function hc1Of(treated: RegressionColumn, changes: readonly number[]): number | null {
  const x = fromColumns([new Float64Array(changes.length).fill(1), treated.values])
  const covariance = heteroscedasticCovariance(x, leastSquares(x, changes), 'HC1')
  return covariance === null ? null : standardErrors(covariance)[1]!
}
