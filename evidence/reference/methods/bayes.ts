import { compareSharesByBelief } from '../../src/two-groups/compare-shares-by-belief.ts'
import { updateBelief } from '../../src/two-groups/update-belief.ts'
import { MalformedCase, resultOf, type Methods } from '../case.ts'

function pair(list: number[], key: string): [number, number] {
  const [first, second] = list
  if (list.length !== 2) throw new MalformedCase(`${key} has to hold two numbers`)
  return [first!, second!]
}

/** Methods of the family "bayes". */
export const methods: Methods = {
  'beta-binomial-rope': (input) =>
    resultOf(
      compareSharesByBelief(
        { events: input.number('x1'), size: input.number('n1') },
        { events: input.number('x2'), size: input.number('n2') },
        input.number('rope'),
        pair(input.numbers('prior'), 'prior'),
      ),
      (value) => ({
        pSuperior: value.firstHigher,
        pInRope: value.alike,
        pAboveRope: value.firstClearlyHigher,
        pBelowRope: value.secondClearlyHigher,
        mean1: value.mean1,
        ci1: value.interval1,
        mean2: value.mean2,
        ci2: value.interval2,
      }),
    ),

  'normal-normal-rope': (input) =>
    resultOf(
      updateBelief(
        { mean: input.number('priorMean'), sd: input.number('priorSd') },
        { mean: input.number('estimate'), sd: input.number('se') },
        pair(input.numbers('rope'), 'rope'),
      ),
      (value) => ({
        mean: value.mean,
        sd: value.sd,
        low: value.low,
        high: value.high,
        pAbove: value.above,
        pIn: value.within,
        pBelow: value.below,
      }),
    ),
}
