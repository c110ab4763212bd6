import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, Form, Prose, type Submission } from '../../ui/index.ts'
import { displayable, type FormValues } from './form-values.ts'
import type { Screen } from './page.ts'
import type { Visit } from './visit.ts'

/** A page for when something went another way: what happened, whether anything was saved, what to do next. */
export interface CalmPage {
  reason:
    | 'not-found'
    | 'not-allowed'
    | 'wrong-method'
    | 'too-large'
    | 'unreadable'
    | 'files'
    | 'cross-site'
    | 'stale'
    | 'unknown-field'
    | 'too-many'
    | 'broken'
    | 'busy'
  status: 400 | 403 | 404 | 405 | 413 | 415 | 422 | 429 | 500 | 503
  screen: Screen
}

/** What there is to say beyond the reason. */
export interface CalmDetails {
  /** How long to wait before trying again, in seconds. */
  waitSeconds?: number | undefined
  /** What the person had typed, so that it is not lost. */
  typed?: FormValues | undefined
  /** With this the same form can be sent again from the calm page itself. */
  submission?: Submission | undefined
  /** Where the form can be opened anew; undefined where the reason has nothing to do with a form. */
  formPath?: string | undefined
}

/** The most typed text that a calm page carries back, in characters; beyond that the browser's own way back must do. */
const mostTyped = 200_000

/** The calm page for a reason, in the visitor's language. Needs no database. */
export function calmPage(reason: CalmPage['reason'], visit: Visit, details: CalmDetails = {}): CalmPage {
  const words = texts[visit.lang].site
  const pages: Record<CalmPage['reason'], [CalmPage['status'], string, string]> = {
    'not-found': [404, words.notFoundTitle, words.notFoundText],
    'not-allowed': [403, words.notAllowedTitle, words.notAllowedText],
    'wrong-method': [405, words.wrongMethodTitle, words.wrongMethodText],
    'too-large': [413, words.tooLargeTitle, words.tooLargeText],
    unreadable: [415, words.unreadableTitle, words.unreadableText],
    files: [415, words.filesTitle, words.filesText],
    'cross-site': [403, words.crossSiteTitle, words.crossSiteText],
    stale: [403, words.staleTitle, words.staleText],
    'unknown-field': [400, words.unknownFieldTitle, words.unknownFieldText],
    'too-many': [429, words.tooManyTitle, words.tooManyText(details.waitSeconds ?? 1)],
    broken: [500, words.brokenTitle, words.brokenText(visit.requestId)],
    busy: [503, words.busyTitle, words.busyText],
  }
  const [status, title, text] = pages[reason]
  const typed = details.typed && typedFields(details.typed)
  const body = (
    <div class="calm-page">
      <h1>{title}</h1>
      <p>{text}</p>
      {typed && <Typed lang={visit.lang} fields={typed} submission={details.submission} />}
      {details.formPath !== undefined && (
        <ButtonRow>
          <ButtonLink href={details.formPath}>{words.openAgain}</ButtonLink>
        </ButtonRow>
      )}
      <p>
        <a href={`/${visit.lang}`}>{words.backToFront}</a>
      </p>
    </div>
  )
  return { reason, status, screen: { title, body, hidden: true } }
}

/** Name and value of every field that was sent, without the framework's own; undefined when that is too much to carry. */
function typedFields(values: FormValues): [string, string][] | undefined {
  const fields = Object.entries(displayable(values).entries()).flatMap(([name, value]) =>
    name === '_key' || name === '_version' || name === '_token'
      ? []
      : [value].flat().map((one): [string, string] => [name, one]),
  )
  return fields.reduce((sum, [, value]) => sum + value.length, 0) > mostTyped ? undefined : fields
}

/** What was typed, to read and copy; with a submission also to send again as it stands. */
function Typed(props: {
  lang: Visit['lang']
  fields: [string, string][]
  submission: Submission | undefined
}) {
  const words = texts[props.lang].site
  const written = props.fields.filter(([, value]) => /\S\s+\S/.test(value))
  return (
    <>
      {written.length > 0 && (
        <section class="section">
          <h2>{words.typedTitle}</h2>
          {written.map(([, value]) => (
            <Prose text={value} />
          ))}
        </section>
      )}
      {props.submission && (
        <Form lang={props.lang} submission={props.submission}>
          {props.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>{words.sendAgain}</Button>
        </Form>
      )}
    </>
  )
}
