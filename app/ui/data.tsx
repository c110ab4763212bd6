import type { Child } from 'hono/jsx'
import type { Lang } from '../platform/language.ts'
import { uiTexts } from './texts.ts'

/** Facts as term and value. An action's `about` is read after its text, so that "Change" says what it changes. */
export function SummaryList(props: {
  rows: { term: Child; value: Child; action?: { text: string; href: string; about: string } }[]
}) {
  return (
    <dl class="summary">
      {props.rows.map((row) => (
        <div class="summary-row">
          <dt>{row.term}</dt>
          <dd>{row.value}</dd>
          {row.action ? (
            <dd class="summary-action">
              <a href={row.action.href}>
                {row.action.text}
                <span class="visually-hidden"> {row.action.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}

export type Column = { text: Child; numeric?: boolean }

/**
 * A table in its own box, which scrolls sideways by finger or keyboard when it does not fit. With `rowHeaders` the first
 * cell of a row is its heading.
 */
export function Table(props: {
  caption: string
  columns: Column[]
  rows: Child[][]
  captionHidden?: boolean
  rowHeaders?: boolean
}) {
  const cellClass = (index: number) => (props.columns[index]?.numeric ? 'numeric' : undefined)
  return (
    <div class="table-box" role="region" tabindex={0} aria-label={props.caption}>
      <table>
        <caption class={props.captionHidden ? 'visually-hidden' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th scope="col" class={cellClass(index)}>
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              {row.map((cell, index) =>
                props.rowHeaders && index === 0 ? (
                  <th scope="row" class={cellClass(index)}>
                    {cell}
                  </th>
                ) : (
                  <td class={cellClass(index)}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export type Step = { text: string; state: 'done' | 'current' | 'ahead'; detail?: Child }

/** Where something is on its way. The current step is the dot that has left the line; the state is also said in words. */
export function Steps(props: { lang: Lang; label: string; steps: Step[] }) {
  const words = uiTexts[props.lang]
  const said = { done: words.stepDone, current: words.stepCurrent, ahead: words.stepAhead }
  return (
    <ol class="steps" aria-label={props.label}>
      {props.steps.map((step) => (
        <li class={`step step-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span class="step-text">
            {step.text}
            <span class="visually-hidden"> ({said[step.state]})</span>
          </span>
          {step.detail ? <span class="step-detail">{step.detail}</span> : null}
        </li>
      ))}
    </ol>
  )
}

/** The page numbers around the current one: first, last and two on each side; undefined stands for a gap. */
export function pagesToShow(page: number, pages: number): (number | undefined)[] {
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  return near.flatMap((number, index) => {
    const before = near[index - 1]
    return before !== undefined && number - before > 1 ? [undefined, number] : [number]
  })
}

/** Links between the pages of a list; nothing when there is only one. Pages are counted from 1. */
export function Pagination(props: {
  lang: Lang
  page: number
  pages: number
  href: (page: number) => string
}) {
  if (props.pages <= 1) return null
  const words = uiTexts[props.lang]
  return (
    <nav class="pagination" aria-label={words.pages}>
      {props.page > 1 ? (
        <a rel="prev" class="page-step" href={props.href(props.page - 1)}>
          {words.previousPage}
        </a>
      ) : null}
      <ol>
        {pagesToShow(props.page, props.pages).map((page) => (
          <li>
            {page === undefined ? (
              <span class="page-gap">…</span>
            ) : (
              <a
                href={props.href(page)}
                aria-label={words.page(page)}
                aria-current={page === props.page ? 'page' : undefined}
              >
                {page}
              </a>
            )}
          </li>
        ))}
      </ol>
      <span class="page-of">{words.pageOf(props.page, props.pages)}</span>
      {props.page < props.pages ? (
        <a rel="next" class="page-step" href={props.href(props.page + 1)}>
          {words.nextPage}
        </a>
      ) : null}
    </nav>
  )
}

/** What happened when, in the order given. `date` is text as shown. */
export function Timeline(props: {
  entries: { date: Child; title: Child; children?: Child; kind?: 'plain' | 'event' | 'departure' }[]
}) {
  return (
    <ol class="timeline">
      {props.entries.map((entry) => (
        <li class={`timeline-entry timeline-${entry.kind ?? 'plain'}`}>
          <p class="timeline-date">{entry.date}</p>
          <p class="timeline-title">{entry.title}</p>
          {entry.children ? <div>{entry.children}</div> : null}
        </li>
      ))}
    </ol>
  )
}
