import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Compare, Prose } from '../../ui/index.ts'
import { againstPrediction, findingInWords, meanInWords } from '../finding-in-words.ts'
import type { Evaluation } from '../read-evaluation.ts'

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
            {evaluation.recorded && <Prose text={evaluation.recorded.happened} />}
            {measure && finding && (
              <>
                {!evaluation.recorded &&
                  findingInWords(visit.lang, measure, finding).map((sentence) => <p>{sentence}</p>)}
                {evaluation.recorded && <p>{againstPrediction(visit.lang, measure, finding)}</p>}
              </>
            )}
          </>
        ),
      }}
    />
  )
}
