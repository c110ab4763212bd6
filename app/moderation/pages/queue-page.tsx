import { type PictureInPlaceOfHidden, picturesInPlaceOfHidden } from '../../membership/index.ts'
import { placeName } from '../../municipalities/index.ts'
import { formatDate, formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Card, CardList, EmptyState, Lede, PageTitle, Section } from '../../ui/index.ts'
import { type Appeal, type Hiding, openAppeals, openHidings } from '../hiding-store.ts'
import { mayAnswerAppeal, mayModerate, mayReview } from '../moderation-policy.ts'
import { type ReportedText, reportedTexts } from '../report-store.ts'
import { officeKinds, reviewable, type TextKind } from '../reviewable.ts'

interface Queue {
  reported: ReportedText[]
  appeals: { appeal: Appeal; hiding: Hiding }[]
  hidings: Hiding[]
  pictures: PictureInPlaceOfHidden[]
}

/** What waits for moderators: reports, appeals, and what is hidden now. */
export const moderationQueuePage: ReadPage<Queue> = {
  load: async (visit) => {
    if (!mayModerate(visit, undefined)) return { reported: [], appeals: [], hidings: [], pictures: [] }
    const [reported, appeals, hidings, pictures] = [
      await reportedTexts(visit.database),
      await openAppeals(visit.database),
      await openHidings(visit.database),
      await picturesInPlaceOfHidden(visit.database),
    ]
    const mine = ({ kind, municipalityCode }: { kind: TextKind; municipalityCode: string }) =>
      mayReview(visit, {
        text: { municipalityCode, ...(officeKinds.includes(kind) ? { byOffice: true } : {}) },
      })
    const there = await Promise.all(
      hidings.filter(mine).map(async (hiding) => {
        const { kind, recordId } = hiding
        return kind !== 'picture' || (await reviewable.picture.find(visit.database, recordId)) ? hiding : []
      }),
    )
    return {
      reported: reported.filter(mine),
      appeals,
      hidings: there.flat(),
      pictures: pictures.filter((picture) => mine({ ...picture, kind: 'picture' })),
    }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].moderation.queue
    const count = (list: readonly unknown[]) => formatNumber(visit.lang, list.length)
    return {
      title: words.title,
      breadcrumb: [{ text: words.title }],
      hidden: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Section title={words.reports(count(data.reported))} id="reports">
            {data.reported.length === 0 ? (
              <EmptyState text={words.empty} />
            ) : (
              <Reported visit={visit} reported={data.reported} />
            )}
          </Section>
          {data.appeals.length > 0 && (
            <Section title={words.appeals(count(data.appeals))} id="appeals">
              <Appeals visit={visit} appeals={data.appeals} />
            </Section>
          )}
          {data.pictures.length > 0 && (
            <Section title={words.inPlaceOfHidden(count(data.pictures))} id="pictures">
              <p>{words.inPlaceOfHiddenLede}</p>
              <ul class="link-list">
                {data.pictures.map((picture) => (
                  <li>
                    <a href={visit.to('review-text', { kind: 'picture', id: picture.id })}>
                      {texts[visit.lang].moderation.kinds.picture},{' '}
                      {placeName(picture.municipalityCode, visit.lang)}
                    </a>
                    <span class="muted">{words.waited(daysSince(picture.savedAt, visit.now))}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={words.hidden(count(data.hidings))} id="hidden">
            {data.hidings.length === 0 ? (
              <p>{words.noHidden}</p>
            ) : (
              <ul class="link-list">
                {data.hidings.map((hiding) => (
                  <li>
                    <a href={visit.to('review-text', { kind: hiding.kind, id: hiding.recordId })}>
                      {texts[visit.lang].moderation.kinds[hiding.kind]},{' '}
                      {placeName(hiding.municipalityCode, visit.lang)}
                    </a>
                    <span class="muted">{words.hiddenOn(formatDate(visit.lang, hiding.hiddenAt))}</span>
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

/** Whole days since a moment. */
const daysSince = (then: Date, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - then.getTime()) / 86_400_000))

function Reported({ visit, reported }: { visit: Visit; reported: readonly ReportedText[] }) {
  const { queue: words, kinds, reasons } = texts[visit.lang].moderation
  return (
    <CardList label={words.title}>
      {reported.map((text) => (
        <Card
          headingLevel={3}
          title={`${kinds[text.kind]}, ${placeName(text.municipalityCode, visit.lang)}`}
          href={visit.to('review-text', { kind: text.kind, id: text.recordId })}
          meta={`${words.reportsOf(text.reports)} · ${words.waited(daysSince(text.oldest, visit.now))}`}
        >
          <p>{text.reasons.map((reason) => reasons[reason]).join('. ')}.</p>
        </Card>
      ))}
    </CardList>
  )
}

function Appeals({ visit, appeals }: { visit: Visit; appeals: Queue['appeals'] }) {
  const { queue: words, kinds } = texts[visit.lang].moderation
  return (
    <ul class="link-list">
      {appeals.map(({ appeal, hiding }) => {
        const title = `${kinds[hiding.kind]}, ${placeName(hiding.municipalityCode, visit.lang)}`
        return (
          <li>
            {mayAnswerAppeal(visit, { hiding }) ? (
              <a href={visit.to('answer-appeal', { appealId: appeal.id })}>{title}</a>
            ) : (
              `${title}. ${words.ownHiding}`
            )}
            <span class="muted">{words.waited(daysSince(appeal.at, visit.now))}</span>
          </li>
        )
      })}
    </ul>
  )
}
