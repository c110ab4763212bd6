import { found, refused, warning, type Finding, type Refused, type Warning } from '../finding.ts'
import { fromColumns, inverse, solve } from '../numbers/matrix.ts'
import { orthonormalColumns } from '../numbers/orthonormal.ts'
import { ordinalCurvature, type Curvature, type OrdinalRows } from './ordinal-likelihood.ts'

/** A categorical predictor: one label per row, the first level that appears is the reference. */
export interface CategoricalPredictor {
  name: string
  labels: readonly (string | null)[]
}

/** A fitted proportional-odds model. */
export interface OrdinalLogit {
  /** Predictor and level of each coefficient, then the thresholds as `lower|upper`. */
  terms: string[]
  /** Log odds of a higher answer per term, then the thresholds. */
  estimates: number[]
  standardErrors: number[]
  /** −2 log-likelihood. */
  deviance: number
  answers: number
}

/**
 * Proportional-odds logit of an ordered answer on categorical predictors, P(Y ≤ j) = logistic(θj − xβ), by Newton's
 * method. `frequencies` is the number of people per row (1 when left out). Levels are ordered as they first appear.
 * Refuses (`not-enough-data`) rows of uneven length, negative or infinite frequencies, fewer than two answer
 * categories in use; (`ill-conditioned`) when the likelihood has no peak because predictors separate the answers.
 * Warns `missing-values` (rows left out), `term-dropped` (a level that others determine), `small-group` (under 10
 * answers). Sources: McCullagh 1980; Agresti 2010, chapter 3.
 * @example
 * const fit = ordinalLogit(
 *   ['low', 'high', 'low', 'high'],
 *   [{ name: 'group', labels: ['a', 'a', 'b', 'b'] }],
 *   [10, 20, 20, 10],
 * )
 * fit.ok && fit.value.estimates[0] // => -1.386294
 */
export function ordinalLogit(
  outcome: readonly (string | null)[],
  predictors: readonly CategoricalPredictor[],
  frequencies?: readonly number[],
): Finding<OrdinalLogit> {
  const size = outcome.length
  if (
    predictors.some(({ labels }) => labels.length !== size) ||
    (frequencies && frequencies.length !== size)
  ) {
    return refused('not-enough-data', 'Every row needs an answer, a label per predictor and a frequency.')
  }
  if (frequencies?.some((frequency) => frequency < 0 || frequency === Infinity)) {
    return refused('not-enough-data', 'Frequencies have to be finite and not negative.')
  }
  const complete = Array.from(outcome.keys()).filter(
    (i) =>
      outcome[i] !== null &&
      predictors.every(({ labels }) => labels[i] !== null) &&
      !Number.isNaN(frequencies?.[i]),
  )
  const warnings: Warning[] = []
  if (complete.length < size)
    warnings.push(warning('missing-values', `${size - complete.length} rows left out`))
  const counts = Float64Array.from(complete, (i) => frequencies?.[i] ?? 1)
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const categories = levelsInUse(
    complete.map((i) => outcome[i]!),
    counts,
  )
  if (categories.length < 2) {
    return refused('not-enough-data', 'The answers have to lie in at least two categories.', warnings)
  }
  if (answers < 10) warnings.push(warning('small-group', `${answers} answers`))
  const { names, columns } = dummies(predictors, complete, counts)
  const used = complete.map((_, i) => i).filter((i) => counts[i]! > 0)
  const checked = orthonormalColumns(
    fromColumns([used.map(() => 1), ...columns.map((column) => used.map((i) => column[i]!))]),
  )
  const kept = checked.kept.filter((j) => j > 0).map((j) => j - 1)
  for (const j of checked.dropped) warnings.push(warning('term-dropped', names[j - 1] ?? ''))
  const rows: OrdinalRows = {
    categories: categories.length,
    outcome: Int32Array.from(complete, (i) => categories.indexOf(outcome[i]!)),
    columns: kept.map((j) => columns[j]!),
    frequencies: counts,
  }
  const fit = climb(rows, answers, warnings)
  if ('ok' in fit) return fit
  const thresholds = categories.slice(1).map((category, j) => `${categories[j]!}|${category}`)
  return found({ terms: [...kept.map((j) => names[j]!), ...thresholds], ...fit, answers }, warnings)
}

function levelsInUse(labels: readonly string[], counts: Float64Array): string[] {
  const totals = new Map<string, number>()
  labels.forEach((label, i) => totals.set(label, (totals.get(label) ?? 0) + counts[i]!))
  return [...totals].filter(([, total]) => total > 0).map(([label]) => label)
}

function dummies(
  predictors: readonly CategoricalPredictor[],
  complete: readonly number[],
  counts: Float64Array,
): { names: string[]; columns: Float64Array[] } {
  const names: string[] = []
  const columns: Float64Array[] = []
  for (const { name, labels } of predictors) {
    const own = complete.map((i) => labels[i]!)
    for (const level of levelsInUse(own, counts).slice(1)) {
      names.push(name + level)
      columns.push(Float64Array.from(own, (label) => Number(label === level)))
    }
  }
  return { names, columns }
}

/** Newton's method from the observed cumulative shares; the log-likelihood has at most one peak. */
function climb(
  rows: OrdinalRows,
  answers: number,
  warnings: Warning[],
): Pick<OrdinalLogit, 'estimates' | 'standardErrors' | 'deviance'> | Refused {
  const noPeak = refused(
    'ill-conditioned',
    'The predictors separate the answers, so no estimate exists.',
    warnings,
  )
  let parameters = startParameters(rows, answers)
  let state: Curvature | null = ordinalCurvature(rows, parameters)
  if (state === null) return noPeak
  for (let round = 0; round < 100; round++) {
    const step: Float64Array | null = solve(state.information, state.gradient)
    if (step === null || step.some((value) => !Number.isFinite(value))) return noPeak
    let share = 1
    let next = ordinalCurvature(rows, moved(parameters, step, share))
    while (share > 1e-10 && (next === null || next.logLikelihood < state.logLikelihood - 1e-12 * answers)) {
      share /= 2
      next = ordinalCurvature(rows, moved(parameters, step, share))
    }
    if (next === null) return noPeak
    parameters = moved(parameters, step, share)
    state = next
    const largest = step.reduce((most, value) => Math.max(most, Math.abs(value * share)), 0)
    if (parameters.some((value) => Math.abs(value) > 40)) return noPeak
    if (largest < 1e-11) break
    if (round === 99) return noPeak
  }
  const covariance = inverse(state.information)
  if (covariance === null) return noPeak
  const standardErrors = Array.from(parameters, (_, i) =>
    Math.sqrt(covariance.values[i * parameters.length + i]!),
  )
  if (standardErrors.some((value) => !Number.isFinite(value) || value > 1e4)) return noPeak
  return { estimates: [...parameters], standardErrors, deviance: -2 * state.logLikelihood }
}

function moved(parameters: Float64Array, step: Float64Array, share: number): Float64Array {
  return parameters.map((value, i) => value + share * step[i]!)
}

function startParameters(rows: OrdinalRows, answers: number): Float64Array {
  const totals = new Float64Array(rows.categories)
  rows.outcome.forEach((category, i) => (totals[category]! += rows.frequencies[i]!))
  const parameters = new Float64Array(rows.columns.length + rows.categories - 1)
  let below = 0
  for (let j = 0; j < rows.categories - 1; j++) {
    below += totals[j]!
    parameters[rows.columns.length + j] = Math.log(below / (answers - below))
  }
  return parameters
}
