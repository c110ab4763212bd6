import { z } from 'zod'
import { hidingReasons } from '../../platform/hidden.ts'
import { choice, optionalEmail, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  Prose,
  Quote,
  RadioGroup,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { mayReview } from '../moderation-policy.ts'
import type { ReportReason } from '../report-store.ts'
import { reportText } from '../report-text.ts'
import { placeOfText } from '../reviewable.ts'
import { PictureUnderReview } from './picture-under-review.tsx'
import { namedText, type NamedText } from './load-text.ts'

const reasons: readonly ReportReason[] = [...hidingReasons, 'other']

interface Reported {
  reason: ReportReason
  words: string
  email: string | null
}

/** Reporting a text: by anybody, without signing in. */
export const reportPage: FormPage<NamedText, Reported> = {
  limit: 'public-form',
  load: async (visit) => {
    const named = await namedText(visit)
    return named?.text.hidden === null ? named : undefined
  },
  form: (lang) => {
    const words = texts[lang].moderation.report
    return z.object({
      reason: choice(words.reasonMissing, reasons),
      words: requiredText(lang, words.wordsMissing, 1_000),
      email: optionalEmail(lang),
    })
  },
  view: ({ visit, data, form }) => {
    const { report: words, reportPicture, reasons: names, kinds } = texts[visit.lang].moderation
    const field = fieldsOf(form)
    const title = data.kind === 'picture' ? reportPicture : words.title
    return {
      title,
      breadcrumb: [{ text: title }],
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={kinds[data.kind]}>{title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <h2>{words.text}</h2>
          <PictureUnderReview visit={visit} text={data.text} />
          <Quote>
            <Prose text={shortened(data.text.texts.join('\n\n'))} />
          </Quote>
          {mayReview(visit, data) && (
            <p>
              <a href={visit.to('review-text', { kind: data.kind, id: data.id })}>{words.moderate}</a>
            </p>
          )}
          <Form lang={visit.lang} submission={form.submission}>
            <RadioGroup
              {...field('reason')}
              legend={words.reason}
              options={reasons.map((reason) => ({ value: reason, label: names[reason] }))}
            />
            <TextArea
              {...field('words')}
              lang={visit.lang}
              label={words.words}
              hint={words.wordsHint}
              maxLength={1_000}
            />
            <TextField
              {...field('email')}
              type="email"
              autocomplete="email"
              label={words.email}
              hint={words.emailHint}
              optional={texts[visit.lang].form.optional}
            />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, data, input }) => {
    const number = await reportText(database, {
      ...data,
      ...input,
      lang: visit.lang,
      now: visit.now,
      requestId: visit.requestId,
      newId: visit.newId,
    })
    return done({
      to: placeOfText(data.kind, data.text.placeId),
      notice: texts[visit.lang].moderation.report.sent(number),
    })
  },
}

/** Enough of a text to know it by. */
function shortened(text: string): string {
  const characters = [...text]
  return characters.length > 600 ? `${characters.slice(0, 600).join('')}…` : text
}
