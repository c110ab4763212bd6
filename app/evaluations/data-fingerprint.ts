import type { Observation } from '../measurements/index.ts'
import { fingerprint } from '../platform/log/canonical.ts'

/** The fingerprint of an experiment's readings: measure, day and value of each (and its place, where there are several), in one order. Ids and entry times stay out. */
export function dataFingerprint(
  observations: readonly Pick<Observation, 'measureId' | 'day' | 'value' | 'unit'>[],
): string {
  const rows = observations.map(
    ({ measureId, day, value, unit }) => [measureId, day, value, ...(unit === null ? [] : [unit])] as const,
  )
  const key = ([measureId, day, , unit = '']: (typeof rows)[number]) => `${measureId}${day}${unit}`
  rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a[2] - b[2]))
  return fingerprint(rows)
}
