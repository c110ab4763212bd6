import { z } from 'zod'
import { leadersOf } from '../../people/index.ts'
import { type FormPage, done, type FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  type Child,
  Details,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  WithAside,
} from '../../ui/index.ts'
import { makeMainMeasure, removeMeasure, saveMeasure, stepOfMeasure } from '../change-measures.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { isPlanOpen } from '../experiment-rules.ts'
import { emptyMeasure, measureFields } from '../measure-fields.ts'
import { boundsOfKind, type Measure, measureKinds, type Plan } from '../plan.ts'
import { type FieldValue, fieldsOf, type PlanField } from '../plan-fields.ts'
import { minutesLeft, numberOf, planSteps, type PlanStep, stepAfter, stepOfNumber } from '../plan-steps.ts'
import { savePlanStep, typedAnswers } from '../save-plan-step.ts'
import { ownExperiment } from './load-experiment.ts'
import { MeasureList } from './measure-list.tsx'
import { type People, PlanFieldInputs, schemaOfFields } from './plan-field-input.tsx'
import { ProspectPanel } from './prospect-panel.tsx'

interface StepData {
  experiment: Experiment
  step: PlanStep
  fields: PlanField[]
  /** The plan the fields read from: with the new measure in it while one is being added. */
  plan: Plan
  /** The measure whose form this is, on the measures' page. */
  measure: Measure | undefined
  leaders: People
}

interface StepInput {
  answers: Record<string, FieldValue>
  after: 'next' | 'later' | 'another'
  remove: string
  main: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())

/** The measure to show the form of: the one asked for, or a new one when asked for or when there is none yet. */
function measureAskedFor(visit: Visit, experiment: Experiment): Measure | undefined {
  const { measures } = experiment.plan
  const known = measures.find((measure) => measure.id === visit.query.measure)
  if (known) return known
  // An id that the plan does not hold is that of a measure being added, or taken away meanwhile by somebody else.
  if (uuid.test(visit.query.measure ?? '')) return emptyMeasure(visit.query.measure ?? '')
  return visit.query.measure === 'new' || measures.length === 0 ? emptyMeasure(visit.newId()) : undefined
}

function legalNotice(visit: Visit, data: StepData): Child {
  const words = texts[visit.lang].experiments.plan
  if (data.step !== 'rules') return null
  if (data.experiment.plan.legalQuestion === 'yes')
    return (
      <Notice kind="attention" title={words.legalStop}>
        <p>{words.legalStopText}</p>
      </Notice>
    )
  if (data.experiment.plan.legalQuestion === 'unsure')
    return (
      <Notice kind="info" title={words.legalUnsure}>
        <p>{words.legalUnsureText}</p>
      </Notice>
    )
  return null
}

function stepForm(visit: Visit, data: StepData, form: FormState): Child {
  const words = texts[visit.lang].experiments
  const { experiment, step, measure } = data
  if (!isPlanOpen(experiment))
    return (
      <Notice kind="info">
        <p>{words.plan.closed}</p>
      </Notice>
    )
  const next = stepAfter(step)
  if (step === 'measures' && !measure)
    return <MeasureList visit={visit} experiment={experiment} form={form} />
  return (
    <Form
      lang={visit.lang}
      submission={form.submission}
      action={
        measure &&
        visit.to('plan-step', { id: experiment.id, step: String(numberOf(step)) }, { measure: measure.id })
      }
    >
      <PlanFieldInputs
        lang={visit.lang}
        fields={data.fields}
        values={form.values}
        form={form}
        people={data.leaders}
      />
      {step === 'lane' && (
        <Details summary={words.plan.successTitle}>
          <p>{words.plan.successSource}</p>
          <ol>
            {words.plan.success.map((question) => (
              <li>{question}</li>
            ))}
          </ol>
        </Details>
      )}
      <ButtonRow>
        {next && (
          <Button name="after" value="next">
            {words.plan.saveAndGoOn}
          </Button>
        )}
        <Button kind={next ? 'secondary' : 'primary'} name="after" value="later">
          {next ? words.plan.saveAndLeave : words.plan.saveAndCheck}
        </Button>
        {measure && (
          <Button kind="quiet" name="after" value="another">
            {words.measures.addAnother}
          </Button>
        )}
      </ButtonRow>
    </Form>
  )
}

