import type { Measure } from '../../experiments/index.ts'
import { addDays, dayOf } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { FaceChart, type FaceWeek, RunChart, type RunModel } from '../../ui/index.ts'
import { median, valueInWords } from '../value-in-words.ts'
import type { Observation, SeriesPoint } from '../observation.ts'

/** A mark on the time axis: a departure from the plan, an event. */
export interface ChartMark {
  date: string
  text: string
}

/** The chart of one measure: a run chart for numbers and for the daily means of a scale, weekly shares for faces, each with its sentence and table. */
export function SeriesChart({
  lang,
  measure,
  series,
  observations,
  sentence,
  marks = [],
  baselineMedian,
  limits,
  model,
}: {
  lang: Lang
  measure: Measure
  series: SeriesPoint[]
  observations: readonly Observation[]
  sentence: string
  marks?: ChartMark[]
  baselineMedian?: number
  /** Mean and limits of the time before, and the places (from 0) of the readings that stand out from it. */
  limits?: { mean: number; lower: number; upper: number; marked: number[] }
  /** A model of the series, whose lists go with its points. */
  model?: RunModel
}) {
  const words = texts[lang].measurements
  const standsOut = new Set(limits?.marked)
  if (series.length === 0) return null
  if (measure.kind === 'faces')
    return (
      <FaceChart
        lang={lang}
        title={measure.name}
        sentence={sentence}
        weeks={weeksOf(observations, measure.id)}
      />
    )
  return (
    <RunChart
      lang={lang}
      title={measure.name}
      sentence={sentence}
      unit={measure.kind === 'scale' ? '1–5' : measure.unit}
      points={series.map((point, index) => ({
        signalled: standsOut.has(index),
        date: point.day,
        value: point.value,
        phase: point.phase,
        note:
          [point.readings > 1 ? words.section.readings(point.readings) : '', point.note ?? '']
            .filter(Boolean)
            .join('; ') || undefined,
      }))}
      median={
        baselineMedian === undefined && !limits && !model
          ? median(series.map((point) => point.value))
          : undefined
      }
      baselineMedian={limits || model ? undefined : baselineMedian}
      limits={limits}
      model={model}
      prediction={measure.predicted ?? undefined}
      marks={marks}
      valueLabel={measure.unit || words.value}
      dateLabel={words.day}
    />
  )
}

/** Counts of faces by week, weeks from Monday. */
function weeksOf(observations: readonly Observation[], measureId: string): FaceWeek[] {
  const weeks = new Map<string, { glad: number; even: number; sad: number }>()
  for (const one of observations) {
    if (one.measureId !== measureId) continue
    const weekday = (new Date(`${one.day}T12:00:00Z`).getUTCDay() + 6) % 7
    const monday = addDays(one.day, -weekday)
    const counts = weeks.get(monday) ?? { glad: 0, even: 0, sad: 0 }
    counts[one.value === 3 ? 'glad' : one.value === 2 ? 'even' : 'sad']++
    weeks.set(monday, counts)
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([weekStarting, counts]) => ({ weekStarting, counts }))
}

/** What the last four weeks of a measure look like; nothing when they hold no reading. */
export function LastWeeks({
  lang,
  measure,
  series,
  observations,
  now,
}: {
  lang: Lang
  measure: Measure
  series: SeriesPoint[]
  observations: readonly Observation[]
  now: Date
}) {
  const words = texts[lang].measurements.log
  const from = addDays(dayOf(now), -28)
  const points = series.filter((point) => point.day > from)
  const middle = median(points.map((point) => point.value))
  if (middle === undefined) return <p class="muted">{words.noneYet}</p>
  return (
    <section class="section">
      <h2>{words.lastWeeks}</h2>
      <SeriesChart
        lang={lang}
        measure={measure}
        series={points}
        observations={observations.filter((one) => one.day > from)}
        sentence={words.lastWeeksSentence(points.length, valueInWords(lang, measure, middle))}
      />
    </section>
  )
}
