import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hypergeometricPmf } from '../numbers/distributions.ts'
import { type FisherExact, type TwoByTwo, fisherExact } from './fisher-exact.ts'

function fisher(table: TwoByTwo): FisherExact {
  const finding = fisherExact(table)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codes = (table: TwoByTwo) => fisherExact(table).warnings.map((warning) => warning.code)

describe("Fisher's exact test", () => {
  test('gives the figures of the lady tasting tea (Fisher 1935)', () => {
    const tea = fisher([
      [3, 1],
      [1, 3],
    ])
    expect(tea.twoSidedP).toBeCloseTo(34 / 70, 14)
    expect(tea.greaterP).toBeCloseTo(17 / 70, 14)
    expect(tea.lessP).toBeCloseTo(69 / 70, 14)
  })

  test('gives the p of the twin convictions (Fisher 1962)', () => {
    const twins = fisher([
      [2, 10],
      [15, 3],
    ])
    expect(twins.lessP).toBeCloseTo(0.000465180943362906, 14)
    expect(twins.twoSidedP).toBeCloseTo(0.000536724119143436, 14)
    expect(twins.oddsRatio).toBeCloseTo(0.0469366, 6)
  })

  test('finds limits at which the tails hold 2.5%', () => {
    const { low, high, oddsRatio } = fisher([
      [12, 7],
      [5, 16],
    ])
    // Weights of the tables under an odds ratio, from the hypergeometric ones.
    const tilted = (ratio: number) =>
      Array.from({ length: 18 }, (_, k) => hypergeometricPmf(k, 19, 21, 17) * ratio ** k)
    const share = (ratio: number, kept: (k: number) => boolean) => {
      const weights = tilted(ratio)
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      return weights.reduce((sum, weight, k) => sum + (kept(k) ? weight : 0), 0) / total
    }
    expect(share(low, (k) => k >= 12)).toBeCloseTo(0.025, 9)
    expect(share(high, (k) => k <= 12)).toBeCloseTo(0.025, 9)
    const mean = tilted(oddsRatio!).reduce((sum, weight, k) => sum + k * weight, 0)
    expect(mean / tilted(oddsRatio!).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(12, 9)
  })

  test('warns of a cell of 0 and puts the odds ratio at the edge', () => {
    expect(
      codes([
        [0, 5],
        [4, 3],
      ]),
    ).toEqual(['zero-cells'])
    expect(
      codes([
        [1, 5],
        [4, 3],
      ]),
    ).toEqual([])
    const none = fisher([
      [0, 5],
      [4, 3],
    ])
    expect([none.oddsRatio, none.low]).toEqual([0, 0])
    expect(none.high).toBeGreaterThan(0)
    const all = fisher([
      [5, 0],
      [3, 4],
    ])
    expect([all.oddsRatio, all.high]).toEqual([Infinity, Infinity])
    expect(all.low).toBeGreaterThan(0)
  })

  test('has only one possible table when a margin is 0', () => {
    const empty = fisher([
      [0, 0],
      [3, 4],
    ])
    expect(empty).toEqual({
      twoSidedP: 1,
      greaterP: 1,
      lessP: 1,
      oddsRatio: undefined,
      low: 0,
      high: Infinity,
    })
    expect(
      codes([
        [0, 0],
        [3, 4],
      ]),
    ).toEqual(['zero-cells'])
  })

  test('keeps its digits for counts in the millions and never gives exactly 0', () => {
    const large = fisher([
      [500_300, 499_700],
      [499_700, 500_300],
    ])
    expect(large.twoSidedP).toBeCloseTo(0.396, 2)
    expect(large.oddsRatio).toBeCloseTo((500_300 / 499_700) ** 2, 6)
    expect(
      fisher([
        [2000, 0],
        [0, 2000],
      ]).twoSidedP,
    ).toBeGreaterThan(0)
  })

  test('refuses counts that are negative, broken, infinite, missing or beyond a thousand million', () => {
    for (const cell of [-1, 0.5, NaN, Infinity])
      expect(
        fisherExact([
          [cell, 1],
          [1, 1],
        ]).ok,
      ).toBe(false)
    expect(
      fisherExact([
        [0, 0],
        [0, 0],
      ]).ok,
    ).toBe(false)
    const huge = fisherExact([
      [1e15, 1],
      [1, 1],
    ])
    expect(!huge.ok && huge.refusal.code).toBe('ill-conditioned')
  })

  test('does not depend on which property stands in the rows, and mirrors when columns are swapped', () => {
    const cell = fc.nat(12)
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0)
        const plain = fisher([
          [a, b],
          [c, d],
        ])
        const turned = fisher([
          [a, c],
          [b, d],
        ])
        const mirrored = fisher([
          [b, a],
          [d, c],
        ])
        expect(turned.twoSidedP).toBeCloseTo(plain.twoSidedP, 12)
        expect(mirrored.twoSidedP).toBeCloseTo(plain.twoSidedP, 12)
        expect(mirrored.greaterP).toBeCloseTo(plain.lessP, 12)
        if (plain.low > 0) expect(mirrored.high * plain.low).toBeCloseTo(1, 6)
        expect(plain.low).toBeLessThanOrEqual(plain.oddsRatio!)
        expect(plain.high).toBeGreaterThanOrEqual(plain.oddsRatio!)
      }),
    )
  })
})
