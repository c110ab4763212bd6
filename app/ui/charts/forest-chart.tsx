import { formatChange, formatShare } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, type DrawingSize } from './chart-figure.tsx'
import { coordinate, linearScale, niceTicks, type Scale } from './scale.ts'

/** One place: its change with the range in which it likely lies, in the unit of the chart. */
export type ForestRow = {
  name: string
  href?: string
  estimate: number
  low: number
  high: number
  /** Share of the common figure that it carries, 0–1. */
  weight: number
}

export type ForestChartProps = {
  lang: Lang
  title: string
  /** What the chart shows, in one sentence. */
  sentence: string
  unit: string
  /** What a row is, as the head of the table's first column. */
  rowName: string
  rows: ForestRow[]
  /** The common figure with its range; null where it is not given. */
  together: { name: string; estimate: number; low: number; high: number } | null
  /** Where the next place likely lies; null where it is too early to say. */
  next: { name: string; low: number; high: number } | null
  /** Which way is better. */
  better: 'up' | 'down'
  decimals: number
}

const rowHeight = 46
const summaryHeight = 50
const top = 34

const height = (props: ForestChartProps) =>
  top +
  props.rows.length * rowHeight +
  (props.together ? summaryHeight : 0) +
  (props.next ? summaryHeight : 0) +
  36

/** The whole axis: every range and nothing itself. Ranges far wider than the rest are cut off with an arrow. */
function domainOf({ rows, together, next }: ForestChartProps): [number, number] {
  const ends = [...rows, ...(together ? [together] : []), ...(next ? [next] : [])]
  const estimates = [0, ...rows.map((row) => row.estimate), ...(next ? [next.low, next.high] : [])]
  const room = 3 * Math.max(Math.max(...estimates) - Math.min(...estimates), Number.EPSILON)
  const low = Math.max(Math.min(0, ...ends.map((one) => one.low)), Math.min(...estimates) - room)
  const high = Math.min(Math.max(0, ...ends.map((one) => one.high)), Math.max(...estimates) + room)
  return [low, high]
}

function Drawing(props: ForestChartProps & { size: DrawingSize }) {
  const { size, rows, lang, together, next, better } = props
  const words = uiTexts[lang].forest
  const ticks = niceTicks(...domainOf(props), size.name === 'wide' ? 6 : 3)
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const x = linearScale([first, last], [20, size.width - 20])
  const bottom = height(props) - 30
  const heaviest = Math.max(...rows.map((row) => row.weight))
  const summary = top + rows.length * rowHeight
  return (
    <>
      <g class="axis">
        {ticks.map((tick) => (
          <>
            <path class="grid" d={`M${coordinate(x(tick))} ${top - 8}V${bottom}`} />
            <text x={coordinate(x(tick))} y={bottom + 20} text-anchor="middle">
              {formatChange(lang, tick)}
            </text>
          </>
        ))}
        <path class="forest-nothing" d={`M${coordinate(x(0))} ${top - 8}V${bottom}`} />
        {first < 0 && (
          <text x={coordinate(x(0) - 10)} y={14} text-anchor="end">
            {better === 'down' ? `← ${words.better}` : `← ${words.worse}`}
          </text>
        )}
        {last > 0 && (
          <text x={coordinate(x(0) + 10)} y={14}>
            {better === 'up' ? `${words.better} →` : `${words.worse} →`}
          </text>
        )}
      </g>
      {rows.map((row, index) => (
        <Place
          {...props}
          row={row}
          x={x}
          y={top + index * rowHeight}
          half={3 + 5 * Math.sqrt(row.weight / heaviest)}
        />
      ))}
      {together && <Together {...props} of={together} x={x} y={summary} />}
      {next && <Next {...props} of={next} x={x} y={summary + (together ? summaryHeight : 0)} />}
    </>
  )
}

type Drawn = ForestChartProps & { size: DrawingSize; x: Scale; y: number }

/** A name at the left and its figures at the right, above what they speak of; on a phone the figures are in the table only. */
function Labels({ size, y, name, figures, bold }: Drawn & { name: string; figures: string; bold?: boolean }) {
  return (
    <>
      <text class={bold ? 'place-group' : undefined} x={4} y={coordinate(y + 14)}>
        {name}
      </text>
      {size.name === 'wide' && (
        <text class="axis-text" x={size.width - 4} y={coordinate(y + 14)} text-anchor="end">
          {figures}
        </text>
      )}
    </>
  )
}

