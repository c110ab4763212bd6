import { formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, SummaryList } from '../../ui/index.ts'
import { type ListedCookie, listedCookies } from '../cookies.ts'
import { PhoneSection } from './phone-section.tsx'

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
          <Section title={words.caption}>
            <SummaryList
              rows={listedCookies.map((cookie) => ({
                term: <code>{cookie.name}</code>,
                value: `${words.purposes[cookie.purpose]} ${words.lasts(duration(cookie))}`,
              }))}
            />
          </Section>
          <p>{words.secure}</p>
          <p>{words.others}</p>
          <PhoneSection lang={visit.lang} />
        </>
      ),
    }
  },
}
