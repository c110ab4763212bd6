import { z } from 'zod'
import { crumbsTo, type Experiment, ownExperiment, titleOf } from '../../experiments/index.ts'
import { choice, optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  fieldsOf,
  RadioGroup,
  TextArea,
} from '../../ui/index.ts'
import { type Check, type CheckAnswer, checkAnswers } from '../decision.ts'
import { checksOf } from '../follow-up-store.ts'
import { answerCheck } from '../follow-up.ts'

interface CheckData {
  experiment: Experiment
  check: Check
}

/** The check at 6 or 12 months: alive, changed or gone. */
export const followUpPage: FormPage<CheckData, { answer: CheckAnswer; words: string | null }> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment) return undefined
    const checks = await checksOf(visit.database, experiment.id)
    const check = checks.find((one) => one.id === visit.parameters.checkId)
    return check && { experiment, check }
  },
  form: (lang) =>
    z.object({
      answer: choice(texts[lang].decisions.check.answerMissing, checkAnswers),
      words: optionalText(lang, 1_000),
    }),
  view: ({ visit, data: { experiment, check }, form }) => {
    const words = texts[visit.lang].decisions.check
    const title = words.title(check.months)
    const field = fieldsOf(form)
    return {
      title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <RadioGroup
              {...field('answer')}
              legend={words.answer}
              options={checkAnswers.map((value) => ({ value, label: words.answers[value] }))}
            />
            <TextArea
              {...field('words')}
              lang={visit.lang}
              label={words.words}
              hint={words.wordsHint}
              maxLength={1_000}
            />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment, check }, input }) => {
    if (!acting) throw new Error('an answer has nobody behind it')
    const outcome = await answerCheck(database, {
      ...acting,
      ...input,
      experimentId: experiment.id,
      checkId: check.id,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'experiment', parameters: { id: experiment.id } },
      notice: texts[visit.lang].decisions.check.saved,
    })
  },
}
