import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rake, trimWeights, type Margin } from './raking.ts'
import { surveyMean } from './survey-estimates.ts'

const sexes = ['f', 'f', 'm', 'f', 'm', 'm', 'f', 'm', 'f', 'm', 'm', 'f']
const ages = ['young', 'old', 'old', 'young', 'old', 'young', 'old', 'young', 'old', 'old', 'young', 'young']
const margins = (female: number, young: number): Margin[] => [
  { name: 'sex', labels: sexes, targets: { f: female, m: 100 - female } },
  { name: 'age', labels: ages, targets: { young, old: 100 - young } },
]

function weightsOf(list: readonly Margin[], start?: number[]): Float64Array {
  const finding = rake(list, start)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value.weights
}

const refusalOf = (list: readonly Margin[], start?: number[]): string | null => {
  const finding = rake(list, start)
  return finding.ok ? null : finding.refusal.code
}

describe('fitting weights to known margins', () => {
  it('meets both margins whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 5, max: 95 }), (female, young) => {
        const weights = weightsOf(margins(female, young))
        const sumWhere = (labels: string[], label: string): number =>
          weights.reduce((sum, weight, i) => sum + (labels[i] === label ? weight : 0), 0)
        expect(sumWhere(sexes, 'f')).toBeCloseTo(female, 6)
        expect(sumWhere(ages, 'young')).toBeCloseTo(young, 6)
      }),
    )
  })

  it('does not mind the order of the answers', () => {
    const straight = weightsOf(margins(60, 30))
    const turned = weightsOf(
      margins(60, 30).map((margin) => ({ ...margin, labels: Array.from(margin.labels).toReversed() })),
    )
    expect([...turned].toReversed().map((weight) => weight.toFixed(8))).toEqual(
      [...straight].map((w) => w.toFixed(8)),
    )
  })

  it('says which margin cannot be met and which do not agree', () => {
    expect(refusalOf([{ name: 'sex', labels: sexes, targets: { f: 40, m: 40, other: 20 } }])).toBe(
      'margins-infeasible',
    )
    expect(refusalOf([{ name: 'sex', labels: sexes, targets: { f: 40 } }])).toBe('margins-infeasible')
    expect(
      refusalOf([margins(40, 40)[0]!, { name: 'age', labels: ages, targets: { young: 40, old: 50 } }]),
    ).toBe('margins-disagree')
    const split: Margin[] = [
      { name: 'a', labels: ['x', 'x', 'y'], targets: { x: 5, y: 5 } },
      { name: 'b', labels: ['u', 'u', 'v'], targets: { u: 6, v: 4 } },
    ]
    expect(refusalOf(split)).toBe('margins-infeasible')
    expect(
      refusalOf(
        margins(40, 40),
        sexes.map(() => 0),
      ),
    ).toBe('not-enough-data')
    expect(refusalOf([])).toBe('not-enough-data')
  })

  it('warns of small categories and extreme weights, and is silent otherwise', () => {
    const codes = (list: readonly Margin[]): string[] => rake(list).warnings.map(({ code }) => code)
    expect(codes(margins(50, 50))).toEqual([])
    const rare: Margin = {
      name: 'area',
      labels: ['r', ...Array<string>(11).fill('s')],
      targets: { r: 50, s: 50 },
    }
    expect(codes([rare])).toEqual(['small-margin-category', 'weights-extreme'])
  })

  it('tells extreme weights by the median between the two middle ones', () => {
    // Start weights 1, 1, 9, 9: the median is 5 and the largest under five times that; with 60 in place of 9 it is not.
    const codes = (start: number[]): string[] =>
      rake([{ name: 'all', labels: start.map(() => 'a'), targets: { a: 20 } }], start).warnings.map(
        ({ code }) => code,
      )
    expect(codes([1, 1, 9, 9])).toEqual(['small-margin-category'])
    expect(codes([1, 1, 1, 1, 9, 60])).toEqual(['weights-extreme'])
    expect(codes([1, 1, 3, 3, 3, 10])).toEqual([])
    expect(codes([1, 1, 1, 3, 3, 10])).toEqual([])
    expect(codes([1, 1, 1, 2.9, 3, 10])).toEqual(['weights-extreme'])
  })

  it('meets a margin of more categories than two bytes can number', () => {
    const labels = Array.from({ length: 40_000 }, (_, i) => `unit ${i}`)
    const targets = Object.fromEntries(labels.map((label, i) => [label, 1 + (i % 3)]))
    const fitted = rake([{ name: 'unit', labels, targets }])
    expect(fitted.ok && Array.from(fitted.value.weights).slice(-4)).toEqual([1, 2, 3, 1])
  })

  it('cuts a weight that is far above the median and keeps the sum', () => {
    const finding = trimWeights([1, 1, 1, 1, 20])
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.trimmed).toBe(1)
    expect(finding.value.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(24, 10)
    expect(trimWeights([1, 1, 2]).warnings).toEqual([])
  })

  it('leaves no sampling error along a category the weights were fitted to', () => {
    const weights = weightsOf(margins(60, 30))
    const female = sexes.map((sex) => Number(sex === 'f'))
    const share = surveyMean(female, { weights, calibration: { margins: [sexes, ages] } })
    if (!share.ok) throw new Error(share.refusal.why)
    expect(share.value.estimate).toBeCloseTo(0.6, 8)
    expect(share.value.standardError).toBeLessThan(1e-9)
  })
})
