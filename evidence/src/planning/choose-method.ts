import { found, refused, type Finding } from '../finding.ts'
import type { CheckCode } from './check-codes.ts'
import { detectableEffect, type DetectableEffect } from './detectable-effect.ts'
import { levelOfEvidence, type EvidenceLevel } from './level-of-evidence.ts'
import { methodFor, type ChosenMethod } from './method-tree.ts'
import { possibleDraws } from './possible-draws.ts'
import type { CollectedData, StudyPlan } from './study-plan.ts'
import { checksOfData, checksOfPlan } from './study-checks.ts'

/** What a plan can give, told before the start. */
export interface MethodChoice {
  method: ChosenMethod
  /** Number of draws the lot could have made; null where nothing is drawn or compared. */
  possibleDraws: number | null
  /** Smallest p in one direction that the design can ever give; null where no p of this kind exists. */
  smallestP: number | null
  /** Smallest effect the design is likely to see; null where the method promises none. */
  detectableEffect: DetectableEffect | null
  /** The best level of evidence the plan can reach. */
  evidence: EvidenceLevel
  /** What has to be shown. */
  checks: CheckCode[]
}

/**
 * From a plan to the method, the smallest p the design can ever give, the smallest effect it can see, and the warnings to
 * show before the start.
 * Refuses (`not-enough-data`) sizes that are not whole numbers from 0, shares outside 0–1 and a level outside 0–1, and
 * a plan without a single treated unit.
 * Source: the thresholds are recommendations of this project (docs/methods).
 * @example
 * const plan = chooseMethod({ outcome: 'continuous', drawnByLot: true, treatedUnits: 2, comparisonUnits: 7, peoplePerUnit: 40, pointsBefore: 1, pointsAfter: 1, guardrails: 1 })
 * plan.ok && [plan.value.method, plan.value.possibleDraws] // => ["cluster-randomisation-test", 36]
 * plan.ok && plan.value.smallestP // => 0.0277778
 */
export function chooseMethod(plan: StudyPlan): Finding<MethodChoice> {
  return choose(plan, null)
}

/**
 * The same tree once the data are in: the method for what came out, the level of evidence capped by the checks that
 * failed, and the warnings that apply. Refuses as `chooseMethod`, and shares in the data outside 0–1.
 * @example
 * const plan = { outcome: 'continuous', drawnByLot: false, treatedUnits: 1, comparisonUnits: 0, pointsBefore: 14, pointsAfter: 6 } as const
 * const judged = assessEvidence(plan, { pointsAfter: 6 })
 * judged.ok && judged.value.method // => "xmr-chart"
 */
export function assessEvidence(plan: StudyPlan, data: CollectedData): Finding<MethodChoice> {
  return choose(plan, data)
}

function choose(plan: StudyPlan, data: CollectedData | null): Finding<MethodChoice> {
  const problem = problemIn(plan, data ?? {})
  if (problem !== null) return refused('not-enough-data', problem)
  const now: StudyPlan = data === null ? plan : { ...plan, ...sizesOf(plan, data) }
  const method = methodFor(plan, data ?? {})
  const draws = drawsBehind(now, method)
  const smallestP = draws === null ? null : 1 / draws
  const checks = checksOfPlan(now, method, smallestP)
  if (data !== null) checks.push(...checksOfData(now, data).filter((check) => !checks.includes(check)))
  return found({
    method,
    possibleDraws: draws,
    smallestP,
    detectableEffect: detectableEffect(now, method),
    evidence: levelOfEvidence(now, method, checks, data ?? {}),
    checks,
  })
}

function sizesOf(plan: StudyPlan, data: CollectedData): Partial<StudyPlan> {
  return {
    treatedUnits: data.treatedUnits ?? plan.treatedUnits,
    comparisonUnits: data.comparisonUnits ?? plan.comparisonUnits,
    pointsBefore: data.pointsBefore ?? plan.pointsBefore,
    pointsAfter: data.pointsAfter ?? plan.pointsAfter,
  }
}

/** Draws, or placebo choices of the treated units, or signs of changes, whichever the method's exact p rests on. */
function drawsBehind(plan: StudyPlan, method: ChosenMethod): number | null {
  switch (method) {
    case 'synthetic-control':
      return plan.comparisonUnits + 1
    case 'paired-change':
      return 2 ** plan.treatedUnits
    case 'every-value':
    case 'run-chart':
    case 'run-chart-trial':
    case 'xmr-chart':
    case 'interrupted-series':
    case 'interrupted-series-counts':
    case 'group-time-effects':
      return plan.drawnByLot ? possibleDraws(plan) : null
    default:
      return possibleDraws(plan)
  }
}

function problemIn(plan: StudyPlan, data: CollectedData): string | null {
  const sizes = [
    plan.treatedUnits,
    plan.comparisonUnits,
    plan.pointsBefore,
    plan.pointsAfter,
    plan.seasonLength,
    plan.startTimes,
    plan.plannedLooks,
    plan.primaryOutcomes,
    plan.groups,
    plan.guardrails,
    data.treatedUnits,
    data.comparisonUnits,
    data.pointsBefore,
    data.pointsAfter,
    data.municipalities,
    ...(plan.blocks ?? []).flatMap((block) => [block.treated, block.comparison]),
  ]
  if (sizes.some((size) => size !== undefined && !(Number.isSafeInteger(size) && size >= 0))) {
    return 'Numbers of units, readings and looks have to be whole and not negative.'
  }
  if (plan.treatedUnits < 1) return 'At least one unit has to get the change.'
  const shares = [
    plan.baselineShare,
    plan.intraclassCorrelation,
    plan.alpha,
    data.attrition?.treated,
    data.attrition?.comparison,
    data.responseShare,
    data.shareAtEnd,
  ]
  if (shares.some((share) => share !== undefined && !(share >= 0 && share <= 1))) {
    return 'Shares and the level have to lie between 0 and 1.'
  }
  if (plan.alpha === 0 || plan.alpha === 1) return 'The level has to lie between 0 and 1.'
  const amounts = [plan.standardDeviation, plan.peoplePerUnit]
  if (amounts.some((amount) => amount !== undefined && !(amount > 0 && amount < Infinity))) {
    return 'The spread and the number of people per unit have to be above 0.'
  }
  return null
}
