/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonMap

/** A JSON object. */
export interface JsonMap {
  [key: string]: Json
}

/** The case file itself is wrong: a key is missing, a shape is wrong or a data file cannot be read. */
export class MalformedCase extends Error {}

/** True for a JSON object. */
export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The number a JSON value stands for ("Inf" and "-Inf" included); null when it is none. */
export function asNumber(value: Json | undefined): number | null {
  if (typeof value === 'number') return value
  if (value === 'Inf') return Infinity
  if (value === '-Inf') return -Infinity
  if (Array.isArray(value) && value.length === 1) return asNumber(value[0])
  return null
}
