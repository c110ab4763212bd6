import { autoregressiveSeries } from '../../src/before-and-after/autoregressive-series.ts'
import { interruptedSeries } from '../../src/before-and-after/interrupted-series.ts'
import type { Random } from '../../src/numbers/random.ts'
import { shareSequence } from '../../src/planning/confidence-sequence.ts'
import { poolStudies } from '../../src/several-places/meta-analysis.ts'
import { surveyMean } from '../../src/surveys/survey-estimates.ts'
import { fisherExact } from '../../src/two-groups/fisher-exact.ts'
import { shareDifference } from '../../src/two-groups/share-difference.ts'
import { shareInterval } from '../../src/two-groups/share-interval.ts'
import { shiftBetweenGroups } from '../../src/two-groups/shift-interval.ts'
import { survival } from '../../src/two-groups/survival.ts'
import { clusterOf, type Shape } from './shapes.ts'
import {
  changeTrial,
  clustersOfFive,
  countAbove,
  orderOf,
  permutationTrial,
  pooledEffects,
  predictionTrial,
  stepOf,
  type Trial,
  trialOf,
  welchTrial,
} from './trials.ts'

/** A method that gives a 95% interval, tried on one made-up experiment; null when it refused or gave no interval. */
export interface IntervalMethod {
  name: string
  /** What n counts. */
  sizeIs: string
  /** Shapes on which the method is tried; left out: all. */
  only?: readonly string[]
  /** A published convention beside which the finding gives a range that holds: the name of its row. */
  shownInstead?: string
  attempt: (shape: Shape, size: number, random: Random) => Trial | null
}

const nextPlace = 'effect in the next place (`poolStudies`, `prediction.shown`)'

/** Every interval method of the engine that estimates one number from n units. */
export const intervalMethods: readonly IntervalMethod[] = [
  {
    name: 'mean of answers, t (`surveyMean`)',
    sizeIs: 'answers',
    attempt: (shape, size, random) =>
      trialOf(surveyMean(shape.draw(random, size), orderOf(shape)), ({ low, high }) => [low, high], 0),
  },
  {
    name: 'mean of answers, clusters of 5 declared (`surveyMean`)',
    sizeIs: 'answers',
    attempt: (shape, size, random) =>
      trialOf(
        surveyMean(shape.draw(random, size), { clusters: clustersOfFive(size) }),
        ({ low, high }) => [low, high],
        0,
      ),
  },
  {
    name: 'difference of means, Welch (`compareTwoGroups`)',
    sizeIs: 'values a group',
    attempt: (shape, size, random) =>
      welchTrial(shape.draw(random, size), shape.draw(random, size), orderOf(shape)),
  },
  {
    name: 'difference of means, Welch, clusters of 5 declared (`compareTwoGroups`)',
    sizeIs: 'values a group',
    only: ['clusters of 5'],
    attempt: (shape, size, random) =>
      welchTrial(shape.draw(random, size), shape.draw(random, size), {
        clusters: [clustersOfFive(size), clustersOfFive(size)],
      }),
  },
  {
    name: 'shift, Hodges–Lehmann (`shiftBetweenGroups`)',
    sizeIs: 'values a group',
    attempt: (shape, size, random) =>
      trialOf(
        shiftBetweenGroups(shape.draw(random, size), shape.draw(random, size), 0.95, orderOf(shape)),
        ({ low, high }) => [low, high],
        0,
      ),
  },
  {
    name: 'shift, Hodges–Lehmann, clusters of 5 declared (`shiftBetweenGroups`)',
    sizeIs: 'values a group',
    only: ['clusters of 5'],
    attempt: (shape, size, random) =>
      trialOf(
        shiftBetweenGroups(shape.draw(random, size), shape.draw(random, size), 0.95, {
          clusters: [clustersOfFive(size), clustersOfFive(size)],
        }),
        ({ low, high }) => [low, high],
        0,
      ),
  },
  {
    name: 'shift, permutation (`permutationInterval`)',
    sizeIs: 'values a group',
    attempt: (shape, size, random) =>
      permutationTrial(shape.draw(random, size), shape.draw(random, size), orderOf(shape), random),
  },
  {
    name: 'shift, permutation, clusters of 5 declared (`permutationInterval`)',
    sizeIs: 'values a group',
    only: ['clusters of 5'],
    attempt: (shape, size, random) =>
      permutationTrial(
        shape.draw(random, size),
        shape.draw(random, size),
        { clusters: [clustersOfFive(size), clustersOfFive(size)] },
        random,
      ),
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
    attempt: (shape, size, random) => changeTrial(shape, size, random, (unit) => unit),
  },
  {
    name: 'difference in differences, clusters of 5 declared (`differenceInDifferences`)',
    sizeIs: 'units an arm',
    only: ['clusters of 5'],
    attempt: (shape, size, random) => changeTrial(shape, size, random, clusterOf),
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
    name: nextPlace,
    sizeIs: 'studies',
    attempt: (shape, size, random) => predictionTrial(shape, size, random, ({ shown }) => shown),
  },
  {
    name: 'the same by t with k − 2 (`poolStudies`, `prediction.higgins`)',
    sizeIs: 'studies',
    shownInstead: nextPlace,
    attempt: (shape, size, random) => predictionTrial(shape, size, random, ({ higgins }) => higgins),
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
