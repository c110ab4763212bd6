import { found, refused, warning, type Finding } from '../finding.ts'
import type { CellPosition } from './disclosure.ts'
import { smallGroupThresholds } from './small-groups.ts'
import { possibleCounts, type HiddenTable } from './suppression-audit.ts'

/** A table of persons as it may be published, its row and column totals shown. */
export interface ProtectedTable {
  /** Count, or the mark that takes its place: `under` for 0 to threshold − 1, `withheld` for cells hidden to protect those. */
  cells: (number | 'under' | 'withheld')[][]
  withheld: CellPosition[]
}

/**
 * Hides the small cells of a table of persons and as many others as it takes that nobody can narrow a hidden cell down
 * from the totals, the shown cells and the marks themselves: every cell marked "under" may still be anything from 0 to
 * threshold − 1, every withheld one has at least `leastWidth` counts between its least and greatest possible value.
 * Zero counts as small, so that 0 looks the same as 4.
 * Refuses `suppressed` when even hiding every cell does not achieve this (a total is small itself, or a line has too few
 * cells: hide the total or merge lines), `not-enough-data` for counts that are negative, not whole or of uneven rows.
 * Warns `small-group` when something is hidden. The pattern is small but not always the smallest.
 * Source: Hundepool et al. 2012, section 5.4 (secondary suppression); Fischetti and Salazar 2001 (protection levels).
 * @example
 * const shown = protectTable([[3, 40, 21], [30, 25, 18], [12, 33, 27]])
 * shown.ok && shown.value.cells[0][0] // => "under"
 */
export function protectTable(
  table: readonly (readonly number[])[],
  threshold: number = smallGroupThresholds.placing,
  leastWidth: number = threshold,
): Finding<ProtectedTable> {
  const rows = table.length
  const columns = table[0]?.length ?? 0
  const counts = Float64Array.from(table.flat())
  if (rows * columns === 0 || table.some((row) => row.length !== columns)) {
    return refused('not-enough-data', 'The table needs rows of equal length.')
  }
  const whole = counts.every((count) => Number.isSafeInteger(count) && count >= 0)
  if (
    !whole ||
    !(Number.isSafeInteger(threshold) && threshold >= 1) ||
    !(leastWidth >= 1 && leastWidth < Infinity)
  ) {
    return refused(
      'not-enough-data',
      'Counts have to be whole numbers from 0, the threshold and the width from 1.',
    )
  }
  const audited: Required<HiddenTable> = {
    rows,
    columns,
    counts,
    hidden: counts.reduce(
      (marks, count, cell) => marks.with(cell, Number(count < threshold)),
      new Uint8Array(rows * columns),
    ),
    least: counts.map((count) => (count < threshold ? 0 : threshold)),
    most: counts.map((count) => (count < threshold ? threshold - 1 : Infinity)),
  }
  const added = hideUntilSafe(audited, threshold, leastWidth)
  if (added === null) {
    return refused('suppressed', 'Even with every cell hidden the totals narrow a small count down.', [
      warning('small-group'),
    ])
  }
  showWhatCanBeShown(audited, added, threshold, leastWidth)
  const mark = (cell: number): number | 'under' | 'withheld' =>
    !audited.hidden[cell] ? counts[cell]! : counts[cell]! < threshold ? 'under' : 'withheld'
  const cells = table.map((row, i) => row.map((_, j) => mark(i * columns + j)))
  const withheld = cells.flatMap((row, i) =>
    row.flatMap((shown, j) => (shown === 'withheld' ? [{ row: i, column: j }] : [])),
  )
  return found({ cells, withheld }, audited.hidden.includes(1) ? [warning('small-group')] : [])
}

/** Whether a reader can narrow a hidden cell down further than its mark does. */
function isExposed(table: HiddenTable, cell: number, threshold: number, leastWidth: number): boolean {
  const small = table.counts[cell]! < threshold
  const { least, greatest } = possibleCounts(table, cell, small ? threshold : leastWidth)
  return small ? least > 0 || greatest < threshold - 1 : greatest - least < leastWidth
}

/** Hides the cheapest shown cells of the lines of exposed cells until none is exposed; null when all are hidden. */
function hideUntilSafe(table: HiddenTable, threshold: number, leastWidth: number): number[] | null {
  const added: number[] = []
  // Hiding more never exposes a cell that was safe, so passes are repeated only for the cells hidden on the way.
  for (let before = -1; before < added.length;) {
    before = added.length
    for (let cell = 0; cell < table.hidden.length; cell++) {
      while (table.hidden[cell] && isExposed(table, cell, threshold, leastWidth)) {
        const next = cheapestNeighbours(table, cell)
        if (next.length === 0) return null
        for (const neighbour of next) table.hidden[neighbour] = 1
        added.push(...next)
      }
    }
  }
  return added
}

/** The cheapest shown cell of the row and of the column of a cell; of the table when both lines are hidden. */
function cheapestNeighbours(table: HiddenTable, cell: number): number[] {
  const row = Math.floor(cell / table.columns)
  const column = cell % table.columns
  const lines = [
    cheapestShown(table, (other) => Math.floor(other / table.columns) === row),
    cheapestShown(table, (other) => other % table.columns === column),
  ].filter((other) => other !== undefined)
  if (lines.length > 0) return lines
  return [cheapestShown(table, () => true)].filter((other) => other !== undefined)
}

function cheapestShown(table: HiddenTable, belongs: (cell: number) => boolean): number | undefined {
  let cheapest: number | undefined
  for (let cell = 0; cell < table.hidden.length; cell++) {
    if (table.hidden[cell] || !belongs(cell)) continue
    if (cheapest === undefined || table.counts[cell]! < table.counts[cheapest]!) cheapest = cell
  }
  return cheapest
}

/** Shows every added cell again that is not needed, the largest first. */
function showWhatCanBeShown(
  table: HiddenTable,
  added: readonly number[],
  threshold: number,
  leastWidth: number,
): void {
  const cells = Array.from(table.hidden.keys())
  for (const cell of added.toSorted((a, b) => table.counts[b]! - table.counts[a]!)) {
    table.hidden[cell] = 0
    // The cells of the same row and column are the likeliest to be exposed and are looked at first.
    const distance = (other: number): number =>
      Number(Math.floor(other / table.columns) !== Math.floor(cell / table.columns)) *
      (1 + Number(other % table.columns !== cell % table.columns))
    const near = cells.filter((other) => table.hidden[other] && distance(other) < 2)
    const far = cells.filter((other) => table.hidden[other] && distance(other) === 2)
    const exposed = (other: number): boolean => isExposed(table, other, threshold, leastWidth)
    if (near.some(exposed) || far.some(exposed)) table.hidden[cell] = 1
  }
}
