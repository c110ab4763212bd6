import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Notice } from '../../ui/index.ts'
import { freshMinutes } from '../freshness.ts'

/** Says that the page needs a recent sign-in and leads there; `back` is the path of the page itself. */
export function FreshFirst({ visit, back }: { visit: Visit; back: string }) {
  const words = texts[visit.lang].ownData.fresh
  return (
    <Notice kind="attention" title={words.title}>
      <p>{words.text(freshMinutes)}</p>
      <ButtonRow>
        <ButtonLink href={visit.to('sign-in', {}, { next: back })}>{words.button}</ButtonLink>
      </ButtonRow>
    </Notice>
  )
}

/** The last crumbs of every page about one's own data. */
export function crumbsOfOwnData(visit: Visit, title: string) {
  return [{ text: texts[visit.lang].ownData.title, href: visit.to('own-data') }, { text: title }]
}
