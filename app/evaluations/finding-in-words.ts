import { boundsOfKind, collectsAnswers, type Measure } from '../experiments/index.ts'
import { valueInWords } from '../measurements/index.ts'
import { formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { MeasureFinding } from './evaluate-measure.ts'

/** A finding in two or three sentences: the amount first, then what it rests on, then what it cannot tell. */
export function findingInWords(lang: Lang, measure: Measure, finding: MeasureFinding): string[] {
  const words = texts[lang].evaluations.words
  const value = (amount: number) => meanInWords(lang, measure, amount)
  if (finding.standing === 'no-data' || finding.during === null) return [words.noData]
  if (finding.standing === 'few-points')
    return [
      words.fewPoints(finding.daysDuring),
      words.fewPointsShow(value(finding.during), finding.daysDuring),
      words.lackOfData,
    ]
  if (finding.baseline === null || finding.change === null)
    return [words.noBaseline(value(finding.during), finding.daysDuring), words.nothingToHoldAgainst]
  return [
    finding.change === 0
      ? words.sameAsBefore(value(finding.during))
      : words.changed(
          amountInWords(lang, measure, finding),
          value(finding.baseline),
          value(finding.during),
          (finding.improvement ?? 0) > 0,
        ),
    finding.baselineFrom === 'points'
      ? words.restsOnPoints(finding.daysBefore, finding.daysDuring)
      : words.restsOnPlan(finding.daysDuring),
    words.nothingCompared,
  ]
}

/** How the trial went against what was predicted; undefined when either is unknown. */
export function againstPrediction(lang: Lang, measure: Measure, finding: MeasureFinding): string | undefined {
  const words = texts[lang].evaluations.words
  if (measure.predicted === null) return undefined
  if (finding.during === null) return words.predictedOnly(meanInWords(lang, measure, measure.predicted))
  return words.predictedAndHappened(
    meanInWords(lang, measure, measure.predicted),
    meanInWords(lang, measure, finding.during),
    finding.daysDuring,
  )
}

/** A median or mean with its unit; faces are told on their scale. */
export function meanInWords(lang: Lang, measure: Measure, value: number): string {
  const bounds = boundsOfKind(measure)
  if (bounds) return texts[lang].evaluations.words.onScale(formatNumber(lang, value, 1), bounds.most)
  return valueInWords(lang, measure, value)
}

function amountInWords(lang: Lang, measure: Measure, finding: MeasureFinding): string {
  const words = texts[lang].evaluations.words
  const change = finding.change ?? 0
  const amount =
    `${formatNumber(lang, Math.abs(change))}${collectsAnswers(measure) ? '' : ` ${measure.unit}`}`.trim()
  return change > 0 ? words.more(amount) : words.less(amount)
}
