import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import { hidingReasons, type HidingReason } from '../../platform/hidden.ts'
import type { Lang } from '../../platform/language.ts'
import { pathTo } from '../../platform/web/address.ts'
import { choice, optionalChoice, optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Notice,
  PageTitle,
  Prose,
  Quote,
  RadioGroup,
  Section,
  SummaryList,
  TextArea,
} from '../../ui/index.ts'
import { mayReview } from '../moderation-policy.ts'
import { openReportsOf, type Report } from '../report-store.ts'
import { hideText, keepText, showText } from '../review-text.ts'
import { placeOfText } from '../reviewable.ts'
import { PictureUnderReview } from './picture-under-review.tsx'
import { namedText, type NamedText } from './load-text.ts'

type ReviewData = NamedText & { reports: Report[] }

type Decision = 'hide' | 'keep' | 'show'

interface Reviewed {
  decision: Decision
  because: HidingReason | null
  explanation: string | null
}

/** What can be done with a text as it stands. */
const decisionsFor = ({ text }: NamedText): readonly Decision[] => (text.hidden ? ['show'] : ['hide', 'keep'])

/** Dealing with a text: hiding it with a reason, leaving it, or showing it again. */
export const reviewPage: FormPage<ReviewData, Reviewed> = {
  load: async (visit) => {
    const named = await namedText(visit)
    if (!named) return undefined
    const reports = mayReview(visit, named) ? await openReportsOf(visit.database, named.kind, named.id) : []
    return { ...named, reports }
  },
  initial: ({ text }) => ({ decision: text.hidden ? 'show' : undefined }),
  form: (lang, data) => {
    const words = texts[lang].moderation.review
    return z
      .object({
        decision: choice(words.decisionMissing, decisionsFor(data)),
        because: optionalChoice(lang, hidingReasons),
        explanation: optionalText(lang, 1_000),
      })
      .superRefine(({ decision, because, explanation }, context) => {
        if (decision === 'hide' && because === null)
          context.addIssue({ code: 'custom', path: ['because'], message: words.becauseMissing })
        if (decision !== 'keep' && explanation === null)
          context.addIssue({ code: 'custom', path: ['explanation'], message: words.explanationMissing })
      })
  },
  view: ({ visit, data, form }) => {
    const { review: words, kinds, queue, reasons, hidden } = texts[visit.lang].moderation
    const field = fieldsOf(form)
    const place = placeOfText(data.kind, data.text.placeId)
    return {
      title: words.title,
      breadcrumb: [{ text: queue.title, href: visit.to('moderation-queue') }, { text: words.title }],
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={`${kinds[data.kind]} · ${placeName(data.text.municipalityCode, visit.lang)}`}>
            {words.title}
          </PageTitle>
          {data.text.hidden && (
            <Notice kind="info" title={words.isHidden(formatDate(visit.lang, data.text.hidden.at))}>
              <p>{hidden[data.text.hidden.because]}</p>
            </Notice>
          )}
          {data.text.inPlaceOf && (
            <Notice kind="attention">
              <p>
                {words.inPlaceOf}{' '}
                <a href={visit.to('review-text', { kind: data.kind, id: data.text.inPlaceOf })}>
                  {words.inPlaceOfLink}
                </a>
              </p>
            </Notice>
          )}
          <h2>{words.text}</h2>
          <PictureUnderReview visit={visit} text={data.text} />
          <Quote>
            {data.text.texts.map((text) => (
              <Prose text={text} />
            ))}
          </Quote>
          <p>
            <a href={visit.to(place.name, place.parameters)}>{words.place}</a>
          </p>
          <Reports visit={visit} reports={data.reports} />
          <Form lang={visit.lang} submission={form.submission}>
            <RadioGroup
              {...field('decision')}
              legend={words.decision}
              options={decisionsFor(data).map((decision) => ({
                value: decision,
                label: words.decisions[decision],
                hint: words.decisionHints[decision],
              }))}
            />
            {!data.text.hidden && (
              <RadioGroup
                {...field('because')}
                legend={words.because}
                hint={words.becauseHint}
                options={hidingReasons.map((reason) => ({ value: reason, label: reasons[reason] }))}
              />
            )}
            <TextArea
              {...field('explanation')}
              lang={visit.lang}
              label={words.explanation}
              hint={words.explanationHint}
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
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('a review has nobody behind it')
    const { kind, id, text } = data
    const reviewing = { ...acting, kind, id, text, addressOf: writersPage(visit) }
    const explanation = input.explanation ?? ''
    const outcome =
      input.decision === 'hide' && input.because !== null
        ? await hideText(database, { ...reviewing, because: input.because, explanation })
        : input.decision === 'show'
          ? await showText(database, { ...reviewing, explanation })
          : await keepText(database, reviewing)
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'moderation-queue' },
      notice: texts[visit.lang].moderation.review[input.decision],
    })
  },
}

/** Makes whole addresses of the writer's page about a hiding. */
export function writersPage(visit: Visit): (lang: Lang, hidingId: string) => string {
  return (lang, hidingId) => visit.absolute(pathTo(lang, 'appeal-hiding', { hidingId }))
}

function Reports({ visit, reports }: { visit: Visit; reports: readonly Report[] }) {
  const { review: words, reasons } = texts[visit.lang].moderation
  return (
    <Section title={words.reports} id="reports">
      {reports.length === 0 && <p>{words.noReports}</p>}
      {reports.map((report) => (
        <SummaryList
          rows={[
            { term: words.number, value: report.number },
            { term: words.at, value: formatDate(visit.lang, report.at) },
            { term: words.why, value: reasons[report.reason] },
            { term: words.words, value: <Prose text={report.words} /> },
          ]}
        />
      ))}
    </Section>
  )
}
