import type { Child } from 'hono/jsx'
import { fieldId } from './problems.ts'

export type FieldWidth = 'tiny' | 'short' | 'medium' | 'full'

/** What every field with one control shares. `optional` is the word shown after the label, such as "vapaaehtoinen". */
export type FieldProps = {
  name: string
  label: Child
  hint?: Child
  value?: string
  problem?: string
  optional?: string
}

/** The ids that describe a control: its hint and its problem, in reading order; undefined when it has neither. */
export function describedBy(
  name: string,
  parts: { hint?: unknown; problem?: unknown; count?: unknown },
): string | undefined {
  const ids = [
    parts.hint ? `${fieldId(name)}-hint` : undefined,
    parts.problem ? `${fieldId(name)}-problem` : undefined,
    parts.count ? `${fieldId(name)}-count` : undefined,
  ].filter((id) => id !== undefined)
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** The sentence under a label that says how to put the field right; found by a screen reader through its id. */
export function FieldProblem(props: { name: string; text?: string }) {
  if (!props.text) return null
  return (
    <p class="field-problem" id={`${fieldId(props.name)}-problem`}>
      <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="2" />
        <path d="M8 4v5M8 11v1.6" stroke="currentColor" stroke-width="2" />
      </svg>
      <span>{props.text}</span>
    </p>
  )
}

/** The quieter text under a label. */
export function FieldHint(props: { name: string; children?: Child }) {
  if (!props.children) return null
  return (
    <p class="field-hint" id={`${fieldId(props.name)}-hint`}>
      {props.children}
    </p>
  )
}

/** Label, hint and problem around one control. */
export function FieldFrame(props: {
  name: string
  label: Child
  hint?: Child
  problem?: string
  optional?: string
  children?: Child
}) {
  return (
    <div class={props.problem ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={fieldId(props.name)}>
        {props.label}
        {props.optional ? <span class="field-optional"> ({props.optional})</span> : null}
      </label>
      <FieldHint name={props.name}>{props.hint}</FieldHint>
      <FieldProblem name={props.name} text={props.problem} />
      {props.children}
    </div>
  )
}

/** A group of fields under one legend, with a hint and a problem of their own. */
export function GroupFrame(props: {
  name?: string
  legend: Child
  hint?: Child
  problem?: string
  legendAsTitle?: boolean
  optional?: string
  children?: Child
}) {
  const name = props.name ?? ''
  const described = props.name ? describedBy(name, props) : undefined
  return (
    <fieldset class={props.problem ? 'field group field-wrong' : 'field group'} aria-describedby={described}>
      <legend class={props.legendAsTitle ? 'legend-title' : props.name ? 'field-label' : 'legend-group'}>
        {props.legendAsTitle ? <h1>{props.legend}</h1> : props.legend}
        {props.optional ? <span class="field-optional"> ({props.optional})</span> : null}
      </legend>
      {props.name ? (
        <>
          <FieldHint name={name}>{props.hint}</FieldHint>
          <FieldProblem name={name} text={props.problem} />
        </>
      ) : null}
      {props.name || !props.hint ? null : <p class="field-hint">{props.hint}</p>}
      {props.name || !props.problem ? null : <p class="field-problem">{props.problem}</p>}
      {props.children}
    </fieldset>
  )
}
