import { dayOf, formatDate, formatNumber, formatShare } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Card, CardList, EmptyState, Lede, Notice, PageTitle, Section, Tag } from '../../ui/index.ts'
import { caseNumberInWords, type Feedback, shareInTime, urgency } from '../feedback.ts'
import { answeredFeedback, waitingFeedback } from '../feedback-store.ts'

interface Queue {
  waiting: Feedback[]
  answered: Feedback[]
}

const tagOf = { late: 'cloudberry', soon: 'cloudberry', calm: 'plain' } as const

/** Feedback that waits for the programme office, the most urgent first, and how much was answered in time. */
export const feedbackQueuePage: ReadPage<Queue> = {
  load: async ({ database }) => ({
    waiting: await waitingFeedback(database),
    answered: await answeredFeedback(database),
  }),
  view: ({ visit, data: { waiting, answered } }) => {
    const words = texts[visit.lang].notices.queue
    const today = dayOf(visit.now)
    const urgent = waiting.filter((one) => urgency(one.dueOn, today) !== 'calm').length
    const share = shareInTime(
      answered.map(({ dueOn, answeredAt }) => ({ dueOn, answeredOn: dayOf(answeredAt ?? visit.now) })),
    )
    const dueWords = { late: words.late, soon: words.soon, calm: words.due }
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {urgent > 0 && (
            <Notice kind="attention">
              <p>{words.warning(formatNumber(visit.lang, urgent))}</p>
            </Notice>
          )}
          <Section title={words.openTitle}>
            {waiting.length === 0 ? (
              <EmptyState
                text={words.empty}
                action={{
                  href: visit.to('accessibility'),
                  text: texts[visit.lang].notices.accessibility.title,
                }}
              />
            ) : (
              <CardList label={words.openTitle}>
                {waiting.map((one) => {
                  const state = urgency(one.dueOn, today)
                  return (
                    <Card
                      title={caseNumberInWords(one.caseNumber)}
                      href={visit.to('answer-feedback', { id: one.id })}
                      tag={
                        <Tag kind={tagOf[state]}>{dueWords[state](formatDate(visit.lang, one.dueOn))}</Tag>
                      }
                    >
                      <p>{one.message.slice(0, 200)}</p>
                    </Card>
                  )
                })}
              </CardList>
            )}
          </Section>
          <Section title={words.answeredTitle}>
            <p>
              {share === undefined
                ? words.shareNone
                : words.share(formatShare(visit.lang, share), formatNumber(visit.lang, answered.length))}
            </p>
            {answered.length > 0 && (
              <ul class="link-list">
                {answered.map((one) => (
                  <li>
                    <a href={visit.to('answer-feedback', { id: one.id })}>
                      {caseNumberInWords(one.caseNumber)}
                    </a>{' '}
                    <span class="muted">
                      {words.answeredOn(formatDate(visit.lang, dayOf(one.answeredAt ?? visit.now)))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      ),
    }
  },
}
