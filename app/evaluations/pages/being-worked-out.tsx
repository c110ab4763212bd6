import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Notice } from '../../ui/index.ts'
import type { EvaluationTrouble } from '../current-evaluation.ts'
import { troubleInWords } from '../trouble-in-words.ts'

/**
 * That the result is being computed, or that this has failed and when it is tried again, with a link that looks again; it
 * works without script, and no page waits.
 */
export function BeingWorkedOut({
  visit,
  again,
  trouble,
}: {
  visit: Visit
  again: string
  trouble?: EvaluationTrouble | undefined
}) {
  const words = texts[visit.lang].evaluations
  return (
    <Notice
      kind={trouble ? 'attention' : 'info'}
      title={trouble ? words.trouble.title : words.beingWorkedOut.title}
    >
      <p>
        {trouble ? troubleInWords(visit.lang, trouble) : words.beingWorkedOut.text}{' '}
        <a href={again}>{words.beingWorkedOut.again}</a>
      </p>
    </Notice>
  )
}
