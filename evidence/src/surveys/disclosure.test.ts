import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attributeDisclosure,
  differencing,
  suppressLine,
  suppressTable,
  withHidden,
  type Suppression,
} from './disclosure.ts'
import { isUndetermined, possibleCounts } from './suppression-audit.ts'

/** Every table of whole counts with the same totals and the same shown cells, by trying all (small tables only). */
function allTables(table: number[][], hidden: (row: number, column: number) => boolean): number[][][] {
  const rowTotals = table.map((row) => row.reduce((a, b) => a + b, 0))
  const columnTotals = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0))
  const found: number[][][] = []
  const trial = table.map((row) => [...row])
  const fill = (cell: number): void => {
    const columns = table[0]!.length
    if (cell === table.length * columns) {
      const fits =
        trial.every((row, i) => row.reduce((a, b) => a + b, 0) === rowTotals[i]) &&
        columnTotals.every((total, j) => trial.reduce((sum, row) => sum + row[j]!, 0) === total)
      if (fits) found.push(trial.map((row) => [...row]))
      return
    }
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    if (!hidden(row, column)) return fill(cell + 1)
    for (let value = 0; value <= Math.min(rowTotals[row]!, columnTotals[column]!); value++) {
      trial[row]![column] = value
      fill(cell + 1)
    }
    trial[row]![column] = table[row]![column]!
  }
  fill(0)
  return found
}

const smallTable = fc.array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 3,
})

describe('hiding small counts', () => {
  it('needs a rectangle for one small cell with totals', () => {
    const finding = suppressTable(
      [
        [3, 20, 30],
        [12, 18, 25],
        [40, 11, 9],
      ],
      5,
    )
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.primary).toEqual([{ row: 0, column: 0 }])
    expect(finding.value.secondary).toHaveLength(3)
    expect(finding.value.everythingHidden).toBe(false)
  })

  it('hides nothing more when totals are not shown, and nothing at all when no count is small', () => {
    const open = suppressTable(
      [
        [3, 20],
        [12, 18],
      ],
      5,
      false,
    )
    expect(open.ok && open.value.secondary).toEqual([])
    const large = suppressTable(
      [
        [30, 20],
        [12, 18],
      ],
      5,
    )
    expect(large.ok && large.value.primary).toEqual([])
    expect(large.warnings).toEqual([])
  })

  it('refuses a table whose totals give the small count away whatever is hidden', () => {
    const finding = suppressTable(
      [
        [3, 0],
        [0, 0],
      ],
      5,
    )
    expect(finding.ok ? null : finding.refusal.code).toBe('suppressed')
  })

  it('agrees with trying every table: safe means more than one possible count', () => {
    fc.assert(
      fc.property(smallTable, fc.infiniteStream(fc.boolean()), (table, marks) => {
        const hiddenCells = table
          .flatMap((row, i) => row.map((_, j) => ({ row: i, column: j })))
          .filter(() => marks.next().value)
        const isHidden = (row: number, column: number): boolean =>
          hiddenCells.some((cell) => cell.row === row && cell.column === column)
        const tables = allTables(table, isHidden)
        const audited = withHidden(table, hiddenCells)
        for (const { row, column } of hiddenCells) {
          const values = tables.map((possible) => possible[row]![column]!)
          const cell = row * 3 + column
          expect(isUndetermined(audited, cell)).toBe(new Set(values).size > 1)
          expect(possibleCounts(audited, cell)).toEqual({
            least: Math.min(...values),
            greatest: Math.max(...values),
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds a pattern as small as any, compared with trying every pattern', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const finding = suppressTable(table, 3)
        const cells = table.length * 3
        const flat = table.flat()
        const primary = Array.from({ length: cells }, (_, c) => c).filter((c) => flat[c]! > 0 && flat[c]! < 3)
        let fewest = Infinity
        for (let mask = 0; mask < 2 ** cells; mask++) {
          if (primary.some((c) => !(mask & (1 << c)))) continue
          const chosen = Array.from({ length: cells }, (_, c) => c).filter((c) => mask & (1 << c))
          const audited = withHidden(
            table,
            chosen.map((c) => ({ row: Math.floor(c / 3), column: c % 3 })),
          )
          if (primary.every((c) => isUndetermined(audited, c)))
            fewest = Math.min(fewest, chosen.length - primary.length)
        }
        if (!finding.ok) expect(fewest).toBe(Infinity)
        else expect((finding.value as Suppression).secondary).toHaveLength(fewest)
      }),
      { numRuns: 60 },
    )
  })

  it('hides the cheapest neighbour of a lone small count in a line', () => {
    const line = suppressLine([3, 12, 25, 40], 5)
    expect(line.ok && line.value).toEqual({ primary: [0], secondary: 1 })
    const two = suppressLine([3, 2, 25], 5)
    expect(two.ok && two.value.secondary).toBeNull()
    expect(suppressLine([3], 5).ok).toBe(false)
    expect(suppressLine([3, -1], 5).ok).toBe(false)
  })
})

describe('groups that tell on their members', () => {
  it('marks unanimous and small groups, and leaves ordinary ones alone', () => {
    expect(attributeDisclosure([0, 12, 0], 5).warnings.map(({ code }) => code)).toEqual(['unanimous'])
    expect(attributeDisclosure([1, 2, 1], 5).warnings.map(({ code }) => code)).toEqual(['small-group'])
    const ordinary = attributeDisclosure([3, 2, 0], 5)
    expect(ordinary.warnings).toEqual([])
    expect(ordinary.ok && ordinary.value.mustSuppress).toBe(false)
    expect(attributeDisclosure([1.5], 5).ok).toBe(false)
  })

  it('marks two groups whose difference is small but not empty', () => {
    const decide = (larger: number, part: number): boolean | null => {
      const finding = differencing(larger, part, 5)
      return finding.ok ? finding.value.mustSuppressOne : null
    }
    expect([decide(40, 37), decide(40, 36), decide(40, 35), decide(40, 40), decide(40, 41)]).toEqual([
      true,
      true,
      false,
      false,
      null,
    ])
    expect(differencing(40, 35, 5).warnings).toEqual([])
  })
})
