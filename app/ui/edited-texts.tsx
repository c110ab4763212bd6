import type { Lang } from '../platform/language.ts'
import { TextArea, TextField } from './fields.tsx'
import { fieldsOf, type Problem } from './problems.ts'
import { TwoTexts } from './two-texts.tsx'

/** One text of a record that several people may edit. */
export type EditedText = { name: string; label: string; hint?: string; optional?: string }

/**
 * The texts of a record as fields; when somebody else saved in between, both texts of each side by side instead. `lines` makes
 * one-line fields, otherwise each is an area of `rows` lines.
 */
export function EditedTexts(props: {
  lang: Lang
  form: {
    values: { get: (name: string) => string }
    problems: readonly Problem[]
    theirs?: Record<string, string>
  }
  fields: readonly EditedText[]
  maxLength: number
  rows?: number
  lines?: boolean
}) {
  const { form, fields } = props
  const { theirs } = form
  if (theirs)
    return (
      <TwoTexts
        lang={props.lang}
        rows={fields.map(({ name, label }) => ({
          name,
          label,
          mine: form.values.get(name),
          theirs: theirs[name] ?? '',
        }))}
      />
    )
  const field = fieldsOf(form)
  return (
    <>
      {fields.map((text) =>
        props.lines ? (
          <TextField {...text} {...field(text.name)} maxLength={props.maxLength} />
        ) : (
          <TextArea
            {...text}
            {...field(text.name)}
            lang={props.lang}
            rows={props.rows}
            maxLength={props.maxLength}
          />
        ),
      )}
    </>
  )
}
