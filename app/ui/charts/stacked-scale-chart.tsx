import { formatNumber, formatShare } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, drawingSizes, type DrawingSize } from './chart-figure.tsx'
import { coordinate } from './scale.ts'

/** Answers of one time or group: how many gave 1, 2, 3, 4 and 5. */
export type ScaleRow = { label: string; counts: readonly number[] }

export type StackedScaleChartProps = {
  lang: Lang
  title: string
  /** What the chart shows, in one sentence. */
  sentence: string
  rows: ScaleRow[]
  /** What 1 and 5 stand for. */
  low?: string
  high?: string
}

const answers = [1, 2, 3, 4, 5] as const
const rowHeight = 58
const barHeight = 28
/** A figure needs this much room inside its part. */
const roomForFigure = 16

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function meanOf(counts: readonly number[]): number | undefined {
  const all = sumOf(counts)
  return all === 0 ? undefined : counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / all
}

/** One part: from white with close stripes (1) over white and light to solid (5), so that it is told apart without colour. */
function Part(props: { answer: number; x: number; y: number; width: number; height: number }) {
  const { answer, x, y, width, height } = props
  const gap = answer === 1 ? 5 : answer === 2 ? 11 : 0
  const stripes = gap === 0 ? [] : Array.from({ length: Math.floor(width / gap) }, (_, i) => x + i * gap + 3)
  return (
    <>
      <rect
        class={`share ${answer === 5 ? 'share-glad' : answer === 4 ? 'share-even' : 'share-sad'}`}
        x={coordinate(x)}
        y={y}
        width={coordinate(width)}
        height={height}
      />
      {stripes.length > 0 ? (
        <path class="stripes" d={stripes.map((at) => `M${coordinate(at)} ${y}v${height}`).join('')} />
      ) : null}
    </>
  )
}

/** The figure of a part on a plate of its own, so that it can be read on every pattern. */
function Figure(props: { answer: number; x: number; y: number }) {
  return (
    <>
      <rect class="share-plate" x={coordinate(props.x - 7)} y={props.y + 5} width={14} height={18} />
      <text class="axis-text" x={coordinate(props.x)} y={props.y + 19} text-anchor="middle">
        {props.answer}
      </text>
    </>
  )
}

function Drawing(props: StackedScaleChartProps & { size: DrawingSize }) {
  const words = uiTexts[props.lang]
  const width = props.size.width - 4
  return (
    <>
      {props.rows.map((row, index) => {
        const y = index * rowHeight + 22
        const all = sumOf(row.counts)
        const mean = meanOf(row.counts)
        let x = 2
        return (
          <g>
            <text class="axis-text" x={2} y={y - 7}>
              {row.label}
            </text>
            <text class="axis-text" x={props.size.width - 2} y={y - 7} text-anchor="end">
              {mean === undefined
                ? words.noAnswers
                : words.answersAndMean(formatNumber(props.lang, all), formatNumber(props.lang, mean, 1))}
            </text>
            {answers.map((answer) => {
              const part = all === 0 ? 0 : (width * (row.counts[answer - 1] ?? 0)) / all
              const from = x
              x += part
              return part === 0 ? null : (
                <>
                  <Part answer={answer} x={from} y={y} width={Math.max(0.5, part - 2)} height={barHeight} />
                  {part > roomForFigure + 2 ? <Figure answer={answer} x={from + part / 2 - 1} y={y} /> : null}
                </>
              )
            })}
          </g>
        )
      })}
    </>
  )
}

/** What a part stands for: the figure, with words at the ends. */
function nameOf(props: StackedScaleChartProps, answer: number): string {
  const end = answer === 1 ? props.low : answer === 5 ? props.high : undefined
  return end ? `${answer} ${end}` : String(answer)
}

/**
 * Answers on a scale from 1 to 5 as bars of equal length, one for each time or group: the shares of the five answers from
 * left to right, told apart by place, pattern and figure, with the number of answers and their mean.
 */
export function StackedScaleChart(props: StackedScaleChartProps) {
  const words = uiTexts[props.lang]
  const height = props.rows.length * rowHeight
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={drawingSizes(height, height)}
      draw={(size) => <Drawing {...props} size={size} />}
      above={
        <ul class="key">
          {answers.map((answer) => (
            <li>
              <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
                <Part answer={answer} x={0} y={0} width={24} height={16} />
              </svg>
              {nameOf(props, answer)}
            </li>
          ))}
        </ul>
      }
      tableSummary={words.numbersAsTable}
      table={
        <Table
          caption={props.title}
          captionHidden
          rowHeaders
          columns={[
            { text: words.group },
            ...answers.map((answer) => ({ text: nameOf(props, answer), numeric: true })),
            { text: words.answers, numeric: true },
            { text: words.meanOfAnswers, numeric: true },
          ]}
          rows={props.rows.map((row) => {
            const all = sumOf(row.counts)
            const mean = meanOf(row.counts)
            return [
              row.label,
              ...answers.map((answer) => {
                const count = row.counts[answer - 1] ?? 0
                return all === 0
                  ? ''
                  : `${formatNumber(props.lang, count)} (${formatShare(props.lang, count / all)})`
              }),
              formatNumber(props.lang, all),
              mean === undefined ? '' : formatNumber(props.lang, mean, 1),
            ]
          })}
        />
      }
    />
  )
}
