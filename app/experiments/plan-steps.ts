/** The pages of the plan form, in the order in which they are walked. In addresses they are numbers, the same in every language. */
export const planSteps = [
  'goal',
  'doing',
  'place_and_dates',
  'measures',
  'design',
  'prediction',
  'decision_rule',
  'resources',
  'rules',
  'lane',
] as const

export type PlanStep = (typeof planSteps)[number]

// How long a page takes to fill in, in minutes: ten in all, as the programme promises.
const minutes: Record<PlanStep, number> = {
  goal: 1.5,
  doing: 1,
  place_and_dates: 1,
  measures: 1.5,
  design: 1.5,
  prediction: 1,
  decision_rule: 1,
  resources: 0.5,
  rules: 0.5,
  lane: 0.5,
}

/** The number of a page in its address and in "3 / 10", from 1. */
export function numberOf(step: PlanStep): number {
  return planSteps.indexOf(step) + 1
}

/** The page behind the number of an address; undefined for anything else. */
export function stepOfNumber(number: string | undefined): PlanStep | undefined {
  return number !== undefined && /^[1-9]\d?$/.test(number) ? planSteps[Number(number) - 1] : undefined
}

/** The page after this one; undefined after the last. */
export function stepAfter(step: PlanStep): PlanStep | undefined {
  return planSteps[numberOf(step)]
}

/** Whole minutes from the beginning of this page to the end of the form, at least 1. */
export function minutesLeft(step: PlanStep): number {
  const ahead = planSteps.slice(planSteps.indexOf(step))
  return Math.max(1, Math.round(ahead.reduce((sum, one) => sum + minutes[one], 0)))
}
