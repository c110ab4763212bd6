import { formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Table } from '../../ui/index.ts'
import { type ListedCookie, listedCookies } from '../cookies.ts'

/** Every cookie the service may set, with purpose and duration. */
export const cookiesPage: ReadPage<object> = {
  load: async () => ({}),
  view: ({ visit }) => {
    const words = texts[visit.lang].notices.cookies
    const duration = ({ lasts }: ListedCookie) => {
      if (lasts === undefined) return words.session
      return 'days' in lasts
        ? words.days(formatNumber(visit.lang, lasts.days))
        : words.seconds(formatNumber(visit.lang, lasts.seconds))
    }
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Table
            caption={words.caption}
            columns={[words.columns.name, words.columns.purpose, words.columns.duration].map((text) => ({
              text,
            }))}
            rows={listedCookies.map((cookie) => [
              <code>{cookie.name}</code>,
              words.purposes[cookie.purpose],
              duration(cookie),
            ])}
            rowHeaders
          />
          <p>{words.secure}</p>
          <p>{words.others}</p>
        </>
      ),
    }
  },
}
