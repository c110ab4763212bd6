import type { CheckCode } from './check-codes.ts'
import type { ChosenMethod } from './method-tree.ts'
import type { CollectedData, StudyPlan } from './study-plan.ts'

const comparingOverTime: readonly ChosenMethod[] = [
  'synthetic-control',
  'difference-with-placebos',
  'difference-in-differences',
  'group-time-effects',
]
const seriesMethods: readonly ChosenMethod[] = [
  'run-chart',
  'run-chart-trial',
  'xmr-chart',
  'interrupted-series',
  'interrupted-series-counts',
]

/** Checks a plan fails before anything has been measured, in the order in which they are shown. */
export function checksOfPlan(plan: StudyPlan, method: ChosenMethod, smallestP: number | null): CheckCode[] {
  const clustered = (plan.peoplePerUnit ?? 1) > 1
  const groupLevel = clustered || comparingOverTime.includes(method)
  const series = seriesMethods.includes(method)
  const byLot = plan.startOrderByLot || (plan.drawnByLot && plan.comparisonUnits > 0)
  const fewerArm = Math.min(plan.treatedUnits, plan.comparisonUnits)
  const conditions: [CheckCode, boolean][] = [
    ['learning-pilot', Boolean(byLot) && smallestP !== null && smallestP > 1 / 20],
    ['min-p-above-alpha', smallestP !== null && smallestP > (plan.alpha ?? 0.05)],
    ['guardrail-missing', (plan.guardrails ?? 0) === 0],
    ['regression-to-mean', Boolean(plan.chosenForExtremeReading) && !byLot],
    [
      'too-few-points',
      series &&
        method !== 'interrupted-series' &&
        method !== 'interrupted-series-counts' &&
        plan.pointsBefore < 12,
    ],
    ['trial-limits', method === 'run-chart-trial' || (method === 'xmr-chart' && plan.pointsBefore < 13)],
    ['seasonality-unmodelled', series && seasonUnseen(plan)],
    ['pre-trend', comparingOverTime.includes(method) && plan.pointsBefore < 4],
    ['few-treated-clusters', groupLevel && plan.treatedUnits < 5],
    ['few-clusters', groupLevel && plan.comparisonUnits > 0 && fewerArm >= 5 && fewerArm <= 10],
    ['clustering', clustered],
    ['autocorrelation', Boolean(plan.neighboursAlike)],
    ['staggered-starts', (plan.startTimes ?? 1) > 1 && !plan.startOrderByLot],
    ['spillover', Boolean(plan.neighboursAsComparison) && plan.comparisonUnits > 0],
    ['co-intervention', Boolean(plan.otherMeasures) && !byLot],
    ['carry-over', Boolean(plan.transitionLeftOut)],
    ['multiplicity', (plan.primaryOutcomes ?? 1) > 1 || (plan.groups ?? 2) > 3],
  ]
  return conditions.filter(([, applies]) => applies).map(([check]) => check)
}

/** A season was named and the readings cover less than two cycles of it before the start. */
function seasonUnseen(plan: StudyPlan): boolean {
  return plan.seasonLength !== undefined && plan.seasonLength > 1 && plan.pointsBefore < 2 * plan.seasonLength
}

/** Checks that the data fail, with the warnings of the numeric method. */
export function checksOfData(plan: StudyPlan, data: CollectedData): CheckCode[] {
  const { attrition, responseShare, shareAtEnd } = data
  const lost = attrition ? Math.max(attrition.treated, attrition.comparison) : 0
  const uneven = attrition ? Math.abs(attrition.treated - attrition.comparison) : 0
  const conditions: [CheckCode, boolean][] = [
    ['attrition', lost > 0.2 || uneven > 0.1],
    ['low-response', responseShare !== undefined && responseShare < 0.5],
    ['ceiling', shareAtEnd !== undefined && shareAtEnd > 0.5],
    ['definition-changed', Boolean(data.definitionChanged)],
    ['peeking', Boolean(data.openedBeforeEnd) && (plan.plannedLooks ?? 0) < 2],
  ]
  const own = conditions.filter(([, applies]) => applies).map(([check]) => check)
  return [...new Set([...own, ...(data.methodWarnings ?? [])])]
}
