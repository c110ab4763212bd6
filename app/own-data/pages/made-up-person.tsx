import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Notice } from '../../ui/index.ts'

/** Says why a made-up person of the trial environment is neither deleted nor moved to another address. */
export function MadeUpPerson({ visit }: { visit: Visit }) {
  const words = texts[visit.lang].ownData.example
  return (
    <Notice kind="info" title={words.title}>
      <p>{words.text}</p>
    </Notice>
  )
}
