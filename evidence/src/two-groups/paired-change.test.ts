import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../numbers/random.ts'
import { pairedChange, type PairedChange } from './paired-change.ts'

function changed(differences: (number | null)[]): PairedChange {
  const finding = pairedChange(differences)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function warningsOf(differences: (number | null)[], alpha?: number): string[] {
  return pairedChange(differences, alpha === undefined ? {} : { alpha }).warnings.map(
    (warning) => warning.code,
  )
}

/** Share of all sign patterns as far out, visited one by one. */
function byVisiting(differences: number[]): number {
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0))
  let far = 0
  for (let mask = 0; mask < 1 << differences.length; mask++) {
    const sum = differences.reduce((total, value, i) => total + (mask & (1 << i) ? value : -value), 0)
    if (Math.abs(sum) >= observed - 1e-7) far++
  }
  return far / 2 ** differences.length
}

const maize = [6.125, -8.375, 1, 2, 0.75, 2.875, 3.5, 5.125, 1.75, 3.625, 7, 3, 9.375, 7.5, -6]

describe('paired differences', () => {
  test("give Fisher's figures for Darwin's maize", () => {
    const plants = changed(maize)
    expect(plants.signFlipP).toBe(1726 / 32768)
    expect(plants.patterns).toBe(32768)
    expect(plants.signTestP).toBeCloseTo(242 / 32768, 14)
    expect(plants.signedRankP).toBeCloseTo(0.041259765625, 14)
    expect(plants.t!.t).toBeCloseTo(2.14798746133112, 12)
    expect(plants.t!.df).toBe(14)
    expect(plants.t!.p).toBeCloseTo(0.0497029440218009, 12)
    expect(plants.t!.low).toBeCloseTo(0.00389916479912178, 12)
    expect(plants.t!.high).toBeCloseTo(5.22943416853421, 12)
  })

  test('are judged by the same share as when every sign pattern is visited', () => {
    const list = fc.array(
      fc.integer({ min: -12, max: 12 }).map((value) => value / 4),
      { minLength: 1, maxLength: 10 },
    )
    fc.assert(
      fc.property(list, (values) => {
        expect(changed(values).signFlipP).toBeCloseTo(byVisiting(values), 12)
      }),
    )
  })

  test('agree whether patterns are matched by halves or added up as whole numbers', () => {
    const short = Array.from({ length: 20 }, (_, i) => ((i * 17) % 11) - 4)
    // Zeros keep the share and lengthen the list past the limit of matching.
    const long = [...short, ...Array.from({ length: 30 }, () => 0)]
    expect(changed(long).counting).toBe('exact')
    expect(changed(long).signFlipP).toBeCloseTo(changed(short).signFlipP, 12)
    expect(changed(long.map((value) => -value)).signFlipP).toBeCloseTo(changed(short).signFlipP, 12)
  })

  test('with many digits in a long list are sampled with a fixed seed, near the t test', () => {
    const random = createRandom(8)
    const values = Array.from({ length: 60 }, () => random.normal() + 0.25)
    const sampled = changed(values)
    expect(sampled.counting).toBe('monte-carlo')
    expect(changed(values).signFlipP).toBe(sampled.signFlipP)
    expect(Math.abs(sampled.signFlipP - sampled.t!.p)).toBeLessThan(0.01)
    expect(sampled.signFlipP).toBeGreaterThan(0)
  })

  test('of 0 count for the pattern test and drop out of the signs and ranks', () => {
    const { signTestP, signFlipP, signedRankP } = changed([0, 0, 1, 2, 3])
    expect(signTestP).toBeCloseTo(0.25, 12)
    expect(signedRankP).toBe(0.25)
    expect(signFlipP).toBe(0.25)
    const all = changed([0, 0, 0])
    expect(all.signTestP).toBeUndefined()
    expect(all.signedRankP).toBeUndefined()
    expect(all.signFlipP).toBe(1)
    expect(all.t).toBeUndefined()
  })

  test('that differ only by rounding count as ties', () => {
    const rounded = changed([0.3, -(0.1 + 0.2), 5])
    expect(rounded.signedRankP).toBe(changed([0.25, -0.25, 5]).signedRankP)
    expect(warningsOf([0.3, 0.1 + 0.2, 1, 2, 4, 8])).toEqual(['ties'])
    expect(warningsOf([1, 2, 4, 8, 16, 1e-12])).toEqual(['ties'])
    expect(warningsOf([1, 2, 4, 8, 16, -32])).toEqual([])
    expect(warningsOf([1, 2, 4, 8, 16, -1e12])).toEqual([])
  })

  test('of five pairs are too few for 0.05, of six enough', () => {
    expect(warningsOf([1, 2, 4, 8, 16])).toEqual(['min-p-above-alpha'])
    expect(warningsOf([1, 2, 4, 8, 16], 0.0625)).toEqual([])
    expect(warningsOf([1, 2, 4, 8, 16, 32])).toEqual([])
  })

  test('without spread have no t test', () => {
    expect(warningsOf([2, 2, 2, 2, 2, 2])).toEqual(['constant-values'])
    expect(changed([2, 2, 2, 2, 2, 2]).t).toBeUndefined()
    expect(changed([2, 2, 2, 2, 2, 2]).signFlipP).toBe(2 / 64)
    expect(changed([3]).t).toBeUndefined()
    expect(changed([3]).signFlipP).toBe(1)
  })

  test('keep their t test in any unit, though their squares be too small for a number', () => {
    const tiny = changed(maize.map((value) => value * 1e-250)).t!
    const plain = changed(maize).t!
    expect(tiny.t).toBeCloseTo(plain.t, 10)
    expect(tiny.p).toBeCloseTo(plain.p, 10)
    expect(tiny.high / 1e-250).toBeCloseTo(plain.high, 10)
    expect(changed([5e-324, -5e-324, 1e-323]).t!.df).toBe(2)
  })

  test('that are missing are dropped, infinite ones refused', () => {
    expect(warningsOf([1, null, 2, 4, 8, 16, 32, NaN])).toEqual(['missing-values'])
    expect(pairedChange([]).ok).toBe(false)
    const infinite = pairedChange([1, -Infinity])
    expect(!infinite.ok && infinite.refusal.code).toBe('ill-conditioned')
  })

  test('turned around give the same p and the opposite mean', () => {
    const one = changed(maize)
    const other = changed(maize.map((value) => -value))
    expect(other.mean).toBeCloseTo(-one.mean, 12)
    expect(other.signFlipP).toBe(one.signFlipP)
    expect(other.signedRankP).toBeCloseTo(one.signedRankP!, 12)
    expect(other.t!.low).toBeCloseTo(-one.t!.high, 12)
  })

  test('have a wider interval at a higher level', () => {
    const wide = pairedChange(maize, { level: 0.99 })
    expect(wide.ok && wide.value.t!.low).toBeLessThan(0)
  })
})
