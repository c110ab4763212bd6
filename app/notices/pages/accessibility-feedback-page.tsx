import { z } from 'zod'
import { addDays, dayOf, formatDate } from '../../platform/format.ts'
import { optionalEmail, optionalText, requiredText } from '../../platform/web/fields.ts'
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
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { answerDays, caseNumberInWords } from '../feedback.ts'
import { giveFeedback } from '../give-feedback.ts'

const longestMessage = 4_000

interface FeedbackInput {
  message: string
  page: string | null
  email: string | null
}

/** Feedback on accessibility: for anybody, without signing in and without scripts; answers with the case number. */
export const accessibilityFeedbackPage: FormPage<object, FeedbackInput> = {
  limit: 'public-form',
  load: async () => ({}),
  form: (lang) =>
    z.object({
      message: requiredText(lang, texts[lang].notices.feedback.messageMissing, longestMessage),
      page: optionalText(lang, 500),
      email: optionalEmail(lang),
    }),
  view: ({ visit, form }) => {
    const { feedback: words, accessibility } = texts[visit.lang].notices
    const field = fieldsOf(form)
    const [caseNumber] = form.shownOnce ?? []
    return {
      title: caseNumber === undefined ? words.title : words.sentTitle,
      breadcrumb: [{ text: accessibility.title, href: visit.to('accessibility') }, { text: words.title }],
      body:
        caseNumber !== undefined ? (
          <>
            <PageTitle>{words.sentTitle}</PageTitle>
            <Notice kind="success">
              <p>
                {words.sentText(caseNumber, formatDate(visit.lang, addDays(dayOf(visit.now), answerDays)))}
              </p>
            </Notice>
          </>
        ) : (
          <>
            <ErrorSummary lang={visit.lang} problems={form.problems} />
            <PageTitle>{words.title}</PageTitle>
            <Lede>{words.lede}</Lede>
            <Form lang={visit.lang} submission={form.submission}>
              <TextArea
                {...field('message')}
                lang={visit.lang}
                label={words.message}
                hint={words.messageHint}
                maxLength={longestMessage}
              />
              <TextField {...field('page')} label={words.page} hint={words.pageHint} />
              <TextField
                {...field('email')}
                type="email"
                label={words.email}
                hint={words.emailHint}
                autocomplete="email"
              />
              <ButtonRow>
                <Button>{words.button}</Button>
              </ButtonRow>
            </Form>
          </>
        ),
    }
  },
  submit: async (database, { visit, input }) => {
    const { now, requestId, lang, newId } = visit
    const caseNumber = await giveFeedback(database, {
      now,
      requestId,
      lang,
      newId,
      message: input.message,
      pageAddress: input.page,
      email: input.email,
    })
    return done({ to: { name: 'accessibility-feedback' }, shownOnce: [caseNumberInWords(caseNumber)] })
  },
}
