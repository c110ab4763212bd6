/** A label of a row: a name or a number; null, undefined and NaN mean missing. */
export type Label = string | number | null | undefined

/** Labels as whole numbers 0…levels−1 in the order of first appearance; −1 where missing. */
export interface EncodedLabels {
  codes: Int32Array
  levels: (string | number)[]
}

/** Numbers the different labels of a column in the order in which they first appear. */
export function encodeLabels(labels: ArrayLike<Label>): EncodedLabels {
  const codes = new Int32Array(labels.length)
  const known = new Map<string | number, number>()
  const levels: (string | number)[] = []
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]
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
