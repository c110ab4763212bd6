import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { Section } from '../../ui/index.ts'

/** What the quick log keeps in the browser of a phone, when it goes, and that ending a session elsewhere only hides it. */
export function PhoneSection({ lang }: { lang: Lang }) {
  const { phoneTitle, phone } = texts[lang].notices.privacy
  return (
    <Section title={phoneTitle} id="phone">
      {phone.map((text) => (
        <p>{text}</p>
      ))}
    </Section>
  )
}
