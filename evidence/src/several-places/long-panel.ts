import { type Refused, refused } from '../finding.ts'
import { largestValue } from '../numbers/regression.ts'

/** One unit in one period; null or NaN as outcome is missing. */
export interface PanelObservation {
  unit: string | number
  period: number
  y: number | null
  /** First period in which the unit is treated; null when it never is. */
  firstTreated: number | null
}

/** A unit with its outcomes by period. */
export interface PanelUnit {
  firstTreated: number | null
  outcomes: Map<number, number>
}

/** Units followed over periods, in the order of first appearance. */
export interface LongPanel {
  units: PanelUnit[]
  /** Distinct periods, ascending. */
  periods: number[]
  missing: number
  /** Units that lack a period others have. */
  incomplete: number
}

/** Gathers observations by unit; refuses what contradicts itself. */
export function readLongPanel(observations: readonly PanelObservation[]): LongPanel | Refused {
  const byName = new Map<string | number, PanelUnit>()
  const periods = new Set<number>()
  let missing = 0
  for (const { unit, period, y, firstTreated } of observations) {
    if (!Number.isFinite(period) || Number.isNaN(firstTreated))
      return refused(
        'not-enough-data',
        'Every row needs a period, and a unit its first treated period or none.',
      )
    if (y === null || Number.isNaN(y)) {
      missing++
      continue
    }
    if (!(Math.abs(y) <= largestValue))
      return refused('ill-conditioned', 'An outcome is infinite or too large to compute with.')
    const known = byName.get(unit) ?? { firstTreated, outcomes: new Map<number, number>() }
    if (known.firstTreated !== firstTreated)
      return refused('not-enough-data', `Unit ${unit} has two different first treated periods.`)
    if (known.outcomes.has(period))
      return refused('not-enough-data', `Unit ${unit} has period ${period} twice.`)
    known.outcomes.set(period, y)
    byName.set(unit, known)
    periods.add(period)
  }
  if (byName.size === 0) return refused('not-enough-data', 'There are no observations.')
  const units = [...byName.values()]
  const sorted = [...periods].sort((a, b) => a - b)
  const incomplete = units.filter((unit) => unit.outcomes.size < sorted.length).length
  return { units, periods: sorted, missing, incomplete }
}

/** Rows of a panel with unit means taken out of every column: the within transformation. */
export interface WithinRows {
  y: Float64Array
  /** Period of each row, as its place among the periods. */
  period: Int32Array
  unit: Int32Array
  units: number
}

/** All rows of the panel in unit order. */
export function withinRows(panel: LongPanel): WithinRows {
  const y: number[] = []
  const period: number[] = []
  const unit: number[] = []
  panel.units.forEach(({ outcomes }, u) => {
    panel.periods.forEach((time, p) => {
      const value = outcomes.get(time)
      if (value === undefined) return
      y.push(value)
      period.push(p)
      unit.push(u)
    })
  })
  return {
    y: Float64Array.from(y),
    period: Int32Array.from(period),
    unit: Int32Array.from(unit),
    units: panel.units.length,
  }
}

/** A column with the mean of its unit taken off every entry. */
export function demeaned(column: Float64Array, rows: WithinRows): Float64Array {
  const sums = new Float64Array(rows.units)
  const sizes = new Float64Array(rows.units)
  column.forEach((value, i) => {
    const u = rows.unit[i]!
    sums[u] = sums[u]! + value
    sizes[u] = sizes[u]! + 1
  })
  return column.map((value, i) => value - sums[rows.unit[i]!]! / sizes[rows.unit[i]!]!)
}
