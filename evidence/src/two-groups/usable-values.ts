import { type Refused, type Warning, refused, warning } from '../finding.ts'

/** A list in which null and NaN stand for a missing value. */
export type Observations = ArrayLike<number | null>

/** The values that can be used and how many were missing, or the refusal to use the list. */
export type UsableValues = { ok: true; values: Float64Array; missing: number } | Refused

/** Above this size the square of a value leaves the range of floating-point numbers. */
export const largestUsableValue = 1e150

/**
 * Drops missing values (null and NaN) from a list. Refuses infinite values and sizes above 1e150, and a list with
 * fewer than `fewest` usable values. `name` says in the refusal which list it was.
 */
export function usableValues(list: Observations, name: string, fewest = 1): UsableValues {
  const kept = new Float64Array(list.length)
  let count = 0
  for (let i = 0; i < list.length; i++) {
    const value = list[i]
    if (value === null || value === undefined || Number.isNaN(value)) continue
    if (typeof value !== 'number')
      return refused('not-enough-data', `${name} holds something that is not a number.`)
    if (!(Math.abs(value) <= largestUsableValue)) {
      return refused('ill-conditioned', `${name} holds an infinite or far too large value.`)
    }
    kept[count++] = value
  }
  if (count < fewest) {
    return refused('not-enough-data', `${name} has ${count} usable values; at least ${fewest} are needed.`)
  }
  return { ok: true, values: kept.slice(0, count), missing: list.length - count }
}

/** The warning about dropped values, or none when nothing was missing. */
export function missingValuesWarning(missing: number): Warning[] {
  return missing > 0 ? [warning('missing-values', `${missing} dropped`)] : []
}

/** Relative distance under which two values count as equal in exact tests. */
export const tieTolerance = 1e-9

/** Two groups laid end to end, moved to the middle of all values, nearly equal values made equal. */
export interface PooledValues {
  /** The first group's values and then the second's, minus `centre`. */
  values: Float64Array
  /** Median of all values, subtracted so that large common offsets cost no digits. */
  centre: number
  /** Largest distance from the centre; 0 when all values are equal. */
  scale: number
  /** True when at least two values are equal. */
  tied: boolean
}

/** Median of the sizes that are not 0; 0 when all are. It stays small when one value lies far out. */
export function typicalSize(values: Float64Array): number {
  const sizes = values.map(Math.abs).filter((size) => size > 0)
  return sizes.length === 0 ? 0 : sizes.sort()[sizes.length >> 1]!
}

/**
 * Pools two groups for an exact test. Values closer than 1e-9 of their distance from the median, or of the typical
 * distance from it, count as ties and are set to the same number, because rounding must not decide a permutation
 * p-value.
 */
export function poolValues(first: ArrayLike<number>, second: ArrayLike<number>): PooledValues {
  const n = first.length + second.length
  const values = new Float64Array(n)
  values.set(first, 0)
  values.set(second, first.length)
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!)
  const centre = n === 0 ? 0 : values[order[n >> 1]!]!
  for (let i = 0; i < n; i++) values[i] = values[i]! - centre
  const scale = n === 0 ? 0 : Math.max(Math.abs(values[order[0]!]!), Math.abs(values[order[n - 1]!]!))
  const typical = typicalSize(values)
  let tied = false
  for (let i = 1, from = 0; i < n; i++) {
    const start = values[order[from]!]!
    const value = values[order[i]!]!
    if (value - start <= tieTolerance * Math.max(typical, Math.abs(value), Math.abs(start))) {
      values[order[i]!] = start
      tied = true
    } else from = i
  }
  return { values, centre, scale, tied }
}
