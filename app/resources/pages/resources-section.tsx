import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ResourceBars, Section } from '../../ui/index.ts'
import { resourceInWords } from '../resource-in-words.ts'
import type { ResourceKnown } from '../resource-picture.ts'

/** The six resources of an experiment in six small bars with words. Unknown is said. */
export function ResourcesSection({ visit, picture }: { visit: Visit; picture: readonly ResourceKnown[] }) {
  const words = texts[visit.lang].resources
  const names = texts[visit.lang].experiments.resources
  return (
    <Section title={words.title} id="resources">
      <p>{words.lede}</p>
      <ResourceBars
        lang={visit.lang}
        items={picture.map((known) => ({
          name: names[known.kind],
          level: known.level,
          words: resourceInWords(visit.lang, known),
        }))}
      />
    </Section>
  )
}
