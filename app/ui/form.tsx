import type { Child } from 'hono/jsx'
import type { Lang } from '../platform/language.ts'
import { fieldId, type Problem } from './problems.ts'
import { uiTexts } from './texts.ts'

export type Submission = { key: string; version?: number | undefined; readonly token: string }

/**
 * A form that is sent by post. `submission.key` makes a double submit count once, `submission.version` is the version the
 * person saw, `submission.token` proves that the form was opened in this browser. The browser script, where there is one, warns before typed text is left behind and stops a second press.
 */
export function Form(props: {
  lang: Lang
  action?: string
  hidden?: Record<string, string>
  submission: Submission
  id?: string
  /** True where the form holds a `FileField`. */
  takesFile?: boolean
  children?: Child
}) {
  return (
    <form
      method="post"
      enctype={props.takesFile ? 'multipart/form-data' : undefined}
      action={props.action}
      id={props.id}
      class="form"
      novalidate
      data-guard
      data-sending={uiTexts[props.lang].sending}
    >
      <input type="hidden" name="_token" value={props.submission.token} />
      <input type="hidden" name="_key" value={props.submission.key} />
      {props.submission.version === undefined ? null : (
        <input type="hidden" name="_version" value={String(props.submission.version)} />
      )}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

/** All problems of a form in one box at the top of the page, each a link to its field. Nothing when there are none. */
export function ErrorSummary(props: { lang: Lang; problems: readonly Problem[] }) {
  if (props.problems.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{uiTexts[props.lang].errorSummaryTitle}</h2>
      <ul>
        {props.problems.map((problem) => (
          <li>
            {problem.field === '' ? problem.text : <a href={`#${fieldId(problem.field)}`}>{problem.text}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
