/** A dense real matrix, row after row in `values`. */
export interface Matrix {
  rows: number
  columns: number
  values: Float64Array
}

/** Matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) }
}

/** Unit matrix. */
export function identity(size: number): Matrix {
  const unit = zeros(size, size)
  for (let i = 0; i < size; i++) unit.values[i * size + i] = 1
  return unit
}

/**
 * Matrix from a list of rows of equal length.
 *
 * @example
 * fromRows([[1, 2], [3, 4]]).columns // => 2
 */
export function fromRows(list: readonly ArrayLike<number>[]): Matrix {
  const made = zeros(list.length, list.length === 0 ? 0 : list[0]!.length)
  for (let i = 0; i < made.rows; i++) made.values.set(Array.from(list[i]!), i * made.columns)
  return made
}

/** Matrix from a list of columns of equal length. */
export function fromColumns(list: readonly ArrayLike<number>[]): Matrix {
  const made = zeros(list.length === 0 ? 0 : list[0]!.length, list.length)
  for (let j = 0; j < made.columns; j++) {
    const column = list[j]!
    for (let i = 0; i < made.rows; i++) made.values[i * made.columns + j] = column[i]!
  }
  return made
}

/** Rows and columns exchanged. */
export function transpose(a: Matrix): Matrix {
  const made = zeros(a.columns, a.rows)
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) made.values[j * a.rows + i] = a.values[i * a.columns + j]!
  return made
}

/** Matrix product a b. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const made = zeros(a.rows, b.columns)
  const out = made.values
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k]!
      if (factor === 0) continue
      for (let j = 0; j < b.columns; j++)
        out[i * b.columns + j] = out[i * b.columns + j]! + factor * b.values[k * b.columns + j]!
    }
  }
  return made
}

/** Product of a matrix and a vector. */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  const made = new Float64Array(a.rows)
  for (let i = 0; i < a.rows; i++) {
    let sum = 0
    for (let j = 0; j < a.columns; j++) sum += a.values[i * a.columns + j]! * x[j]!
    made[i] = sum
  }
  return made
}

/** Solves a square system by elimination with partial pivoting; null when it is singular to working accuracy. */
export function solve(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  const made = solveMany(a, fromColumns([b]))
  return made === null ? null : made.values
}

/** Solves a X = b for several right-hand sides; null when a is singular to working accuracy. */
export function solveMany(a: Matrix, b: Matrix): Matrix | null {
  const n = a.rows
  const m = b.columns
  const left = a.values.slice()
  const right = b.values.slice()
  let largest = 0
  for (const value of left) largest = Math.max(largest, Math.abs(value))
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(left[i * n + k]!) > Math.abs(left[pivot * n + k]!)) pivot = i
    if (!(Math.abs(left[pivot * n + k]!) > largest * n * Number.EPSILON)) return null
    if (pivot !== k) {
      swapRows(left, n, pivot, k)
      swapRows(right, m, pivot, k)
    }
    for (let i = k + 1; i < n; i++) {
      const factor = left[i * n + k]! / left[k * n + k]!
      if (factor === 0) continue
      for (let j = k + 1; j < n; j++) left[i * n + j] = left[i * n + j]! - factor * left[k * n + j]!
      for (let j = 0; j < m; j++) right[i * m + j] = right[i * m + j]! - factor * right[k * m + j]!
    }
  }
  for (let j = 0; j < m; j++) {
    for (let i = n - 1; i >= 0; i--) {
      let value = right[i * m + j]!
      for (let k = i + 1; k < n; k++) value -= left[i * n + k]! * right[k * m + j]!
      right[i * m + j] = value / left[i * n + i]!
    }
  }
  return { rows: n, columns: m, values: right }
}

function swapRows(values: Float64Array, width: number, i: number, j: number): void {
  for (let k = 0; k < width; k++) {
    const held = values[i * width + k]!
    values[i * width + k] = values[j * width + k]!
    values[j * width + k] = held
  }
}

/** Logarithm of the determinant of a symmetric positive definite matrix; −Infinity when it is singular. */
export function logDeterminant(matrix: Matrix): number {
  const k = matrix.rows
  const left = matrix.values.slice()
  let sum = 0
  for (let c = 0; c < k; c++) {
    const pivot = left[c * k + c]!
    if (!(pivot > 0)) return -Infinity
    sum += Math.log(pivot)
    for (let r = c + 1; r < k; r++) {
      const factor = left[r * k + c]! / pivot
      for (let m = c; m < k; m++) left[r * k + m]! -= factor * left[c * k + m]!
    }
  }
  return sum
}

/** Inverse of a square matrix; null when it is singular to working accuracy. */
export function inverse(a: Matrix): Matrix | null {
  return solveMany(a, identity(a.rows))
}

/** Eigenvalues in descending order and eigenvectors as columns. */
export interface SymmetricEigen {
  values: Float64Array
  vectors: Matrix
}

/** Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations. */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  const n = matrix.rows
  const a = matrix.values.slice()
  const v = identity(n).values
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0
    let total = 0
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const square = a[i * n + j]! * a[i * n + j]!
        total += square
        if (i !== j) off += square
      }
    if (!(off > total * 1e-32)) break
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!)
  const values = Float64Array.from(order, (i) => a[i * n + i]!)
  const vectors = zeros(n, n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) vectors.values[i * n + j] = v[i * n + order[j]!]!
  return { values, vectors }
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!
  if (apq === 0) return
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p]!
    const kq = a[k * n + q]!
    a[k * n + p] = c * kp - s * kq
    a[k * n + q] = s * kp + c * kq
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k]!
    const qk = a[q * n + k]!
    a[p * n + k] = c * pk - s * qk
    a[q * n + k] = s * pk + c * qk
    const vp = v[k * n + p]!
    const vq = v[k * n + q]!
    v[k * n + p] = c * vp - s * vq
    v[k * n + q] = s * vp + c * vq
  }
}
