import { placeName } from '../../municipalities/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, Lede, Notice, PageTitle, Section, SummaryList } from '../../ui/index.ts'
import { detailsOf } from '../details-store.ts'
import type { MunicipalityDetails } from '../membership.ts'
import { type MunicipalityPicture, pictureOfMunicipality } from '../picture-store.ts'
import { municipalityCounts, type MunicipalityCounts } from '../office-store.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'

interface Administration {
  code: string
  counts: MunicipalityCounts
  details: MunicipalityDetails
  picture: MunicipalityPicture | undefined
}

/** What a municipality's administrator looks after, with what waits first. */
export const administerPage: ReadPage<Administration> = {
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    const [counts, details, picture] = await Promise.all([
      municipalityCounts(visit.database, code, visit.now),
      detailsOf(visit.database, code),
      pictureOfMunicipality(visit.database, code),
    ])
    return { code, counts, details, picture }
  },
  view: ({ visit, data: { code, counts, details, picture } }) => {
    const { lang } = visit
    const words = texts[lang].membership.administer
    const open = (
      name:
        | 'members'
        | 'invitations'
        | 'membership-requests'
        | 'email-domains'
        | 'municipality-details'
        | 'municipality-picture',
      about: string,
    ) => ({
      text: words.open,
      href: visit.to(name, { code }),
      about,
    })
    const hasWords = Object.values(details.words).some((text) => text !== null)
    const hasContact = Object.values(details.contact).some((text) => text !== null)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: administrationCrumbs(visit, code),
      body: (
        <>
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          <Lede>{words.lede(placeName(code, lang))}</Lede>
          {counts.requests > 0 && (
            <Notice kind="attention" title={words.requestsWait(counts.requests)}>
              <ButtonLink kind="secondary" href={visit.to('membership-requests', { code })}>
                {words.answer}
              </ButtonLink>
            </Notice>
          )}
          <Section title={words.people}>
            <SummaryList
              rows={[
                {
                  term: words.members,
                  value: words.memberCount(counts.members),
                  action: open('members', words.members),
                },
                {
                  term: words.invitations,
                  value: words.invitationCount(counts.openInvitations),
                  action: open('invitations', words.invitations),
                },
                {
                  term: words.requests,
                  value: words.requestCount(counts.requests),
                  action: open('membership-requests', words.requests),
                },
                {
                  term: words.domains,
                  value: words.domainCount(counts.domains),
                  action: open('email-domains', words.domains),
                },
              ]}
            />
          </Section>
          <Section title={words.details}>
            <SummaryList
              rows={[
                {
                  term: words.words,
                  value: hasWords ? words.said : words.notSaid,
                  action: open('municipality-details', words.words),
                },
                {
                  term: words.picture,
                  value: picture ? texts[lang].pictures.there : texts[lang].pictures.none,
                  action: open('municipality-picture', words.picture),
                },
                {
                  term: words.contact,
                  value: hasContact ? words.said : words.notSaid,
                  action: open('municipality-details', words.contact),
                },
              ]}
            />
          </Section>
          <p>
            <a href={visit.to('municipality', { code })}>{words.page}</a>
          </p>
        </>
      ),
    }
  },
}
