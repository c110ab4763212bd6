import { formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, Lede, PageTitle, Table } from '../../ui/index.ts'
import { mayRunOffice } from '../membership-policy.ts'
import { organisationName } from '../membership.ts'
import { listOrganisations } from '../organisation-store.ts'
import { officeCrumbs } from './administration.tsx'

/** The organisations beside the municipalities. */
export const organisationsPage: ReadPage<Awaited<ReturnType<typeof listOrganisations>>> = {
  load: async (visit) => (mayRunOffice(visit, undefined) ? listOrganisations(visit.database, visit.now) : []),
  view: ({ visit, data }) => {
    const { lang } = visit
    const words = texts[lang].membership.organisations
    return {
      title: words.title,
      hidden: true,
      breadcrumb: officeCrumbs(visit, { text: words.title }),
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <p>
            <ButtonLink href={visit.to('add-organisation')}>{words.add}</ButtonLink>
          </p>
          <Table
            caption={words.title}
            captionHidden
            rowHeaders
            columns={[
              { text: words.columns.name },
              { text: words.columns.kind },
              { text: words.columns.members, numeric: true },
            ]}
            rows={data.map((one) => [
              <a href={visit.to('organisation', { id: one.id })}>{organisationName(lang, one)}</a>,
              words.kinds[one.kind],
              formatNumber(lang, one.members),
            ])}
          />
        </>
      ),
    }
  },
}
