import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Compare, Prose, QuietLink } from '../../ui/index.ts'
import { measureInSentences } from '../analysis-in-words.ts'
import { againstPrediction, meanInWords } from '../finding-in-words.ts'
import { analysisOf, type Evaluation } from '../read-evaluation.ts'

/** What was predicted beside what happened, words and figures, for the main measure. */
export function PredictedAndHappened({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].evaluations
  const { plan } = evaluation.experiment
  const measure = plan.measures[0]
  const finding = measure && evaluation.byMeasure.get(measure.id)
  return (
    <Compare
      left={{
        title: words.predicted,
        children: (
          <>
            {plan.prediction && <Prose text={plan.prediction} />}
            {measure && (
              <p>
                {measure.name}:{' '}
                {measure.predicted === null
                  ? words.notPredicted
                  : meanInWords(visit.lang, measure, measure.predicted)}
              </p>
            )}
          </>
        ),
      }}
      right={{
        title: words.happened,
        children: (
          <>
            <Happened visit={visit} evaluation={evaluation} />
            {evaluation.coverage !== 'open' && (
              <p class="muted">
                {evaluation.coverage === 'covered'
                  ? words.covered.title
                  : evaluation.experiment.plan.design?.looks
                    ? texts[visit.lang].looks.watched
                    : words.analysis.watched}
              </p>
            )}
            {measure && finding && evaluation.coverage === 'open' && (
              <>
                {!evaluation.recorded &&
                  measureInSentences(visit.lang, measure, finding, analysisOf(evaluation, measure.id)).map(
                    (sentence) => <p>{sentence}</p>,
                  )}
                {evaluation.recorded && <p>{againstPrediction(visit.lang, measure, finding)}</p>}
              </>
            )}
          </>
        ),
      }}
    />
  )
}

/** What was written of it, or why that is not shown. */
function Happened({ visit, evaluation: { recorded } }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].moderation
  if (!recorded) return null
  if (recorded.hidden) return <p class="muted">{words.hidden[recorded.hidden.because]}</p>
  return (
    <>
      <Prose text={recorded.happened} />
      <QuietLink
        href={visit.to('report-text', { kind: 'finding', id: recorded.experimentId })}
        text={words.reportLink}
        about={words.kinds.finding}
      />
    </>
  )
}
