/** Maps a value to a place along an axis, in the units of the drawing. */
export type Scale = (value: number) => number

/** A straight scale; a domain without width puts everything in the middle. */
export function linearScale(domain: [number, number], range: [number, number]): Scale {
  const width = domain[1] - domain[0]
  if (width === 0) return () => (range[0] + range[1]) / 2
  return (value) => range[0] + ((value - domain[0]) / width) * (range[1] - range[0])
}

/**
 * Round tick values (1, 2, 2.5 or 5 times a power of ten) that cover `low`–`high`, about `wanted` of them, least first.
 * Equal or unordered ends are widened around the value.
 */
export function niceTicks(low: number, high: number, wanted = 4): number[] {
  const from = Math.min(low, high)
  const spread = Math.abs(high - low)
  if (spread === 0)
    return from === 0 ? [0, 1] : niceTicks(from - Math.abs(from) / 2, from + Math.abs(from) / 2, wanted)
  const rough = spread / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999) ?? 10 * power
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil((from + spread) / step - 1e-9)
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(step)))
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  )
}

/** Ticks for a value axis: from zero when all values are at or above zero and zero is not far from the least of them. */
export function valueTicks(values: readonly number[], wanted = 4): number[] {
  if (values.length === 0) return [0, 1]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const fromZero = low >= 0 && low <= high * 0.75
  return niceTicks(fromZero ? 0 : low, high, wanted)
}

/** Days since 1 January 1970 of an ISO day such as 2025-12-24. */
export function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000
}

/** A coordinate as written into a drawing: at most one decimal. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Moves labels apart so that none is nearer than `gap` to the next, keeping their order and staying within `least`–`most`. */
export function spreadLabels(places: readonly number[], gap: number, least: number, most: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  let previous = least - gap
  for (const label of order) {
    label.place = Math.max(label.place, previous + gap)
    previous = label.place
  }
  let next = most + gap
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, next - gap)
    next = label.place
  }
  const moved = places.slice()
  for (const label of order) moved[label.index] = label.place
  return moved
}
