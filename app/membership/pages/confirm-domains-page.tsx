import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, EmptyState, ErrorSummary, Form, Lede, PageTitle, Table } from '../../ui/index.ts'
import { confirmDomain } from '../change-domains.ts'
import { unconfirmedDomains } from '../joining-store.ts'
import type { MunicipalityDomain } from '../membership.ts'
import { officeCrumbs } from './administration.tsx'

/** Domains that municipalities have added and nobody has confirmed yet. */
export const confirmDomainsPage: FormPage<{ domains: MunicipalityDomain[] }, { confirm?: string }> = {
  load: async (visit) => ({ domains: await unconfirmedDomains(visit.database) }),
  form: () => z.object({ confirm: z.string().optional() }),
  view: ({ visit, data: { domains }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership
    const { columns } = words.ambassadors
    return {
      title: words.toConfirm.title,
      hidden: true,
      breadcrumb: officeCrumbs(visit, { text: words.toConfirm.title }),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.toConfirm.title}</PageTitle>
          <Lede>{words.toConfirm.lede}</Lede>
          {domains.length === 0 ? (
            <EmptyState text={words.toConfirm.none} />
          ) : (
            <Form lang={lang} submission={form.submission}>
              <Table
                caption={words.toConfirm.title}
                captionHidden
                rowHeaders
                columns={[words.domains.domain, columns.municipality, columns.since, columns.acts].map(
                  (text) => ({ text }),
                )}
                rows={domains.map((one) => [
                  one.domain,
                  placeName(one.municipalityCode, lang),
                  formatDate(lang, one.addedAt),
                  <Button kind="secondary" name="confirm" value={one.domain}>
                    {words.toConfirm.confirm(one.domain)}
                  </Button>,
                ])}
              />
            </Form>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, input }) => {
    if (!acting) throw new Error('a domain is confirmed by nobody')
    const outcome = await confirmDomain(database, { ...acting, domain: input.confirm ?? '' })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'confirm-domains' }, notice: texts[visit.lang].membership.toConfirm.confirmed })
  },
}
