import type { Lang } from '../../platform/language.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { type Child, Prose, Section, SummaryList } from '../../ui/index.ts'
import type { Experiment } from '../experiment.ts'
import { type Measure, type Plan, resourceKinds } from '../plan.ts'
import { fieldsOf, type PlanField } from '../plan-fields.ts'
import { numberOf, planSteps, type PlanStep } from '../plan-steps.ts'
import { typedAnswers } from '../save-plan-step.ts'
import { measureInWords } from './measure-list.tsx'
import { answerInWords, labelOf, type People } from './plan-field-input.tsx'

function resourceRows(lang: Lang, plan: Plan) {
  const words = texts[lang].experiments
  return resourceKinds.flatMap((kind) => {
    const { level, words: told } = plan.resources[kind]
    if (level === null && told === null) return []
    const amount = level === null ? words.notTold : words.options.resourceLevel[`${level}`]
    return [{ term: words.resources[kind], value: told === null ? amount : `${amount}: ${told}` }]
  })
}

const measureRows = (lang: Lang, measures: readonly Measure[]) =>
  measures.map((measure) => ({
    term: measure.name || texts[lang].experiments.measures.unnamed,
    value: [measureInWords(lang, measure), measure.baselineHow].filter((part) => part !== null).join('. '),
  }))

/** The answers of one page of the plan as rows of a summary; what has not been told is left out. */
function rowsOf(lang: Lang, step: PlanStep, plan: Plan, people: People): { term: Child; value: Child }[] {
  const fields: PlanField[] = fieldsOf(step, plan).filter((field) => field.group === undefined)
  const typed = typedAnswers(lang, plan, fields)
  const several = plan.measures.length > 1
  const rows = fields.flatMap((field): { term: Child; value: Child }[] => {
    const answer = answerInWords(lang, field, typed[field.name] ?? '', people)
    if (answer === undefined) return []
    return [
      {
        term: labelOf(lang, field, several),
        value: <Prose text={answer} />,
      },
    ]
  })
  if (step === 'measures') return measureRows(lang, plan.measures)
  return step === 'resources' ? [...resourceRows(lang, plan), ...rows] : rows
}

/**
 * The whole plan, page by page, as far as it has been told. With `change` each page can be opened again, and a page of
 * which nothing has been told is shown too.
 */
export function PlanTables(props: {
  visit: Pick<Visit, 'lang' | 'to'>
  experiment: Pick<Experiment, 'id' | 'plan'>
  people: People
  change?: boolean
  level?: 2 | 3
}) {
  const { visit, experiment, people, change } = props
  const words = texts[visit.lang].experiments
  return (
    <>
      {planSteps.map((step) => {
        const rows = rowsOf(visit.lang, step, experiment.plan, people)
        if (rows.length === 0 && !change) return null
        return (
          <Section title={words.steps[step].title} level={props.level}>
            {rows.length === 0 ? <p class="muted">{words.plan.notTold}</p> : <SummaryList rows={rows} />}
            {change && (
              <p>
                <a href={visit.to('plan-step', { id: experiment.id, step: String(numberOf(step)) })}>
                  {words.plan.change}
                  <span class="visually-hidden"> {words.steps[step].title}</span>
                </a>
              </p>
            )}
          </Section>
        )
      })}
    </>
  )
}
