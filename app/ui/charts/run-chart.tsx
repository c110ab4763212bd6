import { formatDate, formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, drawingSizes } from './chart-figure.tsx'
import { type Mark, MarkList } from './marks.tsx'
import type { RunModel } from './run-model.tsx'
import { RunDrawing, type ReferenceLine } from './run-drawing.tsx'

export type Phase = 'before' | 'during' | 'after'
/** One measured value; `date` is an ISO day. */
export type RunPoint = {
  date: string
  value: number
  phase: Phase
  note?: string
  /** Outside the limits, or part of a run that is too long to be chance. */
  signalled?: boolean
}

export type RunChartProps = {
  lang: Lang
  title: string
  /** What the chart shows, in one sentence. */
  sentence: string
  unit: string
  points: RunPoint[]
  /** Median of all points shown. */
  median?: number
  /** Median of the time before, drawn on over the whole chart. */
  baselineMedian?: number
  /** Mean and limits of the time before, drawn on over the whole chart. */
  limits?: { mean: number; lower: number; upper: number }
  /** A model of the series; its lists go with the points in the order of time. */
  model?: RunModel
  /** What was predicted: one value or a range. */
  prediction?: number | { low: number; high: number }
  marks: Mark[]
  valueLabel: string
  dateLabel: string
}

/** Writes values of the model: one decimal closer than what was measured and never closer. */
function writerOfModel({ lang, points }: RunChartProps): (value: number) => string {
  const measured = Math.max(0, ...points.map((point) => `${point.value}`.split('.')[1]?.length ?? 0))
  const decimals = Math.min(measured + 1, 6)
  return (value) => formatNumber(lang, Number(value.toFixed(decimals)))
}

function referenceLines(props: RunChartProps): ReferenceLine[] {
  const words = uiTexts[props.lang]
  const written = (value: number) => formatNumber(props.lang, value)
  const lines: ReferenceLine[] = []
  if (props.baselineMedian !== undefined)
    lines.push({
      kind: 'baseline',
      value: props.baselineMedian,
      label: words.baselineMedian,
      written: written(props.baselineMedian),
    })
  if (props.median !== undefined)
    lines.push({ kind: 'median', value: props.median, label: words.median, written: written(props.median) })
  if (props.limits) {
    const { mean, lower, upper } = props.limits
    lines.push({ kind: 'median', value: mean, label: words.mean, written: written(mean) })
    lines.push({ kind: 'limit', value: upper, label: words.upperLimit, written: written(upper) })
    lines.push({ kind: 'limit', value: lower, label: words.lowerLimit, written: written(lower) })
  }
  if (props.model) {
    const modelled = writerOfModel(props)
    const [fitted, without] = [props.model.fitted.at(-1) ?? 0, props.model.without.at(-1) ?? 0]
    lines.push({ kind: 'fitted', value: fitted, label: words.fitted, written: modelled(fitted) })
    lines.push({ kind: 'without', value: without, label: words.without, written: modelled(without) })
  }
  if (typeof props.prediction === 'number')
    lines.push({
      kind: 'prediction',
      value: props.prediction,
      label: words.prediction,
      written: written(props.prediction),
    })
  else if (props.prediction)
    lines.push({
      kind: 'prediction',
      value: (props.prediction.low + props.prediction.high) / 2,
      band: [props.prediction.low, props.prediction.high],
      label: words.prediction,
      written: words.between(written(props.prediction.low), written(props.prediction.high)),
    })
  return lines
}

/** What the lines are, for a narrow screen where only their values fit at their ends. */
function LineKey(props: { lines: ReferenceLine[] }) {
  return (
    <ul class="key line-key">
      {props.lines.map((line) => (
        <li>
          <svg viewBox="0 0 32 16" width="32" height="16" aria-hidden="true" focusable="false">
            {line.band ? (
              <rect class="band" x="1" y="1" width="30" height="14" />
            ) : (
              <path
                class={
                  line.kind === 'fitted'
                    ? 'model'
                    : line.kind === 'without'
                      ? 'model model-without'
                      : `reference reference-${line.kind}`
                }
                d="M1 8H31"
              />
            )}
          </svg>
          {line.label} {line.written}
        </li>
      ))}
    </ul>
  )
}

function RunTable(props: RunChartProps & { lines: ReferenceLine[] }) {
  const words = uiTexts[props.lang]
  const modelled = writerOfModel(props)
  const withNotes = props.points.some((point) => point.note || point.signalled)
  const noteOf = (point: RunPoint) =>
    [point.signalled ? words.signalled : '', point.note ?? ''].filter(Boolean).join('; ')
  return (
    <>
      <Table
        caption={props.title}
        captionHidden
        rowHeaders
        columns={[
          { text: props.dateLabel },
          { text: `${props.valueLabel} (${props.unit})`, numeric: true },
          { text: words.phase },
          ...(props.model
            ? [
                { text: words.fitted, numeric: true },
                { text: words.without, numeric: true },
              ]
            : []),
          ...(withNotes ? [{ text: words.note }] : []),
        ]}
        rows={props.points.map((point, index) => [
          formatDate(props.lang, point.date),
          formatNumber(props.lang, point.value),
          words.phases[point.phase],
          ...(props.model
            ? [
                modelled(props.model.fitted[index] ?? 0),
                index >= props.model.start ? modelled(props.model.without[index] ?? 0) : '',
              ]
            : []),
          ...(withNotes ? [noteOf(point)] : []),
        ])}
      />
      {props.lines.length === 0 ? null : (
        <ul>
          {props.lines.map((line) => (
            <li>
              {line.label}: {line.written} {props.unit}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/**
 * A run chart: values in the order of time with the phases of the experiment told apart by marker, median and prediction
 * labelled at their ends, and numbered events listed below. Perla, Provost and Murray, BMJ Quality & Safety 20 (2011) 46–51.
 * Without points only the title and the sentence are shown.
 */
export function RunChart(props: RunChartProps) {
  const points = props.points.toSorted((a, b) => a.date.localeCompare(b.date))
  if (points.length === 0)
    return (
      <div class="chart">
        <p class="chart-title">{props.title}</p>
        <p class="chart-sentence">{props.sentence}</p>
      </div>
    )
  const marks = props.marks.toSorted((a, b) => a.date.localeCompare(b.date))
  const lines = referenceLines(props)
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={drawingSizes(340, 300)}
      draw={(size) => (
        <RunDrawing
          lang={props.lang}
          size={size}
          unit={props.unit}
          points={points}
          marks={marks}
          lines={lines}
          model={props.model}
        />
      )}
      tableSummary={uiTexts[props.lang].numbersAsTable}
      table={<RunTable {...props} points={points} lines={lines} />}
      below={
        <>
          {lines.length === 0 ? null : <LineKey lines={lines} />}
          <MarkList lang={props.lang} marks={marks} />
        </>
      }
    />
  )
}
