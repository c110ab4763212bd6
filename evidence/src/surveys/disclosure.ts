import { found, refused, warning, type Finding } from '../finding.ts'
import type { HiddenTable } from './suppression-audit.ts'
import { smallestSecondaryPattern } from './suppression.ts'

/** Whether a group's answers may be shown. */
export interface AttributeDisclosure {
  answers: number
  /** The group has at least as many answers as the threshold. */
  reachesThreshold: boolean
  /** Every answer is the same, so showing the distribution tells each one. */
  unanimous: boolean
  mustSuppress: boolean
}

/**
 * Whether the distribution of a group's answers would tell somebody's own answer: too few answers, or all equal.
 * `counts` per answer category; `threshold` is the smallest group that may be shown (whole number from 1 up).
 * Warns `unanimous`, `small-group`. Refuses (`not-enough-data`) counts that are negative or not whole.
 * Source: Sweeney 2002; Machanavajjhala et al. 2007 (homogeneity attack).
 * @example
 * const group = attributeDisclosure([0, 0, 12], 5)
 * group.ok && group.value.mustSuppress // => true
 */
export function attributeDisclosure(
  counts: readonly number[],
  threshold: number,
): Finding<AttributeDisclosure> {
  if (!areCounts(counts) || counts.length === 0 || !isThreshold(threshold)) {
    return refused('not-enough-data', 'Counts have to be whole numbers from 0 and the threshold from 1.')
  }
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const unanimous = answers > 0 && counts.some((count) => count === answers)
  const reachesThreshold = answers >= threshold
  const warnings = [
    ...(unanimous ? [warning('unanimous')] : []),
    ...(reachesThreshold ? [] : [warning('small-group', `${answers} answers`)]),
  ]
  return found(
    { answers, reachesThreshold, unanimous, mustSuppress: unanimous || !reachesThreshold },
    warnings,
  )
}

/** What two published groups tell together when one contains the other. */
export interface Differencing {
  /** Answers in the larger group that are not in the smaller one. */
  difference: number
  mustSuppressOne: boolean
}

/**
 * Whether subtracting a published group from a larger one that contains it uncovers a group under the threshold.
 * Warns `differencing` when it does. Refuses (`not-enough-data`) counts that are negative or not whole and a part
 * larger than its whole. Source: Hundepool et al. 2012, section 5.2.
 * @example
 * const pair = differencing(40, 37, 5)
 * pair.ok && pair.value.mustSuppressOne // => true
 */
export function differencing(larger: number, part: number, threshold: number): Finding<Differencing> {
  if (!areCounts([larger, part]) || !isThreshold(threshold) || part > larger) {
    return refused('not-enough-data', 'The part has to be a whole number from 0 up to the whole.')
  }
  const difference = larger - part
  const mustSuppressOne = difference > 0 && difference < threshold
  return found(
    { difference, mustSuppressOne },
    mustSuppressOne ? [warning('differencing', `${difference} answers`)] : [],
  )
}

/** Position of a cell, both numbers from 0. */
export interface CellPosition {
  row: number
  column: number
}

/** Which cells of a table of counts to hide. */
export interface Suppression {
  /** Cells whose own count is under the threshold (1 to threshold − 1). */
  primary: CellPosition[]
  /** Further cells without which a primary could be worked out from the totals. */
  secondary: CellPosition[]
  everythingHidden: boolean
  /** False when the search was cut short and a pattern with fewer cells may exist. */
  smallest: boolean
}

/**
 * Cells to hide in a table of counts so that no count of 1 to threshold − 1 can be worked out, with the fewest
 * further cells. With totals shown, a hidden cell is safe when more than one count is possible for it over all
 * non-negative whole tables with the same totals and shown cells.
 * Warns `small-group` when something is hidden. Refuses `suppressed` when even hiding every cell does not protect
 * them (the totals give them away: hide the totals or the table), and `not-enough-data` for counts that are
 * negative, not whole or of uneven rows.
 * Source: Willenborg and de Waal 2001, chapter 6; Fischetti and Salazar 2001.
 * @example
 * const hide = suppressTable([[4, 30], [20, 25]], 5)
 * hide.ok && hide.value.secondary.length // => 3
 */
