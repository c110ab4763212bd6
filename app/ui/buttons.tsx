import type { Child } from 'hono/jsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

/** A button that sends its form; `name` and `value` tell which button it was. */
export function Button(props: {
  kind?: ButtonKind
  name?: string
  value?: string
  formAction?: string
  formNoValidate?: boolean
  children?: Child
}) {
  return (
    <button
      type="submit"
      class={`button button-${props.kind ?? 'primary'}`}
      name={props.name}
      value={props.value}
      formaction={props.formAction}
      formnovalidate={props.formNoValidate}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button, for going somewhere to begin something. */
export function ButtonLink(props: { href: string; kind?: ButtonKind; children?: Child }) {
  return (
    <a href={props.href} class={`button button-${props.kind ?? 'primary'}`}>
      {props.children}
    </a>
  )
}

/** Buttons and links side by side, wrapping on a narrow screen. */
export function ButtonRow(props: { children?: Child }) {
  return <div class="button-row">{props.children}</div>
}

export type Mood = 'glad' | 'even' | 'sad'

const mouths: Record<Mood, string> = {
  glad: 'M15 29c3 6 15 6 18 0',
  even: 'M16 31h16',
  sad: 'M15 33c3-6 15-6 18 0',
}

/** A face drawn for the purpose; decorative, the word beside it says the same. */
export function Face(props: { mood: Mood; size?: number }) {
  const size = props.size ?? 48
  return (
    <svg
      class={`face face-${props.mood}`}
      viewBox="0 0 48 48"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <circle class="face-head" cx="24" cy="24" r="21" />
      <circle class="face-eye" cx="17" cy="19" r="2.6" />
      <circle class="face-eye" cx="31" cy="19" r="2.6" />
      <path class="face-mouth" d={mouths[props.mood]} />
    </svg>
  )
}

const moodByPlace: Mood[] = ['glad', 'even', 'sad']

/**
 * Three big buttons with faces and words; pressing one sends the form at once. A face is drawn by its `mood`, or by its
 * place (first glad, then in between, then sad). `chosen` is the value given before.
 */
export function FaceButtons(props: {
  name: string
  label: string
  faces: { value: string; label: string; mood?: Mood }[]
  chosen?: string
}) {
  return (
    <fieldset class="faces">
      <legend>{props.label}</legend>
      <div class="faces-row">
        {props.faces.map((face, index) => (
          <button
            type="submit"
            name={props.name}
            value={face.value}
            class={props.chosen === face.value ? 'face-button chosen' : 'face-button'}
          >
            <Face mood={face.mood ?? moodByPlace[index] ?? 'even'} size={56} />
            <span>{face.label}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
