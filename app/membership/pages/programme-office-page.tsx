import { allMunicipalities, municipalityByCode, placeName } from '../../municipalities/index.ts'
import { formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, Lede, PageTitle, Section, Select, SummaryList } from '../../ui/index.ts'
import { mayRunOffice } from '../membership-policy.ts'
import { officeCounts, type OfficeCounts } from '../office-store.ts'
import { officeCrumbs } from './administration.tsx'

interface Office {
  counts: OfficeCounts | undefined
  /** The municipality that was looked for. */
  code: string | undefined
}

/** What the programme office looks after, in numbers, and the way to any municipality's administration. */
export const programmeOfficePage: ReadPage<Office> = {
  load: async (visit) => ({
    counts: mayRunOffice(visit, undefined) ? await officeCounts(visit.database, visit.now) : undefined,
    code: municipalityByCode(visit.query.municipality ?? '')?.code,
  }),
  view: ({ visit, data: { counts, code } }) => {
    const { lang } = visit
    const words = texts[lang].membership.office
    if (!counts) throw new Error('the programme office was shown to somebody else')
    const number = (value: number) => formatNumber(lang, value)
    const all = number(allMunicipalities().length)
    const open = (name: 'organisations' | 'ambassadors' | 'confirm-domains', about: string) => ({
      text: words.open,
      href: visit.to(name),
      about,
    })
    return {
      title: words.title,
      hidden: true,
      breadcrumb: officeCrumbs(visit),
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <SummaryList
            rows={[
              {
                term: words.ambassadors,
                value: number(counts.ambassadors),
                action: open('ambassadors', words.ambassadors),
              },
              {
                term: words.organisations,
                value: number(counts.organisations),
                action: open('organisations', words.organisations),
              },
              {
                term: words.domainsToConfirm,
                value: number(counts.domainsToConfirm),
                action: open('confirm-domains', words.domainsToConfirm),
              },
              {
                term: words.municipalitiesWithAdministrator,
                value: words.ofAll(number(counts.municipalitiesWithAdministrator), all),
              },
              {
                term: words.municipalitiesWithMembers,
                value: words.ofAll(number(counts.municipalitiesWithMembers), all),
              },
              { term: words.members, value: number(counts.members) },
            ]}
          />
          <ul class="link-list">
            <li>
              <a href={visit.to('feedback-queue')}>{texts[lang].notices.queue.title}</a>
            </li>
            <li>
              <a href={visit.to('retention')}>{texts[lang].ownData.retention.title}</a>
            </li>
          </ul>
          <Section title={words.municipalityTitle} id="municipality">
            <p>{words.municipalityText}</p>
            <form method="get" class="filters">
              <Select
                name="municipality"
                label={words.municipality}
                empty={words.chooseMunicipality}
                value={code}
                options={allMunicipalities(lang).map((one) => ({ value: one.code, label: one.name[lang] }))}
              />
              <Button kind="secondary">{words.openMunicipality}</Button>
            </form>
            {code !== undefined && (
              <p role="status">
                <ButtonLink href={visit.to('administer', { code })}>
                  {words.toAdministration(placeName(code, lang, 'genitive'))}
                </ButtonLink>
              </p>
            )}
          </Section>
        </>
      ),
    }
  },
}
