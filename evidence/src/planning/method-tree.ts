import type { CollectedData, StudyPlan } from './study-plan.ts'

/** Every method the tree can end in. */
export const chosenMethods = [
  'share-difference',
  'fisher-exact',
  'mann-whitney',
  'welch',
  'permutation-with-shift',
  'log-rank',
  'cluster-randomisation-test',
  'adjusted-cluster-comparison',
  'stepped-wedge-permutation',
  'synthetic-control',
  'difference-with-placebos',
  'difference-in-differences',
  'group-time-effects',
  'run-chart',
  'run-chart-trial',
  'xmr-chart',
  'interrupted-series',
  'interrupted-series-counts',
  'paired-change',
  'one-time-comparison',
  'every-value',
] as const

/** One of `chosenMethods`. */
export type ChosenMethod = (typeof chosenMethods)[number]

/** Units below which a pilot shows its values and tests nothing. */
export const smallestTestedSize = 8

/**
 * The method for a plan, or for the data that came out of it: first whether the start was drawn by lot, then whether
 * comparable units exist, then how long the series is. The thresholds are recommendations of this project.
 */
export function methodFor(plan: StudyPlan, data: CollectedData = {}): ChosenMethod {
  const now = { ...plan, ...withoutUndefined(data) }
  if (plan.startOrderByLot) return 'stepped-wedge-permutation'
  if (plan.drawnByLot && now.comparisonUnits > 0) return drawnByLot(now, data)
  if (now.comparisonUnits > 0) return withComparison(now)
  return withoutComparison(now)
}

function withoutUndefined(data: CollectedData): Partial<StudyPlan> {
  const { treatedUnits, comparisonUnits, pointsBefore, pointsAfter } = data
  const known = { treatedUnits, comparisonUnits, pointsBefore, pointsAfter }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}

function drawnByLot(plan: StudyPlan, data: CollectedData): ChosenMethod {
  const { treatedUnits, comparisonUnits, peoplePerUnit = 1, outcome } = plan
  const units = treatedUnits + comparisonUnits
  if (peoplePerUnit > 1) return units <= 20 ? 'cluster-randomisation-test' : 'adjusted-cluster-comparison'
  if (units < smallestTestedSize) return 'every-value'
  if (outcome === 'time-to-event') return 'log-rank'
  if (outcome === 'yes-no') return smallestExpected(plan, data) < 5 ? 'fisher-exact' : 'share-difference'
  if (outcome === 'scale') return 'mann-whitney'
  const large = treatedUnits >= 15 && comparisonUnits >= 15 && !data.grossOutlier
  return large && outcome === 'continuous' ? 'welch' : 'permutation-with-shift'
}

function smallestExpected(plan: StudyPlan, data: CollectedData): number {
  if (data.smallestExpectedCount !== undefined) return data.smallestExpectedCount
  const share = plan.baselineShare ?? 0.5
  return Math.min(plan.treatedUnits, plan.comparisonUnits) * Math.min(share, 1 - share)
}

function withComparison(plan: StudyPlan): ChosenMethod {
  const { treatedUnits, comparisonUnits, pointsBefore, pointsAfter } = plan
  if (pointsBefore < 1) return 'one-time-comparison'
  if ((plan.startTimes ?? 1) > 1) return 'group-time-effects'
  if (treatedUnits <= 3 && comparisonUnits >= 8 && pointsBefore >= 8 && pointsAfter >= 1)
    return 'synthetic-control'
  return treatedUnits <= 3 ? 'difference-with-placebos' : 'difference-in-differences'
}

function withoutComparison(plan: StudyPlan): ChosenMethod {
  const { pointsBefore, pointsAfter, treatedUnits, outcome } = plan
  const points = pointsBefore + pointsAfter
  if (treatedUnits > 1 && pointsBefore < 8 && pointsBefore >= 1) {
    return treatedUnits < smallestTestedSize ? 'every-value' : 'paired-change'
  }
  if (points <= 2) return 'every-value'
  const enoughBefore = pointsBefore >= (plan.seasonLength ? Math.max(24, 2 * plan.seasonLength) : 12)
  if (enoughBefore && pointsAfter >= 12) {
    return outcome === 'count' ? 'interrupted-series-counts' : 'interrupted-series'
  }
  if (pointsBefore >= 12) return 'xmr-chart'
  return points < 8 ? 'run-chart' : points < 12 ? 'run-chart-trial' : 'run-chart'
}
