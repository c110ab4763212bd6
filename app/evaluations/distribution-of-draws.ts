import { createRandom } from '@uskalla/evidence'
import type { DrawBar } from './evaluation.ts'

/** The seed of everything that is drawn in an evaluation, so that anyone gets the same figures again. */
export const seedOfEvaluations = 1

const mostListed = 20_000
const sampled = 20_000
const bars = 21

/**
 * The differences of means that every way of choosing as many as `first` would show, as bars, with the observed one. All
 * ways are gone through up to 20,000; beyond that as many are drawn with the fixed seed. null with less than two ways.
 */
export function distributionOfDraws(
  first: readonly number[],
  second: readonly number[],
): { bars: DrawBar[]; observed: number; all: number } | null {
  const values = [...first, ...second]
  const ways = waysToChoose(values.length, first.length)
  if (ways < 2) return null
  const total = values.reduce((sum, value) => sum + value, 0)
  const difference = (chosenSum: number) => chosenSum / first.length - (total - chosenSum) / second.length
  const differences =
    ways <= mostListed
      ? sumsOfChoices(values, first.length).map(difference)
      : sampledSums(values, first.length).map(difference)
  const low = Math.min(...differences)
  const high = Math.max(...differences)
  if (!(high > low)) return null
  const width = (high - low) / bars
  const counts = Array.from({ length: bars }, () => 0)
  for (const value of differences) {
    const bar = Math.min(bars - 1, Math.floor((value - low) / width))
    counts[bar] = (counts[bar] ?? 0) + 1
  }
  return {
    bars: counts.map((count, index) => ({
      from: low + index * width,
      to: low + (index + 1) * width,
      share: count / differences.length,
    })),
    observed: difference(first.reduce((sum, value) => sum + value, 0)),
    all: ways,
  }
}

function waysToChoose(units: number, chosen: number): number {
  let ways = 1
  for (let k = 1; k <= chosen; k++) ways = (ways * (units - chosen + k)) / k
  return Math.round(ways)
}

/** The sums of all choices of `size` values. */
function sumsOfChoices(values: readonly number[], size: number): number[] {
  const sums: number[] = []
  const choose = (from: number, left: number, sum: number) => {
    if (left === 0) {
      sums.push(sum)
      return
    }
    for (let i = from; i <= values.length - left; i++) choose(i + 1, left - 1, sum + (values[i] ?? 0))
  }
  choose(0, size, 0)
  return sums
}

function sampledSums(values: readonly number[], size: number): number[] {
  const random = createRandom(seedOfEvaluations)
  const pool = [...values]
  return Array.from({ length: sampled }, () => {
    let sum = 0
    for (let i = 0; i < size; i++) {
      const other = i + Math.floor(random.next() * (pool.length - i))
      const [here, there] = [pool[i] ?? 0, pool[other] ?? 0]
      pool[i] = there
      pool[other] = here
      sum += there
    }
    return sum
  })
}
