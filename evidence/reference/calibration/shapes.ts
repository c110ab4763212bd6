import type { Random } from '../../src/numbers/random.ts'

/** A population from which calibration draws: mean 0, spread 1. */
export interface Shape {
  name: string
  /** `size` values in the order in which they are measured. */
  draw: (random: Random, size: number) => Float64Array
  /** A cut, and the true share of values above it. */
  cut: { at: number; share: number }
  /** Neighbouring values resemble each other, so that methods for independent values are misused on purpose. */
  dependent: boolean
  /** They do because they follow each other in time. */
  inOrder: boolean
}

const clusterSize = 5
const clusterLikeness = 0.2
const neighbourLikeness = 0.3
const answerShares = [0.05, 0.1, 0.2, 0.35, 0.3]

function fill(size: number, next: (i: number) => number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => next(i))
}

const meanAnswer = answerShares.reduce((sum, share, i) => sum + share * (i + 1), 0)
const spreadOfAnswers = Math.sqrt(
  answerShares.reduce((sum, share, i) => sum + share * (i + 1 - meanAnswer) ** 2, 0),
)

function answer(random: Random): number {
  let left = random.next()
  for (let code = 1; code < 5; code++) {
    left -= answerShares[code - 1]!
    if (left < 0) return (code - meanAnswer) / spreadOfAnswers
  }
  return (5 - meanAnswer) / spreadOfAnswers
}

/** Five shapes of data that small experiments meet. */
export const shapes: readonly Shape[] = [
  {
    name: 'normal',
    draw: (random, size) => fill(size, () => random.normal()),
    cut: { at: 0, share: 0.5 },
    dependent: false,
    inOrder: false,
  },
  {
    name: 'skewed',
    draw: (random, size) => fill(size, () => -Math.log(1 - random.next()) - 1),
    cut: { at: 0, share: Math.exp(-1) },
    dependent: false,
    inOrder: false,
  },
  {
    name: 'answers 1–5',
    draw: (random, size) => fill(size, () => answer(random)),
    cut: { at: (3.5 - meanAnswer) / spreadOfAnswers, share: 0.65 },
    dependent: false,
    inOrder: false,
  },
  {
    name: 'autocorrelated .3',
    draw: (random, size) => {
      let before = random.normal()
      const fresh = Math.sqrt(1 - neighbourLikeness ** 2)
      return fill(size, () => (before = neighbourLikeness * before + fresh * random.normal()))
    },
    cut: { at: 0, share: 0.5 },
    dependent: true,
    inOrder: true,
  },
  {
    name: 'clusters of 5',
    draw: (random, size) => {
      let common = 0
      return fill(size, (i) => {
        if (i % clusterSize === 0) common = Math.sqrt(clusterLikeness) * random.normal()
        return common + Math.sqrt(1 - clusterLikeness) * random.normal()
      })
    },
    cut: { at: 0, share: 0.5 },
    dependent: true,
    inOrder: false,
  },
]

/** Number of the cluster of value i in the clustered shape. */
export function clusterOf(i: number): number {
  return Math.floor(i / clusterSize)
}
