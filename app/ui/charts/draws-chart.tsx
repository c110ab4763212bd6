import { formatChange, formatNumber, formatShare } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, type DrawingSize, drawingSizes } from './chart-figure.tsx'
import { coordinate, linearScale, niceTicks } from './scale.ts'

export type DrawsChartProps = {
  lang: Lang
  title: string
  /** What the chart shows, in one sentence. */
  sentence: string
  unit: string
  /** Differences from `from` to `to`, and the share of all draws that show them (0–1). */
  bars: { from: number; to: number; share: number }[]
  observed: number
}

/** Equal distances from nothing count as equal, whatever their last binary digits. */
const isAsFar = (bar: { from: number; to: number }, observed: number) =>
  Math.max(Math.abs(bar.from), Math.abs(bar.to)) >= Math.abs(observed) * (1 - 1e-9)

function Drawing({ size, lang, bars, observed, unit }: DrawsChartProps & { size: DrawingSize }) {
  const first = bars[0]?.from ?? 0
  const last = bars.at(-1)?.to ?? 1
  const [left, right, top, bottom] = [16, size.width - 16, 44, size.height - 40]
  const x = linearScale([first, last], [left, right])
  const y = linearScale([0, Math.max(...bars.map((bar) => bar.share))], [bottom, top])
  const ticks = niceTicks(first, last, size.name === 'wide' ? 6 : 3).filter(
    (tick) => tick >= first && tick <= last,
  )
  const at = x(observed)
  return (
    <>
      {bars.map((bar) => (
        <rect
          class={isAsFar(bar, observed) ? 'draw-bar draw-bar-far' : 'draw-bar'}
          x={coordinate(x(bar.from) + 0.5)}
          y={coordinate(y(bar.share))}
          width={coordinate(Math.max(1, x(bar.to) - x(bar.from) - 1))}
          height={coordinate(bottom - y(bar.share))}
        />
      ))}
      <g class="axis">
        <path class="base" d={`M${left} ${bottom}H${right}`} />
        {ticks.map((tick) => (
          <>
            <path class="base" d={`M${coordinate(x(tick))} ${bottom}v5`} />
            <text x={coordinate(x(tick))} y={bottom + 20} text-anchor="middle">
              {formatChange(lang, tick)}
            </text>
          </>
        ))}
      </g>
      <path class="mark-line draw-observed" d={`M${coordinate(at)} 26V${bottom}`} />
      <text
        class="reference-label"
        x={coordinate(at)}
        y={18}
        text-anchor={at > size.width * 0.7 ? 'end' : at < size.width * 0.3 ? 'start' : 'middle'}
      >
        {`${uiTexts[lang].observed} ${formatChange(lang, observed)} ${unit}`.trim()}
      </text>
    </>
  )
}

/** The differences that all possible draws would show, with the one that came out marked. Fisher, The Design of Experiments (1935). */
export function DrawsChart(props: DrawsChartProps) {
  const words = uiTexts[props.lang]
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={drawingSizes(240, 220)}
      draw={(size) => <Drawing {...props} size={size} />}
      tableSummary={words.numbersAsTable}
      table={
        <Table
          caption={props.title}
          captionHidden
          rowHeaders
          columns={[
            { text: `${words.difference} (${props.unit})` },
            { text: words.shareOfDraws, numeric: true },
          ]}
          rows={props.bars.map((bar) => [
            `${formatNumber(props.lang, bar.from)} … ${formatNumber(props.lang, bar.to)}`,
            formatShare(props.lang, bar.share),
          ])}
        />
      }
    />
  )
}
