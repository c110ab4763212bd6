/** A label of a row: a name or a number; null, undefined and NaN mean missing. */
export type Label = string | number | null | undefined

/** Labels as whole numbers 0…levels−1 in the order of first appearance; −1 where missing. */
export interface EncodedLabels {
  codes: Int32Array
  levels: (string | number)[]
}

/** Whole-number labels up to this one are looked up in a table rather than in a map. */
const tableSize = 1024

/** Numbers the different labels of a column in the order in which they first appear. */
export function encodeLabels(labels: ArrayLike<Label>): EncodedLabels {
  const codes = new Int32Array(labels.length)
  const small = new Int32Array(tableSize).fill(-1)
  const known = new Map<string | number, number>()
  const levels: (string | number)[] = []
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]
    if (typeof label === 'number' && label >= 0 && label < tableSize && Number.isInteger(label)) {
      if (small[label] === -1) {
        small[label] = levels.length
        levels.push(label)
      }
      codes[i] = small[label]!
      continue
    }
    if (label === null || label === undefined || Number.isNaN(label)) {
      codes[i] = -1
      continue
    }
    let code = known.get(label)
    if (code === undefined) {
      code = levels.length
      known.set(label, code)
      levels.push(label)
    }
    codes[i] = code
  }
  return { codes, levels }
}

/** Rows gathered into cells of equal labels in every column. */
export interface LabelCells {
  /** Cell of each row, numbered in the order of first appearance. */
  cellOf: Int32Array
  /** First row of each cell. */
  firstRow: number[]
  /** Code of each cell in each column. */
  codes: Int32Array[]
}

/** Cells up to this many are found by a table over all combinations rather than by a map. */
const densestTable = 1 << 20

/** Gathers rows by all their labels together; every column has one code per row, none missing. */
export function gatherCells(columns: readonly EncodedLabels[], size: number): LabelCells {
  const cellOf = new Int32Array(size)
  const firstRow: number[] = []
  const combinations = columns.reduce((product, column) => product * column.levels.length, 1)
  const keys = new Float64Array(size)
  for (const { codes, levels } of columns) {
    const width = levels.length
    for (let i = 0; i < size; i++) keys[i] = keys[i]! * width + codes[i]!
  }
  if (combinations <= densestTable) {
    const table = new Int32Array(combinations).fill(-1)
    for (let i = 0; i < size; i++) {
      const key = keys[i]!
      if (table[key] === -1) {
        table[key] = firstRow.length
        firstRow.push(i)
      }
      cellOf[i] = table[key]!
    }
  } else {
    const known = new Map<number, number>()
    for (let i = 0; i < size; i++) {
      let cell = known.get(keys[i]!)
      if (cell === undefined) {
        cell = firstRow.length
        known.set(keys[i]!, cell)
        firstRow.push(i)
      }
      cellOf[i] = cell
    }
  }
  return {
    cellOf,
    firstRow,
    codes: columns.map(({ codes }) => Int32Array.from(firstRow, (row) => codes[row]!)),
  }
}
