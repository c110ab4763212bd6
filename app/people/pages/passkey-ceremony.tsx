import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { ButtonRow, type Child, Form, type Submission } from '../../ui/index.ts'

/** The script that the ceremony needs; for a screen's `scripts`. */
export const passkeyScript = 'passkey'

/** A button that asks the device for a passkey and sends its answer. Without script a sentence says what works instead. */
export function PasskeyCeremony(props: {
  lang: Lang
  kind: 'sign-in' | 'registration'
  /** What the browser is asked, as JSON. */
  question: string
  submission: Submission
  action?: string
  children?: Child
}) {
  const words = texts[props.lang].people.passkey
  return (
    <passkey-ceremony data-kind={props.kind} data-question={props.question}>
      <p class="muted">{props.kind === 'sign-in' ? words.withoutScript : words.withoutScriptToAdd}</p>
      <div hidden>
        <Form lang={props.lang} action={props.action} submission={props.submission} hidden={{ answer: '' }}>
          {props.children}
          <ButtonRow>
            <button type="button" class="button button-primary">
              {props.kind === 'sign-in' ? words.use : words.add}
            </button>
          </ButtonRow>
          <p role="alert" hidden>
            {words.broken}
          </p>
        </Form>
      </div>
    </passkey-ceremony>
  )
}
