import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Notice } from '../../ui/index.ts'
import { freshMinutes } from '../freshness.ts'

/** Says that the page needs a recent sign-in and leads there; `back` is the path of the page itself. */
export function FreshFirst({ visit, back }: { visit: Visit; back: string }) {
  const words = texts[visit.lang].ownData.fresh
  // Made-up people come in by a press and not by a letter.
  const href =
    visit.person?.session?.strength === 'trial' ? visit.to('try-as') : visit.to('sign-in', {}, { next: back })
  return (
    <Notice kind="attention" title={words.title}>
      <p>{words.text(freshMinutes)}</p>
      <ButtonRow>
        <ButtonLink href={href}>{words.button}</ButtonLink>
      </ButtonRow>
    </Notice>
  )
}

/** The last crumbs of every page about one's own data. */
export function crumbsOfOwnData(visit: Visit, title: string) {
  return [{ text: texts[visit.lang].ownData.title, href: visit.to('own-data') }, { text: title }]
}
