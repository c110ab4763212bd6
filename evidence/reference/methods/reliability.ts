import { scaleReliability } from '../../src/surveys/reliability.ts'
import { MalformedCase, resultOf, type Methods } from '../case.ts'
import { asNumber } from '../json.ts'

export const methods: Methods = {
  alpha: (input) => {
    const items = Object.entries(input.map('items')).map(([name, answers]) => {
      if (!Array.isArray(answers)) throw new MalformedCase(`item ${name} has to be a list`)
      return answers.map((answer) => asNumber(answer) ?? NaN)
    })
    return resultOf(scaleReliability(items), (scale) => ({ alpha: scale.alpha }))
  },
  'alpha-omega': (input) => {
    const table = input.table()
    return resultOf(scaleReliability(table.header.map((name) => table.numbers(name))), (scale) => ({
      alpha: scale.alpha,
      alphaStd: scale.alphaStandardised,
      itemRest: scale.itemRest,
      alphaIfDropped: scale.alphaIfDropped,
      omega: scale.omega,
      loadingsStd: scale.loadings,
      uniquenesses: scale.uniquenesses,
    }))
  },
}
