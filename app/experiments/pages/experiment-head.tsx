import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { PageTitle, Steps } from '../../ui/index.ts'
import { placeInWords, themeInWords } from '../experiment-in-words.ts'
import { type Experiment, isTriedHere, titleOf } from '../experiment.ts'
import { lifeStepOf, lifeSteps } from '../experiment-rules.ts'
import { ExperimentTags } from './experiment-tags.tsx'

/** The head of an experiment's page: its question, its state, and the line of five steps with where it is. */
export function ExperimentHead(props: { visit: Pick<Visit, 'lang'>; experiment: Experiment }) {
  const { visit, experiment } = props
  const words = texts[visit.lang].experiments
  const at = lifeStepOf(experiment.state)
  const current = at === 'past' ? lifeSteps.length : lifeSteps.indexOf(at)
  const place = placeInWords(visit.lang, experiment.municipalityCode)
  const theme = themeInWords(visit.lang, experiment.theme)
  return (
    <>
      <PageTitle
        caption={theme ? `${place} · ${theme}` : place}
        tag={<ExperimentTags lang={visit.lang} experiment={experiment} />}
      >
        {titleOf(visit.lang, experiment)}
      </PageTitle>
      {/* Sources tell how a published experiment ended, not where it stood on our line. */}
      {isTriedHere(experiment) && (
        <Steps
          lang={visit.lang}
          label={words.lifeLine}
          steps={lifeSteps.map((step, index) => ({
            text: words.lifeSteps[step],
            state: index < current ? 'done' : index === current ? 'current' : 'ahead',
          }))}
        />
      )}
    </>
  )
}
