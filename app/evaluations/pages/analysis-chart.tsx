import type { Measure } from '../../experiments/index.ts'
import { SeriesChart, seriesInWords, seriesOf } from '../../measurements/index.ts'
import { formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { DrawsChart, MarkList, numberedMarks, PlacesChart } from '../../ui/index.ts'
import type { MeasureFinding } from '../evaluate-measure.ts'
import type { Analysis } from '../evaluation.ts'
import type { Evaluation } from '../read-evaluation.ts'
import { marksOf } from './meanwhile.tsx'
import { SyntheticCharts } from './synthetic-chart.tsx'

/** The chart that fits what was analysed: places with the draws behind them, a series with its limits or its model. */
export function AnalysisChart(props: {
  visit: Visit
  evaluation: Evaluation
  measure: Measure
  finding: MeasureFinding
  analysis: Analysis | undefined
}) {
  const { visit, evaluation, measure, finding, analysis } = props
  const words = texts[visit.lang].evaluations.analysis
  const chart = analysis?.chart
  const unit = measure.kind === 'number' ? measure.unit : ''
  const marks = numberedMarks(marksOf(visit.lang, evaluation))
  if (chart?.kind === 'synthetic')
    return <SyntheticCharts visit={visit} measure={measure} chart={chart} marks={marks} />
  if (chart?.kind === 'places') {
    const versions = evaluation.experiment.plan.design?.kind === 'two_versions'
    return (
      <>
        <PlacesChart
          lang={visit.lang}
          title={measure.name}
          sentence={versions ? words.versionsChart : words.placesChart}
          unit={unit}
          rows={chart.places}
          groupNames={versions ? words.versionGroups : words.groups}
        />
        <MarkList lang={visit.lang} marks={marks} />
        {chart.draws && (
          <DrawsChart
            lang={visit.lang}
            title={words.drawsTitle}
            sentence={words.drawsChart(formatNumber(visit.lang, chart.draws.all, 0))}
            unit={unit}
            bars={chart.draws.bars}
            observed={chart.draws.observed}
          />
        )}
      </>
    )
  }
  const { experiment, observations } = evaluation
  const series = seriesOf(experiment.plan, observations, measure.id)
  return (
    <SeriesChart
      lang={visit.lang}
      measure={measure}
      series={series}
      observations={observations}
      sentence={
        chart?.kind === 'interrupted'
          ? words.interruptedChart
          : chart?.kind === 'xmr'
            ? words.xmrChart
            : seriesInWords(visit.lang, measure.name, series)
      }
      baselineMedian={finding.baseline ?? undefined}
      limits={chart?.kind === 'xmr' ? chart : undefined}
      model={
        chart?.kind === 'interrupted'
          ? { fitted: chart.fitted, without: chart.counterfactual, start: chart.start }
          : undefined
      }
      marks={marks}
    />
  )
}
