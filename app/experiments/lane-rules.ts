import type { Plan } from './plan.ts'

/** Why an experiment cannot be started on one's own. */
export type ReasonForDecision = 'legal' | 'sensitive_data'

/**
 * What moves an experiment out of the own-work lane whatever was chosen: a rule that it departs from or may depart from,
 * and personal data of a new or sensitive kind. Empty when nothing does. Size, money and how hard it is to undo are
 * judged by the person.
 */
export function reasonsForDecision(
  plan: Pick<Plan, 'legalQuestion' | 'dataProtection'>,
): ReasonForDecision[] {
  const reasons: ReasonForDecision[] = []
  if (plan.legalQuestion === 'unsure' || plan.legalQuestion === 'yes') reasons.push('legal')
  if (plan.dataProtection === 'sensitive') reasons.push('sensitive_data')
  return reasons
}

/** True when the plan belongs to the decision lane whatever was chosen. */
export function laneMustBeDecision(plan: Pick<Plan, 'legalQuestion' | 'dataProtection'>): boolean {
  return reasonsForDecision(plan).length > 0
}
