import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, EmptyState, Lede, PageTitle, Table } from '../../ui/index.ts'
import { mayRunOffice } from '../membership-policy.ts'
import { holdersOf, type RoleHolder } from '../office-store.ts'
import { officeCrumbs } from './administration.tsx'

/** Every experiment ambassador by municipality: who, since when, until when. */
export const ambassadorsPage: ReadPage<RoleHolder[]> = {
  load: async (visit) =>
    mayRunOffice(visit, undefined) ? holdersOf(visit.database, 'ambassador', visit.now) : [],
  view: ({ visit, data }) => {
    const { lang } = visit
    const words = texts[lang].membership
    const { columns } = words.ambassadors
    const collator = new Intl.Collator(lang === 'sv' ? 'sv' : 'fi')
    const inOrder = data
      .map((holder) => ({ ...holder, place: placeName(holder.municipalityCode, lang) }))
      .toSorted((a, b) => collator.compare(a.place, b.place) || collator.compare(a.name, b.name))
    const appoint = { href: visit.to('appoint-ambassador'), text: words.ambassadors.appoint }
    const people = new Set(data.map((holder) => holder.personId)).size
    const places = new Set(data.map((holder) => holder.municipalityCode)).size
    return {
      title: words.ambassadors.title,
      hidden: true,
      breadcrumb: officeCrumbs(visit, { text: words.ambassadors.title }),
      wide: true,
      body: (
        <>
          <PageTitle>{words.ambassadors.title}</PageTitle>
          <Lede>{words.ambassadors.lede}</Lede>
          {data.length === 0 ? (
            <EmptyState text={words.ambassadors.none} action={appoint} />
          ) : (
            <>
              <p>
                <ButtonLink href={appoint.href}>{appoint.text}</ButtonLink>
              </p>
              <p class="muted">{words.ambassadors.count(people, places)}</p>
              <Table
                caption={words.ambassadors.title}
                captionHidden
                rowHeaders
                columns={[columns.municipality, columns.name, columns.since, columns.until, columns.acts].map(
                  (text) => ({ text }),
                )}
                rows={inOrder.map((holder) => [
                  holder.place,
                  holder.name,
                  holder.validFrom === null ? words.sinceUnknown : formatDate(lang, holder.validFrom),
                  holder.validUntil === null ? words.forNow : formatDate(lang, holder.validUntil),
                  <a href={visit.to('end-membership', { membershipId: holder.membershipId })}>
                    {words.ambassadors.end}
                    <span class="visually-hidden"> {holder.name}</span>
                  </a>,
                ])}
              />
            </>
          )}
        </>
      ),
    }
  },
}
