import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Notice } from '../../ui/index.ts'

/** That the result is being computed, with a link that looks again; it works without script, and no page waits. */
export function BeingWorkedOut({ visit, again }: { visit: Visit; again: string }) {
  const words = texts[visit.lang].evaluations.beingWorkedOut
  return (
    <Notice kind="info" title={words.title}>
      <p>
        {words.text} <a href={again}>{words.again}</a>
      </p>
    </Notice>
  )
}
