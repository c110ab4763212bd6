import { proposeDecision } from '../../src/planning/decision-rule.ts'
import { valueOfInformation } from '../../src/planning/value-of-information.ts'
import { resultOf, type Methods } from '../case.ts'

/** Methods of the family "decision". */
export const methods: Methods = {
  'rule-spread-adapt-stop': (input) =>
    resultOf(
      proposeDecision({
        estimate: input.number('estimate'),
        low: input.number('low'),
        high: input.number('high'),
        smallestWorthwhile: input.number('smallestWorthwhile'),
      }),
      (value) => ({ decision: value.decision }),
    ),

  'evpi-evsi-normal': (input) => {
    const benefit = {
      mean: input.number('meanNetBenefit'),
      sd: input.number('sd'),
      population: input.number('population'),
    }
    const further =
      input.has('sampleSd') && input.has('n')
        ? {
            sampleSd: input.number('sampleSd'),
            observations: input.number('n'),
            cost: input.numberOr('cost', 0),
          }
        : undefined
    return resultOf(valueOfInformation(benefit, further), (value) => ({
      evpiPerUnit: value.perfectPerUnit,
      evpiTotal: value.perfectTotal,
      bestNow: value.bestNow,
      probPositive: value.probabilityPositive,
      ...(value.further && {
        preposteriorSd: value.further.preposteriorSd,
        evsiPerUnit: value.further.perUnit,
        evsiTotal: value.further.total,
        ...(input.has('cost') && { enbs: value.further.net, worthMoreData: value.further.worthwhile }),
      }),
    }))
  },
}
