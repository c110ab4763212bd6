import type { Database } from '../platform/database/database.ts'
import { dayForInput, dayOf, numberForInput } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, type Refusal, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import type { Experiment } from './experiment.ts'
import { commitToDraw } from './make-draw.ts'
import { isPlanOpen, stateAfterEdit } from './experiment-rules.ts'
import { experimentForChange, savePlan } from './experiment-store.ts'
import type { Plan } from './plan.ts'
import { longestUnit, mostUnits, nameTwice } from './design.ts'
import { answersOf, type FieldValue, fieldsOf, type PlanField, withAnswers } from './plan-fields.ts'
import type { PlanStep } from './plan-steps.ts'

/** An answer as it stands in its form field, in the way people of the language write it. */
export function asTyped(lang: Lang, field: Pick<PlanField, 'kind'>, value: FieldValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return numberForInput(lang, value)
  return field.kind === 'day' ? dayForInput(value) : value
}

/** The answers of a page as they stand in its form fields. */
export function typedAnswers(lang: Lang, plan: Plan, fields: readonly PlanField[]): Record<string, string> {
  const answers = answersOf(plan, fields)
  return Object.fromEntries(
    fields.map((field) => [field.name, asTyped(lang, field, answers[field.name] ?? null)]),
  )
}

/** The experiment whose plan may be changed now, or why not. Nobody else changes it before the transaction ends. */
export async function openPlan(
  database: Database,
  { id, lang }: { id: string; lang: Lang },
): Promise<{ ok: true; experiment: Experiment } | Refusal> {
  const experiment = await experimentForChange(database, id)
  if (!experiment) throw new Error('an experiment disappeared while its plan was edited')
  if (!isPlanOpen(experiment)) return refuse('', texts[lang].experiments.plan.closed)
  return { ok: true, experiment }
}

/** Stores a changed plan with its state and log line. `step` must be at the version that was read under the lock. */
export async function storePlan(
  database: Database,
  {
    person,
    now,
    requestId,
    experiment,
    step,
    plan,
  }: Acting & {
    experiment: Experiment
    step: string
    plan: Plan
  },
): Promise<void> {
  const stored = await savePlan(database, {
    id: experiment.id,
    step,
    stepVersion: experiment.stepVersions[step] ?? 0,
    plan,
    state: stateAfterEdit(plan, dayOf(now)),
    at: now,
  })
  if (!stored || experiment.municipalityCode === null) throw new Error('a locked plan could not be stored')
  await record(database, {
    chain: experiment.municipalityCode,
    action: 'plan.edited',
    recordKind: 'experiment',
    recordId: experiment.id,
    personId: person.id,
    requestId,
    at: now,
    before: experiment.plan,
    after: plan,
  })
}

/**
 * Saves one page of the plan form; half-filled is fine. When somebody else saved the same page since `version`, nothing
 * changes and their answers come back, as they stand in the form. Other pages may have changed meanwhile.
 */
export async function savePlanStep(
  database: Database,
  request: Acting & {
    id: string
    step: PlanStep
    version: number
    answers: Record<string, FieldValue>
  },
): Promise<Outcome> {
  const { id, lang, step, version, answers } = request
  const opened = await openPlan(database, { id, lang })
  if (!opened.ok) return opened
  const { experiment } = opened
  const fields = fieldsOf(step, experiment.plan)
  if ((experiment.stepVersions[step] ?? 0) !== version)
    return { ok: false, problems: [], theirs: typedAnswers(lang, experiment.plan, fields) }
  const plan = withAnswers(experiment.plan, fields, answers)
  if (plan.startsOn !== null && plan.endsOn !== null && plan.endsOn < plan.startsOn)
    return refuse('endsOn', texts[lang].experiments.plan.endsBeforeStart)
  const twice = typeof answers['units'] === 'string' ? nameTwice(answers['units']) : undefined
  if (twice !== undefined) return refuse('units', texts[lang].experiments.plan.unitTwice(twice))
  const problem = problemOfDesign(plan, lang)
  if (problem) return problem
  await storePlan(database, { ...request, experiment, step, plan })
  if (plan.design?.byLot) await commitToDraw(database, { ...request, experiment })
  return done()
}

function problemOfDesign({ design }: Plan, lang: Lang): Refusal | undefined {
  const words = texts[lang].experiments.plan
  if (!design) return undefined
  if (design.units.length > mostUnits || design.units.some((unit) => unit.length > longestUnit))
    return refuse('units', words.tooManyUnits(mostUnits))
  const { usualLow, usualHigh } = design
  if (usualLow !== null && usualHigh !== null && usualHigh <= usualLow)
    return refuse('usualHigh', words.lowAboveHigh)
  return undefined
}
