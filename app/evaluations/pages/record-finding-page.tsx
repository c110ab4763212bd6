import { z } from 'zod'
import { crumbsTo, ownExperiment, titleOf } from '../../experiments/index.ts'
import { choice, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  EditedTexts,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  fieldsOf,
  RadioGroup,
} from '../../ui/index.ts'
import { againstPrediction } from '../finding-in-words.ts'
import { type Learning, learnings, type Telling, tellings } from '../finding-store.ts'
import { type Evaluation, readEvaluation } from '../read-evaluation.ts'
import { recordFinding } from '../record-finding.ts'

/** Writing down what happened against the prediction, in words; the figures come from the measurements. */
export const recordFindingPage: FormPage<
  Evaluation,
  { happened: string; tells: Telling; learning: Learning }
> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment?.frozenAt ? readEvaluation(visit.database, experiment, visit.now) : undefined
  },
  initial: ({ recorded }) => ({
    happened: recorded?.happened,
    tells: recorded?.tells,
    learning: recorded?.learning,
  }),
  version: ({ recorded }) => recorded?.version ?? 0,
  form: (lang) => {
    const words = texts[lang].evaluations.record
    return z.object({
      happened: requiredText(lang, words.happenedMissing, 2_000),
      tells: choice(words.tellsMissing, tellings),
      learning: choice(words.learningMissing, learnings),
    })
  },
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].evaluations.record
    const { experiment } = data
    const measure = experiment.plan.measures[0]
    const finding = measure && data.byMeasure.get(measure.id)
    const field = fieldsOf(form)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {measure && finding && data.coverage === 'open' && (
            <p>{againstPrediction(visit.lang, measure, finding)}</p>
          )}
          <Form lang={visit.lang} submission={form.submission}>
            <EditedTexts
              lang={visit.lang}
              form={form}
              rows={6}
              maxLength={2_000}
              fields={[{ name: 'happened', label: words.happened, hint: words.happenedHint }]}
            />
            <RadioGroup
              {...field('tells')}
              legend={words.tells}
              options={tellings.map((value) => ({ value, label: words.tellsOptions[value] }))}
            />
            <RadioGroup
              {...field('learning')}
              legend={words.learning}
              options={learnings.map((value) => ({ value, label: words.learningOptions[value] }))}
            />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input, version }) => {
    if (!acting) throw new Error('a finding has nobody behind it')
    const outcome = await recordFinding(database, {
      ...acting,
      ...input,
      experimentId: experiment.id,
      version,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'evaluation', parameters: { id: experiment.id } },
      notice: texts[visit.lang].evaluations.record.saved,
    })
  },
}
