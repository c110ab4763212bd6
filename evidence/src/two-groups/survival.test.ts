import { describe, expect, it } from 'vitest'
import { survival } from './survival.ts'

/** Expected figures computed with R 4.2.2, survival 3.5. */
const times = [2, 3, 3, 5, 8, 1, 4, 6, 6, 9]
const happened = [1, 1, 0, 1, 1, 1, 0, 1, 1, 0].map(Boolean)
const groups = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b']

describe('time to an event', () => {
  it('steps down at every event and only there', () => {
    const finding = survival(times, happened)
    if (!finding.ok) throw new Error(finding.refusal.why)
    const { steps, median, restrictedMean } = finding.value
    expect(steps.map((step) => Number(step.surviving.toFixed(10)))).toEqual([0.9, 0.8, 0.7, 0.56, 0.28, 0.14])
    expect(steps[0]!.standardError).toBeCloseTo(0.0948683298051, 10)
    expect(steps[5]!.low).toBeCloseTo(0.00737300259469, 10)
    expect(median).toBe(6)
    expect(restrictedMean).toBeCloseTo(5.36, 10)
  })

  it('compares two and three groups', () => {
    const two = survival(times, happened, groups)
    expect(two.ok && two.value.logRank?.chiSquare).toBeCloseTo(0.733643307871, 9)
    const three = survival(
      [2, 3, 3, 5, 8, 1, 4, 6, 6, 9, 7, 7],
      [1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1].map(Boolean),
      ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c', 'c', 'c', 'c'],
    )
    if (!three.ok) throw new Error(three.refusal.why)
    expect(three.value.logRank?.chiSquare).toBeCloseTo(4.98557520538, 9)
    expect(three.value.logRank?.expected[1]).toBeCloseTo(2.85844155844, 9)
    expect(three.value.logRank?.degreesOfFreedom).toBe(2)
  })

  it('has no range once nobody is left and no median while most are', () => {
    const allGone = survival([1, 2], [true, true])
    expect(allGone.ok && allGone.value.steps[1]).toMatchObject({
      surviving: 0,
      standardError: null,
      low: null,
    })
    const nobody = survival([4, 5, 6], [false, false, false])
    expect(
      nobody.ok && [nobody.value.steps.length, nobody.value.median, nobody.value.restrictedMean],
    ).toEqual([0, null, 6])
  })

  it('gives no test where no event happened or groups never overlap in time', () => {
    const quiet = survival([1, 2, 3, 4], [false, false, false, false], ['a', 'a', 'b', 'b'])
    expect(quiet.ok && quiet.value.logRank?.p).toBeNull()
    expect(quiet.warnings.map(({ code }) => code)).toEqual(['small-group', 'zero-cells'])
    const apart = survival([1, 2], [true, true], ['a', 'b'])
    expect(apart.ok && apart.value.logRank?.degreesOfFreedom).toBe(1)
  })

  it('refuses negative and infinite times and leaves missing ones out', () => {
    expect(survival([-1, 2], [true, true]).ok).toBe(false)
    expect(survival([Infinity, 2], [true, true]).ok).toBe(false)
    expect(survival([], []).ok).toBe(false)
    expect(survival([...times, NaN], [...happened, true]).warnings.map(({ code }) => code)).toEqual([
      'missing-values',
    ])
  })

  it('is silent on enough complete rows', () => {
    expect(survival(times, happened, groups).warnings).toEqual([])
  })
})
