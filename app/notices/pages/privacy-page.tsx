import { type PurposeName, purposeNames, purposes } from '../../own-data/index.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, SummaryList } from '../../ui/index.ts'
import { PhoneSection } from './phone-section.tsx'

/** The privacy notice: made from the register of personal data, so that it tells of what there is. */
export const privacyPage: ReadPage<object> = {
  load: async () => ({}),
  view: ({ visit }) => {
    const words = texts[visit.lang].notices.privacy
    const contact = visit.operator?.dataProtectionContact
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Section title={words.controllerTitle}>
            <p>{words.controller}</p>
            {contact === undefined ? (
              <p>{words.contactMissing}</p>
            ) : (
              <SummaryList rows={[{ term: words.contact, value: contact }]} />
            )}
            <p>
              {words.municipalContact}{' '}
              <a href={visit.to('municipalities')}>{texts[visit.lang].site.navigation.municipalities}</a>
            </p>
          </Section>
          <Section title={words.rightsTitle}>
            <p>
              {words.rights}{' '}
              <a href={visit.to('own-data')}>{visit.person ? words.rightsLink : words.rightsSignIn}</a>
            </p>
            <p>{words.supervisor}</p>
          </Section>
          <Section title={words.purposesTitle}>
            {purposeNames.map((purpose) => (
              <Purpose visit={visit} purpose={purpose} />
            ))}
            <p>{words.confidential}</p>
          </Section>
          <PhoneSection lang={visit.lang} />
          <Section title={words.elsewhereTitle}>
            <ul>
              {words.elsewhere.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
            <p>
              <a href={visit.to('cookies')}>{texts[visit.lang].notices.cookies.title}</a>
            </p>
          </Section>
        </>
      ),
    }
  },
}

function Purpose({ visit, purpose }: { visit: Visit; purpose: PurposeName }) {
  const { privacy: words, purposes: inWords } = texts[visit.lang].notices
  const { title, data, why, kept } = inWords[purpose]
  const { basis, recipients } = purposes[purpose]
  return (
    <Section title={title} level={3} id={purpose}>
      <SummaryList
        rows={[
          { term: words.data, value: data },
          { term: words.why, value: why },
          { term: words.basis, value: words.bases[basis] },
          { term: words.kept, value: kept },
          {
            term: words.recipients,
            value: (
              <ul class="plain-list">
                {recipients.map((recipient) => (
                  <li>{words.whoSees[recipient]}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
