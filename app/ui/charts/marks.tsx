import { formatDate } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'

/** Something that happened on a day: a departure from the plan, an event. */
export type Mark = { date: string; text: string }

/** A mark with the number that stands on the chart and in the list below it. */
export type NumberedMark = Mark & { number: number }

/** Marks in the order of time, numbered from 1. */
export function numberedMarks(marks: readonly Mark[]): NumberedMark[] {
  return marks
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((mark, index) => ({ ...mark, number: index + 1 }))
}

/** What the numbers on a chart stand for; nothing without marks. */
export function MarkList(props: { lang: Lang; marks: readonly Mark[] }) {
  if (props.marks.length === 0) return null
  return (
    <ol class="chart-marks">
      {props.marks.map((mark) => (
        <li>
          <span class="chart-mark-date">{formatDate(props.lang, mark.date)}</span> {mark.text}
        </li>
      ))}
    </ol>
  )
}
