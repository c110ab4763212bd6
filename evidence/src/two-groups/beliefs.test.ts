import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaDifferenceAbove } from './beta-difference.ts'
import { type BelievedShares, compareSharesByBelief } from './compare-shares-by-belief.ts'
import { updateBelief } from './update-belief.ts'

function believed(
  counts: [number, number, number, number],
  margin: number,
  prior?: [number, number],
): BelievedShares {
  const [events1, size1, events2, size2] = counts
  const finding = compareSharesByBelief(
    { events: events1, size: size1 },
    { events: events2, size: size2 },
    margin,
    prior,
  )
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

describe('two shares by belief', () => {
  test('give the integrals for 30 of 50 against 20 of 50', () => {
    const value = believed([30, 50, 20, 50], 0.05)
    expect(value.firstHigher).toBeCloseTo(0.976426365948483, 12)
    expect(value.alike).toBeCloseTo(0.0637481282296477, 12)
    expect(value.firstClearlyHigher).toBeCloseTo(0.929957858306751, 12)
    expect(value.secondClearlyHigher).toBeCloseTo(0.00629401346360137, 12)
    expect(value.interval1[0]).toBeCloseTo(0.461140989579808, 12)
    expect(value.mean2).toBeCloseTo(0.403846153846154, 12)
  })

  test('agree with the closed form for whole-number parameters', () => {
    // P(X > Y) for X ~ Beta(a, b), Y ~ Beta(c, d): Miller 2015, by summing over a.
    const closed = (a: number, b: number, c: number, d: number): number => {
      const logGamma = (n: number) =>
        Array.from({ length: n - 1 }, (_, i) => Math.log(i + 1)).reduce((s, v) => s + v, 0)
      const logBeta = (p: number, q: number) => logGamma(p) + logGamma(q) - logGamma(p + q)
      let sum = 0
      for (let i = 0; i < a; i++)
        sum += Math.exp(logBeta(c + i, b + d) - Math.log(b + i) - logBeta(1 + i, b) - logBeta(c, d))
      return sum
    }
    for (const [a, b, c, d] of [
      [1, 1, 1, 1],
      [8, 3, 5, 5],
      [1, 21, 2, 21],
      [200, 150, 180, 160],
      [3, 900, 8, 800],
    ] as const) {
      expect(betaDifferenceAbove({ a, b }, { a: c, b: d }, 0)).toBeCloseTo(closed(a, b, c, d), 10)
    }
  })

  test('approach the normal answer for very large samples', () => {
    const value = believed([500_000, 1_000_000, 500_500, 1_000_000], 0)
    // z = 0.0005 / √(2 · 0.25 / 10⁶) = 0.7071
    expect(value.firstHigher).toBeCloseTo(0.23975, 4)
  })

  test('keep small chances at the edges', () => {
    const value = believed([0, 10, 10, 10], 0.1)
    expect(value.firstHigher).toBeCloseTo(1.4175710770138e-6, 15)
    expect(value.firstClearlyHigher).toBeCloseTo(1.39598274842027e-7, 16)
  })

  test('with no answers at all are the prior', () => {
    const value = believed([0, 0, 0, 0], 0.1, [0.5, 0.5])
    expect(value.firstHigher).toBeCloseTo(0.5, 10)
    expect(value.firstClearlyHigher).toBeCloseTo(value.secondClearlyHigher, 12)
    expect(value.mean1).toBe(0.5)
  })

  test('share out one whole and mirror when swapped, for any counts, prior and margin', () => {
    const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
    const prior = fc.constantFrom<[number, number]>([1, 1], [0.5, 0.5], [0.1, 2], [30, 5])
    fc.assert(
      fc.property(
        counts,
        prior,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([x1, y1, x2, y2], ab, margin) => {
          const one = believed([x1, x1 + y1, x2, x2 + y2], margin, ab)
          const other = believed([x2, x2 + y2, x1, x1 + y1], margin, ab)
          expect(one.alike + one.firstClearlyHigher + one.secondClearlyHigher).toBeCloseTo(1, 8)
          expect(other.firstHigher).toBeCloseTo(1 - one.firstHigher, 6)
          expect(other.firstClearlyHigher).toBeCloseTo(one.secondClearlyHigher, 12)
          expect(one.firstClearlyHigher).toBeLessThanOrEqual(one.firstHigher + 1e-7)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('are refused for impossible counts, priors and margins', () => {
    const ten = { events: 3, size: 10 }
    expect(compareSharesByBelief({ events: 11, size: 10 }, ten, 0.1).ok).toBe(false)
    expect(compareSharesByBelief(ten, { events: NaN, size: 10 }, 0.1).ok).toBe(false)
    expect(compareSharesByBelief(ten, ten, -0.1).ok).toBe(false)
    expect(compareSharesByBelief(ten, ten, NaN).ok).toBe(false)
    expect(compareSharesByBelief(ten, ten, 0.1, [0, 1]).ok).toBe(false)
    expect(compareSharesByBelief(ten, ten, 0.1, [Infinity, 1]).ok).toBe(false)
    expect(believed([3, 10, 3, 10], 1).alike).toBe(1)
  })
})

describe('a belief after an estimate', () => {
  test('lies between prior and estimate by their precision', () => {
    const finding = updateBelief({ mean: 0, sd: 0.5 }, { mean: 0.4, sd: 0.2 }, [-0.1, 0.1])
    expect(finding.ok && finding.value.mean).toBeCloseTo(0.344827586206897, 12)
    expect(finding.ok && finding.value.sd).toBeCloseTo(0.185695338177052, 12)
    expect(finding.ok && finding.value.low).toBeCloseTo(-0.0191285887171108, 12)
    expect(finding.ok && finding.value.above).toBeCloseTo(0.906321282617618, 12)
    expect(finding.ok && finding.value.within).toBeCloseTo(0.0853791780010549, 12)
    expect(finding.ok && finding.value.below).toBeCloseTo(0.00829953938132694, 14)
  })

  test('without a prior is the estimate', () => {
    const finding = updateBelief({ mean: 0, sd: Infinity }, { mean: 3, sd: 2 }, [-1, 1])
    expect(finding.ok && [finding.value.mean, finding.value.sd]).toEqual([3, 2])
  })

  test('keeps tail chances too small to be one minus something', () => {
    const finding = updateBelief({ mean: 10, sd: 1 }, { mean: 10, sd: 1 }, [-1, 1])
    // z = (1 − 10) / √½ = −12.728
    expect(finding.ok && finding.value.within).toBeGreaterThan(1e-37)
    expect(finding.ok && finding.value.within).toBeLessThan(1e-35)
    const under = updateBelief({ mean: -10, sd: 1 }, { mean: -10, sd: 1 }, [-1, 1])
    expect(under.ok && finding.ok && under.value.within / finding.value.within).toBeCloseTo(1, 9)
  })

  test('is refused for spreads that are none and a region turned around', () => {
    const prior = { mean: 0, sd: 1 }
    expect(updateBelief(prior, { mean: 0, sd: 0 }, [-1, 1]).ok).toBe(false)
    expect(updateBelief({ mean: NaN, sd: 1 }, prior, [-1, 1]).ok).toBe(false)
    expect(updateBelief({ mean: 0, sd: -1 }, prior, [-1, 1]).ok).toBe(false)
    expect(updateBelief(prior, { mean: 0, sd: Infinity }, [-1, 1]).ok).toBe(false)
    expect(updateBelief(prior, prior, [1, -1]).ok).toBe(false)
    expect(updateBelief({ mean: 0, sd: 1e-320 }, { mean: 0, sd: 1e300 }, [-1, 1]).ok).toBe(false)
  })
})
