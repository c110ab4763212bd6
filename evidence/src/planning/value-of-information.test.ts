import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FurtherData,
  type InformationValue,
  type NetBenefit,
  valueOfInformation,
} from './value-of-information.ts'

function worth(benefit: NetBenefit, further?: FurtherData): InformationValue {
  const finding = valueOfInformation(benefit, further)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const belief: NetBenefit = { mean: 12, sd: 30, population: 200 }

describe('the worth of knowing more', () => {
  test('is the unit normal loss of Raiffa and Schlaifer', () => {
    const value = worth(belief, { sampleSd: 100, observations: 40, cost: 500 })
    expect(value.perfectPerUnit).toBeCloseTo(6.91316510842359, 10)
    expect(value.perfectTotal).toBeCloseTo(1382.63302168472, 8)
    expect(value.probabilityPositive).toBeCloseTo(0.655421741610324, 12)
    expect(value.bestNow).toBe('spread')
    expect(value.further!.preposteriorSd).toBeCloseTo(26.5395521078815, 10)
    expect(value.further!.total).toBeCloseTo(1130.39673605732, 8)
    expect(value.further!.net).toBeCloseTo(630.396736057317, 8)
    expect(value.further!.worthwhile).toBe(true)
  })

  test('is left out for further data that were not described', () => {
    expect(worth(belief).further).toBeUndefined()
  })

  test('is nothing when nothing is uncertain', () => {
    const sure = worth({ mean: -2, sd: 0, population: 10 }, { sampleSd: 1, observations: 5, cost: 0 })
    expect(sure.perfectTotal).toBe(0)
    expect(sure.bestNow).toBe('stop')
    expect(sure.probabilityPositive).toBe(0)
    expect(sure.further).toEqual({ preposteriorSd: 0, perUnit: 0, total: 0, net: 0, worthwhile: false })
    expect(worth({ mean: 0, sd: 0, population: 10 }).bestNow).toBe('tie')
    expect(worth({ mean: 0, sd: 0, population: 10 }).probabilityPositive).toBe(0.5)
    expect(worth({ mean: 3, sd: 0, population: 10 }).probabilityPositive).toBe(1)
  })

  test('of data without error is that of perfect information, of no data nothing', () => {
    const perfect = worth(belief, { sampleSd: 0, observations: 1, cost: 0 })
    expect(perfect.further!.total).toBeCloseTo(perfect.perfectTotal, 10)
    expect(worth(belief, { sampleSd: 5, observations: 0, cost: 1 }).further!.worthwhile).toBe(false)
    expect(worth(belief, { sampleSd: 0, observations: 0, cost: 1 }).further!.total).toBe(0)
  })

  test('never exceeds that of perfect information and grows with the data', () => {
    const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        positive,
        positive,
        fc.nat(50),
        (mean, sd, sampleSd, n) => {
          const few = worth({ mean, sd, population: 7 }, { sampleSd, observations: n, cost: 0 }).further!
          const more = worth(
            { mean, sd, population: 7 },
            { sampleSd, observations: 2 * n + 1, cost: 0 },
          ).further!
          const { perfectTotal } = worth({ mean, sd, population: 7 })
          expect(few.total).toBeLessThanOrEqual(more.total * (1 + 1e-9) + 1e-12)
          expect(more.total).toBeLessThanOrEqual(perfectTotal * (1 + 1e-9) + 1e-12)
        },
      ),
    )
  })

  test('keeps its digits for a choice that is nearly sure', () => {
    // φ(10) − 10·P(Z > 10) = 7.474559e-25
    expect(worth({ mean: 10, sd: 1, population: 1 }).perfectPerUnit / 7.474559e-25).toBeCloseTo(1, 5)
  })

  test('does not depend on the unit of money, however small the numbers get', () => {
    const scale = 1e-200
    const further = { sampleSd: 100 * scale, observations: 40, cost: 0 }
    const tiny = worth({ mean: 12 * scale, sd: 30 * scale, population: 200 }, further)
    const plain = worth(belief, { sampleSd: 100, observations: 40, cost: 0 })
    expect(tiny.perfectTotal / scale).toBeCloseTo(plain.perfectTotal, 8)
    expect(tiny.further!.preposteriorSd / scale).toBeCloseTo(plain.further!.preposteriorSd, 10)
    // Nothing is learned from data whose spread is beyond all numbers beside the belief.
    const useless = worth(
      { mean: 1e-308, sd: 1e-308, population: 1 },
      { sampleSd: 1e300, observations: 1, cost: 0 },
    )
    expect(useless.further!.preposteriorSd).toBe(0)
  })

  test('is refused for spreads, sizes and costs that are negative or unknown', () => {
    for (const broken of [
      { mean: NaN },
      { mean: Infinity },
      { sd: -1 },
      { sd: NaN },
      { population: -1 },
      { population: Infinity },
    ]) {
      expect(valueOfInformation({ ...belief, ...broken }).ok).toBe(false)
    }
    const data: FurtherData = { sampleSd: 1, observations: 1, cost: 1 }
    for (const broken of [{ sampleSd: -1 }, { observations: NaN }, { cost: -1 }]) {
      expect(valueOfInformation(belief, { ...data, ...broken }).ok).toBe(false)
    }
  })
})
