import { z } from 'zod'
import { titleOf, unitsOf } from '../../experiments/index.ts'
import { dayOf, formatDate } from '../../platform/format.ts'
import { optionalChoice, requiredNumber } from '../../platform/web/fields.ts'
import { done, type FormPage, type FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  NumberField,
  PageTitle,
  RadioGroup,
} from '../../ui/index.ts'
import { questionOfLink } from '../answer-addresses.ts'
import { answerReminder, openQuestion, type OpenQuestion } from '../answer-reminder.ts'
import { valueInWords } from '../value-in-words.ts'

interface AnswerData {
  token: string
  /** Undefined when the link is forged, past its time or nobody's any more. */
  open: OpenQuestion | undefined
}

interface Answered {
  unit: string | null
  value: number
  sameDay: 'replace' | 'keep' | null
}

/**
 * Where the link of a reminder leads: the one measure it asks about, for today, without signing in. Opening it changes
 * nothing, because mail programs open links too; one button logs.
 */
export const answerReminderPage: FormPage<AnswerData, Answered> = {
  load: async (visit) => {
    const token = visit.query.token ?? ''
    const question = await questionOfLink(visit.database, { token, now: visit.now })
    return { token, open: question && (await openQuestion(visit.database, question, visit.now)) }
  },
  initial: (_, visit) => ({ value: visit.query.value ?? '' }),
  form: (lang, { open }) => {
    const words = texts[lang]
    const missing =
      open?.measure.kind === 'number' ? words.measurements.valueMissing : words.reminders.answer.faceMissing
    return z.object({
      unit: optionalChoice(lang, open ? unitsOf(open.experiment.plan) : []),
      value: requiredNumber(lang, missing),
      sameDay: optionalChoice(lang, ['replace', 'keep'] as const),
    })
  },
  view: ({ visit, data: { open }, form }) => {
    const words = texts[visit.lang].reminders.answer
    if (!open)
      return {
        title: words.closedTitle,
        hidden: true,
        body: (
          <>
            <PageTitle>{words.closedTitle}</PageTitle>
            <Lede>{words.closedText}</Lede>
            <ButtonRow>
              <ButtonLink href={visit.to('sign-in')}>{words.signIn}</ButtonLink>
            </ButtonRow>
          </>
        ),
      }
    const { experiment, measure, question } = open
    if (question.answeredAt !== null)
      return {
        title: words.doneTitle,
        hidden: true,
        body: (
          <>
            <PageTitle caption={titleOf(visit.lang, experiment)}>{words.doneTitle}</PageTitle>
            <Lede>{words.doneText}</Lede>
            <ButtonRow>
              <ButtonLink
                kind="secondary"
                href={visit.to('log-measure', { id: experiment.id, measureId: measure.id })}
              >
                {words.another}
              </ButtonLink>
            </ButtonRow>
          </>
        ),
      }
    return {
      title: `${words.title}: ${measure.name}`,
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{measure.name}</PageTitle>
          <Lede>{words.lede(formatDate(visit.lang, dayOf(visit.now)))}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <Fields visit={visit} open={open} form={form} />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, data: { token, open }, input }) => {
    const outcome = await answerReminder(database, {
      token,
      now: visit.now,
      requestId: visit.requestId,
      newId: visit.newId,
      lang: visit.lang,
      unit: input.unit,
      value: input.value,
      sameDay: input.sameDay ?? 'ask',
    })
    if (!outcome.ok || !open) return outcome.ok ? done({ to: { name: 'front' } }) : outcome
    const words = texts[visit.lang].measurements.log
    const value = valueInWords(visit.lang, open.measure, input.value)
    return done({
      to: { name: 'answer-reminder', query: { token } },
      notice: open.measure.kind === 'number' ? words.thanksNumber(value) : words.thanksFace(value),
    })
  },
}

function Fields({ visit, open, form }: { visit: Visit; open: OpenQuestion; form: FormState }) {
  const words = texts[visit.lang]
  const field = fieldsOf(form)
  const { experiment, measure } = open
  const units = unitsOf(experiment.plan)
  const choices = measure.kind === 'faces' ? [3, 2, 1] : [1, 2, 3, 4, 5]
  return (
    <>
      {units.length > 0 && (
        <RadioGroup
          {...field('unit')}
          legend={words.measurements.unit}
          inline
          options={units.map((unit) => ({ value: unit, label: unit }))}
        />
      )}
      {measure.kind === 'number' ? (
        <div class="big-field">
          <NumberField {...field('value')} label={words.measurements.log.number(measure.unit)} />
        </div>
      ) : (
        <RadioGroup
          {...field('value')}
          legend={words.reminders.answer.face}
          inline
          options={choices.map((value) => ({
            value: String(value),
            label: valueInWords(visit.lang, measure, value),
          }))}
        />
      )}
      {form.problems.some((problem) => problem.field === 'sameDay') && (
        <RadioGroup
          {...field('sameDay')}
          legend={words.measurements.sameDay.legend}
          options={[
            { value: 'replace', label: words.measurements.sameDay.replace },
            { value: 'keep', label: words.measurements.sameDay.keep },
          ]}
        />
      )}
    </>
  )
}
