/** The small step: a line, and a dot that has left it. Decorative; words beside it carry the meaning. */
export function StepMark(props: { size?: 'small' | 'large' }) {
  return props.size === 'large' ? (
    <svg viewBox="0 0 240 64" width="240" height="64" aria-hidden="true" focusable="false">
      <path class="step-line" d="M2 52H138M166 52H238" />
      <path class="step-trace" d="M140 50C144 34 152 24 165 20" />
      <circle class="step-dot" cx="178" cy="17" r="9" />
    </svg>
  ) : (
    <svg viewBox="0 0 28 16" width="28" height="16" aria-hidden="true" focusable="false">
      <path class="step-line" d="M1 13H16" />
      <circle class="step-dot" cx="23" cy="6" r="4" />
    </svg>
  )
}

/** The name of the service over its line, with the dot that has taken a step. */
export function Wordmark(props: { name: string }) {
  return <span class="wordmark">{props.name}</span>
}
