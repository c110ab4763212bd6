/** The form without the dots and rings that a foreign keyboard lacks: päiväkoti → paivakoti. */
export function folded(form: string): string {
  return form
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .normalize('NFC')
}

/**
 * How many letters must be added, left out, exchanged or swapped with their neighbour to make one word of the other
 * (optimal string alignment distance, 0 = equal). Gives up above `limit` and then returns `limit + 1`.
 */
export function lettersApart(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1)
      current.push(least)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}

/**
 * Whether `written` may be a slip of the keyboard for `meant`: one letter apart in words of 5–7 letters, two in longer
 * ones; the first letter must be right. Shorter words are never corrected. Returns the distance, or undefined.
 */
export function misspellingDistance(written: string, meant: string): number | undefined {
  const a = folded(written)
  const b = folded(meant)
  if (a === b) return 0
  if (Math.min(a.length, b.length) < 5 || a[0] !== b[0]) return undefined
  const limit = a.length >= 8 ? 2 : 1
  const distance = lettersApart(a, b, limit)
  return distance <= limit ? distance : undefined
}
