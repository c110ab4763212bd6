/** What a person can put right: the field by name and a sentence that says how. */
export type Problem = { field: string; text: string }

/** The sentence for one field, or undefined when the field is in order. Several problems of a field are joined. */
export function problemOf(problems: readonly Problem[] | undefined, name: string): string | undefined {
  const own = (problems ?? []).filter((problem) => problem.field === name).map((problem) => problem.text)
  return own.length === 0 ? undefined : own.join(' ')
}

/** The id of a field's control; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** What a field of a form needs, by its name: the value that stands in it and what is wrong with it. */
export function fieldsOf(form: {
  values: { get: (name: string) => string }
  problems: readonly Problem[]
}): (name: string) => { name: string; value: string; problem: string | undefined } {
  return (name) => ({ name, value: form.values.get(name), problem: problemOf(form.problems, name) })
}
