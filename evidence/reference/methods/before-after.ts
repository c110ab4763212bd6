import { expectedRegressionToMean } from '../../src/before-and-after/regression-to-mean.ts'
import { resultOf, type Methods } from '../case.ts'

export const methods: Methods = {
  'rtm-normal': (input) => {
    const finding = expectedRegressionToMean({
      mean: input.number('mean'),
      standardDeviation: input.number('sd'),
      reliability: input.number('reliability'),
      selectedAbove: input.number('selectedAbove'),
    })
    return resultOf(finding, (value) => ({ ...value }))
  },
}