export function suppressTable(
  table: readonly (readonly number[])[],
  threshold: number,
  totalsPublished = true,
): Finding<Suppression> {
  const rows = table.length
  const columns = table[0]?.length ?? 0
  const counts = Float64Array.from(table.flat())
  if (rows * columns === 0 || table.some((row) => row.length !== columns)) {
    return refused('not-enough-data', 'The table needs rows of equal length.')
  }
  if (!areCounts(counts) || !isThreshold(threshold)) {
    return refused('not-enough-data', 'Counts have to be whole numbers from 0 and the threshold from 1.')
  }
  const primaries = Array.from(counts.keys()).filter((cell) => counts[cell]! > 0 && counts[cell]! < threshold)
  const position = (cell: number): CellPosition => ({
    row: Math.floor(cell / columns),
    column: cell % columns,
  })
  const warnings = primaries.length > 0 ? [warning('small-group', `${primaries.length} cells`)] : []
  if (!totalsPublished || primaries.length === 0) {
    return found(
      {
        primary: primaries.map(position),
        secondary: [],
        everythingHidden: primaries.length === counts.length,
        smallest: true,
      },
      warnings,
    )
  }
  const pattern = smallestSecondaryPattern(rows, columns, counts, primaries)
  if (pattern === null) {
    return refused('suppressed', 'Even with every cell hidden the totals give a small count away.', warnings)
  }
  return found(
    {
      primary: primaries.map(position),
      secondary: pattern.secondary.map(position),
      everythingHidden: primaries.length + pattern.secondary.length === counts.length,
      smallest: pattern.smallest,
    },
    warnings,
  )
}

/**
 * The same for one line of counts whose total is shown: one small count alone needs a second hidden cell, the one
 * that hides the fewest people. Positions from 0; `secondary` is null when none is needed.
 * Refuses `suppressed` when the line has no other cell to hide. Source: Willenborg and de Waal 2001, section 6.2.
 * @example
 * const hide = suppressLine([3, 12, 25, 40], 5)
 * hide.ok && hide.value.secondary // => 1
 */
export function suppressLine(
  counts: readonly number[],
  threshold: number,
  totalPublished = true,
): Finding<{ primary: number[]; secondary: number | null }> {
  if (!areCounts(counts) || counts.length === 0 || !isThreshold(threshold)) {
    return refused('not-enough-data', 'Counts have to be whole numbers from 0 and the threshold from 1.')
  }
  const primary = Array.from(counts.keys()).filter((cell) => counts[cell]! > 0 && counts[cell]! < threshold)
  const warnings = primary.length > 0 ? [warning('small-group', `${primary.length} cells`)] : []
  if (primary.length !== 1 || !totalPublished) return found({ primary, secondary: null }, warnings)
  const others = Array.from(counts.keys()).filter((cell) => !primary.includes(cell))
  if (others.length === 0) {
    return refused('suppressed', 'The total gives the only count away.', warnings)
  }
  const secondary = others.reduce((best, cell) => (counts[cell]! < counts[best]! ? cell : best))
  return found({ primary, secondary }, warnings)
}

/**
 * The table with its hidden cells, for `possibleCounts`: what a reader can still work out about each cell.
 * @example
 * const table = withHidden([[4, 30], [20, 25]], [{ row: 0, column: 0 }])
 * table.hidden.length // => 4
 */
export function withHidden(
  table: readonly (readonly number[])[],
  hidden: readonly CellPosition[],
): HiddenTable {
  const columns = table[0]?.length ?? 0
  const marks = new Uint8Array(table.length * columns)
  for (const { row, column } of hidden) marks[row * columns + column] = 1
  return { rows: table.length, columns, counts: Float64Array.from(table.flat()), hidden: marks }
}

function areCounts(counts: ArrayLike<number>): boolean {
  return Array.from(counts).every((count) => Number.isSafeInteger(count) && count >= 0)
}

function isThreshold(threshold: number): boolean {
  return Number.isSafeInteger(threshold) && threshold >= 1
}
