import { autoregressiveSeries } from '../../src/before-and-after/autoregressive-series.ts'
import { interruptedSeries } from '../../src/before-and-after/interrupted-series.ts'
import type { Finding } from '../../src/finding.ts'
import type { Random } from '../../src/numbers/random.ts'
import { shareSequence } from '../../src/planning/confidence-sequence.ts'
import { differenceInDifferences } from '../../src/several-places/difference-in-differences.ts'
import { poolStudies } from '../../src/several-places/meta-analysis.ts'
import { surveyMean } from '../../src/surveys/survey-estimates.ts'
import { fisherExact } from '../../src/two-groups/fisher-exact.ts'
import { shareDifference } from '../../src/two-groups/share-difference.ts'
import { shareInterval } from '../../src/two-groups/share-interval.ts'
import { shiftBetweenGroups } from '../../src/two-groups/shift-interval.ts'
import { sampledShares, splitShares } from '../../src/two-groups/split-test.ts'
import { survival } from '../../src/two-groups/survival.ts'
import { poolValues } from '../../src/two-groups/usable-values.ts'
import { tMargin, welchDifference } from '../../src/two-groups/welch.ts'
import { clusterOf, type Shape } from './shapes.ts'

/** What one made-up experiment gave: whether the interval held the truth and whether anything was warned of. */
export interface Trial {
  covered: boolean
  warned: boolean
}

/** A method that gives a 95% interval, tried on one made-up experiment; null when it refused or gave no interval. */
export interface IntervalMethod {
  name: string
  /** What n counts. */
  sizeIs: string
  attempt: (shape: Shape, size: number, random: Random) => Trial | null
}

/** Values that count as dependent in the design are told to the method, as an honest plan would. */
type Limits = readonly [low: number | null, high: number | null]

function trialOf<T>(finding: Finding<T>, limitsOf: (value: T) => Limits, truth: number): Trial | null {
  if (!finding.ok) return null
  const [low, high] = limitsOf(finding.value)
  if (low === null || high === null) return null
  return { covered: low <= truth && truth <= high, warned: finding.warnings.length > 0 }
}

function countAbove(values: Float64Array, at: number): number {
  let count = 0
  for (const value of values) if (value > at) count += 1
  return count
}

/** Splits drawn where counting all would take too long; the p stays valid (Phipson and Smyth 2010). */
const drawnSplits = 999

/** A shift is inside the permutation interval exactly when the test at that shift does not reject. */
function permutationTrial(first: Float64Array, second: Float64Array, random: Random): Trial {
  const { values, scale } = poolValues(first, second)
  const size = first.length
  if (values.length <= 20) return { covered: splitShares(values, size, scale).twoSided > 0.05, warned: false }
  const mean = values.reduce((sum, value) => sum + value / values.length, 0)
  const centred = values.map((value) => value - mean)
  const observed = centred.subarray(0, size).reduce((sum, value) => sum + value, 0)
  const { twoSided } = sampledShares(centred, size, observed, 1e-9 * scale, random, drawnSplits)
  return { covered: twoSided > 0.05, warned: false }
}

function pooledEffects(
  shape: Shape,
  size: number,
  random: Random,
): { effects: number[]; variances: number[] } {
  const variances = Array.from({ length: size }, () => 0.5 + random.next())
  const effects = Array.from(
    shape.draw(random, size),
    (value, i) => value + Math.sqrt(variances[i]!) * random.normal(),
  )
  return { effects, variances }
}

const stepOf = (terms: readonly { name: string; low: number | null; high: number | null }[]): Limits => {
  const step = terms.find((term) => term.name === 'step')
  return [step?.low ?? null, step?.high ?? null]
}

