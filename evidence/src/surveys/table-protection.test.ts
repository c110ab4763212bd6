import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectTable } from './table-protection.ts'

type Cell = number | 'under' | 'withheld'

/** Possible values of every cell for a reader who sees the cells, the marks and the totals, by trying every table. */
function whatAReaderCanWorkOut(cells: Cell[][], table: number[][], threshold: number): Set<number>[] {
  const rowTotals = table.map((row) => row.reduce((a, b) => a + b, 0))
  const columnTotals = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0))
  const columns = columnTotals.length
  const seen = table.flat().map(() => new Set<number>())
  const trial = seen.map(() => 0)
  const fill = (cell: number, rowLeft: number[], columnLeft: number[]): void => {
    if (cell === seen.length) {
      if (columnLeft.every((left) => left === 0)) trial.forEach((value, i) => seen[i]!.add(value))
      return
    }
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    const shown = cells[row]![column]!
    const low = shown === 'withheld' ? threshold : shown === 'under' ? 0 : shown
    const high = shown === 'withheld' ? Infinity : shown === 'under' ? threshold - 1 : shown
    const room = Math.min(rowLeft[row]!, columnLeft[column]!)
    const values = column === columns - 1 ? [rowLeft[row]!] : null
    for (
      let value = values ? values[0]! : low;
      value <= (values ? values[0]! : Math.min(high, room));
      value++
    ) {
      if (value < low || value > high || value > room) continue
      trial[cell] = value
      fill(
        cell + 1,
        rowLeft.map((left, i) => left - (i === row ? value : 0)),
        columnLeft.map((left, j) => left - (j === column ? value : 0)),
      )
    }
  }
  fill(0, rowTotals, columnTotals)
  return seen
}

describe('a table of persons that keeps its small groups safe', () => {
  it('leaves every mark as wide as it is, compared with trying every table', () => {
    const tables = fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    })
    let protectedTables = 0
    fc.assert(
      fc.property(tables, (table) => {
        const finding = protectTable(table, 3, 3)
        if (!finding.ok) return
        protectedTables += 1
        const { cells } = finding.value
        const possible = whatAReaderCanWorkOut(cells, table, 3)
        cells.flat().forEach((cell, i) => {
          const values = [...possible[i]!]
          if (cell === 'under') expect(values.toSorted()).toEqual([0, 1, 2])
          if (cell === 'withheld') expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(3)
          if (typeof cell === 'number') expect(cell).toBe(table.flat()[i])
        })
      }),
      { numRuns: 150, seed: 11 },
    )
    expect(protectedTables).toBeGreaterThan(30)
  })

  it('makes zero look like four and hides nothing in a table without small cells', () => {
    const zero = protectTable([
      [0, 40, 21],
      [30, 25, 18],
      [12, 33, 27],
    ])
    const four = protectTable([
      [4, 36, 21],
      [26, 29, 18],
      [12, 33, 27],
    ])
    expect(zero.ok && zero.value.cells[0]![0]).toBe('under')
    expect(four.ok && four.value.cells[0]![0]).toBe('under')
    const large = protectTable([
      [10, 40],
      [30, 25],
    ])
    expect(large.ok && large.value.withheld).toEqual([])
    expect(large.warnings).toEqual([])
  })

  it('refuses where a total itself is small, and counts that are none', () => {
    const lonely = protectTable([
      [3, 0],
      [40, 30],
    ])
    expect(lonely.ok ? null : lonely.refusal.code).toBe('suppressed')
    expect(protectTable([[3.5, 1]]).ok).toBe(false)
    expect(protectTable([[3, 1], [2]]).ok).toBe(false)
    expect(protectTable([]).ok).toBe(false)
  })

  it('protects a region of sixty municipalities with four groups', () => {
    const table = Array.from({ length: 60 }, (_, i) => [i % 5, 6 + (i % 40), 9 + (i % 25), 15 + (i % 60)])
    const finding = protectTable(table)
    if (!finding.ok) throw new Error(finding.refusal.why)
    const under = finding.value.cells.flat().filter((cell) => cell === 'under').length
    expect(under).toBe(60)
    expect(finding.value.withheld.length).toBeLessThan(140)
  })
})
