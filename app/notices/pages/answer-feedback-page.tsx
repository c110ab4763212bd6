import { z } from 'zod'
import { formatMoment } from '../../platform/format.ts'
import { requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  PageTitle,
  Prose,
  Section,
  SummaryList,
  TextArea,
} from '../../ui/index.ts'
import { answerFeedback } from '../answer-feedback.ts'
import { caseNumberInWords, type Feedback } from '../feedback.ts'
import { feedbackById } from '../feedback-store.ts'
import { mayAnswerFeedback } from '../notices-policy.ts'

const longestAnswer = 4_000

/** One case: what was written, and its answer, which goes out as a letter where an address was given. */
export const answerFeedbackPage: FormPage<Feedback, { answer: string }> = {
  load: async (visit) => {
    // That there is such a case is nobody else’s to know.
    if (!mayAnswerFeedback(visit, undefined)) return undefined
    return feedbackById(visit.database, visit.parameters.id ?? '')
  },
  form: (lang) =>
    z.object({ answer: requiredText(lang, texts[lang].notices.answer.answerMissing, longestAnswer) }),
  version: (feedback) => feedback.version,
  view: ({ visit, data: feedback, form }) => {
    const { answer: words, queue } = texts[visit.lang].notices
    const field = fieldsOf(form)
    const title = words.title(caseNumberInWords(feedback.caseNumber))
    return {
      title,
      hidden: true,
      breadcrumb: [{ text: queue.title, href: visit.to('feedback-queue') }, { text: title }],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{title}</PageTitle>
          <SummaryList
            rows={[
              { term: words.received, value: formatMoment(visit.lang, feedback.receivedAt) },
              { term: words.page, value: feedback.pageAddress ?? '–' },
              { term: words.email, value: feedback.email ?? words.noEmail },
            ]}
          />
          <Section title={words.message}>
            <div lang={feedback.lang}>
              <Prose text={feedback.message} />
            </div>
          </Section>
          {feedback.answer === null ? (
            <Form lang={visit.lang} submission={form.submission}>
              <TextArea
                {...field('answer')}
                lang={visit.lang}
                label={words.answer}
                hint={words.answerHint}
                maxLength={longestAnswer}
              />
              <ButtonRow>
                <Button>{words.button}</Button>
              </ButtonRow>
            </Form>
          ) : (
            <Section title={words.answer}>
              <Prose text={feedback.answer} />
            </Section>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    const words = texts[visit.lang].notices.answer
    if (!acting) return refuse('', words.already)
    const outcome = await answerFeedback(database, { ...acting, ...input, feedback: data })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'feedback-queue' }, notice: outcome.value ? words.savedAndSent : words.saved })
  },
}