/** Every interval method of the engine that estimates one number from n units. */
export const intervalMethods: readonly IntervalMethod[] = [
  {
    name: 'mean of answers, t (`surveyMean`)',
    sizeIs: 'answers',
    attempt: (shape, size, random) =>
      trialOf(surveyMean(shape.draw(random, size)), ({ low, high }) => [low, high], 0),
  },
  {
    name: 'mean of answers, clusters of 5 declared (`surveyMean`)',
    sizeIs: 'answers',
    attempt: (shape, size, random) => {
      const clusters = Array.from({ length: size }, (_, i) => clusterOf(i))
      return trialOf(surveyMean(shape.draw(random, size), { clusters }), ({ low, high }) => [low, high], 0)
    },
  },
  {
    name: 'difference of means, Welch (`compareTwoGroups`)',
    sizeIs: 'values a group',
    attempt: (shape, size, random) => {
      const welch = welchDifference(shape.draw(random, size), shape.draw(random, size))
      if (welch === undefined) return null
      const margin = tMargin(welch.standardError, welch.df, 0.95)
      return { covered: Math.abs(welch.difference) <= margin, warned: false }
    },
  },
  {
    name: 'shift, Hodges–Lehmann (`shiftBetweenGroups`)',
    sizeIs: 'values a group',
    attempt: (shape, size, random) =>
      trialOf(
        shiftBetweenGroups(shape.draw(random, size), shape.draw(random, size)),
        ({ low, high }) => [low, high],
        0,
      ),
  },
  {
    name: 'shift, permutation (`permutationInterval`)',
    sizeIs: 'values a group',
    attempt: (shape, size, random) =>
      permutationTrial(shape.draw(random, size), shape.draw(random, size), random),
  },
  {
    name: 'share, Wilson (`shareInterval`)',
    sizeIs: 'answers',
    attempt: (shape, size, random) =>
      trialOf(
        shareInterval(countAbove(shape.draw(random, size), shape.cut.at), size),
        ({ wilson }) => wilson,
        shape.cut.share,
      ),
  },
  {
    name: 'share, Clopper–Pearson (`shareInterval`)',
    sizeIs: 'answers',
    attempt: (shape, size, random) =>
      trialOf(
        shareInterval(countAbove(shape.draw(random, size), shape.cut.at), size),
        ({ clopperPearson }) => clopperPearson,
        shape.cut.share,
      ),
  },
  {
    name: 'share at any time (`shareSequence`, looked at after every fifth answer)',
    sizeIs: 'answers',
    attempt: (shape, size, random) => {
      const values = shape.draw(random, size)
      for (let answers = 5; answers <= size; answers += 5) {
        const events = countAbove(values.subarray(0, answers), shape.cut.at)
        const look = trialOf(
          shareSequence(events, answers, 0.05, 30),
          ({ low, high }) => [low, high],
          shape.cut.share,
        )
        if (look === null || !look.covered) return look
      }
      return { covered: true, warned: false }
    },
  },
  {
    name: 'difference of shares, Newcombe (`shareDifference`)',
    sizeIs: 'answers a group',
    attempt: (shape, size, random) => {
      const [first, second] = [0, 1].map(() => countAbove(shape.draw(random, size), shape.cut.at)) as [
        number,
        number,
      ]
      return trialOf(shareDifference(first, size, second, size), ({ low, high }) => [low, high], 0)
    },
  },
  {
    name: 'odds ratio, exact (`fisherExact`)',
    sizeIs: 'answers a group',
    attempt: (shape, size, random) => {
      const [first, second] = [0, 1].map(() => countAbove(shape.draw(random, size), shape.cut.at)) as [
        number,
        number,
      ]
      const table = [
        [first, size - first],
        [second, size - second],
      ] as const
      return trialOf(fisherExact(table), ({ low, high }) => [low, high], 1)
    },
  },
  {
    name: 'step of a series, Newey–West (`interruptedSeries`)',
    sizeIs: 'points a side',
    attempt: (shape, size, random) =>
      trialOf(
        interruptedSeries(shape.draw(random, 2 * size), size + 1, { slopeChange: false }),
        ({ terms }) => stepOf(terms),
        0,
      ),
  },
  {
    name: 'step of a series, AR(1) (`autoregressiveSeries`)',
    sizeIs: 'points a side',
    attempt: (shape, size, random) =>
      trialOf(
        autoregressiveSeries(shape.draw(random, 2 * size), size + 1, { slopeChange: false }),
        ({ terms }) => stepOf(terms),
        0,
      ),
  },
  {
    name: 'difference in differences, CR2 (`differenceInDifferences`)',
    sizeIs: 'units an arm',
    attempt: (shape, size, random) => {
      const before = shape.draw(random, 2 * size)
      const change = shape.draw(random, 2 * size)
      const rows = Array.from(before, (y, unit) => [
        { y, treated: unit < size, after: false, cluster: unit },
        { y: y + change[unit]!, treated: unit < size, after: true, cluster: unit },
      ]).flat()
      return trialOf(differenceInDifferences(rows), ({ low, high }) => [low, high], 0)
    },
  },
  {
    name: 'pooled effect, Hartung–Knapp with floor (`poolStudies`)',
    sizeIs: 'studies',
    attempt: (shape, size, random) => {
      const { effects, variances } = pooledEffects(shape, size, random)
      return trialOf(poolStudies(effects, variances), ({ shown }) => [shown.low, shown.high], 0)
    },
  },
  {
    name: 'effect in the next place (`poolStudies`, prediction)',
    sizeIs: 'studies',
    attempt: (shape, size, random) => {
      const { effects, variances } = pooledEffects(shape, size, random)
      const next = shape.draw(random, 1)[0]!
      return trialOf(
        poolStudies(effects, variances),
        ({ prediction }) => [prediction.higgins?.low ?? null, prediction.higgins?.high ?? null],
        next,
      )
    },
  },
  {
    name: 'share still without the event (`survival`, log–log)',
    sizeIs: 'people',
    attempt: (shape, size, random) => {
      const times = Array.from(shape.draw(random, size), (value) => Math.exp(value))
      const until = Math.exp(shape.cut.at)
      const finding = survival(
        times,
        times.map(() => true),
      )
      return trialOf(
        finding,
        ({ steps }) => {
          const last = steps.findLast((step) => step.time <= until)
          return [last?.low ?? null, last?.high ?? null]
        },
        shape.cut.share,
      )
    },
  },
]