/** One page of the plan form. Half-filled is fine; every page can be saved and left. */
export const planStepPage: FormPage<StepData, StepInput> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    const step = stepOfNumber(visit.parameters.step)
    if (!experiment || !step) return undefined
    const measure = step === 'measures' ? measureAskedFor(visit, experiment) : undefined
    const known = measure && experiment.plan.measures.some((other) => other.id === measure.id)
    return {
      experiment,
      step,
      measure,
      plan:
        measure && !known
          ? { ...experiment.plan, measures: [...experiment.plan.measures, measure] }
          : experiment.plan,
      fields: measure ? measureFields(measure) : fieldsOf(step, experiment.plan),
      leaders:
        step === 'lane' && experiment.municipalityCode !== null
          ? await leadersOf(visit.database, experiment.municipalityCode, visit.now)
          : [],
    }
  },
  initial: (data, visit) => typedAnswers(visit.lang, data.plan, data.fields),
  version: ({ experiment, step, measure }) =>
    experiment.stepVersions[measure ? stepOfMeasure(measure.id) : step] ?? 0,
  form: (lang, data) =>
    schemaOfFields(lang, data.fields, data.leaders)
      .extend({ after: one, remove: one, main: one })
      .superRefine((entries, context) => {
        const { baseline, measureKind } = entries as Record<string, unknown>
        const kind = measureKinds.find((one) => one === measureKind)
        const bounds = kind && boundsOfKind({ kind })
        if (!bounds || kind === 'number' || typeof baseline !== 'number') return
        if (baseline < bounds.least || baseline > bounds.most)
          context.addIssue({
            code: 'custom',
            path: ['baseline'],
            message: texts[lang].experiments.plan.outOfRange[kind],
          })
      })
      .transform((entries): StepInput => {
        const { after, remove, main, ...answers } = entries
        return {
          answers: answers as Record<string, FieldValue>,
          after: after === 'later' || after === 'another' ? after : 'next',
          remove: String(remove),
          main: String(main),
        }
      }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].experiments
    const { experiment, step, measure } = data
    const title =
      measure && experiment.plan.measures.length > 0 ? words.measures.editTitle : words.steps[step].title
    const plan = visit.to('plan', { id: experiment.id })
    return {
      title: `${title}: ${titleOf(visit.lang, experiment)}`,
      hidden: true,
      wide: true,
      scripts: ['character-count', 'plan-panel'],
      breadcrumb: [
        { text: words.title, href: visit.to('experiments') },
        { text: titleOf(visit.lang, experiment), href: plan },
        { text: title },
      ],
      body: (
        <WithAside
          label={words.prospect.title}
          aside={
            <div
              data-plan-panel={visit.to(
                'plan-panel',
                { id: experiment.id },
                { step: String(numberOf(step)) },
              )}
              aria-live="polite"
            >
              <ProspectPanel lang={visit.lang} plan={experiment.plan} />
            </div>
          }
        >
          <BackLink href={plan} text={words.plan.back} />
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={words.plan.progress(numberOf(step), planSteps.length, minutesLeft(step))}>
            {title}
          </PageTitle>
          <Lede>{words.steps[step].lede}</Lede>
          {legalNotice(visit, data)}
          {stepForm(visit, data, form)}
        </WithAside>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input, version }) => {
    if (!acting) throw new Error('a plan is edited by somebody')
    const words = texts[visit.lang].experiments
    const { id } = data.experiment
    const { step } = data
    const measures = { name: 'plan-step', parameters: { id, step: String(numberOf('measures')) } } as const
    const request = { ...acting, id, version, answers: input.answers }
    if (step === 'measures' && input.remove !== '') {
      const outcome = await removeMeasure(database, { ...acting, id, measureId: input.remove })
      return outcome.ok ? done({ to: measures, notice: words.measures.removed }) : outcome
    }
    if (step === 'measures' && input.main !== '') {
      const outcome = await makeMainMeasure(database, { ...acting, id, measureId: input.main })
      return outcome.ok ? done({ to: measures }) : outcome
    }
    const outcome = data.measure
      ? await saveMeasure(database, { ...request, measureId: data.measure.id })
      : step === 'measures'
        ? done()
        : await savePlanStep(database, { ...request, step })
    if (!outcome.ok) return outcome
    // Another kind of experiment asks other things: they are shown before going on.
    const kind = input.answers['designKind']
    if (step === 'design' && typeof kind === 'string' && kind !== data.experiment.plan.design?.kind)
      return done({
        to: { name: 'plan-step', parameters: { id, step: String(numberOf(step)) } },
        notice: words.plan.kindChosen,
      })
    if (step === 'design' && input.answers['watched'] === 'looks' && !data.experiment.plan.design?.looks)
      return done({
        to: { name: 'plan-step', parameters: { id, step: String(numberOf(step)) } },
        notice: words.plan.looksChosen,
      })
    if (data.measure && input.answers['measureKind'] === 'scale' && data.measure.kind !== 'scale')
      return done({
        to: { ...measures, query: { measure: data.measure.id } },
        notice: words.plan.scaleChosen,
      })
    if (input.after === 'another')
      return done({ to: { ...measures, query: { measure: 'new' } }, notice: words.measures.saved })
    const next = stepAfter(step)
    return input.after === 'next' && next
      ? done({ to: { name: 'plan-step', parameters: { id, step: String(numberOf(next)) } } })
      : done({ to: { name: 'plan', parameters: { id } }, notice: words.plan.saved })
  },
}
