import { adjustPValues } from '../../src/planning/multiple-comparisons.ts'
import { resultOf, type Methods } from '../case.ts'

/** Methods of the family "multiplicity". */
export const methods: Methods = {
  'p-adjust': (input) =>
    resultOf(adjustPValues(input.numbers('p')), (value) => ({
      bonferroni: value.bonferroni,
      holm: value.holm,
      hochberg: value.hochberg,
      bh: value.benjaminiHochberg,
      by: value.benjaminiYekutieli,
    })),
}
