import { found, refused, warning, type Finding, type Warning } from '../finding.ts'
import { warningsOfOrder } from '../gathering.ts'
import { studentTQuantile } from '../numbers/distributions.ts'
import {
  calibrationResiduals,
  readDesign,
  varianceOfTotal,
  type ReadDesign,
  type SurveyDesign,
} from './survey-design.ts'

/** An estimate for the population with its linearised standard error and range, in the unit of the answers. */
export interface SurveyEstimate {
  estimate: number
  standardError: number
  low: number
  high: number
  /** Sampling units less strata: the degrees of freedom behind the range. */
  degreesOfFreedom: number
  /** Answers used. */
  answers: number
}

interface ReadAnswers {
  values: Float64Array
  /** 1 where the answer is used, 0 where it is missing. */
  used: Float64Array
  design: ReadDesign
  warnings: Warning[]
}

/**
 * Weighted mean of the answers. Missing answers (NaN) are left out with warning `missing-values`. `level` is the
 * coverage of the range (t distribution). Warns `small-group` under 10 answers or too few for how
 * lopsided they are, `few-clusters` with 10 sampling units or fewer, `constant-values` without spread.
 * Takes every answer to be given by itself: where several come from one class or household, name it in `clusters`, and
 * where they were given one after the other in one place, set `inTimeOrder`, which warns `too-few-points` under 40 answers
 * and `autocorrelation`. Nothing in the answers themselves shows it.
 * Refuses (`not-enough-data`) fewer than 2 answers, infinite answers, and designs as `readDesign` does.
 * Source: Särndal, Swensson and Wretman 1992, section 5.7; Lumley 2010.
 * @example
 * const asked = surveyMean([3, 4, 4, 5, 2], { populationUnits: [20, 20, 20, 20, 20] })
 * asked.ok && asked.value.estimate // => 3.6
 * asked.ok && asked.value.standardError // => 0.441588
 */
export function surveyMean(
  answers: ArrayLike<number>,
  design: SurveyDesign = {},
  level = 0.95,
): Finding<SurveyEstimate> {
  const read = readAnswers(answers, design, level)
  if ('ok' in read) return read
  const { values, used } = read
  const weightSum = weightedSum(used, read.design)
  const mean = weightedSum(values, read.design) / weightSum
  const deviations = values.map((value, i) => (used[i] ? (value - mean) / weightSum : 0))
  return estimateOf(mean, deviations, read, level)
}

/**
 * Weighted total of the answers in the population; missing answers count as 0. Otherwise as `surveyMean`.
 * @example
 * const visits = surveyTotal([3, 4, 4, 5, 2], { weights: [20, 20, 20, 20, 20] })
 * visits.ok && visits.value.estimate // => 360
 */
export function surveyTotal(
  answers: ArrayLike<number>,
  design: SurveyDesign = {},
  level = 0.95,
): Finding<SurveyEstimate> {
  const read = readAnswers(answers, design, level)
  if ('ok' in read) return read
  return estimateOf(weightedSum(read.values, read.design), read.values, read, level)
}

/**
 * Ratio of two weighted totals, numerator over denominator. A row with either missing is left out.
 * Refuses also a denominator total of 0 (`ill-conditioned`). Otherwise as `surveyMean`.
 * Source: Cochran 1977, section 6.3.
 * @example
 * const perPerson = surveyRatio([6, 8, 9, 4], [3, 4, 3, 2])
 * perPerson.ok && perPerson.value.estimate // => 2.25
 */
export function surveyRatio(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  design: SurveyDesign = {},
  level = 0.95,
): Finding<SurveyEstimate> {
  if (numerators.length !== denominators.length) {
    return refused('not-enough-data', 'Every row needs a numerator and a denominator.')
  }
  const complete = Array.from(numerators, (value, i) => (Number.isNaN(denominators[i]) ? NaN : value))
  const read = readAnswers(complete, design, level)
  if ('ok' in read) return read
  const { values, used } = read
  const bottoms = Float64Array.from(used, (use, i) => (use ? denominators[i]! : 0))
  const total = weightedSum(bottoms, read.design)
  if (total === 0 || !Number.isFinite(total)) {
    return refused('ill-conditioned', 'The total below the line is 0 or not finite.', read.warnings)
  }
  const ratio = weightedSum(values, read.design) / total
  const deviations = values.map((value, i) => (value - ratio * bottoms[i]!) / total)
  return estimateOf(ratio, deviations, read, level)
}

