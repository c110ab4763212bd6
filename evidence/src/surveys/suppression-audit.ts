/**
 * A table of counts whose row and column totals are published, with the cells that are hidden.
 * `counts` lies row by row; `hidden[i]` is 1 where cell i is not shown.
 */
export interface HiddenTable {
  rows: number
  columns: number
  counts: Float64Array
  hidden: Uint8Array
  /** What a reader knows a hidden cell to be at least, such as from its mark; 0 when left out. */
  least?: Float64Array
  /** What a reader knows a hidden cell to be at most; without limit when left out. */
  most?: Float64Array
}

/** How far a cell can be raised and lowered within what a reader knows about it. */
function roomUp(table: HiddenTable, cell: number, count: number): number {
  return (table.most?.[cell] ?? Infinity) - count
}

function roomDown(table: HiddenTable, cell: number, count: number): number {
  return count - (table.least?.[cell] ?? 0)
}

/**
 * Nodes (rows first, then columns) that can be reached from `start` by moving counts among hidden cells without
 * using cell `except`. Raising a hidden cell goes from its row to its column; lowering one that is above 0 goes
 * from its column to its row. The count of an integer table with fixed totals can change exactly along the
 * closed walks of this graph (total unimodularity of the transport polytope).
 */
export function reachable(table: HiddenTable, start: number, except: number): Uint8Array {
  const { rows, columns, counts, hidden } = table
  const seen = new Uint8Array(rows + columns)
  const waiting = [start]
  seen[start] = 1
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const fromRow = node < rows
    const others = fromRow ? columns : rows
    for (let other = 0; other < others; other++) {
      const cell = fromRow ? node * columns + other : other * columns + (node - rows)
      const target = fromRow ? rows + other : other
      if (seen[target] || !hidden[cell] || cell === except) continue
      const room = fromRow ? roomUp(table, cell, counts[cell]!) : roomDown(table, cell, counts[cell]!)
      if (room <= 0) continue
      seen[target] = 1
      waiting.push(target)
    }
  }
  return seen
}

/**
 * Whether the published figures leave more than one possible value for a hidden cell.
 * @example
 * const hidden = [{ row: 0, column: 0 }]
 * isUndetermined(withHidden([[4, 30], [20, 25]], hidden), 0) // => false
 */
export function isUndetermined(table: HiddenTable, cell: number): boolean {
  const row = Math.floor(cell / table.columns)
  const column = table.rows + (cell % table.columns)
  const own = table.counts[cell]!
  if (roomUp(table, cell, own) > 0 && reachable(table, column, cell)[row]) return true
  return roomDown(table, cell, own) > 0 && Boolean(reachable(table, row, cell)[column])
}

/**
 * Least and greatest count that a hidden cell can have over all non-negative integer tables with the same
 * totals and the same shown cells: what somebody who reads only the published figures can work out. Found by
 * augmenting paths (Ford and Fulkerson 1956) from the table itself, so the bounds are exact, not linear
 * relaxations. A shown cell has both bounds equal to its count. With `enough`, each bound is followed only so far from
 * the count, which is quicker.
 * @example
 * const corners = [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column })))
 * possibleCounts(withHidden([[4, 30], [20, 25]], corners), 0) // => {"least": 0, "greatest": 24}
 */
export function possibleCounts(
  table: HiddenTable,
  cell: number,
  enough = Infinity,
): { least: number; greatest: number } {
  const own = table.counts[cell]!
  if (!table.hidden[cell]) return { least: own, greatest: own }
  const row = Math.floor(cell / table.columns)
  const column = table.rows + (cell % table.columns)
  return {
    least: own - movable(table, row, column, cell, Math.min(enough, roomDown(table, cell, own))),
    greatest: own + movable(table, column, row, cell, Math.min(enough, roomUp(table, cell, own))),
  }
}

/** Greatest flow from one node to another around cell `except`, at most `limit`. */
function movable(table: HiddenTable, from: number, to: number, except: number, limit: number): number {
  const { rows, columns, hidden } = table
  const counts = Float64Array.from(table.counts)
  let total = 0
  while (total < limit) {
    const cameFrom = new Int32Array(rows + columns).fill(-1)
    cameFrom[from] = from
    const queue = [from]
    for (let head = 0; head < queue.length && cameFrom[to] === -1; head++) {
      const node = queue[head]!
      const fromRow = node < rows
      for (let other = 0; other < (fromRow ? columns : rows); other++) {
        const cell = fromRow ? node * columns + other : other * columns + (node - rows)
        const target = fromRow ? rows + other : other
        if (cameFrom[target] !== -1 || !hidden[cell] || cell === except) continue
        const room = fromRow ? roomUp(table, cell, counts[cell]!) : roomDown(table, cell, counts[cell]!)
        if (room <= 0) continue
        cameFrom[target] = node
        queue.push(target)
      }
    }
    if (cameFrom[to] === -1) break
    let amount = limit - total
    for (let node = to; node !== from; node = cameFrom[node]!) {
      const before = cameFrom[node]!
      const cell = before < rows ? before * columns + (node - rows) : node * columns + (before - rows)
      const count = counts[cell]!
      amount = Math.min(amount, before < rows ? roomUp(table, cell, count) : roomDown(table, cell, count))
    }
    if (!Number.isFinite(amount)) return Infinity
    for (let node = to; node !== from; node = cameFrom[node]!) {
      const before = cameFrom[node]!
      if (before < rows) counts[before * columns + (node - rows)]! += amount
      else counts[node * columns + (before - rows)]! -= amount
    }
    total += amount
  }
  return total
}
