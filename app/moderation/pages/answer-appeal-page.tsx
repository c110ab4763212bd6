import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import type { TextUnderReview } from '../../platform/hidden.ts'
import { choice, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  PageTitle,
  Prose,
  Quote,
  RadioGroup,
  SummaryList,
  TextArea,
} from '../../ui/index.ts'
import { answerAppeal } from '../appeal.ts'
import {
  type Appeal,
  appealById,
  type AppealOutcome,
  appealOutcomes,
  type Hiding,
  hidingById,
} from '../hiding-store.ts'
import { mayKnowOfAppeal } from '../moderation-policy.ts'
import { reviewable } from '../reviewable.ts'
import { writersPage } from './review-page.tsx'

interface AnswerData {
  appeal: Appeal
  hiding: Hiding
  text: TextUnderReview
}

/** The programme office decides an appeal: somebody else than who hid the text. */
export const answerAppealPage: FormPage<AnswerData, { outcome: AppealOutcome; words: string }> = {
  load: async (visit) => {
    const appeal = await appealById(visit.database, visit.parameters.appealId ?? '')
    if (!appeal || !mayKnowOfAppeal(visit, appeal)) return undefined
    const hiding = await hidingById(visit.database, appeal.hidingId)
    if (!hiding || appeal.outcome !== null) return undefined
    const text = await reviewable[hiding.kind].find(visit.database, hiding.recordId)
    return text && { appeal, hiding, text }
  },
  form: (lang) => {
    const words = texts[lang].moderation.answer
    return z.object({
      outcome: choice(words.outcomeMissing, appealOutcomes),
      words: requiredText(lang, words.wordsMissing, 1_000),
    })
  },
  view: ({ visit, data: { appeal, hiding, text }, form }) => {
    const { answer: words, queue, kinds, hidden, review } = texts[visit.lang].moderation
    const field = fieldsOf(form)
    return {
      title: words.title,
      breadcrumb: [{ text: queue.title, href: visit.to('moderation-queue') }, { text: words.title }],
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={`${kinds[hiding.kind]} · ${placeName(hiding.municipalityCode, visit.lang)}`}>
            {words.title}
          </PageTitle>
          <h2>{review.text}</h2>
          <Quote>
            {text.texts.map((one) => (
              <Prose text={one} />
            ))}
          </Quote>
          <SummaryList
            rows={[
              { term: words.hiddenBecause, value: hidden[hiding.because] },
              { term: words.hidersWords, value: <Prose text={hiding.words} /> },
              { term: words.appealWords, value: <Prose text={appeal.words} /> },
            ]}
          />
          <Form lang={visit.lang} submission={form.submission}>
            <RadioGroup
              {...field('outcome')}
              legend={words.outcome}
              options={appealOutcomes.map((outcome) => ({ value: outcome, label: words.outcomes[outcome] }))}
            />
            <TextArea {...field('words')} lang={visit.lang} label={words.words} maxLength={1_000} />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('an answer has nobody behind it')
    const outcome = await answerAppeal(database, {
      ...acting,
      ...data,
      ...input,
      addressOf: writersPage(visit),
    })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'moderation-queue' }, notice: texts[visit.lang].moderation.answer.saved })
  },
}
