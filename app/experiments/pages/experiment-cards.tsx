import type { Visit } from '../../platform/web/visit.ts'
import { Card, CardList } from '../../ui/index.ts'
import { placeInWords, themeInWords, timeInWords } from '../experiment-in-words.ts'
import { type ListedExperiment, summaryOf, titleOf } from '../experiment.ts'
import { ExperimentTags } from './experiment-tags.tsx'

/** Experiments as cards, each with its state, place, theme and time. */
export function ExperimentCards(props: {
  visit: Pick<Visit, 'lang' | 'to'>
  experiments: readonly ListedExperiment[]
  label: string
  headingLevel?: 2 | 3 | 4
}) {
  const { visit, experiments } = props
  return (
    <CardList label={props.label}>
      {experiments.map((experiment) => {
        const summary = summaryOf(visit.lang, experiment)
        return (
          <Card
            headingLevel={props.headingLevel ?? 2}
            title={titleOf(visit.lang, experiment)}
            href={visit.to('experiment', { id: experiment.id })}
            tag={<ExperimentTags lang={visit.lang} experiment={experiment} />}
            meta={[
              placeInWords(visit.lang, experiment.municipalityCode),
              themeInWords(visit.lang, experiment.theme),
              timeInWords(visit.lang, experiment),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          >
            {summary !== null && <p>{summary}</p>}
          </Card>
        )
      })}
    </CardList>
  )
}