function Place(props: Drawn & { row: ForestRow; half: number }) {
  const { row, x, y, half } = props
  const at = y + 28
  const middle = x(row.estimate)
  return (
    <>
      <Labels {...props} name={row.name} figures={figuresOf(props, row)} />
      <Range {...props} low={row.low} high={row.high} y={at} className="forest-range" />
      <rect
        class="forest-place"
        x={coordinate(middle - half)}
        y={coordinate(at - half)}
        width={coordinate(2 * half)}
        height={coordinate(2 * half)}
      />
    </>
  )
}

/** A line from one end to the other; an end beyond the axis is an arrow. */
function Range({
  x,
  size,
  low,
  high,
  y,
  className,
}: Drawn & { low: number; high: number; className: string }) {
  const [least, most] = [12, size.width - 12]
  const from = Math.max(least, x(low))
  const to = Math.min(most, x(high))
  return (
    <>
      <path class={className} d={`M${coordinate(from)} ${coordinate(y)}H${coordinate(to)}`} />
      {[
        { end: from, cut: x(low) < least, side: -1 },
        { end: to, cut: x(high) > most, side: 1 },
      ].map(({ end, cut, side }) =>
        cut ? (
          <path class="forest-arrow" d={`M${coordinate(end)} ${coordinate(y)}l${-8 * side} -5v10z`} />
        ) : (
          <path class={className} d={`M${coordinate(end)} ${coordinate(y - 4)}v8`} />
        ),
      )}
    </>
  )
}

function Together(props: Drawn & { of: NonNullable<ForestChartProps['together']> }) {
  const { of, x, y, size } = props
  const at = y + 32
  const inside = (value: number) => coordinate(Math.min(size.width - 12, Math.max(12, x(value))))
  return (
    <>
      <path class="base" d={`M4 ${y}H${size.width - 4}`} />
      <Labels {...props} y={y + 4} name={of.name} figures={figuresOf(props, of)} bold />
      <path
        class="forest-together"
        d={`M${inside(of.low)} ${at}L${inside(of.estimate)} ${at - 9}L${inside(of.high)} ${at}L${inside(of.estimate)} ${at + 9}Z`}
      />
    </>
  )
}

function Next(props: Drawn & { of: NonNullable<ForestChartProps['next']> }) {
  const { of, y, lang, decimals } = props
  return (
    <>
      <Labels
        {...props}
        y={y + 4}
        name={of.name}
        figures={`${formatChange(lang, of.low, decimals)} … ${formatChange(lang, of.high, decimals)}`}
        bold
      />
      <Range {...props} low={of.low} high={of.high} y={y + 32} className="forest-next" />
    </>
  )
}

function figuresOf(
  { lang, decimals }: ForestChartProps,
  { estimate, low, high }: { estimate: number; low: number; high: number },
): string {
  const written = (value: number) => formatChange(lang, value, decimals)
  return `${written(estimate)} (${written(low)} … ${written(high)})`
}

/**
 * The changes of several places with their ranges, the common figure below them and where the next place likely lies, with
 * the figures in a table. A square is the larger the more the place weighs. Lewis and Clarke, BMJ 322 (2001), 1479.
 */
export function ForestChart(props: ForestChartProps) {
  const { lang, decimals, together, next } = props
  const words = uiTexts[lang]
  const written = (value: number) => formatChange(lang, value, decimals)
  const size = { height: height(props) }
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={[
        { name: 'wide', width: 680, ...size },
        { name: 'narrow', width: 340, ...size },
      ]}
      draw={(drawn) => <Drawing {...props} size={drawn} />}
      tableSummary={words.numbersAsTable}
      table={
        <Table
          caption={props.title}
          captionHidden
          rowHeaders
          columns={[
            { text: props.rowName },
            { text: `${words.change} (${props.unit})`, numeric: true },
            { text: words.forest.from, numeric: true },
            { text: words.forest.to, numeric: true },
            { text: words.forest.weight, numeric: true },
          ]}
          rows={[
            ...props.rows.map((row) => [
              row.href ? <a href={row.href}>{row.name}</a> : row.name,
              written(row.estimate),
              written(row.low),
              written(row.high),
              formatShare(lang, row.weight),
            ]),
            ...(together
              ? [
                  [
                    together.name,
                    written(together.estimate),
                    written(together.low),
                    written(together.high),
                    '',
                  ],
                ]
              : []),
            ...(next ? [[next.name, '', written(next.low), written(next.high), '']] : []),
          ]}
        />
      }
    />
  )
}
