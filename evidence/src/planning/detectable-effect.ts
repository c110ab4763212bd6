import { normalQuantile, studentTQuantile } from '../numbers/distributions.ts'
import { leastSquares } from '../numbers/least-squares.ts'
import { fromRows } from '../numbers/matrix.ts'
import { findRoot } from '../numbers/optimise.ts'
import type { ChosenMethod } from './method-tree.ts'
import { smallestEffectOfTwoMeans } from './power-of-t-test.ts'
import type { StudyPlan } from './study-plan.ts'

/** The smallest effect a design is likely to see. */
export interface DetectableEffect {
  size: number
  /** Outcome's own unit, share 0–1, or standard deviations when the plan names no spread. */
  unit: 'outcome' | 'share' | 'standard-deviation'
}

/** Chance of seeing the effect that "likely" stands for. */
const wantedPower = 0.8

/**
 * Smallest effect that the plan sees four times out of five, tested at twice the preset one-directional level in two
 * directions. Null where the method makes no such promise (charts, single values, placebo ranks) or the design is too
 * small. Assumptions: no baseline adjustment; readings before and after correlate at one half; series without
 * autocorrelation. Sources: Cohen 1988; Donner and Klar 2000 (clusters); Fleiss 1981
 * (shares); Lehmann 1975 (ranks).
 */
export function detectableEffect(plan: StudyPlan, method: ChosenMethod): DetectableEffect | null {
  const { treatedUnits, comparisonUnits, outcome } = plan
  const alpha = 2 * (plan.alpha ?? 0.05)
  switch (method) {
    case 'share-difference':
    case 'fisher-exact':
      return shareEffect(treatedUnits, comparisonUnits, plan.baselineShare ?? 0.5, alpha)
    case 'mann-whitney':
      // Against normal data the rank test needs π/3 times the units of the t test.
      return meansEffect(plan, (treatedUnits * 3) / Math.PI, (comparisonUnits * 3) / Math.PI, 1, alpha)
    case 'welch':
    case 'permutation-with-shift':
    case 'difference-in-differences':
      return meansEffect(plan, treatedUnits, comparisonUnits, clusterSpread(plan), alpha)
    case 'cluster-randomisation-test':
    case 'adjusted-cluster-comparison':
      return outcome === 'yes-no'
        ? clusterShareEffect(plan, alpha)
        : meansEffect(plan, treatedUnits, comparisonUnits, clusterSpread(plan), alpha)
    case 'paired-change':
      return pairedEffect(plan, alpha)
    case 'interrupted-series':
    case 'interrupted-series-counts':
      return stepEffect(plan, alpha)
    default:
      return null
  }
}

/** Spread of a unit's mean as a share of the spread between people. */
function clusterSpread(plan: StudyPlan): number {
  const people = plan.peoplePerUnit ?? 1
  const alike = plan.intraclassCorrelation ?? (people > 1 ? 0.05 : 0)
  return Math.sqrt(alike + (1 - alike) / people)
}

function inUnits(plan: StudyPlan, standardised: number): DetectableEffect {
  return plan.standardDeviation === undefined
    ? { size: standardised, unit: 'standard-deviation' }
    : { size: standardised * plan.standardDeviation, unit: 'outcome' }
}

function meansEffect(
  plan: StudyPlan,
  first: number,
  second: number,
  spread: number,
  alpha: number,
): DetectableEffect | null {
  const smallest = smallestEffectOfTwoMeans(first, second, wantedPower, alpha)
  return smallest.ok ? inUnits(plan, smallest.value * spread) : null
}

function pairedEffect(plan: StudyPlan, alpha: number): DetectableEffect | null {
  const units = plan.treatedUnits
  if (units < 3) return null
  const size = (studentTQuantile(1 - alpha / 2, units - 1) + normalQuantile(wantedPower)) / Math.sqrt(units)
  return inUnits(plan, size * clusterSpread(plan))
}

function shareEffect(
  first: number,
  second: number,
  baseline: number,
  alpha: number,
): DetectableEffect | null {
  if (!(baseline >= 0 && baseline <= 1) || first < 1 || second < 1) return null
  // Towards the wider side of the scale, where there is room for a change.
  const share = Math.min(baseline, 1 - baseline)
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(wantedPower)
  const shortfall = (change: number): number => {
    const changed = share + change
    const variance = (changed * (1 - changed)) / first + (share * (1 - share)) / second
    return change - z * Math.sqrt(variance)
  }
  const size = findRoot(shortfall, 1e-9, 1 - share, 1e-9)
  return size === null ? null : { size, unit: 'share' }
}

function clusterShareEffect(plan: StudyPlan, alpha: number): DetectableEffect | null {
  const people = plan.peoplePerUnit ?? 1
  const inflation = 1 + (people - 1) * (plan.intraclassCorrelation ?? 0.05)
  const effective = (units: number): number => (units * people) / inflation
  return shareEffect(
    effective(plan.treatedUnits),
    effective(plan.comparisonUnits),
    plan.baselineShare ?? 0.5,
    alpha,
  )
}

/** The step of a segmented regression with level and trend. */
function stepEffect(plan: StudyPlan, alpha: number): DetectableEffect | null {
  const { pointsBefore, pointsAfter } = plan
  const points = pointsBefore + pointsAfter
  if (points < 5 || points > 100_000) return null
  const rows = Array.from({ length: points }, (_, t) => [1, t / points, Number(t >= pointsBefore)])
  const fit = leastSquares(fromRows(rows), new Float64Array(points))
  if (fit.dropped.length > 0) return null
  const standardError = Math.sqrt(fit.inverseCross.values[8]!)
  const size = (studentTQuantile(1 - alpha / 2, points - 3) + normalQuantile(wantedPower)) * standardError
  return inUnits(plan, size)
}
