import { describe, expect, it } from 'vitest'
import { fromColumns } from '../numbers/matrix.ts'
import { smallAreaEstimates } from './small-area.ts'

const direct = [1.099, 1.075, 1.105, 0.628, 0.753, 0.981, 1.257, 1.095, 1.405, 1.356]
const variances = [0.0266, 0.0064, 0.0069, 0.0119, 0.0142, 0.0199, 0.0408, 0.0161, 0.0282, 0.0317]
const intercept = fromColumns([direct.map(() => 1)])

describe('small areas that borrow strength', () => {
  it.each(['REML', 'ML', 'FH'] as const)(
    'lays every estimate between the own figure and the model (%s)',
    (method) => {
      const finding = smallAreaEstimates(direct, variances, intercept, method)
      if (!finding.ok) throw new Error(finding.refusal.why)
      const { estimates, coefficients, ownWeights, meanSquaredErrors } = finding.value
      estimates.forEach((estimate, i) => {
        const mixed = ownWeights[i]! * direct[i]! + (1 - ownWeights[i]!) * coefficients[0]!
        expect(estimate).toBeCloseTo(mixed, 10)
        expect(meanSquaredErrors[i]).toBeGreaterThan(0)
      })
    },
  )

  it('solves the moment equation: weighted squared residuals equal areas less coefficients', () => {
    const finding = smallAreaEstimates(direct, variances, intercept, 'FH')
    if (!finding.ok) throw new Error(finding.refusal.why)
    const { betweenVariance, coefficients } = finding.value
    const q = direct.reduce(
      (sum, y, i) => sum + (y - coefficients[0]!) ** 2 / (betweenVariance + variances[i]!),
      0,
    )
    expect(q).toBeCloseTo(direct.length - 1, 9)
  })

  it('offers an adjusted variance above 0 when the areas do not seem to differ', () => {
    const finding = smallAreaEstimates(
      [3, 3.1, 2.9, 3, 3.05],
      [1, 1, 1, 1, 1],
      fromColumns([[1, 1, 1, 1, 1]]),
    )
    expect(finding.warnings.map(({ code }) => code)).toEqual(['between-variance-zero'])
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.betweenVariance).toBe(0)
    expect(finding.value.adjusted?.betweenVariance).toBeGreaterThan(0)
  })

  it('stays silent where areas differ, drops a doubled column and refuses bad variances', () => {
    expect(smallAreaEstimates(direct, variances, intercept).warnings).toEqual([])
    const doubled = fromColumns([direct.map(() => 1), direct.map(() => 2)])
    expect(smallAreaEstimates(direct, variances, doubled).warnings.map(({ code }) => code)).toEqual([
      'term-dropped',
    ])
    expect(smallAreaEstimates(direct, [0, ...variances.slice(1)], intercept).ok).toBe(false)
    expect(smallAreaEstimates([1, 2], [1, 1], fromColumns([[1, 1]])).ok).toBe(false)
  })
})
