import { describe, expect, it } from 'vitest'
import { surveyMean, surveyRatio, surveyTotal, type SurveyEstimate } from './survey-estimates.ts'
import type { Finding } from '../finding.ts'

/** Two strata of drawn schools; expected figures computed with R 4.2.2, survey 4.1.1. */
const answers = [3, 5, 2, 4, 5, 4, 1, 3]
const design = {
  strata: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'],
  clusters: [1, 1, 2, 3, 1, 2, 2, 3],
  weights: [1.5, 2, 1, 2, 3, 1, 2, 2.5],
  populationUnits: [10, 10, 10, 10, 12, 12, 12, 12],
}

function valueOf(finding: Finding<SurveyEstimate>): SurveyEstimate {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (finding: Finding<unknown>): string[] => finding.warnings.map(({ code }) => code)

describe('what answers say about the population', () => {
  it('gives the mean with schools drawn in strata from a known number', () => {
    const mean = valueOf(surveyMean(answers, design))
    expect(mean.estimate).toBeCloseTo(3.533333333333, 10)
    expect(mean.standardError).toBeCloseTo(0.490090442648, 10)
    expect(mean.degreesOfFreedom).toBe(4)
    expect(mean.low).toBeCloseTo(2.17262412274, 8)
  })

  it('gives the total and the ratio', () => {
    expect(valueOf(surveyTotal(answers, design)).standardError).toBeCloseTo(11.592562270698, 9)
    const ratio = valueOf(surveyRatio(answers, [2, 3, 2, 3, 4, 2, 1, 2], design))
    expect(ratio.estimate).toBeCloseTo(1.3947368421053, 10)
    expect(ratio.standardError).toBeCloseTo(0.0755025519717, 10)
  })

  it('has no sampling error when everybody in the population answered', () => {
    expect(valueOf(surveyMean(answers, { populationUnits: answers.map(() => 8) })).standardError).toBe(0)
  })

  it('halves the error when everything is asked four times', () => {
    const fourfold = [answers, answers, answers, answers].flat()
    const once = valueOf(surveyMean(answers)).standardError
    const often = valueOf(surveyMean(fourfold)).standardError
    expect(often / once).toBeCloseTo(Math.sqrt((7 * 4) / 31) / 2, 10)
  })

  it.each([
    ['a negative weight', answers, { weights: [-1, 1, 1, 1, 1, 1, 1, 1] }],
    ['a weight of zero', answers, { weights: [0, 1, 1, 1, 1, 1, 1, 1] }],
    ['a stratum with one school', answers, { strata: ['a', 'b', 'b', 'b', 'b', 'b', 'b', 'b'] }],
    ['more drawn than there are', answers, { populationUnits: answers.map(() => 5) }],
    ['a missing stratum', answers, { strata: [null, 'b', 'b', 'b', 'b', 'b', 'b', 'b'] }],
    ['an infinite answer', [Infinity, ...answers.slice(1)], {}],
    ['one answer', [3], {}],
    ['no answers', [], {}],
  ])('refuses %s', (_what, values, badDesign) => {
    const finding = surveyMean(values, badDesign)
    expect(finding.ok ? null : finding.refusal.code).toBe('not-enough-data')
  })

  it('warns of missing, few and equal answers, and is silent otherwise', () => {
    expect(codesOf(surveyMean([3, NaN, 4, 5, 2, 3, 3, 4, 1, 5, 4]))).toEqual(['missing-values'])
    expect(codesOf(surveyMean([3, 3, 3]))).toEqual(['constant-values', 'small-group'])
    expect(codesOf(surveyMean([3, 4, 4, 5, 2, 3, 3, 4, 1, 5, 4]))).toEqual([])
    expect(codesOf(surveyMean([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 40]))).toEqual(['small-group'])
    const schools = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd', 'e', 'e', 'f']
    expect(codesOf(surveyMean([3, 4, 4, 5, 2, 3, 3, 4, 1, 5, 4], { clusters: schools }))).toEqual([
      'few-clusters',
    ])
  })
})
