const answers = ['1', '2', '3', '4', '5']

/**
 * Five big buttons from 1 to 5; pressing one sends the form at once. `low` and `high` say what 1 and 5 stand for: they stand
 * under the row for eyes, and in the names of their buttons for ears.
 */
export function ScaleButtons(props: {
  name: string
  label: string
  low?: string
  high?: string
  chosen?: string
}) {
  const endOf = (answer: string) => (answer === '1' ? props.low : answer === '5' ? props.high : undefined)
  return (
    <fieldset class="faces">
      <legend>{props.label}</legend>
      <div class="scale-row">
        {answers.map((answer) => {
          const end = endOf(answer)
          return (
            <button
              type="submit"
              name={props.name}
              value={answer}
              class={props.chosen === answer ? 'face-button scale-button chosen' : 'face-button scale-button'}
            >
              <span class="scale-figure">{answer}</span>
              {end ? <span class="visually-hidden">{end}</span> : null}
            </button>
          )
        })}
      </div>
      {props.low || props.high ? (
        <div class="scale-ends" aria-hidden="true">
          <span>{props.low ? `1 = ${props.low}` : ''}</span>
          <span>{props.high ? `5 = ${props.high}` : ''}</span>
        </div>
      ) : null}
    </fieldset>
  )
}
