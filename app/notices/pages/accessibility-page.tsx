import { dayOf, formatDate, formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Lede, Notice, PageTitle, Section, SummaryList } from '../../ui/index.ts'
import { accessibilityReview as review, overdueDays } from '../accessibility-review.ts'
import { seesOverdueReview } from '../notices-policy.ts'

/** The accessibility statement: from the hand-kept list of what does not work and the last automatic check. */
export const accessibilityPage: ReadPage<object> = {
  load: async () => ({}),
  view: ({ visit }) => {
    const { lang } = visit
    const { accessibility: words, faults } = texts[lang].notices
    const overdue = overdueDays(dayOf(visit.now))
    return {
      title: words.title,
      description: words.states[review.state],
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede(new URL(visit.absolute('/')).host)}</Lede>
          {overdue !== undefined && seesOverdueReview(visit, undefined) && (
            <Notice kind="attention">
              <p>{words.overdue(formatNumber(lang, overdue))}</p>
            </Notice>
          )}
          <Section title={words.stateTitle}>
            <p>{words.states[review.state]}</p>
          </Section>
          <Section title={words.feedbackTitle}>
            <p>{words.feedback}</p>
            <ButtonRow>
              <ButtonLink href={visit.to('accessibility-feedback')}>{words.feedbackLink}</ButtonLink>
            </ButtonRow>
            <p>{words.unit}</p>
          </Section>
          <Section title={words.faultsTitle}>
            {review.faults.length === 0 ? (
              <p>{words.faultsNone}</p>
            ) : (
              <ol>
                {review.faults.map((fault) => (
                  <li>
                    <p>{faults[fault].what}</p>
                    <SummaryList
                      rows={[
                        { term: words.reason, value: faults[fault].reason },
                        { term: words.alternative, value: faults[fault].alternative },
                      ]}
                    />
                  </li>
                ))}
              </ol>
            )}
          </Section>
          <Section title={words.checkedTitle}>
            <p>{words.selfAssessed}</p>
            <p>
              {words.automatic(
                formatDate(lang, review.automatic.day),
                formatNumber(lang, review.automatic.faults),
              )}
            </p>
            <p>
              {words.written(formatDate(lang, review.written))}{' '}
              {words.reviewed(formatDate(lang, review.reviewed))}
            </p>
          </Section>
          <Section title={words.supervisorTitle}>
            <p>{words.supervisor}</p>
            <p>{words.supervisorName}</p>
            {lang !== 'fi' && <p lang="fi">{texts.fi.notices.accessibility.supervisorName}</p>}
            <ul class="plain-list">
              <li>
                <a href={`mailto:${words.supervisorMail}`}>{words.supervisorMail}</a>
              </li>
              <li>{words.supervisorPhone}</li>
              <li>
                <a href={`https://${words.supervisorSite}/`}>{words.supervisorSite}</a>
              </li>
            </ul>
          </Section>
        </>
      ),
    }
  },
}
