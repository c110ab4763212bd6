import { type Refused, refused } from '../finding.ts'
import { interceptName, largestValue, type RegressionColumn } from '../numbers/regression.ts'

/** A series cut at its start, ready to be fitted; rows with missing values are left out. */
export interface SegmentedDesign {
  columns: RegressionColumn[]
  y: Float64Array
  /** Mean taken off y before fitting, so that a large level costs no digits. */
  level: number
  before: number
  after: number
  missing: number
}

/** Fewest points on each side for a model of an interrupted series. */
export const fewestPerSide = 12

/** Columns below this size have squares that a computer cannot tell from 0. */
const smallestColumn = 1e-100

/**
 * Terms of a segmented regression: constant, time (1 to n), step (1 from the start on), slope (0 at the start,
 * then 1, 2, ...), and further columns. `start` is the position (from 1) of the first point after the change.
 */
export function segmentedDesign(
  list: ArrayLike<number | null>,
  start: number,
  slopeChange: boolean,
  extra: readonly RegressionColumn[],
): SegmentedDesign | Refused {
  const n = list.length
  if (n === 0) return refused('not-enough-data', 'There are no points.')
  if (!(Number.isInteger(start) && start >= 1 && start <= n))
    return refused('not-enough-data', `The start has to be a point from 1 to ${n}.`)
  for (const { name, values } of extra) {
    if (values.length !== n)
      return refused('not-enough-data', `Column ${name} has another length than the series.`)
    let largest = 0
    for (let i = 0; i < n; i++) {
      if (!(Math.abs(values[i]!) <= largestValue))
        return refused('not-enough-data', `Point ${i + 1} of column ${name} holds no usable number.`)
      largest = Math.max(largest, Math.abs(values[i]!))
    }
    if (largest > 0 && largest < smallestColumn)
      return refused(
        'ill-conditioned',
        `Column ${name} is too small to compute with; give it in another unit.`,
      )
  }
  const kept: number[] = []
  let total = 0
  for (let i = 0; i < n; i++) {
    const value = list[i]
    if (value === null || value === undefined || Number.isNaN(value)) continue
    if (!(Math.abs(value) <= largestValue))
      return refused('ill-conditioned', `Point ${i + 1} is infinite or too large to compute with.`)
    kept.push(i)
    total += value
  }
  if (kept.length === 0) return refused('not-enough-data', 'Every value is missing.')
  const level = total / kept.length
  const column = (name: string, value: (i: number) => number): RegressionColumn => ({
    name,
    values: Float64Array.from(kept, value),
  })
  const columns = [
    column(interceptName, () => 1),
    column('time', (i) => i + 1),
    column('step', (i) => (i + 1 >= start ? 1 : 0)),
    ...(slopeChange ? [column('slope', (i) => Math.max(0, i + 1 - start))] : []),
    ...extra.map(({ name, values }) => column(name, (i) => values[i]!)),
  ]
  const before = kept.filter((i) => i + 1 < start).length
  return {
    columns,
    y: Float64Array.from(kept, (i) => list[i]! - level),
    level,
    before,
    after: kept.length - before,
    missing: n - kept.length,
  }
}
