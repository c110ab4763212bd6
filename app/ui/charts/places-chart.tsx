import { formatChange, formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, type DrawingSize } from './chart-figure.tsx'
import { coordinate, linearScale, valueTicks } from './scale.ts'

/** One place with its level before and after; null where nothing was read. */
export type PlaceRow = {
  name: string
  group: 'treated' | 'comparison'
  before: number | null
  after: number | null
}

export type PlacesChartProps = {
  lang: Lang
  title: string
  /** What the chart shows, in one sentence. */
  sentence: string
  unit: string
  rows: PlaceRow[]
  groupNames: { treated: string; comparison: string }
}

const rowHeight = 34
const headHeight = 26

function height(props: PlacesChartProps): number {
  const groups = new Set(props.rows.map((row) => row.group)).size
  return 20 + props.rows.length * rowHeight + groups * headHeight + 40
}

function Drawing(props: PlacesChartProps & { size: DrawingSize }) {
  const { size, rows, lang } = props
  const values = rows.flatMap((row) => [row.before, row.after]).filter((value) => value !== null)
  const ticks = valueTicks(values, size.name === 'wide' ? 6 : 3)
  const x = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [16, size.width - 24])
  const bottom = height(props) - 34
  let y = 8
  return (
    <>
      <g class="axis">
        {ticks.map((tick) => (
          <>
            <path class="grid" d={`M${coordinate(x(tick))} 8V${bottom}`} />
            <text x={coordinate(x(tick))} y={bottom + 20} text-anchor="middle">
              {formatNumber(lang, tick)}
            </text>
          </>
        ))}
      </g>
      {(['treated', 'comparison'] as const).map((group) => {
        const own = rows.filter((row) => row.group === group)
        if (own.length === 0) return null
        y += headHeight
        const headY = y - 8
        return (
          <g>
            <text class="place-group" x={4} y={headY}>
              {props.groupNames[group]}
            </text>
            {own.map((row) => {
              const middle = y + rowHeight / 2 + 4
              y += rowHeight
              return <PlaceMarks row={row} x={x} y={middle} width={size.width} />
            })}
          </g>
        )
      })}
    </>
  )
}

/** Before as a hollow ring, after as a filled mark, a line from one to the other, and the name above its line. */
function PlaceMarks({
  row,
  x,
  y,
  width,
}: {
  row: PlaceRow
  x: (value: number) => number
  y: number
  width: number
}) {
  const at = coordinate(y + 4)
  const ends = [row.before, row.after].filter((value) => value !== null).map(x)
  const nameAt = Math.min(Math.max(4, Math.min(...ends, width) - 8), width - row.name.length * 7.4 - 4)
  return (
    <>
      <text class="place-name axis-text" x={coordinate(Math.max(4, nameAt))} y={coordinate(y - 8)}>
        {row.name}
      </text>
      {row.before !== null && row.after !== null ? (
        <path
          class={`place-line place-${row.group}`}
          d={`M${coordinate(x(row.before))} ${at}H${coordinate(x(row.after))}`}
        />
      ) : null}
      {row.before === null ? null : (
        <circle class="marker marker-before" cx={coordinate(x(row.before))} cy={at} r="5" />
      )}
      {row.after === null ? null : row.group === 'treated' ? (
        <circle class="marker marker-during" cx={coordinate(x(row.after))} cy={at} r="5.5" />
      ) : (
        <rect
          class="marker marker-comparison"
          x={coordinate(x(row.after) - 4.5)}
          y={coordinate(y - 0.5)}
          width="9"
          height="9"
        />
      )}
    </>
  )
}

/** Places before and after, those that try above those that go on as before, with the figures in a table. */
export function PlacesChart(props: PlacesChartProps) {
  const words = uiTexts[props.lang]
  const written = (value: number | null) => (value === null ? '' : formatNumber(props.lang, value))
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={[
        { name: 'wide', width: 680, height: height(props) },
        { name: 'narrow', width: 340, height: height(props) },
      ]}
      draw={(size) => <Drawing {...props} size={size} />}
      tableSummary={words.numbersAsTable}
      table={
        <Table
          caption={props.title}
          captionHidden
          rowHeaders
          columns={[
            { text: words.place },
            { text: words.group },
            { text: `${words.before} (${props.unit})`, numeric: true },
            { text: `${words.after} (${props.unit})`, numeric: true },
            { text: words.change, numeric: true },
          ]}
          rows={props.rows.map((row) => [
            row.name,
            props.groupNames[row.group],
            written(row.before),
            written(row.after),
            row.before === null || row.after === null ? '' : formatChange(props.lang, row.after - row.before),
          ])}
        />
      }
      below={
        <ul class="key">
          <li>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <circle class="marker marker-before" cx="8" cy="8" r="5" />
            </svg>
            {words.before}
          </li>
          <li>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
              <circle class="marker marker-during" cx="8" cy="8" r="5.5" />
            </svg>
            {words.after}: {props.groupNames.treated}
          </li>
          {props.rows.some((row) => row.group === 'comparison') ? (
            <li>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
                <rect class="marker marker-comparison" x="3.5" y="3.5" width="9" height="9" />
              </svg>
              {words.after}: {props.groupNames.comparison}
            </li>
          ) : null}
        </ul>
      }
    />
  )
}
