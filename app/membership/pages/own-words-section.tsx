import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Prose, QuietLink, Section } from '../../ui/index.ts'
import type { MunicipalityDetails } from '../membership.ts'

/**
 * What a municipality says of itself, in the visitor’s language; otherwise in one it has written in. Nothing when silent,
 * and only why where moderators have hidden it.
 */
export function OwnWordsSection(props: { visit: Visit; details: MunicipalityDetails }) {
  const { lang } = props.visit
  const { words } = props.details
  const written = [lang, 'fi', 'sv', 'en'] as const
  const chosen = written.find((one) => words[one] !== null)
  const { hidden, hiddenTitle, reportLink, kinds } = texts[lang].moderation
  if (props.details.hidden)
    return (
      <Section title={hiddenTitle} id="own-words">
        <p>{hidden[props.details.hidden.because]}</p>
      </Section>
    )
  if (chosen === undefined) return null
  return (
    <Section title={texts[lang].membership.ownWords.title} id="own-words">
      <div lang={chosen === lang ? undefined : chosen}>
        <Prose text={words[chosen] ?? ''} />
      </div>
      {props.details.id !== null && (
        <QuietLink
          href={props.visit.to('report-text', { kind: 'municipality', id: props.details.id })}
          text={reportLink}
          about={kinds.municipality}
        />
      )}
    </Section>
  )
}
