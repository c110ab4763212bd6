import { z, type ZodType } from 'zod'
import type { Lang } from '../../platform/language.ts'
import { optionalChoice, optionalDay, optionalNumber, optionalText } from '../../platform/web/fields.ts'
import type { FormState } from '../../platform/web/page.ts'
import type { FormValues } from '../../platform/web/form-values.ts'
import { texts } from '../../texts/index.ts'
import {
  DateField,
  NumberField,
  problemOf,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  TwoTexts,
} from '../../ui/index.ts'
import { resourceKinds } from '../plan.ts'
import type { FieldValue, PlanField } from '../plan-fields.ts'

/** People among whom a field lets choose. */
export type People = readonly { id: string; name: string }[]

/** The schema of one question: everything may be left empty, only what cannot be is refused. */
export function schemaOfField(lang: Lang, field: PlanField, people: People): ZodType<FieldValue> {
  switch (field.kind) {
    case 'line':
    case 'text':
      return optionalText(lang, field.longest)
    case 'day':
      return optionalDay(lang)
    case 'number':
      return optionalNumber(lang, {
        ...(field.least !== undefined && { least: field.least }),
        ...(field.most !== undefined && { most: field.most }),
      }).refine((value) => !field.whole || value === null || Number.isInteger(value), {
        message: texts[lang].experiments.wholeNumber,
      })
    case 'choice':
      return optionalChoice(lang, field.options ?? [])
    case 'person':
      return optionalChoice(
        lang,
        people.map((person) => person.id),
      )
  }
}

/** The schema of several questions, each under its field's name. */
export function schemaOfFields(lang: Lang, fields: readonly PlanField[], people: People) {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, schemaOfField(lang, field, people)])))
}

type Worded = Partial<Record<string, string>>

function optionsOf(lang: Lang, field: PlanField, people: People) {
  const words = texts[lang].experiments
  if (field.kind === 'person') return people.map((person) => ({ value: person.id, label: person.name }))
  const labels: Worded =
    field.label === 'theme'
      ? words.themes
      : ((words.options as Partial<Record<string, Worded>>)[field.label] ?? {})
  const hints: Worded = (words.optionHints as Partial<Record<string, Worded>>)[field.label] ?? {}
  return (field.options ?? []).map((value) => ({ value, label: labels[value] ?? value, hint: hints[value] }))
}

/** What a question is called; where a page asks the same of several measures, with the measure's name. */
export function labelOf(lang: Lang, field: PlanField, several: boolean): string {
  const words = texts[lang].experiments
  const kind = resourceKinds.find((one) => one === field.group)
  if (kind !== undefined || field.label === 'resourceLevel')
    return words.resourceField[field.kind === 'choice' ? 'level' : 'words'](kind ? words.resources[kind] : '')
  const label = words.fields[field.label]
  return field.measure && several ? `${label}: ${field.measure.name || words.measures.unnamed}` : label
}

/** An answer in words, for the overview; undefined when there is none. */
export function answerInWords(
  lang: Lang,
  field: PlanField,
  typed: string,
  people: People = [],
): string | undefined {
  if (typed === '') return undefined
  if (field.kind === 'choice' || field.kind === 'person')
    return optionsOf(lang, field, people).find((option) => option.value === typed)?.label
  return field.unit ? `${typed} ${field.unit}` : typed
}

function hintOf(lang: Lang, field: PlanField): string | undefined {
  const words = texts[lang].experiments
  const kind = field.measure?.kind
  if (kind && kind !== 'number' && field.label !== 'smallestWorthwhile') return words.answerHints[kind]
  return (words.hints as Worded)[field.label]
}

interface InputProps {
  lang: Lang
  field: PlanField
  values: FormValues
  form: FormState
  people: People
  several: boolean
}

function PlanFieldInput({ lang, field, values, form, people, several }: InputProps) {
  const shared = {
    name: field.name,
    label: labelOf(lang, field, several),
    hint: hintOf(lang, field),
    value: values.get(field.name),
    problem: problemOf(form.problems, field.name),
  }
  switch (field.kind) {
    case 'line':
      return <TextField {...shared} width={field.longest && field.longest < 100 ? 'medium' : 'full'} />
    case 'text':
      return <TextArea {...shared} rows={4} lang={lang} maxLength={field.longest} />
    case 'day':
      return (
        <DateField
          {...shared}
          hint={[shared.hint, texts[lang].ui.dateHint].filter((part) => part !== undefined).join(' ')}
          lang={lang}
        />
      )
    case 'number':
      return <NumberField {...shared} suffix={field.unit} />
    case 'choice':
    case 'person': {
      const options = optionsOf(lang, field, people)
      const theirs = options.find((option) => option.value === form.theirs?.[field.name])?.label
      const hint = theirs ? texts[lang].experiments.theirChoice(theirs) : shared.hint
      if (field.label === 'theme')
        return <Select {...shared} hint={hint} empty={texts[lang].experiments.notChosen} options={options} />
      return (
        <RadioGroup
          {...shared}
          legend={shared.label}
          hint={hint}
          options={options}
          inline={
            field.label === 'resourceLevel' ||
            field.label === 'direction' ||
            field.label === 'pickedForReading'
          }
        />
      )
    }
  }
}

/**
 * The questions of a page. After a conflict the texts of both people stand side by side; choices say what the other one
 * chose.
 */
export function PlanFieldInputs(props: {
  lang: Lang
  fields: readonly PlanField[]
  values: FormValues
  form: FormState
  people: People
}) {
  const { lang, fields, values, form } = props
  const several = new Set(fields.flatMap((field) => field.measure?.id ?? [])).size > 1
  const chosenFrom = (field: PlanField) => field.kind === 'choice' || field.kind === 'person'
  const { theirs } = form
  if (theirs)
    return (
      <>
        <h2>{texts[lang].experiments.plan.bothTexts}</h2>
        <TwoTexts
          lang={lang}
          rows={fields
            .filter((field) => !chosenFrom(field))
            .map((field) => ({
              label: labelOf(lang, field, several),
              name: field.name,
              mine: values.get(field.name),
              theirs: theirs[field.name] ?? '',
            }))}
        />
        {fields.filter(chosenFrom).map((field) => (
          <PlanFieldInput {...props} field={field} several={several} />
        ))}
      </>
    )
  return (
    <>
      {fields.map((field) => (
        <PlanFieldInput {...props} field={field} several={several} />
      ))}
    </>
  )
}
