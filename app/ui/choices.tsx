import type { Child } from 'hono/jsx'
import { describedBy, FieldHint, FieldProblem, GroupFrame } from './field-frame.tsx'
import { fieldId } from './problems.ts'

export type Choice = { value: string; label: Child; hint?: Child }

function ChoiceRow(props: {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  choice: Choice
  checked: boolean
  wrong: boolean
}) {
  const hintId = props.choice.hint ? `${props.id}-option-hint` : undefined
  return (
    <div class="choice">
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.choice.value}
        checked={props.checked}
        aria-describedby={hintId}
        aria-invalid={props.wrong && props.type === 'checkbox' ? 'true' : undefined}
      />
      <label for={props.id}>
        <span class="choice-label">{props.choice.label}</span>
      </label>
      {hintId ? (
        <p class="choice-hint" id={hintId}>
          {props.choice.hint}
        </p>
      ) : null}
    </div>
  )
}

/** The first control of a group carries the field's own id, so that the error summary leads to it. */
function choiceId(name: string, index: number): string {
  return index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
}

type GroupProps = {
  name: string
  legend: Child
  hint?: Child
  problem?: string
  optional?: string
  legendAsTitle?: boolean
}

/** One of a few, all in sight. `legendAsTitle` makes the question the page's h1. */
export function RadioGroup(props: GroupProps & { value?: string; options: Choice[]; inline?: boolean }) {
  return (
    <GroupFrame {...props}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.options.map((choice, index) => (
          <ChoiceRow
            type="radio"
            name={props.name}
            id={choiceId(props.name, index)}
            choice={choice}
            checked={choice.value === props.value}
            wrong={props.problem !== undefined}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** Any number of a few; each chosen value is sent under the same name. */
export function CheckboxGroup(
  props: GroupProps & { values?: readonly string[]; options: Choice[]; inline?: boolean },
) {
  return (
    <GroupFrame {...props}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.options.map((choice, index) => (
          <ChoiceRow
            type="checkbox"
            name={props.name}
            id={choiceId(props.name, index)}
            choice={choice}
            checked={props.values?.includes(choice.value) ?? false}
            wrong={props.problem !== undefined}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** One thing to say yes to. Sends `value` ("yes" unless told) when it is ticked, nothing otherwise. */
export function Checkbox(props: {
  name: string
  label: Child
  hint?: Child
  problem?: string
  checked?: boolean
  value?: string
}) {
  const id = fieldId(props.name)
  return (
    <div class={props.problem ? 'field field-wrong' : 'field'}>
      <FieldProblem name={props.name} text={props.problem} />
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          aria-describedby={describedBy(props.name, props)}
          aria-invalid={props.problem ? 'true' : undefined}
        />
        <label for={id}>
          <span class="choice-label">{props.label}</span>
        </label>
        <FieldHint name={props.name}>{props.hint}</FieldHint>
      </div>
    </div>
  )
}
