import { formatChange, formatDate, formatNumber, formatShare } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, drawingSizes, type DrawingSize } from './chart-figure.tsx'
import { MarkList, type NumberedMark } from './marks.tsx'
import { coordinate, dayNumber, linearScale, niceTicks } from './scale.ts'
import { dayLabels } from './time-axis.ts'

export type GapChartProps = {
  lang: Lang
  title: string
  /** What the chart shows, in one sentence. */
  sentence: string
  unit: string
  /** ISO days of the periods, oldest first, and how many of them lie before the start. */
  days: string[]
  start: number
  /** Name of the place that tried, its readings, and their distance from its comparison. */
  treated: string
  values: number[]
  gap: number[]
  /** The distances of all other places, each in turn taken for the one that tried. */
  placebos: { name: string; gap: number[] }[]
  marks: NumberedMark[]
}

const longestLabel = 76

function Drawing(props: GapChartProps & { size: DrawingSize }) {
  const { size, lang, days, start, gap, placebos } = props
  const wide = size.name === 'wide'
  const all = [...gap, ...placebos.flatMap((placebo) => placebo.gap)]
  const ticks = niceTicks(Math.min(0, ...all), Math.max(0, ...all), 5)
  const left = 18 + Math.max(...ticks.map((tick) => formatChange(lang, tick).length)) * 8
  const [right, bottom] = [size.width - (wide ? longestLabel : 12), size.height - 44]
  const top = props.marks.length > 0 ? 62 : 38
  const numbers = days.map(dayNumber)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const x = linearScale([first, last], [left + 8, right - 8])
  const y = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, top])
  const path = (values: number[]) =>
    values
      .map(
        (value, i) => `${i === 0 ? 'M' : 'L'}${coordinate(x(numbers[i] ?? first))} ${coordinate(y(value))}`,
      )
      .join('')
  const edge = x(((numbers[start - 1] ?? first) + (numbers[start] ?? last)) / 2)
  const end = gap.at(-1) ?? 0
  const labels = dayLabels(lang, first, last, wide ? 6 : 3)
  return (
    <>
      <rect
        class="phase-during"
        x={coordinate(edge)}
        y={24}
        width={coordinate(right - edge)}
        height={bottom - 24}
      />
      <g class="axis">
        <text x={0} y={14}>
          {props.unit}
        </text>
        {ticks.map((tick) => (
          <>
            <path class={tick === 0 ? 'base' : 'grid'} d={`M${left} ${coordinate(y(tick))}H${right}`} />
            <text x={left - 8} y={coordinate(y(tick) + 5)} text-anchor="end">
              {formatChange(lang, tick)}
            </text>
          </>
        ))}
        {labels.map((label, index) => (
          <>
            <path class="base" d={`M${coordinate(x(label.day))} ${bottom}v5`} />
            <text
              x={coordinate(x(label.day))}
              y={bottom + 20}
              text-anchor={index === 0 ? 'start' : index === labels.length - 1 ? 'end' : 'middle'}
            >
              {label.text}
            </text>
            {label.year ? (
              <text
                x={coordinate(x(label.day))}
                y={bottom + 37}
                text-anchor={index === 0 ? 'start' : index === labels.length - 1 ? 'end' : 'middle'}
              >
                {label.year}
              </text>
            ) : null}
          </>
        ))}
      </g>
      <path class="phase-edge" d={`M${coordinate(edge)} 24V${bottom}`} />
      {props.marks.map((mark) => {
        const at = coordinate(Math.min(right, Math.max(left, x(dayNumber(mark.date)))))
        return (
          <>
            <path class="mark-line" d={`M${at} 42V${bottom}`} />
            <circle class="mark-dot" cx={at} cy={42} r="9" />
            <text class="mark-number" x={at} y={46.5} text-anchor="middle">
              {mark.number}
            </text>
          </>
        )
      })}
      <g>
        {placebos.map((placebo) => (
          <path class="placebo" d={path(placebo.gap)} />
        ))}
      </g>
      <path class="model" d={path(gap)} />
      {wide ? (
        <text class="reference-label" x={right + 6} y={coordinate(y(end) + 5)}>
          {formatChange(lang, end, 1)}
        </text>
      ) : null}
    </>
  )
}

/**
 * How far a place is from the comparison put together for it, period by period, with the distances of all other places as
 * thin lines: Abadie, Diamond and Hainmueller, Journal of the American Statistical Association 105 (2010) 493–505.
 */
export function GapChart(props: GapChartProps) {
  const words = uiTexts[props.lang]
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={drawingSizes(320, 300)}
      draw={(size) => <Drawing {...props} size={size} />}
      above={
        <ul class="key">
          {(['model', 'placebo'] as const).map((line) => (
            <li>
              <svg viewBox="0 0 32 16" width="32" height="16" aria-hidden="true" focusable="false">
                <path class={line} d="M1 8H31" />
              </svg>
              {line === 'model' ? props.treated : words.otherPlaces}
            </li>
          ))}
        </ul>
      }
      below={<MarkList lang={props.lang} marks={props.marks} />}
      tableSummary={words.numbersAsTable}
      table={
        <Table
          caption={props.title}
          captionHidden
          rowHeaders
          columns={[
            { text: words.periodFrom },
            { text: `${props.treated} (${props.unit})`, numeric: true },
            { text: words.comparison, numeric: true },
            { text: words.difference, numeric: true },
          ]}
          rows={props.days.map((day, i) => {
            const value = props.values[i] ?? 0
            const gap = props.gap[i] ?? 0
            return [
              formatDate(props.lang, day),
              formatNumber(props.lang, value),
              formatNumber(props.lang, value - gap),
              formatChange(props.lang, gap),
            ]
          })}
        />
      }
    />
  )
}

/** Of which places a comparison was put together, the largest share first. */
export function WeightsTable(props: {
  lang: Lang
  caption: string
  weights: { name: string; weight: number }[]
}) {
  const words = uiTexts[props.lang]
  const shown = props.weights.filter(({ weight }) => weight >= 0.005)
  return (
    <Table
      caption={props.caption}
      rowHeaders
      columns={[{ text: words.place }, { text: words.share, numeric: true }]}
      rows={shown.map(({ name, weight }) => [name, formatShare(props.lang, weight)])}
    />
  )
}
