/** A label of a row: a name or a number; null, undefined and NaN mean missing. */
export type Label = string | number | null | undefined

/** Whole numbers from −1 on, in two bytes each where that is enough: long columns are read several times. */
export type Codes = Int16Array | Int32Array

/** Most levels that two bytes can number. */
const mostShort = 2 ** 15 - 1

/** Labels as whole numbers 0…levels−1 in the order of first appearance; −1 where missing. */
export interface EncodedLabels {
  codes: Codes
  levels: (string | number)[]
  /** Rows of each level. */
  counts: number[]
  /** Rows without a label. */
  missing: number
}

/** Whole-number labels up to this one are looked up in a table rather than in a map. */
const tableSize = 1024

/** Numbers the different labels of a column in the order in which they first appear. */
export function encodeLabels(labels: ArrayLike<Label>): EncodedLabels {
  return (
    encodeInto(new Int16Array(labels.length), labels, mostShort) ??
    encodeInto(new Int32Array(labels.length), labels, Infinity)!
  )
}

function encodeInto(codes: Codes, labels: ArrayLike<Label>, mostLevels: number): EncodedLabels | undefined {
  const small = new Int32Array(tableSize).fill(-1)
  const known = new Map<string | number, number>()
  const levels: (string | number)[] = []
  const counts: number[] = []
  let missing = 0
  const numberOf = (label: string | number): number => {
    levels.push(label)
    return counts.push(0) - 1
  }
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]
    let code: number | undefined
    if (typeof label === 'number' && label >= 0 && label < tableSize && Number.isInteger(label)) {
      code = small[label]!
      if (code === -1) {
        code = numberOf(label)
        small[label] = code
      }
    } else if (label === null || label === undefined || Number.isNaN(label)) {
      codes[i] = -1
      missing += 1
      continue
    } else {
      code = known.get(label)
      if (code === undefined) {
        code = numberOf(label)
        known.set(label, code)
      }
    }
    if (code >= mostLevels) return undefined
    codes[i] = code
    counts[code]! += 1
  }
  return { codes, levels, counts, missing }
}

/** Rows gathered into cells of equal labels in every column. */
export interface LabelCells {
  /** Cell of each row, numbered in the order of first appearance. */
  cellOf: Codes
  /** First row of each cell. */
  firstRow: number[]
  /** Code of each cell in each column. */
  codes: Codes[]
}

/** Cells up to this many are found by a table over all combinations rather than by a map. */
const densestTable = 1 << 20

/** Gathers rows by all their labels together; every column has one code per row, none missing. */
export function gatherCells(columns: readonly EncodedLabels[], size: number): LabelCells {
  const combinations = columns.reduce((product, column) => product * column.levels.length, 1)
  const cellOf = combinations <= mostShort ? new Int16Array(size) : new Int32Array(size)
  const firstRow: number[] = []
  // The first column is the most significant digit of a cell's key. Keys are made row by row, never kept for all rows.
  const codes = columns.map((column) => column.codes)
  const widths = columns.map(({ levels }) => levels.length)
  const keyOf = (row: number): number => {
    let key = 0
    for (let c = 0; c < codes.length; c++) key = key * widths[c]! + codes[c]![row]!
    return key
  }
  if (combinations <= densestTable) {
    const table = new Int32Array(combinations).fill(-1)
    for (let i = 0; i < size; i++) {
      const key = keyOf(i)
      if (table[key] === -1) {
        table[key] = firstRow.length
        firstRow.push(i)
      }
      cellOf[i] = table[key]!
    }
  } else {
    const known = new Map<number, number>()
    for (let i = 0; i < size; i++) {
      const key = keyOf(i)
      let cell = known.get(key)
      if (cell === undefined) {
        cell = firstRow.length
        known.set(key, cell)
        firstRow.push(i)
      }
      cellOf[i] = cell
    }
  }
  return {
    cellOf,
    firstRow,
    codes: codes.map((own) => Int32Array.from(firstRow, (row) => own[row]!)),
  }
}
