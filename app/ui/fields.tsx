import type { Child } from 'hono/jsx'
import { formatNumber } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { describedBy, FieldFrame, GroupFrame, type FieldProps, type FieldWidth } from './field-frame.tsx'
import { fieldId } from './problems.ts'
import { uiTexts } from './texts.ts'

export type TextFieldProps = FieldProps & {
  width?: FieldWidth
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'url' | 'search'
  autocomplete?: string
  type?: 'text' | 'email' | 'url' | 'search'
  /** A unit or the like after the control, part of the visible text and of the field's description. */
  suffix?: string
  /** Longest text, in characters; the browser does not cut, the page says when there is too much. */
  maxLength?: number
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const id = fieldId(props.name)
  const described = [describedBy(props.name, props), props.suffix ? `${id}-suffix` : undefined].filter(
    Boolean,
  )
  const control = (
    <input
      class={`input input-${props.width ?? 'full'}`}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      inputmode={props.inputMode}
      autocomplete={props.autocomplete ?? 'off'}
      value={props.value ?? ''}
      maxlength={props.maxLength}
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
      aria-invalid={props.problem ? 'true' : undefined}
    />
  )
  return (
    <FieldFrame {...props}>
      {props.suffix ? (
        <div class="input-with-suffix">
          {control}
          <span class="suffix" id={`${id}-suffix`}>
            {props.suffix}
          </span>
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  )
}

/** Several lines of text. With `maxLength` and `lang` the page says how much room there is, and counts where script runs. */
export function TextArea(props: FieldProps & { rows?: number; maxLength?: number; lang?: Lang }) {
  const id = fieldId(props.name)
  const words = props.lang ? uiTexts[props.lang] : undefined
  const counted = words !== undefined && props.maxLength !== undefined
  const area = (
    <textarea
      class="input input-full"
      id={id}
      name={props.name}
      rows={props.rows ?? 5}
      aria-describedby={describedBy(props.name, { ...props, count: counted })}
      aria-invalid={props.problem ? 'true' : undefined}
    >
      {/* The parser drops one line break at the start of a text area: give it one to drop. */}
      {`\n${props.value ?? ''}`}
    </textarea>
  )
  return (
    <FieldFrame {...props}>
      {counted && words && props.maxLength !== undefined ? (
        <character-count
          data-limit={props.maxLength}
          data-left-one={words.charactersLeft.one}
          data-left={words.charactersLeft.many('{count}')}
          data-over-one={words.charactersOver.one}
          data-over={words.charactersOver.many('{count}')}
        >
          {area}
          <p class="field-hint count" id={`${id}-count`}>
            {words.charactersAtMost(formatNumber(props.lang ?? 'fi', props.maxLength))}
          </p>
        </character-count>
      ) : (
        area
      )}
    </FieldFrame>
  )
}

/** A day typed as people in Finland write it; `value` is what was typed, or the day in that form. */
export function DateField(props: FieldProps & { lang: Lang }) {
  return (
    <TextField
      {...props}
      hint={props.hint ?? uiTexts[props.lang].dateHint}
      width="short"
      inputMode="text"
      maxLength={40}
    />
  )
}

/** A number typed with a decimal comma or point, with its unit after it. */
export function NumberField(props: FieldProps & { suffix?: string; width?: FieldWidth }) {
  return <TextField {...props} width={props.width ?? 'short'} inputMode="decimal" maxLength={40} />
}

/** A file to choose. `accept` suggests kinds to the browser, such as ".csv,.xlsx"; what comes is looked at all the same. */
export function FileField(props: Omit<FieldProps, 'value'> & { accept?: string }) {
  return (
    <FieldFrame {...props}>
      <input
        class="input input-full"
        id={fieldId(props.name)}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy(props.name, props)}
        aria-invalid={props.problem ? 'true' : undefined}
      />
    </FieldFrame>
  )
}

export type SelectOption = { value: string; label: string }

/** A list to choose one from, flat or in groups. An `empty` text becomes the first choice, with no value. */
export function Select(
  props: FieldProps & {
    options?: SelectOption[]
    groups?: { label: string; options: SelectOption[] }[]
    empty?: string
    width?: FieldWidth
  },
) {
  const choice = (option: SelectOption) => (
    <option value={option.value} selected={option.value === props.value}>
      {option.label}
    </option>
  )
  return (
    <FieldFrame {...props}>
      <select
        class={`input input-${props.width ?? 'full'}`}
        id={fieldId(props.name)}
        name={props.name}
        aria-describedby={describedBy(props.name, props)}
        aria-invalid={props.problem ? 'true' : undefined}
      >
        {props.empty === undefined ? null : choice({ value: '', label: props.empty })}
        {(props.options ?? []).map(choice)}
        {(props.groups ?? []).map((group) => (
          <optgroup label={group.label}>{group.options.map(choice)}</optgroup>
        ))}
      </select>
    </FieldFrame>
  )
}

/** Fields that belong together under one legend. */
export function Fieldset(props: { legend: Child; hint?: Child; problem?: string; children?: Child }) {
  return <GroupFrame {...props} />
}
