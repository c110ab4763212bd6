import { describe, expect, it } from 'vitest'
import { effectsOfTwoByTwo, standardisedDifference } from './effect-sizes.ts'

describe('effect sizes of one study', () => {
  it('adds one half to every cell for the ratios when a cell is empty, and says so', () => {
    const finding = effectsOfTwoByTwo({
      treatedWith: 0,
      treatedWithout: 10,
      comparisonWith: 3,
      comparisonWithout: 7,
    })
    expect(finding.warnings.map(({ code }) => code)).toEqual(['zero-cells'])
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.logRiskRatio.effect).toBeCloseTo(-1.9459101, 7)
    expect(finding.value.logRiskRatio.variance).toBeCloseTo(2.1038961, 7)
    expect(finding.value.riskDifference.effect).toBeCloseTo(-0.3, 12)
  })

  it('leaves full tables alone and refuses empty groups and negative counts', () => {
    const full = effectsOfTwoByTwo({
      treatedWith: 4,
      treatedWithout: 119,
      comparisonWith: 11,
      comparisonWithout: 128,
    })
    expect(full.warnings).toEqual([])
    expect(
      effectsOfTwoByTwo({ treatedWith: 0, treatedWithout: 0, comparisonWith: 1, comparisonWithout: 1 }).ok,
    ).toBe(false)
    expect(
      effectsOfTwoByTwo({ treatedWith: -1, treatedWithout: 3, comparisonWith: 1, comparisonWithout: 1 }).ok,
    ).toBe(false)
  })

  it('corrects the standardised difference for small groups exactly', () => {
    const finding = standardisedDifference(
      { mean: 98, standardDeviation: 28, size: 40 },
      { mean: 88, standardDeviation: 26, size: 40 },
    )
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.effect).toBeCloseTo(0.36654442951592, 12)
    expect(finding.value.variance).toBeCloseTo(0.0508397176175572, 12)
  })

  it('refuses groups without any spread', () => {
    const same = { mean: 3, standardDeviation: 0, size: 5 }
    const finding = standardisedDifference(same, { ...same, mean: 4 })
    expect(finding.ok).toBe(false)
    expect(finding.warnings.map(({ code }) => code)).toEqual(['constant-values'])
  })
})