function weightedSum(values: Float64Array, design: ReadDesign): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += design.weights[i]! * values[i]!
  return sum
}

function readAnswers(
  answers: ArrayLike<number>,
  design: SurveyDesign,
  level: number,
): ReadAnswers | ReturnType<typeof refused> {
  if (!(level > 0 && level < 1)) return refused('not-enough-data', 'The level has to lie between 0 and 1.')
  const size = answers.length
  const values = new Float64Array(size)
  const used = new Float64Array(size)
  let count = 0
  let first = NaN
  let constant = true
  for (let i = 0; i < size; i++) {
    const value = answers[i]
    if (value === undefined || value === null || Number.isNaN(value)) continue
    if (!Number.isFinite(value)) return refused('not-enough-data', `Answer ${i + 1} is infinite.`)
    values[i] = value
    used[i] = 1
    count += 1
    if (count === 1) first = value
    else if (value !== first) constant = false
  }
  const warnings: Warning[] = []
  if (count < size) warnings.push(warning('missing-values', `${size - count} answers left out`))
  if (count < 2) return refused('not-enough-data', 'At least two answers are needed.', warnings)
  if (constant) warnings.push(warning('constant-values'))
  if (count < 10) warnings.push(warning('small-group', `${count} answers`))
  else if (count < answersNeeded(values, used, count))
    warnings.push(warning('small-group', 'lopsided answers'))
  const readDesignOrRefusal = readDesign(design, size)
  if ('ok' in readDesignOrRefusal) return readDesignOrRefusal
  const units = readDesignOrRefusal.stratumOfUnit.length
  if (design.clusters && units <= 10) warnings.push(warning('few-clusters', `${units} sampling units`))
  warnings.push(...warningsOfOrder([values.filter((_, i) => used[i] === 1)], design))
  return { values, used, design: readDesignOrRefusal, warnings }
}

/**
 * Answers from which the range of a mean holds what it promises although the answers are lopsided: 25 times the squared
 * skewness. Source: Cochran 1977, section 2.15.
 */
function answersNeeded(values: Float64Array, used: Float64Array, count: number): number {
  let mean = 0
  for (let i = 0; i < values.length; i++) mean += (used[i]! * values[i]!) / count
  let second = 0
  let third = 0
  for (let i = 0; i < values.length; i++) {
    const deviation = used[i]! * (values[i]! - mean)
    second += deviation ** 2 / count
    third += deviation ** 3 / count
  }
  return second > 0 ? (25 * (third * third)) / second ** 3 : 0
}

function estimateOf(
  estimate: number,
  contributions: Float64Array,
  read: ReadAnswers,
  level: number,
): Finding<SurveyEstimate> {
  const { design, warnings, used } = read
  const residuals = calibrationResiduals(contributions, design)
  for (let i = 0; i < residuals.length; i++) residuals[i]! *= design.weights[i]!
  const standardError = Math.sqrt(varianceOfTotal(residuals, design))
  const degreesOfFreedom = design.stratumOfUnit.length - design.unitsInStratum.length
  if (!Number.isFinite(estimate) || !Number.isFinite(standardError)) {
    return refused('ill-conditioned', 'The answers or weights are too large to be summed.', warnings)
  }
  const halfWidth = studentTQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError
  return found(
    {
      estimate,
      standardError,
      low: estimate - halfWidth,
      high: estimate + halfWidth,
      degreesOfFreedom,
      answers: used.reduce((sum, use) => sum + use, 0),
    },
    warnings,
  )
}
