import { z } from 'zod'
import { formatDate } from '../../platform/format.ts'
import type { TextUnderReview } from '../../platform/hidden.ts'
import { requiredText } from '../../platform/web/fields.ts'
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
  Prose,
  Quote,
  SummaryList,
  TextArea,
} from '../../ui/index.ts'
import { appealAgainstHiding } from '../appeal.ts'
import { type Appeal, appealAgainst, type Hiding, hidingById } from '../hiding-store.ts'
import { reviewable } from '../reviewable.ts'

interface AppealData {
  hiding: Hiding
  /** Undefined once it is gone: a picture that was taken away and shown again. */
  text: TextUnderReview | undefined
  appeal: Appeal | undefined
}

/** What the address names; nothing is looked up for strangers, who are asked to sign in first. */
interface Asked {
  found: AppealData | undefined
}

/** The writer's page about a hidden text of theirs: the text, why it is hidden, and a way to appeal. */
export const appealPage: FormPage<Asked, { words: string }> = {
  load: async (visit) => {
    if (!visit.person) return { found: undefined }
    const hiding = await hidingById(visit.database, visit.parameters.hidingId ?? '')
    if (!hiding || hiding.writerId !== visit.person.id) return undefined
    const text = await reviewable[hiding.kind].find(visit.database, hiding.recordId)
    return { found: { hiding, text, appeal: await appealAgainst(visit.database, hiding.id) } }
  },
  form: (lang) => z.object({ words: requiredText(lang, texts[lang].moderation.appeal.wordsMissing, 2_000) }),
  view: ({ visit, data: { found }, form }) => {
    if (!found) throw new Error('a hiding is shown to nobody in particular')
    const { hiding, text, appeal } = found
    const { appeal: words, hidden, answer, kinds } = texts[visit.lang].moderation
    const open = hiding.endedAt === null && appeal === undefined
    return {
      title: words.title,
      breadcrumb: [{ text: words.title }],
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={kinds[hiding.kind]}>{words.title}</PageTitle>
          {hiding.endedAt === null ? (
            <Lede>{words.lede}</Lede>
          ) : (
            <Notice kind="success">
              <p>{words.shownAgain}</p>
            </Notice>
          )}
          <h2>{words.text}</h2>
          <Quote>
            {text?.texts.map((one) => (
              <Prose text={one} />
            ))}
          </Quote>
          <SummaryList
            rows={[
              { term: words.hiddenOn, value: formatDate(visit.lang, hiding.hiddenAt) },
              { term: words.reason, value: hidden[hiding.because] },
              { term: words.explanation, value: <Prose text={hiding.words} /> },
              ...(appeal ? [{ term: words.yourWords, value: <Prose text={appeal.words} /> }] : []),
              ...(appeal?.outcome ? [{ term: words.outcome, value: answer.outcomes[appeal.outcome] }] : []),
              ...(appeal?.answer ? [{ term: words.explanation, value: <Prose text={appeal.answer} /> }] : []),
            ]}
          />
          {appeal && appeal.outcome === null && <p>{words.waits(formatDate(visit.lang, appeal.at))}</p>}
          {open && (
            <Form lang={visit.lang} submission={form.submission}>
              <TextArea
                {...fieldsOf(form)('words')}
                lang={visit.lang}
                label={words.words}
                hint={words.wordsHint}
                maxLength={2_000}
              />
              <ButtonRow>
                <Button>{words.button}</Button>
              </ButtonRow>
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting || !data.found) throw new Error('an appeal has nobody behind it')
    const { hiding } = data.found
    const outcome = await appealAgainstHiding(database, {
      ...acting,
      hiding,
      words: input.words,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'appeal-hiding', parameters: { hidingId: hiding.id } },
      notice: texts[visit.lang].moderation.appeal.sent,
    })
  },
}
