import type { Observation } from '../measurements/index.ts'
import { fingerprint } from '../platform/log/canonical.ts'

/** The fingerprint of an experiment's readings: measure, day and value of each, in one order. Ids and entry times stay out. */
export function dataFingerprint(observations: readonly Observation[]): string {
  const rows = observations.map(({ measureId, day, value }) => [measureId, day, value] as const)
  rows.sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : a[0] + a[1] > b[0] + b[1] ? 1 : a[2] - b[2]))
  return fingerprint(rows)
}
