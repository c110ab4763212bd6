import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Section, SummaryList } from '../../ui/index.ts'
import type { MunicipalityDetails } from '../membership.ts'

/** Whom to ask about personal data in a municipality; nothing when it has named nobody. The privacy notice leads here. */
export function ContactSection(props: { visit: Visit; details: MunicipalityDetails }) {
  const words = texts[props.visit.lang].membership.details
  const { name, email, phone, url } = props.details.contact
  const rows = [
    { term: words.contactName, value: name },
    { term: words.contactEmail, value: email && <a href={`mailto:${email}`}>{email}</a> },
    { term: words.contactPhone, value: phone },
    {
      term: words.contactUrl,
      value: url && (
        <a href={url} rel="nofollow noopener">
          {url}
        </a>
      ),
    },
  ].filter((row) => row.value !== null)
  if (rows.length === 0) return null
  return (
    <Section title={words.contact} id="data-protection">
      <SummaryList rows={rows} />
    </Section>
  )
}
