import { describe, expect, it } from 'vitest'
import { ordinalAgreement } from './ordinal-agreement.ts'
import { ordinalLogit } from './ordinal-logit.ts'
import { scaleReliability } from './reliability.ts'
import type { Finding } from '../finding.ts'

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: Finding<unknown>): string[] => finding.warnings.map(({ code }) => code)

describe('agreement of answers', () => {
  it('is 1 for one answer category, 0 for a flat scale and −1 for the two ends', () => {
    const agreementOf = (counts: number[]): number => valueOf(ordinalAgreement(counts)).agreement
    expect(agreementOf([0, 0, 30, 0, 0])).toBe(1)
    expect(agreementOf([6, 6, 6, 6, 6])).toBe(0)
    expect(agreementOf([15, 0, 0, 0, 15])).toBeCloseTo(-1, 12)
  })

  it('does not change when the scale is turned or everything is asked twice', () => {
    const plain = valueOf(ordinalAgreement([12, 30, 3, 25, 8]))
    const turned = valueOf(ordinalAgreement([8, 25, 3, 30, 12]))
    const doubled = valueOf(ordinalAgreement([24, 60, 6, 50, 16]))
    for (const key of ['agreement', 'dispersion', 'consensus', 'entropyBits'] as const) {
      expect(turned[key]).toBeCloseTo(plain[key], 12)
      expect(doubled[key]).toBeCloseTo(plain[key], 12)
    }
    expect(turned.netBalance).toBeCloseTo(-plain.netBalance, 12)
  })

  it('has no standard deviation for one answer and refuses none', () => {
    expect(valueOf(ordinalAgreement([0, 1, 0])).standardDeviation).toBeNull()
    expect(ordinalAgreement([0, 0, 0]).ok).toBe(false)
    expect(ordinalAgreement([3, -1, 2]).ok).toBe(false)
    expect(ordinalAgreement([3.5, 1, 2]).ok).toBe(false)
  })

  it('warns of few and unanimous answers only', () => {
    expect(codesOf(ordinalAgreement([0, 3, 0]))).toEqual(['small-group', 'unanimous'])
    expect(codesOf(ordinalAgreement([2, 6, 4]))).toEqual([])
  })
})

describe('proportional odds', () => {
  const outcome = ['no', 'some', 'yes', 'no', 'some', 'yes']
  const side = { name: 'x', labels: ['p', 'p', 'p', 'q', 'q', 'q'] }

  it('agrees with R 4.2.2, MASS 7.3 on a small table', () => {
    const fit = valueOf(ordinalLogit(outcome, [side], [20, 15, 5, 8, 16, 21]))
    expect(fit.terms).toEqual(['xq', 'no|some', 'some|yes'])
    ;[1.652933802682, 0.0332233381604, 1.8191668863129].forEach((value, i) =>
      expect(fit.estimates[i]).toBeCloseTo(value, 6),
    )
    ;[0.4388263435686, 0.3059745060532, 0.3765432768691].forEach((value, i) =>
      expect(fit.standardErrors[i]).toBeCloseTo(value, 6),
    )
    expect(fit.deviance).toBeCloseTo(170.9074048220232, 8)
  })

  it('turns the sign when the scale is turned', () => {
    const turned = valueOf(
      ordinalLogit(
        outcome.toReversed(),
        [{ ...side, labels: side.labels.toReversed() }],
        [21, 16, 8, 5, 15, 20],
      ),
    )
    expect(turned.terms[0]).toBe('xp')
    expect(turned.estimates[0]).toBeCloseTo(1.652933802682, 6)
  })

  it('refuses answers that a predictor separates and answers of one kind', () => {
    const separated = ordinalLogit(['no', 'yes'], [{ name: 'x', labels: ['p', 'q'] }], [30, 30])
    expect(separated.ok ? null : separated.refusal.code).toBe('ill-conditioned')
    expect(ordinalLogit(['no', 'no'], [], [3, 4]).ok).toBe(false)
    expect(ordinalLogit(outcome, [side], [20, 15, 5, 8, 16, -1]).ok).toBe(false)
  })

  it('drops a predictor that another determines and leaves missing rows out', () => {
    const twice = ordinalLogit(outcome, [side, { ...side, name: 'again' }], [20, 15, 5, 8, 16, 21])
    expect(codesOf(twice)).toEqual(['term-dropped'])
    const missing = ordinalLogit(
      [...outcome, null],
      [{ name: 'x', labels: [...side.labels, 'p'] }],
      [20, 15, 5, 8, 16, 21, 9],
    )
    expect(codesOf(missing)).toEqual(['missing-values'])
    expect(valueOf(missing).deviance).toBeCloseTo(170.9074048220232, 8)
  })
})

describe('reliability of a scale', () => {
  const items = [
    [1, 2, 3, 4, 5, 4, 3, 2, 1, 5, 4],
    [2, 2, 3, 5, 4, 4, 2, 3, 1, 5, 3],
    [1, 3, 3, 4, 4, 5, 3, 2, 2, 4, 4],
  ]

  it('does not change when items are given in another unit', () => {
    const plain = valueOf(scaleReliability(items))
    const shifted = valueOf(scaleReliability(items.map((item) => item.map((answer) => 10 * answer + 7))))
    expect(shifted.alpha).toBeCloseTo(plain.alpha!, 10)
    expect(shifted.omega).toBeCloseTo(plain.omega!, 8)
  })

  it('reproduces the correlations of three items exactly with one factor', () => {
    const loose = [
      [3, 2, 1, 2, 4, 3, 1, 2, 2, 5, 5, 1],
      [2, 2, 3, 5, 5, 3, 5, 1, 2, 4, 5, 2],
      [1, 2, 3, 5, 4, 5, 2, 1, 1, 5, 4, 4],
    ]
    const { loadings, uniquenesses } = valueOf(scaleReliability(loose))
    loadings!.forEach((loading, j) => expect(loading ** 2 + uniquenesses![j]!).toBeCloseTo(1, 8))
  })

  it('says when an item runs the other way, has no spread, or the sum has none', () => {
    expect(
      codesOf(scaleReliability([items[0]!, items[0]!.map((answer) => 6 - answer + (answer % 2))])),
    ).toContain('negative-alpha')
    expect(codesOf(scaleReliability([...items, items[0]!.map(() => 3)]))).toEqual(['constant-values'])
    const cancelling = scaleReliability([
      [1, 2, 3],
      [3, 2, 1],
    ])
    expect(valueOf(cancelling).alpha).toBeNull()
    expect(codesOf(cancelling)).toEqual(['small-group', 'constant-values'])
    expect(codesOf(scaleReliability(items))).toEqual([])
  })

  it('refuses one item and one respondent', () => {
    expect(scaleReliability([[1, 2, 3]]).ok).toBe(false)
    expect(scaleReliability([[1], [2]]).ok).toBe(false)
    expect(
      scaleReliability([
        [1, 2],
        [2, NaN],
      ]).ok,
    ).toBe(false)
  })
})
