import { describe, expect, it } from 'vitest'
import { placeAgainst, publicationTier, publishableDistribution } from './small-groups.ts'

describe('what a barometer may show', () => {
  it('goes by the number who answered', () => {
    expect([0, 4, 5, 9, 10, NaN].map(publicationTier)).toEqual([
      'hidden',
      'hidden',
      'placing',
      'placing',
      'distribution',
      'hidden',
    ])
  })

  it('refuses a distribution of nine answers', () => {
    const finding = publishableDistribution([3, 3, 3])
    expect(finding.ok ? null : finding.refusal.code).toBe('suppressed')
  })

  it('makes all, all but one and nine in ten look the same', () => {
    const shown = [
      [0, 0, 20],
      [0, 1, 19],
      [1, 1, 18],
    ].map((counts) => {
      const finding = publishableDistribution(counts)
      return finding.ok ? finding.value : null
    })
    expect(shown[0]).toEqual(shown[1])
    expect(shown[1]).toEqual(shown[2])
    expect(shown[0]).toMatchObject({ band: { category: 2, atLeastPercent: 90 }, meanRounded: null })
  })

  it('rounds shares to 5 % under fifty answers and to 1 % from there', () => {
    const few = publishableDistribution([1, 2, 4, 3, 2])
    expect(few.ok && few.value).toEqual({
      answersRounded: 10,
      sharePercent: [10, 15, 35, 25, 15],
      band: null,
      meanRounded: 3.3,
    })
    const many = publishableDistribution([10, 20, 40, 19, 11])
    expect(many.ok && many.value.sharePercent).toEqual([10, 20, 40, 19, 11])
  })

  it('places a group of five to nine against a reference that itself is large enough', () => {
    expect(placeAgainst([0, 0, 1, 3, 2], { mean: 3.2, answersOutsideGroup: 40 })).toMatchObject({
      value: 'above',
    })
    expect(placeAgainst([0, 0, 1, 3, 2], { mean: 4.2, answersOutsideGroup: 40 })).toMatchObject({
      value: 'about',
    })
    expect(placeAgainst([0, 0, 1, 3, 2], { mean: 3.2, answersOutsideGroup: 9 }).ok).toBe(false)
    expect(placeAgainst([0, 0, 1, 3, 0], { mean: 3.2, answersOutsideGroup: 40 }).ok).toBe(false)
  })
})
