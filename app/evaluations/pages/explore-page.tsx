import type { ChosenMethod } from '@uskalla/evidence'
import { z } from 'zod'
import { crumbsTo, type Experiment, ownExperiment, titleOf } from '../../experiments/index.ts'
import { capitalised } from '../../platform/format.ts'
import { choice, optionalChoice, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  Notice,
  PageTitle,
  RadioGroup,
  Select,
  TextArea,
} from '../../ui/index.ts'
import type { Coverage } from '../coverage.ts'
import { measuresBesides, methodsToExplore, methodWithBesides, type Period, periods } from '../exploration.ts'
import { lookAtItOtherwise } from '../look-at-it-otherwise.ts'
import { coverageNow } from '../read-evaluation.ts'

const longestWhy = 300

/** Asking for an analysis that the plan did not name: it is made, kept and marked exploratory for ever. */
export const explorePage: FormPage<
  { experiment: Experiment; coverage: Coverage },
  { measure: string; method: ChosenMethod; period: Period; besides: string | null; why: string }
> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment?.frozenAt) return undefined
    return { experiment, coverage: await coverageNow(visit.database, experiment, visit.now) }
  },
  initial: ({ experiment }) => ({ measure: experiment.plan.measures[0]?.id, period: 'whole' }),
  form: (lang, { experiment }) => {
    const words = texts[lang].explorations
    return z.object({
      measure: choice(
        words.measureMissing,
        experiment.plan.measures.map((measure) => measure.id),
      ),
      method: choice(words.methodMissing, methodsToExplore(experiment.plan)),
      period: choice(words.periodMissing, periods),
      besides: optionalChoice(
        lang,
        measuresBesides(experiment.plan).map(({ id }) => id),
      ),
      why: requiredText(lang, words.whyMissing, longestWhy),
    })
  },
  view: ({ visit, data: { experiment, coverage }, form }) => {
    const words = texts[visit.lang].explorations
    const { methods } = texts[visit.lang].evaluations.analysis
    const field = fieldsOf(form)
    const ways = methodsToExplore(experiment.plan)
    const besides = measuresBesides(experiment.plan)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {coverage !== 'open' || ways.length === 0 ? (
            <Notice kind="info">
              <p>{words.notYet}</p>
            </Notice>
          ) : (
            <Form lang={visit.lang} submission={form.submission}>
              <RadioGroup
                {...field('measure')}
                legend={words.measure}
                options={experiment.plan.measures.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <RadioGroup
                {...field('method')}
                legend={words.method}
                options={ways.map((value) => ({ value, label: capitalised(methods[value]) }))}
              />
              <RadioGroup
                {...field('period')}
                legend={words.period}
                options={periods.map((value) => ({ value, label: words.periods[value] }))}
              />
              {besides.length > 0 && (
                <Select
                  {...field('besides')}
                  label={words.besides}
                  hint={words.besidesHint(methods[methodWithBesides])}
                  empty={words.noBesides}
                  options={besides.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
              <TextArea
                {...field('why')}
                lang={visit.lang}
                label={words.why}
                hint={words.whyHint}
                rows={3}
                maxLength={longestWhy}
              />
              <p class="muted">{words.stays}</p>
              <ButtonRow>
                <Button>{words.button}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data: { experiment }, input }) => {
    if (!acting) throw new Error('an analysis is made by somebody')
    const { measure: measureId, besides: besidesId, ...rest } = input
    const outcome = await lookAtItOtherwise(database, {
      ...acting,
      ...rest,
      measureId,
      besidesId,
      experimentId: experiment.id,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'evaluation', parameters: { id: experiment.id } },
      notice: texts[visit.lang].explorations.made,
    })
  },
}
