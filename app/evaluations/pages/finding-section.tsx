import type { Measure } from '../../experiments/index.ts'
import { SeriesChart, seriesInWords, seriesOf } from '../../measurements/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Notice, SummaryList } from '../../ui/index.ts'
import { dataFingerprint } from '../data-fingerprint.ts'
import { evidenceLevelOf, type MeasureFinding } from '../evaluate-measure.ts'
import { findingInWords } from '../finding-in-words.ts'
import type { Evaluation } from '../read-evaluation.ts'

/** One measure: its sentences and its chart with table. */
export function MeasureResult({
  visit,
  evaluation,
  measure,
  finding,
}: {
  visit: Visit
  evaluation: Evaluation
  measure: Measure
  finding: MeasureFinding
}) {
  const { experiment, observations, departures } = evaluation
  const sentences = findingInWords(visit.lang, measure, finding)
  const [first = '', ...rest] = sentences
  const series = seriesOf(experiment.plan, observations, measure.id)
  return (
    <div class="measure-result">
      <p class="finding-first">{first}</p>
      {rest.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <SeriesChart
        lang={visit.lang}
        measure={measure}
        series={series}
        observations={observations}
        sentence={seriesInWords(visit.lang, measure.name, series)}
        baselineMedian={finding.baseline ?? undefined}
        marks={departures.map((departure) => ({ date: departure.day, text: departure.what }))}
      />
    </div>
  )
}

/** Level of evidence with precision beside it, since a strong design with two units is still imprecise. */
export function EvidenceLevel({ visit, finding }: { visit: Visit; finding: MeasureFinding | undefined }) {
  const words = texts[visit.lang].evaluations.level
  return (
    <>
      <SummaryList
        rows={[
          { term: words.term, value: words.levels[finding ? evidenceLevelOf(finding) : 0] },
          { term: words.precision, value: words.precisionUnknown },
        ]}
      />
      <Details summary={words.more}>
        <p>{words.scale}</p>
      </Details>
    </>
  )
}

/** When the result was written, and whether the data have changed since. */
export function RecordedNote({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].evaluations
  const { recorded, observations } = evaluation
  if (!recorded) return null
  return (
    <>
      <p class="muted">{words.written(formatDate(visit.lang, recorded.writtenAt))}</p>
      {recorded.dataFingerprint !== dataFingerprint(observations) && (
        <Notice kind="attention">
          <p>{words.otherData}</p>
        </Notice>
      )}
    </>
  )
}
