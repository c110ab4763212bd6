import type { Experiment } from '../../experiments/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Section } from '../../ui/index.ts'
import { type Observation, seriesOf } from '../observation.ts'
import { median, seriesInWords } from '../value-in-words.ts'
import { type ChartMark, SeriesChart } from './series-chart.tsx'

/** Every measure of an experiment as a chart with its sentence and table, for the experiment's page. */
export function MeasurementsSection({
  visit,
  experiment,
  observations,
  marks,
}: {
  visit: Visit
  experiment: Experiment
  observations: readonly Observation[]
  marks: ChartMark[]
}) {
  const words = texts[visit.lang].measurements
  const measured = experiment.plan.measures
    .map((measure) => ({ measure, series: seriesOf(experiment.plan, observations, measure.id) }))
    .filter(({ series }) => series.length > 0)
  return (
    <Section title={words.section.title} id="measurements">
      {measured.length === 0 && <p>{words.none}</p>}
      {measured.map(({ measure, series }) => {
        const before = series.filter((point) => point.phase === 'before')
        return (
          <SeriesChart
            lang={visit.lang}
            measure={measure}
            series={series}
            observations={observations}
            marks={marks}
            baselineMedian={median(before.map((point) => point.value))}
            sentence={seriesInWords(visit.lang, measure.name, series)}
          />
        )
      })}
      {measured.length > 0 && (
        <p>
          <a href={visit.to('measurements', { id: experiment.id })}>{words.section.link}</a>
        </p>
      )}
    </Section>
  )
}
