import { zeros, type Matrix } from './matrix.ts'

/** Columns of X made orthonormal: X = Q R over the kept columns. */
export interface OrthonormalColumns {
  /** One orthonormal column after another, `rows` numbers each. */
  columns: Float64Array[]
  /** Upper triangular R of the kept columns. */
  upper: Matrix
  kept: number[]
  /** Columns that earlier ones already determine, ascending. */
  dropped: number[]
}

/**
 * Gram–Schmidt with a second pass, on columns scaled to length one; a column whose part not explained by earlier
 * ones is below `tolerance` of its length is dropped. Source: Giraud, Langou and Rozloznik 2005.
 */
export function orthonormalColumns(x: Matrix, tolerance = 1e-9): OrthonormalColumns {
  const columns: Float64Array[] = []
  const kept: number[] = []
  const dropped: number[] = []
  const parts: number[][] = []
  for (let j = 0; j < x.columns; j++) {
    const column = Float64Array.from({ length: x.rows }, (_, i) => x.values[i * x.columns + j]!)
    const length = lengthOf(column)
    const along = Array.from({ length: columns.length }, () => 0)
    for (let pass = 0; pass < 2; pass++) {
      columns.forEach((earlier, k) => {
        let dot = 0
        for (let i = 0; i < x.rows; i++) dot += earlier[i]! * column[i]!
        for (let i = 0; i < x.rows; i++) column[i]! -= dot * earlier[i]!
        along[k]! += dot
      })
    }
    const rest = lengthOf(column)
    if (!(rest > tolerance * length)) {
      dropped.push(j)
      continue
    }
    for (let i = 0; i < x.rows; i++) column[i]! /= rest
    columns.push(column)
    kept.push(j)
    parts.push([...along, rest])
  }
  const upper = zeros(kept.length, kept.length)
  parts.forEach((part, j) => part.forEach((value, k) => (upper.values[k * kept.length + j] = value)))
  return { columns, upper, kept, dropped }
}

function lengthOf(column: Float64Array): number {
  let largest = 0
  for (const value of column) largest = Math.max(largest, Math.abs(value))
  if (largest === 0) return 0
  let squares = 0
  for (const value of column) squares += (value / largest) ** 2
  return largest * Math.sqrt(squares)
}

/** Solves R b = c for upper triangular R. */
export function solveUpper(upper: Matrix, c: ArrayLike<number>): Float64Array {
  const size = upper.rows
  const b = new Float64Array(size)
  for (let i = size - 1; i >= 0; i--) {
    let value = c[i]!
    for (let k = i + 1; k < size; k++) value -= upper.values[i * size + k]! * b[k]!
    b[i] = value / upper.values[i * size + i]!
  }
  return b
}
