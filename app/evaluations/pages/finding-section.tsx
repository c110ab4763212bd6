import { checkText } from '@uskalla/evidence'
import { type Measure, mayWorkOnExperiment, unitChangeInWords } from '../../experiments/index.ts'
import { capitalised, formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Details, Notice, SummaryList } from '../../ui/index.ts'
import { measureInSentences } from '../analysis-in-words.ts'
import { dataFingerprint } from '../data-fingerprint.ts'
import { evidenceLevelOf, type MeasureFinding } from '../evaluate-measure.ts'
import { analysisOf, answersOf, type Evaluation } from '../read-evaluation.ts'
import { troubleInWords } from '../trouble-in-words.ts'
import { AnalysisChart } from './analysis-chart.tsx'
import { AnswersChart } from './answers-chart.tsx'

interface MeasureProps {
  visit: Visit
  evaluation: Evaluation
  measure: Measure
  finding: MeasureFinding
}

/** One measure: its sentences, its chart with table, and what has to be known of it. Nothing while it is covered. */
export function MeasureResult({ visit, evaluation, measure, finding }: MeasureProps) {
  const words = texts[visit.lang].evaluations
  const { coverage, experiment, kept } = evaluation
  if (coverage === 'covered') return null
  const analysis = analysisOf(evaluation, measure.id)
  const [first = '', ...rest] = measureInSentences(visit.lang, measure, finding, analysis)
  const exploratory = experiment.plan.measures[0]?.id !== measure.id
  const chart = (
    <AnalysisChart
      visit={visit}
      evaluation={evaluation}
      measure={measure}
      finding={finding}
      analysis={coverage === 'open' ? analysis : undefined}
    />
  )
  if (coverage === 'chart_only') return <div class="measure-result">{chart}</div>
  return (
    <div class="measure-result">
      {!kept && evaluation.observations.length > 0 && (
        <p class="muted">
          {evaluation.trouble ? troubleInWords(visit.lang, evaluation.trouble) : words.analysis.computing}
        </p>
      )}
      <p class="finding-first">{first}</p>
      {rest.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <UnitNote visit={visit} evaluation={evaluation} measure={measure} />
      {exploratory && analysis && <p class="muted">{words.analysis.exploratory}</p>}
      <AnswersChart
        visit={visit}
        measure={measure}
        answers={answersOf(evaluation, measure.id)}
        versions={experiment.plan.design?.kind === 'two_versions'}
      />
      {chart}
      {analysis && analysis.checks.length > 0 && (
        <Details summary={words.analysis.checks} open={!exploratory}>
          <ul>
            {analysis.checks.map((check) => (
              <li>{checkText(visit.lang, check)}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

/** That a measure was read in other units from some day on, and what that means for its figures. */
function UnitNote({ visit, evaluation, measure }: Omit<MeasureProps, 'finding'>) {
  const words = texts[visit.lang].evaluations.units
  const changes = (evaluation.experiment.unitChanges ?? []).filter((one) => one.measureId === measure.id)
  if (changes.length === 0) return null
  const apart = changes.some((change) => change.planUnits === null)
  return (
    <Notice kind={apart ? 'attention' : 'info'} title={words.title}>
      {changes.map((change) => (
        <p>{unitChangeInWords(visit.lang, measure.unit, change)}</p>
      ))}
      <p>{apart ? words.apart(measure.unit) : words.converted(measure.unit)}</p>
    </Notice>
  )
}

/** Why no figures are shown before the end, and how they can be opened; every opening for ever. */
export function CoverageNote({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].evaluations
  const { experiment, coverage, openings, observations } = evaluation
  const { endsOn } = experiment.plan
  return (
    <>
      {coverage === 'covered' && endsOn !== null && (
        <Notice kind="info" title={words.covered.title}>
          <p>{words.covered.text(formatDate(visit.lang, endsOn))}</p>
          <p>{words.covered.readings(observations.length)}</p>
          {mayWorkOnExperiment(visit, experiment) && (
            <ButtonRow>
              <ButtonLink kind="quiet" href={visit.to('open-early', { id: experiment.id })}>
                {words.covered.link}
              </ButtonLink>
            </ButtonRow>
          )}
        </Notice>
      )}
      {coverage === 'chart_only' && (
        <Notice kind="info">
          <p>{experiment.plan.design?.looks ? texts[visit.lang].looks.watched : words.analysis.watched}</p>
        </Notice>
      )}
      {openings.map((opening) => (
        <Notice kind="attention">
          <p>{words.covered.opened(formatDate(visit.lang, opening.openedAt), opening.why)}</p>
        </Notice>
      ))}
    </>
  )
}

/** Level of evidence with precision beside it, since a strong design with two units is still imprecise. */
export function EvidenceLevel({
  visit,
  evaluation,
  measure,
  finding,
}: {
  visit: Visit
  evaluation: Evaluation
  measure: Measure | undefined
  finding: MeasureFinding | undefined
}) {
  const all = texts[visit.lang].evaluations
  const words = all.level
  if (evaluation.coverage !== 'open') return null
  const analysis = measure && analysisOf(evaluation, measure.id)
  const step = analysis?.evidence.step ?? (finding ? evidenceLevelOf(finding) : 0)
  const level = words.levels[step as keyof typeof words.levels]
  const ranged = analysis?.effect && analysis.effect.low !== null && analysis.effect.high !== null
  return (
    <>
      <SummaryList
        rows={[
          {
            term: words.term,
            value: (
              <>
                {level}
                {analysis && (
                  <>
                    <br />
                    {words.scales(analysis.evidence.maryland, analysis.evidence.nesta)}
                  </>
                )}
                {analysis?.evidence.loweredBy && (
                  <>
                    <br />
                    {words.loweredBy} {checkText(visit.lang, analysis.evidence.loweredBy)}
                  </>
                )}
              </>
            ),
          },
          {
            term: words.precision,
            value: analysis?.precision
              ? words.precisionLevels[analysis.precision]
              : ranged
                ? words.precisionUnsaid
                : words.precisionUnknown,
          },
          ...(analysis
            ? [{ term: all.analysis.method, value: capitalised(all.analysis.methods[analysis.method]) }]
            : []),
        ]}
      />
      <Details summary={words.more}>
        <p>{words.scale}</p>
        {analysis && !evaluation.experiment.plan.design && <p>{all.analysis.noDesign}</p>}
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
