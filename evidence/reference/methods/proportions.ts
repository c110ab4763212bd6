import { shareDifference } from '../../src/two-groups/share-difference.ts'
import { shareInterval } from '../../src/two-groups/share-interval.ts'
import { shareTrend } from '../../src/two-groups/share-trend.ts'
import { resultOf, type Methods } from '../case.ts'

/** Methods of the family "proportions". */
export const methods: Methods = {
  'newcombe-10': (input) =>
    resultOf(
      shareDifference(
        input.number('x1'),
        input.number('n1'),
        input.number('x2'),
        input.number('n2'),
        input.numberOr('level', 0.95),
      ),
      (value) => ({ diff: value.difference, low: value.low, high: value.high }),
    ),

  'proportion-ci': (input) =>
    resultOf(shareInterval(input.number('x'), input.number('n'), input.numberOr('level', 0.95)), (value) => ({
      p: value.share,
      wilson: value.wilson,
      clopperPearson: value.clopperPearson,
      agrestiCoullRaw: value.agrestiCoull,
      jeffreysEqualTail: value.jeffreys,
    })),

  'trend-proportions': (input) =>
    resultOf(shareTrend(input.numbers('x'), input.numbers('n')), (value) => ({
      chisq: value.chiSquare ?? null,
      p: value.p ?? null,
    })),
}
