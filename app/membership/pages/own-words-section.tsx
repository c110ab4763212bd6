import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Prose, Section } from '../../ui/index.ts'
import type { MunicipalityDetails } from '../membership.ts'

/** What a municipality says of itself, in the visitor's language; otherwise in one it has written in. Nothing when silent. */
export function OwnWordsSection(props: { visit: Visit; details: MunicipalityDetails }) {
  const { lang } = props.visit
  const { words } = props.details
  const written = [lang, 'fi', 'sv', 'en'] as const
  const chosen = written.find((one) => words[one] !== null)
  if (chosen === undefined) return null
  return (
    <Section title={texts[lang].membership.ownWords.title} id="own-words">
      <div lang={chosen === lang ? undefined : chosen}>
        <Prose text={words[chosen] ?? ''} />
      </div>
    </Section>
  )
}
