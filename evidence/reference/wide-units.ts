import type { UnitSeries } from '../src/several-places/wide-panel.ts'
import type { Table } from './case.ts'

/** Units of a wide table: column 1 is the period, every further column one unit under its name. */
export function wideUnits(table: Table): UnitSeries[] {
  return table.header.slice(1).map((name, j) => ({ name, values: table.numbers(j + 1) }))
}
