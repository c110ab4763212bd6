import { type Finding, found, refused, type Refused, type Warning, warning } from '../finding.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromColumns } from '../numbers/matrix.ts'
import { minimiseMany } from '../numbers/optimise.ts'
import { createRandom, type Random } from '../numbers/random.ts'
import { largestValue } from '../numbers/regression.ts'
import { standardDeviation } from '../numbers/summaries.ts'
import { type NearestMean, nearestMean, otherWeightsFit } from './simplex-weights.ts'

/** A place with what is known of it before the start. */
export interface PlaceBefore {
  name: string
  /** Predictors, in the same order for every place; each in its own unit. */
  predictors: readonly number[]
  /** Outcomes in the periods before the start. */
  outcomes: readonly number[]
}

/** Donor weights chosen so that predictors match, each predictor as important as makes the outcomes match best. */
export interface PredictorControl {
  weights: { name: string; weight: number }[]
  /** Importance of each predictor: 0 or more, together 1. */
  importance: number[]
  /** Mean squared gap of the outcomes before the start, in squared units of the outcome. */
  loss: number
  weightsUnique: boolean
}

const randomStarts = 6
/** Evaluations per round of the search: from every start, and again from the best few. */
const roughCalls = 150
const fineCalls = 3000
const polished = 3
const mostPredictors = 40
const shownAbove = 1e-7

/**
 * Which mean of other places resembles the treated one in its predictors? Synthetic control with an importance
 * matrix chosen on the outcome.
 *
 * Predictors are divided by their standard deviation over all places. The search for the importance runs from
 * several starts (equal, from a regression of outcomes on predictors, each predictor alone, and some drawn with
 * `random`) and keeps the best. Warns `weights-not-unique`, `constant-values` for a predictor that does not
 * differ (left out). Refuses `not-enough-data` without two donors, one outcome period and one predictor that
 * differs, with more than 40 predictors, or with values that are missing; `ill-conditioned` for infinite or huge
 * values.
 * Source: Abadie and Gardeazabal 2003; Abadie, Diamond and Hainmueller 2011.
 *
 * @example
 * predictorControl({ name: 'a', predictors: [2], outcomes: [2, 3] }, [
 *   { name: 'b', predictors: [1], outcomes: [1, 2] }, { name: 'c', predictors: [3], outcomes: [3, 4] },
 * ]).value.weights[0].weight // => 0.5
 */
export function predictorControl(
  treated: PlaceBefore,
  donors: readonly PlaceBefore[],
  options: { random?: Random } = {},
): Finding<PredictorControl> {
  const read = readPlaces(treated, donors)
  if ('ok' in read) return read
  const { problem, kept, constant } = read
  const random = options.random ?? createRandom(1)
  const size = kept.length
  const loss = (importance: readonly number[]): number => lossOf(problem, importance)
  const rough = startsFor(problem, random).map((start) => searchFrom(loss, start, roughCalls))
  rough.sort((a, b) => a.loss - b.loss)
  const fine = rough.slice(0, polished).map(({ importance }) => searchFrom(loss, importance, fineCalls))
  const best = [...fine, ...rough].reduce((least, next) => (next.loss < least.loss ? next : least))
  const solution = solveInner(problem, best.importance)
  const warnings: Warning[] = []
  const roots = best.importance.map(Math.sqrt)
  const scale = (column: Float64Array): Float64Array => column.map((value, k) => value * roots[k]!)
  const weightsUnique = !otherWeightsFit(scale(problem.target), problem.donors.map(scale), size, solution)
  if (!weightsUnique) warnings.push(warning('weights-not-unique'))
  if (constant.length > 0) warnings.push(warning('constant-values', `predictor ${constant.join(', ')}`))
  const importance = treated.predictors.map(() => 0)
  kept.forEach((k, place) => (importance[k] = best.importance[place]!))
  return found(
    {
      weights: Array.from(solution.weights, (weight, j) => ({ name: donors[j]!.name, weight }))
        .filter(({ weight }) => weight > shownAbove)
        .sort((a, b) => b.weight - a.weight),
      importance,
      loss: best.loss,
      weightsUnique,
    },
    warnings,
  )
}

/** Scaled predictors and outcomes; one array per place. */
interface Problem {
  target: Float64Array
  donors: Float64Array[]
  outcome: Float64Array
  donorOutcomes: Float64Array[]
  /** Room for inner products, used again by every evaluation. */
  products: Float64Array
}

