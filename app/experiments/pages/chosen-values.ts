import { type FormValues, valuesOf } from '../../platform/web/form-values.ts'
import { chosenText } from '../../ui/index.ts'

type Entries = Record<string, string | string[]>

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/**
 * The fields of a form after somebody has chosen between two texts: each field holds the chosen one. Fields without a
 * choice stay as they are.
 */
export function chosenEntries(entries: Entries): Entries {
  const plain = Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, first(value)]))
  const chosen = Object.keys(entries)
    .filter((name) => name.startsWith('choice-'))
    .map((name) => name.slice('choice-'.length))
    .map((name): [string, string | undefined] => [name, chosenText(plain, name)])
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { ...entries, ...Object.fromEntries(chosen) }
}

/** The same for the values that a page shows again. */
export function chosenValues(values: FormValues): FormValues {
  return valuesOf(chosenEntries(values.entries()))
}
