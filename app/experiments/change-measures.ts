import type { Database } from '../platform/database/database.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import { emptyMeasure, measureFields } from './measure-fields.ts'
import { collectsAnswers, type Measure, type Plan } from './plan.ts'
import { type FieldValue, withAnswers } from './plan-fields.ts'
import { openPlan, storePlan, typedAnswers } from './save-plan-step.ts'

/** More measures than this are not followed by anybody. */
export const mostMeasures = 8

/** Each measure is a page of its own in the plan's versions: two people on different measures do not disturb each other. */
export function stepOfMeasure(measureId: string): string {
  return `measure-${measureId}`
}

/** A plan with the answers of a measure's form. Only a scale keeps words for its ends. */
function answered(plan: Plan, measure: Measure, answers: Record<string, FieldValue>): Plan {
  const changed = withAnswers(plan, measureFields(measure), answers)
  const told = changed.measures.find((one) => one.id === measure.id)
  if (!told) return changed
  const { scaleLow = null, scaleHigh = null, ...rest } = told
  const fitting = told.kind === 'scale' ? { ...rest, scaleLow, scaleHigh } : rest
  return {
    ...changed,
    measures: changed.measures.map((one) => (one.id === measure.id ? asItsKind(fitting, measure.kind) : one)),
  }
}

/** Figures given in another kind of measure are forgotten with it. */
function asItsKind(told: Measure, kindBefore: Measure['kind']): Measure {
  return {
    ...told,
    ...(told.kind !== kindBefore && { predicted: null, smallestWorthwhile: null, harmLimit: null }),
    // Answers have no unit, and gladder is better.
    ...(collectsAnswers(told) && { unit: '' }),
    ...(told.kind === 'faces' && { direction: 'up' }),
  }
}

/** Saves the form of one measure, a new one or one of the plan's. Somebody else's measures come back on a conflict. */
export async function saveMeasure(
  database: Database,
  request: Acting & {
    id: string
    measureId: string
    version: number
    answers: Record<string, FieldValue>
  },
): Promise<Outcome> {
  const { id, lang, measureId, version, answers } = request
  const opened = await openPlan(database, { id, lang })
  if (!opened.ok) return opened
  const { experiment } = opened
  const known = experiment.plan.measures.find((one) => one.id === measureId)
  const step = stepOfMeasure(measureId)
  if (known && (experiment.stepVersions[step] ?? 0) !== version)
    return { ok: false, problems: [], theirs: typedAnswers(lang, experiment.plan, measureFields(known)) }
  const measure = known ?? emptyMeasure(measureId)
  const told = ['measureName', 'measureUnit', 'baseline', 'baselineHow'].some(
    (name) => (answers[name] ?? null) !== null,
  )
  if (!known && !told) return done()
  if (!known && experiment.plan.measures.length >= mostMeasures)
    return refuse('', texts[lang].experiments.measures.tooMany(mostMeasures))
  const plan = known
    ? experiment.plan
    : { ...experiment.plan, measures: [...experiment.plan.measures, measure] }
  await storePlan(database, { ...request, experiment, step, plan: answered(plan, measure, answers) })
  return done()
}

/** Takes a measure out of the plan. One that is gone already stays gone. */
export async function removeMeasure(
  database: Database,
  request: Acting & { id: string; measureId: string },
): Promise<Outcome> {
  const opened = await openPlan(database, request)
  if (!opened.ok) return opened
  const { experiment } = opened
  const measures = experiment.plan.measures.filter((one) => one.id !== request.measureId)
  if (measures.length < experiment.plan.measures.length)
    await storePlan(database, {
      ...request,
      experiment,
      step: 'measures',
      plan: { ...experiment.plan, measures },
    })
  return done()
}

/** Makes a measure the main one, of which the decision rule and the finding speak. */
export async function makeMainMeasure(
  database: Database,
  request: Acting & { id: string; measureId: string },
): Promise<Outcome> {
  const opened = await openPlan(database, request)
  if (!opened.ok) return opened
  const { experiment } = opened
  const { measures } = experiment.plan
  const main = measures.find((one) => one.id === request.measureId)
  if (main && measures[0] !== main)
    await storePlan(database, {
      ...request,
      experiment,
      step: 'measures',
      plan: { ...experiment.plan, measures: [main, ...measures.filter((one) => one !== main)] },
    })
  return done()
}
