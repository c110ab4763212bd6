import { powerOfClusterTrial } from '../../src/planning/power-of-clusters.ts'
import { powerOfFisherExact } from '../../src/planning/power-of-fisher.ts'
import { sizeForTwoShares, sizeForTwoSharesByNormal } from '../../src/planning/power-of-shares.ts'
import { powerOfSteppedWedge } from '../../src/planning/power-of-stepped-wedge.ts'
import {
  type Alternative,
  powerOfTwoMeans,
  roundUp,
  sizeForPairs,
  sizeForTwoMeans,
  smallestEffectOfTwoMeans,
} from '../../src/planning/power-of-t-test.ts'
import { simulatePowerOfRankTest } from '../../src/planning/simulate-power.ts'
import { MalformedCase, resultOf, type CaseInput, type Methods } from '../case.ts'
import {
  publishedNumberOfPairs,
  publishedSizeOfTwoMeans,
  publishedSizeOfTwoShares,
  publishedSmallestEffect,
} from './published-power.ts'

function alternativeOf(input: CaseInput): Alternative {
  const name = input.textOr('alternative', 'two.sided')
  if (name === 'two.sided' || name === 'two-sided') return 'two-sided'
  if (name === 'greater' || name === 'less') return name
  throw new MalformedCase('alternative has to be two.sided, greater or less')
}

function alphaOf(input: CaseInput): number {
  return input.numberOr('alpha', 0.05)
}

/** Methods of the family "power". */
export const methods: Methods = {
  'power-t-two-sample': (input) => {
    const plan = { effect: input.number('d'), alpha: alphaOf(input), alternative: alternativeOf(input) }
    if (input.has('n')) return resultOf(powerOfTwoMeans(plan, input.number('n')), (power) => ({ power }))
    const power = input.number('power')
    return resultOf(sizeForTwoMeans(plan, power), ({ exact }) => {
      const nPerGroup = publishedSizeOfTwoMeans(plan.effect, power, plan.alpha, plan.alternative, exact)
      return { nPerGroup, ceil: roundUp(exact), exactNPerGroup: exact }
    })
  },

  'power-t-paired': (input) => {
    const [effect, power, alpha] = [input.number('d'), input.number('power'), alphaOf(input)]
    return resultOf(sizeForPairs({ effect, alpha }, power), ({ exact }) => ({
      n: publishedNumberOfPairs(effect, power, alpha, exact),
      exactN: exact,
    }))
  },

  'mde-t-unequal': (input) => {
    const [n1, n2] = [input.number('n1'), input.number('n2')]
    const [power, alpha] = [input.number('power'), alphaOf(input)]
    return resultOf(smallestEffectOfTwoMeans(n1, n2, power, alpha), (exact) => ({
      d: publishedSmallestEffect(n1, n2, power, alpha, exact),
      exactD: exact,
    }))
  },

  'power-two-proportions-h': (input) => {
    const [power, alpha] = [input.number('power'), alphaOf(input)]
    return resultOf(
      sizeForTwoShares(input.number('p1'), input.number('p2'), power, alpha),
      ({ h, exact }) => ({
        h,
        nPerGroup: publishedSizeOfTwoShares(h, power, alpha, exact),
        exactNPerGroup: exact,
      }),
    )
  },

  'power-two-proportions-normal': (input) =>
    resultOf(
      sizeForTwoSharesByNormal(input.number('p1'), input.number('p2'), input.number('power'), alphaOf(input)),
      ({ exact }) => ({ nPerGroup: exact }),
    ),

  'power-fisher-exact': (input) =>
    resultOf(
      powerOfFisherExact(input.number('n'), input.number('p1'), input.number('p2'), alphaOf(input)),
      ({ power, sizeAtHalf }) => ({ power, sizeAtHalf }),
    ),

  'power-simulation': (input) =>
    resultOf(
      simulatePowerOfRankTest(
        {
          size1: input.number('n1'),
          size2: input.number('n2'),
          shift: input.number('shift'),
          alpha: alphaOf(input),
        },
        { runs: 100_000, seed: 2026 },
      ),
      ({ power, monteCarloError, runs }) => ({ power, mcSe: monteCarloError, runs }),
    ),

  'cluster-power': (input) =>
    resultOf(
      powerOfClusterTrial({
        clustersPerArm: input.number('clustersPerArm'),
        clusterSize: input.number('m'),
        icc: input.number('icc'),
        effect: input.number('d'),
        alpha: alphaOf(input),
        sizeVariation: input.numberOr('cvSize', 0),
      }),
      (value) => ({
        designEffect: value.designEffect,
        effectiveNPerArm: value.effectiveSizePerArm,
        powerNormal: value.powerNormal,
        powerT: value.powerT ?? null,
      }),
    ),

  'stepped-wedge-power': (input) =>
    resultOf(
      powerOfSteppedWedge({
        design: input.matrix('design'),
        answersPerCell: input.number('n'),
        effect: input.number('delta'),
        answerVariance: input.has('sigma2') ? input.number('sigma2') : input.number('sigma') ** 2,
        clusterVariance: input.has('tau2') ? input.number('tau2') : input.number('tau') ** 2,
        alpha: alphaOf(input),
      }),
      (value) => ({
        varTheta: value.effectVariance,
        powerUpperTail: value.powerUpperTail,
        powerTwoTails: value.powerTwoTails,
      }),
    ),
}
