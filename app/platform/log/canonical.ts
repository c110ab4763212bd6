import { createHash } from 'node:crypto'

/** What can be written in canonical form: plain JSON. Dates go in as ISO text; undefined fields are left out. */
export type Canonical =
  string | number | boolean | null | undefined | readonly Canonical[] | { readonly [key: string]: Canonical }

/** The fields of an object written as JSON; undefined for any other text. */
export function fieldsOfJson(text: string): { readonly [key: string]: Canonical } | undefined {
  try {
    const value = JSON.parse(text) as Canonical
    return typeof value === 'object' && value !== null && !isList(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * One and only one text for a value: JSON with keys in code-unit order, no blanks, strings in Unicode NFC
 * (after RFC 8785, JSON Canonicalization Scheme). Throws for NaN and infinities, which JSON cannot say.
 */
export function canonicalText(value: Canonical): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a canonical number must be finite')
    return JSON.stringify(value)
  }
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`).join(',')}}`
}

function isList(
  value: readonly Canonical[] | { readonly [key: string]: Canonical },
): value is readonly Canonical[] {
  return Array.isArray(value)
}

/** SHA-256 over the canonical text of a value, as 64 hexadecimal digits in lower case. */
export function fingerprint(value: Canonical): string {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest('hex')
}
