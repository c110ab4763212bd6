import { asksFor, hasUnits } from './design.ts'
import { laneMustBeDecision } from './lane-rules.ts'
import { collectsAnswers, mainMeasure, type Plan } from './plan.ts'
import type { PlanStep } from './plan-steps.ts'

/** Something that stands between a plan and its start, and the page of the form where it can be put right. */
export interface Missing {
  what: MissingThing
  step: PlanStep
}

export type MissingThing =
  | 'question'
  | 'goal'
  | 'starts_on'
  | 'starts_too_early'
  | 'ends_on'
  | 'measure'
  | 'measure_name'
  | 'measure_unit'
  | 'design_rhythm'
  | 'design_units'
  | 'design_versions'
  | 'design_count'
  | 'design_lot'
  | 'prediction'
  | 'legal_answer'
  | 'law_first'
  | 'legal_contact'
  | 'data_protection_words'
  | 'lane'
  | 'decision_lane'
  | 'decider'
  | 'decision_due_on'
  | 'decision_too_late'

/**
 * What must be told before the trial may start, in the order of the form: the required fields of the record template,
 * and the legal check. Empty when the plan is ready. `today` is an ISO day; a plan is frozen before there are data, so
 * its first day may not have passed.
 */
export function missingBeforeStart(plan: Plan, today: string): Missing[] {
  const missing: Missing[] = []
  const need = (there: boolean, what: MissingThing, step: PlanStep) => {
    if (!there) missing.push({ what, step })
  }
  need(plan.question !== null, 'question', 'goal')
  need(plan.goal !== null, 'goal', 'goal')
  need(plan.startsOn !== null, 'starts_on', 'place_and_dates')
  need(plan.startsOn === null || plan.startsOn >= today, 'starts_too_early', 'place_and_dates')
  need(plan.endsOn !== null, 'ends_on', 'place_and_dates')
  need(plan.measures.length > 0, 'measure', 'measures')
  need(
    plan.measures.every((measure) => measure.name !== ''),
    'measure_name',
    'measures',
  )
  need(
    plan.measures.every((measure) => collectsAnswers(measure) || measure.unit !== ''),
    'measure_unit',
    'measures',
  )
  for (const what of missingOfDesign(plan.design)) need(false, what, 'design')
  need(
    plan.prediction !== null || typeof mainMeasure(plan)?.predicted === 'number',
    'prediction',
    'prediction',
  )
  need(plan.legalQuestion !== null, 'legal_answer', 'rules')
  need(plan.legalQuestion !== 'yes', 'law_first', 'rules')
  need(plan.legalQuestion !== 'unsure' || plan.legalWords !== null, 'legal_contact', 'rules')
  need(
    plan.dataProtection === null ||
      plan.dataProtection === 'no_personal_data' ||
      plan.dataProtectionWords !== null,
    'data_protection_words',
    'rules',
  )
  need(plan.lane !== null, 'lane', 'lane')
  need(plan.lane !== 'own_work' || !laneMustBeDecision(plan), 'decision_lane', 'lane')
  if (plan.lane === 'decision') {
    need(plan.deciderPersonId !== null, 'decider', 'lane')
    need(plan.decisionDueOn !== null, 'decision_due_on', 'lane')
    need(
      plan.decisionDueOn === null || plan.startsOn === null || plan.decisionDueOn <= plan.startsOn,
      'decision_too_late',
      'lane',
    )
  }
  return missing
}

/** What a chosen design still needs: a rhythm, and where there are several places or versions, which and how. */
function missingOfDesign(design: Plan['design']): MissingThing[] {
  if (!design) return []
  const missing: MissingThing[] = []
  if (asksFor(design.kind, 'rhythm') && design.rhythm === null) missing.push('design_rhythm')
  if (!hasUnits(design.kind)) return missing
  if (design.kind === 'two_versions') {
    if (design.units.length !== 2) missing.push('design_versions')
  } else if (design.units.length < 2) missing.push('design_units')
  const { treatedCount } = design
  if (
    design.kind === 'with_and_without' &&
    (treatedCount === null || treatedCount < 1 || treatedCount >= design.units.length)
  )
    missing.push('design_count')
  if (design.byLot === null) missing.push('design_lot')
  return missing
}
