import { formatDate, formatNumber, formatShare } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { Mood } from '../buttons.tsx'
import { Table } from '../data.tsx'
import { uiTexts } from '../texts.ts'
import { ChartFigure, drawingSizes, type DrawingSize } from './chart-figure.tsx'
import { coordinate, dayNumber } from './scale.ts'
import { shortDay } from './time-axis.ts'

/** One week of faces. Without `counts` the answers of the week are too few to be shown. */
export type FaceWeek = { weekStarting: string; counts?: Record<Mood, number> }

const moods: Mood[] = ['glad', 'even', 'sad']
const rowHeight = 30

function total(counts: Record<Mood, number>): number {
  return counts.glad + counts.even + counts.sad
}

/** One share: solid, light or striped, so that it is told apart without colour. */
function Share(props: { mood: Mood; x: number; y: number; width: number; height: number }) {
  const { mood, x, y, width, height } = props
  const stripes = Array.from({ length: Math.floor(width / 5) }, (_, index) => x + index * 5 + 3)
  return (
    <>
      <rect class={`share share-${mood}`} x={coordinate(x)} y={y} width={coordinate(width)} height={height} />
      {mood === 'sad' ? (
        <path class="stripes" d={stripes.map((at) => `M${coordinate(at)} ${y}v${height}`).join('')} />
      ) : null}
    </>
  )
}

function FaceDrawing(props: { lang: Lang; size: DrawingSize; weeks: FaceWeek[] }) {
  const { size } = props
  const left = 62
  const right = size.width - 44
  const words = uiTexts[props.lang]
  return (
    <>
      {props.weeks.map((week, index) => {
        const y = 28 + index * rowHeight
        const counts = week.counts
        const sum = counts ? total(counts) : 0
        let x = left
        return (
          <g>
            <text class="axis-text" x={left - 8} y={y + 17} text-anchor="end">
              {shortDay(props.lang, dayNumber(week.weekStarting))}
            </text>
            {counts && sum > 0 ? (
              moods.map((mood) => {
                const width = ((right - left) * counts[mood]) / sum
                const from = x
                x += width
                return width === 0 ? null : (
                  <>
                    <Share mood={mood} x={from} y={y} width={Math.max(0.5, width - 2)} height={24} />
                  </>
                )
              })
            ) : (
              <text class="axis-text" x={left} y={y + 17}>
                {words.tooFewShort}
              </text>
            )}
            {counts ? (
              <text class="axis-text" x={right + 6} y={y + 17}>
                {formatNumber(props.lang, sum)}
              </text>
            ) : null}
          </g>
        )
      })}
      <text class="axis-text" x={size.width} y={16} text-anchor="end">
        {words.answers}
      </text>
    </>
  )
}

/**
 * How each week felt: the shares of three faces, told apart by place, fill and pattern. A week without `counts` says that
 * there are too few answers. `labels` are the words the faces had when people pressed them.
 */
export function FaceChart(props: {
  lang: Lang
  title: string
  sentence: string
  weeks: FaceWeek[]
  labels?: Record<Mood, string>
}) {
  const words = uiTexts[props.lang]
  const labels = props.labels ?? words.faces
  const height = 28 + props.weeks.length * rowHeight
  return (
    <ChartFigure
      title={props.title}
      sentence={props.sentence}
      sizes={drawingSizes(height, height)}
      draw={(size) => <FaceDrawing lang={props.lang} size={size} weeks={props.weeks} />}
      above={
        <ul class="key">
          {moods.map((mood) => (
            <li>
              <svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true" focusable="false">
                <Share mood={mood} x={0} y={0} width={24} height={16} />
              </svg>
              {labels[mood]}
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
            { text: words.week },
            ...moods.map((mood) => ({ text: labels[mood], numeric: true })),
            { text: words.answers, numeric: true },
          ]}
          rows={props.weeks.map((week) => {
            const sum = week.counts ? total(week.counts) : 0
            return [
              formatDate(props.lang, week.weekStarting),
              ...moods.map((mood) =>
                week.counts && sum > 0 ? formatShare(props.lang, week.counts[mood] / sum) : words.tooFewShort,
              ),
              week.counts ? formatNumber(props.lang, sum) : words.tooFewShort,
            ]
          })}
        />
      }
    />
  )
}
