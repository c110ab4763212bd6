import { isUndetermined, reachable, type HiddenTable } from './suppression-audit.ts'

/** A pattern of further cells to hide, and whether a smaller one is known not to exist. */
export interface SuppressionPattern {
  /** Flat positions of the further cells, row by row, ascending. */
  secondary: number[]
  /** False when the search was cut short: the pattern is safe but a smaller one may exist. */
  smallest: boolean
}

/** Search steps after which the best pattern so far is taken; some seconds on a common computer. */
const searchStepLimit = 60_000

/**
 * The fewest further cells that leave no primary cell determined when row and column totals are published;
 * among equally many, the ones that hide the fewest people. Null when not even hiding every cell is enough.
 *
 * An unsafe primary is safe only in a pattern that crosses the border of what can be reached from it, so the
 * search branches over the cells on that border (iterative deepening, each choice excluded from later
 * branches). Source of the rule: Fischetti and Salazar 2001 (the exact-disclosure audit), integer form.
 */
export function smallestSecondaryPattern(
  rows: number,
  columns: number,
  counts: Float64Array,
  primaries: number[],
): SuppressionPattern | null {
  const table: HiddenTable = { rows, columns, counts, hidden: new Uint8Array(rows * columns) }
  for (const cell of primaries) table.hidden[cell] = 1
  const everything: HiddenTable = { ...table, hidden: new Uint8Array(rows * columns).fill(1) }
  if (primaries.some((cell) => !isUndetermined(everything, cell))) return null

  const quick = thinned(table, primaries)
  const search = { steps: 0 }
  for (let size = 0; size < quick.length; size++) {
    const best = { cells: null as number[] | null, people: Infinity }
    explore(table, primaries, new Uint8Array(rows * columns), [], size, best, search)
    if (best.cells) return { secondary: best.cells.toSorted((a, b) => a - b), smallest: true }
    if (search.steps > searchStepLimit) return { secondary: quick, smallest: false }
  }
  // Nothing smaller exists; look once more at this size for the pattern that hides the fewest people.
  const best = { cells: quick as number[] | null, people: peopleIn(counts, quick) }
  explore(table, primaries, new Uint8Array(rows * columns), [], quick.length, best, search)
  return { secondary: (best.cells ?? quick).toSorted((a, b) => a - b), smallest: true }
}

function peopleIn(counts: Float64Array, cells: number[]): number {
  return cells.reduce((sum, cell) => sum + counts[cell]!, 0)
}

/** Hide everything, then show again every cell that can be shown, the largest counts first. */
function thinned(table: HiddenTable, primaries: number[]): number[] {
  const trial: HiddenTable = { ...table, hidden: new Uint8Array(table.hidden.length).fill(1) }
  const order = Array.from(table.counts.keys()).toSorted((a, b) => table.counts[b]! - table.counts[a]!)
  for (const cell of order) {
    if (table.hidden[cell]) continue
    trial.hidden[cell] = 0
    if (primaries.some((primary) => !isUndetermined(trial, primary))) trial.hidden[cell] = 1
  }
  return order.filter((cell) => trial.hidden[cell] && !table.hidden[cell]).toSorted((a, b) => a - b)
}

interface Best {
  cells: number[] | null
  people: number
}

function explore(
  table: HiddenTable,
  primaries: number[],
  excluded: Uint8Array,
  chosen: number[],
  left: number,
  best: Best,
  search: { steps: number },
): void {
  search.steps += 1
  if (search.steps > searchStepLimit) return
  if (peopleIn(table.counts, chosen) >= best.people) return
  const unsafe = primaries.find((cell) => !isUndetermined(table, cell))
  if (unsafe === undefined) {
    best.cells = [...chosen]
    best.people = peopleIn(table.counts, chosen)
    return
  }
  if (left === 0 || fewestStillNeeded(table, primaries) > left) return
  const border = borderCells(table, unsafe).filter((cell) => !excluded[cell])
  const closed: number[] = []
  for (const cell of border.toSorted((a, b) => table.counts[a]! - table.counts[b]!)) {
    table.hidden[cell] = 1
    chosen.push(cell)
    explore(table, primaries, excluded, chosen, left - 1, best, search)
    chosen.pop()
    table.hidden[cell] = 0
    excluded[cell] = 1
    closed.push(cell)
  }
  for (const cell of closed) excluded[cell] = 0
}

/** A row or column with a single hidden primary needs at least one more hidden cell; one cell serves one row and one column. */
function fewestStillNeeded(table: HiddenTable, primaries: number[]): number {
  const { rows, columns, hidden } = table
  const inRow = new Int32Array(rows)
  const inColumn = new Int32Array(columns)
  for (let cell = 0; cell < hidden.length; cell++) {
    if (!hidden[cell]) continue
    inRow[Math.floor(cell / columns)]! += 1
    inColumn[cell % columns]! += 1
  }
  const lonelyRows = new Set<number>()
  const lonelyColumns = new Set<number>()
  for (const cell of primaries) {
    if (inRow[Math.floor(cell / columns)] === 1) lonelyRows.add(Math.floor(cell / columns))
    if (inColumn[cell % columns] === 1) lonelyColumns.add(cell % columns)
  }
  return Math.max(lonelyRows.size, lonelyColumns.size)
}

/** Shown cells that would extend what can be reached from an unsafe primary, upwards or downwards. */
function borderCells(table: HiddenTable, primary: number): number[] {
  const { rows, columns, counts, hidden } = table
  const upwards = reachable(table, rows + (primary % columns), primary)
  const downwards = reachable(table, Math.floor(primary / columns), primary)
  const cells: number[] = []
  for (let cell = 0; cell < hidden.length; cell++) {
    if (hidden[cell]) continue
    const row = Math.floor(cell / columns)
    const column = rows + (cell % columns)
    const extends_ = [upwards, downwards].some(
      (seen) => (seen[row] && !seen[column]) || (seen[column] && !seen[row] && counts[cell]! > 0),
    )
    if (extends_) cells.push(cell)
  }
  return cells
}
