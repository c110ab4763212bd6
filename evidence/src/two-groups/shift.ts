/** Median of all differences first − second: the shift estimate of Hodges and Lehmann 1963. */
export function medianDifference(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const pairs = first.length * second.length
  const lower = orderedDifference(first, second, Math.floor((pairs - 1) / 2))
  return pairs % 2 === 1 ? lower : (lower + orderedDifference(first, second, pairs / 2)) / 2
}

/** Number of differences up to which they are all written out. */
const mostWrittenOut = 1_000_000

/** The difference first − second with `place` smaller ones before it (from 0) among all pairs. */
export function orderedDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  place: number,
): number {
  const pairs = first.length * second.length
  if (pairs <= mostWrittenOut) return select(allDifferences(first, second), place)
  return searchDifference(Float64Array.from(first).sort(), Float64Array.from(second).sort(), place)
}

function allDifferences(first: ArrayLike<number>, second: ArrayLike<number>): Float64Array {
  const differences = new Float64Array(first.length * second.length)
  let k = 0
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < second.length; j++) differences[k++] = first[i]! - second[j]!
  }
  return differences
}

/** Value at a place in ascending order. Source: Hoare's selection. */
function select(values: Float64Array, place: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1]!
    let i = low
    let j = high
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i <= j) {
        const held = values[i]!
        values[i++] = values[j]!
        values[j--] = held
      }
    }
    if (place <= j) high = j
    else if (place >= i) low = i
    else return values[place]!
  }
  return values[place]!
}

/** Bisection on the size of the difference, counting smaller ones in two ascending lists. */
function searchDifference(first: Float64Array, second: Float64Array, place: number): number {
  let low = first[0]! - second[second.length - 1]!
  let high = first[first.length - 1]! - second[0]!
  for (let step = 0; step < 2000; step++) {
    const middle = low / 2 + high / 2
    if (middle <= low || middle >= high) break
    let count = 0
    for (let i = 0, j = 0; i < first.length; i++) {
      while (j < second.length && second[j]! < first[i]! - middle) j++
      count += second.length - j
    }
    if (count > place) high = middle
    else low = middle
  }
  return nearestDifference(first, second, high)
}

/** The difference between two ascending lists that lies nearest to a mark, free of the rounding of the search. */
function nearestDifference(first: Float64Array, second: Float64Array, mark: number): number {
  let nearest = Infinity
  for (let i = 0, j = 0; i < first.length; i++) {
    while (j < second.length && second[j]! < first[i]! - mark) j++
    for (const place of [j - 1, j]) {
      if (place < 0 || place >= second.length) continue
      const difference = first[i]! - second[place]!
      if (Math.abs(difference - mark) < Math.abs(nearest - mark)) nearest = difference
    }
  }
  return nearest
}
