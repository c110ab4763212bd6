import { linearRegression, polynomialRegression, type Regression } from '../../src/numbers/regression.ts'
import { resultOf, type CaseInput, type CaseResult, type Methods } from '../case.ts'

function layOut(fit: Regression): Record<string, unknown> {
  return {
    coef: fit.terms.map((term) => term.estimate),
    se: fit.terms.map((term) => term.standardError),
    sigma: fit.residualDeviation,
    r2: fit.rSquared,
    rank: fit.rank,
    rss: fit.residualSumOfSquares,
    fitted: fit.fitted,
  }
}

function polynomial(input: CaseInput, degree: number): CaseResult {
  return resultOf(polynomialRegression(input.numbers('x'), input.numbers('y'), degree), layOut)
}

export const methods: Methods = {
  ols: (input) => {
    const rows = input.matrix('X')
    const width = rows[0]?.length ?? 0
    const columns = Array.from({ length: width }, (_, j) => ({
      name: `column ${j + 1}`,
      values: rows.map((row) => row[j] ?? NaN),
    }))
    const intercept = input.flag('intercept', true)
    return resultOf(linearRegression(columns, input.numbers('y'), { intercept }), layOut)
  },
  'ols-polynomial-5': (input) => polynomial(input, 5),
  'ols-polynomial-10': (input) => polynomial(input, 10),
}
