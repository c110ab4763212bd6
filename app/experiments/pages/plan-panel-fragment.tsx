import type { FileAnswer } from '../../platform/web/page.ts'
import type { Lang } from '../../platform/language.ts'
import { emptyMeasure, measureFields } from '../measure-fields.ts'
import type { Plan } from '../plan.ts'
import { type FieldValue, fieldsOf, type PlanField } from '../plan-fields.ts'
import { stepOfNumber } from '../plan-steps.ts'
import type { WithExperiment } from './load-experiment.ts'
import { ownExperiment } from './load-experiment.ts'
import { schemaOfField } from './plan-field-input.tsx'
import { ProspectPanel } from './prospect-panel.tsx'

interface PanelData extends WithExperiment {
  /** The plan as it would be with what now stands in the form. */
  plan: Plan
}

/** The plan with the answers that can be read written into it; what cannot be read, or was not sent, stays as it was. */
export function withTyped(
  lang: Lang,
  plan: Plan,
  fields: readonly PlanField[],
  typed: Record<string, string | undefined>,
): Plan {
  return fields.reduce((changed, field) => {
    const text = typed[field.name]
    if (text === undefined || field.kind === 'person') return changed
    const read = schemaOfField(lang, field, []).safeParse(text)
    return read.success ? field.write(changed, read.data satisfies FieldValue) : changed
  }, plan)
}

/** What is being typed on a page of the form, in the plan. */
function planWith(lang: Lang, plan: Plan, query: Record<string, string | undefined>): Plan {
  const step = stepOfNumber(query['step'])
  if (!step) return plan
  if (step !== 'measures') {
    const chosen = withTyped(lang, plan, fieldsOf(step, plan), query)
    // Another kind of design asks more; what it asks may have been answered before it was chosen.
    return step === 'design' ? withTyped(lang, chosen, fieldsOf(step, chosen), query) : chosen
  }
  const id = query['measure'] ?? ''
  const known = plan.measures.find((one) => one.id === id)
  const measure = known ?? emptyMeasure(id)
  const measured = known ? plan : { ...plan, measures: [...plan.measures, measure] }
  return withTyped(lang, measured, measureFields(measure), query)
}

/** The panel "what this can tell you" for what stands in the form now, made by the server as on the page itself. */
export const planPanelFragment: FileAnswer<PanelData> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment && { experiment, plan: planWith(visit.lang, experiment.plan, visit.query) }
  },
  answer: ({ visit, data }) =>
    new Response(String(<ProspectPanel lang={visit.lang} plan={data.plan} />), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
    }),
}
