import { formatDate, formatMoment, formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { EmptyState, Lede, PageTitle, Pagination, Section, Table } from '../../ui/index.ts'
import { mayReadLog } from '../log-policy.ts'
import { newestPublications, type PublishedDay } from '../publication-store.ts'

const daysOnPage = 30

interface Heads {
  days: PublishedDay[]
  page: number
  pages: number
}

/** The public page of the log: what it is for, how anyone can check it, and the heads of every day to take away. */
export const headsPage: ReadPage<Heads> = {
  load: async (visit) => {
    const page = Number(/^[1-9]\d{0,3}$/.exec(visit.query.page ?? '')?.[0] ?? 1)
    const { days, total } = await newestPublications(visit.database, page, daysOnPage)
    return { days, page, pages: Math.ceil(total / daysOnPage) }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].record.heads
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {mayReadLog(visit, undefined) && (
            <p>
              <a href={visit.to('search-log')}>{words.searchLink}</a>
            </p>
          )}
          <Section title={words.howTitle} id="how">
            <p>{words.how}</p>
            <p>{words.why}</p>
            <p>{words.whatNot}</p>
          </Section>
          <Section title={words.daysTitle} id="days">
            {data.days.length === 0 ? (
              <EmptyState text={words.empty} />
            ) : (
              <>
                <Days visit={visit} days={data.days} />
                <Pagination
                  lang={visit.lang}
                  page={data.page}
                  pages={data.pages}
                  href={(page) => visit.to('log-heads', {}, { page })}
                />
                <p>
                  <a href={visit.to('all-log-heads-file')}>{words.all}</a>
                </p>
              </>
            )}
          </Section>
          <Section title={words.checkTitle} id="check">
            <p>{words.check}</p>
            <pre
              tabindex={0}
            >{`npm run --silent uskalla -- verify-log ${texts[visit.lang].record.fileName}.jsonl --heads heads.json`}</pre>
            <p>{words.checkPlan}</p>
            <pre tabindex={0}>{`npm run --silent uskalla -- verify-plan plan.json`}</pre>
          </Section>
        </>
      ),
    }
  },
}

function Days({ visit, days }: { visit: Visit; days: readonly PublishedDay[] }) {
  const words = texts[visit.lang].record.heads
  return (
    <Table
      caption={words.daysTitle}
      captionHidden
      rowHeaders
      columns={[
        { text: words.day },
        { text: words.until },
        { text: words.chains, numeric: true },
        { text: words.lines, numeric: true },
        { text: words.seal },
        { text: words.file },
      ]}
      rows={days.map((one) => {
        const day = formatDate(visit.lang, one.day)
        return [
          day,
          formatMoment(visit.lang, one.until),
          formatNumber(visit.lang, one.chains),
          formatNumber(visit.lang, one.lines),
          <code class="fingerprint">{one.hash.match(/.{16}/g)?.join(' ')}</code>,
          <a href={visit.to('log-heads-file', { day: one.day })}>{words.fileOf(day)}</a>,
        ]
      })}
    />
  )
}
