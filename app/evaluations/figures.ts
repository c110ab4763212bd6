/** One figure or word of an evaluation, with the way to it. */
export interface Figure {
  /** E.g. `analysis.effect.estimate`; places in lists count from 1. */
  path: string
  value: string | number | boolean | null
}

/** Every figure and word of a value of plain JSON, in the order of their names. Empty lists and objects have none. */
export function figuresOf(value: unknown, path = ''): Figure[] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [{ path, value: value as Figure['value'] }]
  if (Array.isArray(value)) return value.flatMap((part, index) => figuresOf(part, `${path}[${index + 1}]`))
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, part]) => figuresOf(part, path === '' ? key : `${path}.${key}`))
}

/** A figure as it is printed: with every digit that tells it from the next number a computer knows. */
export function printed(value: Figure['value']): string {
  return JSON.stringify(value)
}

/** Where two evaluations tell something else. undefined: it is not there at all. */
export interface Difference {
  path: string
  first: string | undefined
  second: string | undefined
}

/**
 * Compares two values of plain JSON to the last printed digit. Tells how many figures and words were compared, and every
 * difference in the order of the names.
 */
export function compareFigures(
  first: unknown,
  second: unknown,
): { compared: number; differences: Difference[] } {
  const firsts = figuresOf(first)
  const others = new Map(figuresOf(second).map((figure) => [figure.path, printed(figure.value)]))
  const differences: Difference[] = []
  for (const { path, value } of firsts) {
    const here = printed(value)
    const there = others.get(path)
    others.delete(path)
    if (here !== there) differences.push({ path, first: here, second: there })
  }
  for (const [path, second] of others) differences.push({ path, first: undefined, second })
  return { compared: firsts.length, differences }
}
