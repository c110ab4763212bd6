import type { Measure } from '../../experiments/index.ts'
import { formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { GapChart, type NumberedMark, Table, WeightsTable } from '../../ui/index.ts'
import type { SyntheticChart } from '../evaluation.ts'

/**
 * One place against the comparison put together for it: the gap with those of all other places, of which places the
 * comparison is made, and how far each strays beside its own fit before.
 */
export function SyntheticCharts({
  visit,
  measure,
  chart,
  marks,
}: {
  visit: Visit
  measure: Measure
  chart: SyntheticChart
  marks: NumberedMark[]
}) {
  const words = texts[visit.lang].evaluations.synthetic
  const { lang } = visit
  const ranked = [{ name: chart.treated, ratio: chart.ratio, gap: chart.gap }, ...chart.placebos].toSorted(
    (a, b) => (b.ratio ?? Infinity) - (a.ratio ?? Infinity),
  )
  return (
    <>
      <GapChart
        lang={lang}
        title={words.title(measure.name)}
        sentence={words.sentence(chart.treated)}
        unit={measure.kind === 'number' ? measure.unit : ''}
        days={chart.days}
        start={chart.start}
        treated={chart.treated}
        values={chart.values}
        gap={chart.gap}
        placebos={chart.placebos}
        marks={marks}
      />
      <WeightsTable lang={lang} caption={words.weights} weights={chart.weights} />
      <Table
        caption={words.ratios}
        rowHeaders
        columns={[{ text: words.place }, { text: words.ratio, numeric: true }]}
        rows={ranked.map(({ name, ratio }) => [
          name === chart.treated ? words.tried(name) : name,
          ratio === null ? words.exactFit : formatNumber(lang, ratio, 1),
        ])}
      />
      <p class="muted">{words.ratioMeans}</p>
    </>
  )
}