function readPlaces(
  treated: PlaceBefore,
  donors: readonly PlaceBefore[],
): { problem: Problem; kept: number[]; constant: number[] } | Refused {
  const width = treated.predictors.length
  const periods = treated.outcomes.length
  if (donors.length < 2 || periods < 1 || width < 1 || width > mostPredictors)
    return refused(
      'not-enough-data',
      'Two donors, a period before the start and 1 to 40 predictors are needed.',
    )
  const places = [treated, ...donors]
  for (const place of places) {
    if (place.predictors.length !== width || place.outcomes.length !== periods)
      return refused('not-enough-data', `${place.name} has another number of predictors or periods.`)
    for (const value of [...place.predictors, ...place.outcomes]) {
      if (Number.isNaN(value)) return refused('not-enough-data', `${place.name} has a missing value.`)
      if (!(Math.abs(value) <= largestValue))
        return refused('ill-conditioned', `${place.name} holds an infinite or huge value.`)
    }
  }
  const kept: number[] = []
  const constant: number[] = []
  const spreads: number[] = []
  for (let k = 0; k < width; k++) {
    const column = places.map((place) => place.predictors[k]!)
    const spread = standardDeviation(column)
    if (column.every((value) => value === column[0]) || !(spread > 0)) constant.push(k + 1)
    else {
      kept.push(k)
      spreads.push(spread)
    }
  }
  if (kept.length === 0) return refused('not-enough-data', 'No predictor differs between the places.')
  const scaled = (place: PlaceBefore): Float64Array =>
    Float64Array.from(kept, (k, at) => place.predictors[k]! / spreads[at]!)
  return {
    problem: {
      target: scaled(treated),
      donors: donors.map(scaled),
      outcome: Float64Array.from(treated.outcomes),
      donorOutcomes: donors.map((donor) => Float64Array.from(donor.outcomes)),
      products: new Float64Array(donors.length ** 2),
    },
    kept,
    constant,
  }
}

function equalImportance(size: number): number[] {
  return Array.from({ length: size }, () => 1 / size)
}

function solveInner(problem: Problem, importance: readonly number[]): NearestMean {
  const { target, donors, products } = problem
  const count = donors.length
  for (let j = 0; j < count; j++)
    for (let k = 0; k <= j; k++) {
      let sum = 0
      for (let p = 0; p < target.length; p++)
        sum += importance[p]! * (donors[j]![p]! - target[p]!) * (donors[k]![p]! - target[p]!)
      products[j * count + k] = sum
      products[k * count + j] = sum
    }
  return nearestMean({ donors: count, products })
}

function lossOf(problem: Problem, importance: readonly number[]): number {
  const { weights } = solveInner(problem, importance)
  const { outcome, donorOutcomes } = problem
  let squares = 0
  for (let t = 0; t < outcome.length; t++) {
    let gap = outcome[t]!
    for (let j = 0; j < weights.length; j++) if (weights[j]! > 0) gap -= weights[j]! * donorOutcomes[j]![t]!
    squares += gap * gap
  }
  return squares / outcome.length
}

/** Searches over importances written as |θ| / Σ|θ|. */
function searchFrom(
  loss: (importance: readonly number[]) => number,
  start: readonly number[],
  calls: number,
): { importance: number[]; loss: number } {
  const importanceOf = (theta: readonly number[]): number[] => {
    const total = theta.reduce((sum, value) => sum + Math.abs(value), 0)
    return total > 0 ? theta.map((value) => Math.abs(value) / total) : equalImportance(theta.length)
  }
  if (start.length === 1) return { importance: [1], loss: loss([1]) }
  const step = 0.1 * Math.max(...start)
  const { x, value } = minimiseMany((theta) => loss(importanceOf(theta)), start, step, 1e-9, calls)
  return { importance: importanceOf(x), loss: value }
}

/**
 * Equal importance, importance from a regression of outcomes on predictors, each predictor foremost, and some
 * drawn.
 */
function startsFor(problem: Problem, random: Random): number[][] {
  const size = problem.target.length
  const starts = [equalImportance(size), regressionImportance(problem)]
  if (size > 1) {
    for (let k = 0; k < size; k++)
      starts.push(equalImportance(size).map((value, p) => (p === k ? 0.5 : 0.5 * value)))
    for (let draw = 0; draw < randomStarts; draw++) {
      const parts = Array.from({ length: size }, () => -Math.log(1 - random.next()))
      const total = parts.reduce((sum, part) => sum + part, 0)
      starts.push(parts.map((part) => part / total))
    }
  }
  return starts
}

/** Squared coefficients of a regression of each outcome period on the predictors, summed over periods. */
function regressionImportance(problem: Problem): number[] {
  const places = [problem.target, ...problem.donors]
  const outcomes = [problem.outcome, ...problem.donorOutcomes]
  const size = problem.target.length
  const columns = [
    new Float64Array(places.length).fill(1),
    ...Array.from({ length: size }, (_, k) => Float64Array.from(places, (place) => place[k]!)),
  ]
  const x = fromColumns(columns)
  const sums = new Float64Array(size)
  for (let t = 0; t < problem.outcome.length; t++) {
    const fit = leastSquares(
      x,
      Float64Array.from(outcomes, (series) => series[t]!),
    )
    fit.kept.forEach((j, place) => {
      if (j > 0) sums[j - 1] = sums[j - 1]! + fit.coefficients[place]! ** 2
    })
  }
  const total = sums.reduce((sum, value) => sum + value, 0)
  return total > 0 && Number.isFinite(total)
    ? Array.from(sums, (value) => value / total)
    : equalImportance(size)
}
