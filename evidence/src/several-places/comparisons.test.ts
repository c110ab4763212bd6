import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { createRandom } from '../numbers/random.ts'
import { changeRegression } from './change-regression.ts'
import { type ChangeObservation, differenceInDifferences } from './difference-in-differences.ts'
import { eventStudy } from './event-study.ts'
import { exactChangeTest } from './exact-change-test.ts'
import { groupTimeEffects } from './group-time-effects.ts'
import type { PanelObservation } from './long-panel.ts'
import { parallelTrends } from './parallel-trends.ts'
import { placeboChanges } from './placebo-changes.ts'

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function codesOf(finding: Finding<unknown>): string[] {
  return finding.warnings.map((own) => own.code)
}

/** Schools seen in two periods; the treated rise by `effect` more. */
function schools(count: number, treated: number, effect: number, seed = 1): ChangeObservation[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, school) =>
    [false, true].flatMap((after) =>
      [0, 1, 2].map(() => ({
        y: 20 + school + (after && school < treated ? effect : 0) + (after ? 1 : 0) + random.normal(),
        treated: school < treated,
        after,
        cluster: school,
      })),
    ),
  ).flat()
}

/** Units over periods; those with a start rise by `effect` from it on. */
function panel(
  starts: (number | null)[],
  periods: number,
  effect: number,
  drift = 0,
  noise = 0,
): PanelObservation[] {
  const random = createRandom(5)
  return starts.flatMap((firstTreated, unit) =>
    Array.from({ length: periods }, (_, t) => ({
      unit,
      period: t + 1,
      y:
        10 * unit +
        2 * t +
        (firstTreated === null ? 0 : drift * t) +
        (firstTreated !== null && t + 1 >= firstTreated ? effect : 0) +
        noise * random.normal(),
      firstTreated,
    })),
  )
}

describe('difference in differences', () => {
  test('is the change of the treated minus the change of the others', () => {
    const finding = valueOf(differenceInDifferences(schools(12, 6, 4)))
    const { c0, c1, t0, t1 } = finding.means
    expect(finding.estimate).toBeCloseTo(t1 - t0 - (c1 - c0), 12)
    expect(finding.low!).toBeLessThan(finding.estimate)
  })

  test('with one row per cluster and period CR1 is the sandwich of rows that belong together', () => {
    // Two rows a cluster, no noise within: the change of each cluster is all there is, so the CR1 error is that of a
    // two-sample comparison of changes with denominators n instead of n − 1, times √(G/(G−1)).
    const changes = { treated: [3, 5, 4], others: [1, 0, 2, 1] }
    const rows = Object.entries(changes).flatMap(([group, list], g) =>
      list.flatMap((change, i) =>
        [false, true].map((after) => ({
          y: after ? change : 0,
          treated: group === 'treated',
          after,
          cluster: `${g}-${i}`,
        })),
      ),
    )
    const { clustered } = valueOf(differenceInDifferences(rows))
    const part = (list: number[]): number => {
      const middle = list.reduce((sum, value) => sum + value, 0) / list.length
      return list.reduce((sum, value) => sum + (value - middle) ** 2, 0) / list.length ** 2
    }
    expect(clustered!.cr1).toBeCloseTo(
      Math.sqrt((part(changes.treated) + part(changes.others)) * (7 / 6)),
      10,
    )
    // CR2 is unbiased here: denominators n(n − 1).
    const unbiased = (list: number[]): number => (part(list) * list.length) / (list.length - 1)
    expect(clustered!.cr2).toBeCloseTo(Math.sqrt(unbiased(changes.treated) + unbiased(changes.others)), 10)
  })

  test('swapping treated and comparison flips the sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const rows = schools(8, 4, 2, seed)
        const one = valueOf(differenceInDifferences(rows))
        const other = valueOf(differenceInDifferences(rows.map((row) => ({ ...row, treated: !row.treated }))))
        expect(other.estimate).toBeCloseTo(-one.estimate, 10)
        expect(other.errors.hc2).toBeCloseTo(one.errors.hc2!, 10)
        expect(other.clustered!.cr2).toBeCloseTo(one.clustered!.cr2!, 9)
      }),
      { numRuns: 40 },
    )
  })

  test('warnings show where they should and stay silent elsewhere', () => {
    expect(codesOf(differenceInDifferences(schools(12, 6, 4)))).toEqual([])
    expect(codesOf(differenceInDifferences(schools(12, 4, 4)))).toEqual(['few-treated-clusters'])
    const lacking = schools(12, 6, 4).filter((row) => row.cluster !== 11 || !row.after)
    expect(codesOf(differenceInDifferences(lacking))).toEqual(['unbalanced-panel'])
    const gap = schools(12, 6, 4).map((row, i) => (i === 3 ? { ...row, y: null } : row))
    expect(codesOf(differenceInDifferences(gap))).toEqual(['missing-values'])
    const flat = schools(12, 6, 0).map((row) => ({ ...row, y: 7 }))
    expect(codesOf(differenceInDifferences(flat))).toEqual(['constant-values'])
    expect(valueOf(differenceInDifferences(flat))).toMatchObject({
      estimate: 0,
      low: null,
      errors: { ordinary: null },
    })
  })

  test('an empty cell is refused', () => {
    const rows = schools(6, 3, 1).filter((row) => row.treated || !row.after)
    expect(differenceInDifferences(rows)).toMatchObject({ ok: false, refusal: { code: 'not-enough-data' } })
  })
})

describe('the exact test on whole clusters', () => {
  test('a clear effect is the most lopsided of all draws', () => {
    const finding = exactChangeTest(schools(9, 2, 30))
    expect(valueOf(finding)).toMatchObject({ possibleDraws: 36, pGreater: 1 / 36, pLess: 1, exact: true })
    expect(codesOf(finding)).toEqual(['few-treated-clusters'])
  })

  test('says before all else when no draw can be convincing', () => {
    expect(codesOf(exactChangeTest(schools(6, 1, 3)))).toContain('min-p-above-alpha')
    expect(codesOf(exactChangeTest(schools(6, 1, 3), { alpha: 0.2 }))).not.toContain('min-p-above-alpha')
  })

  test('p-values are valid: without an effect they fall below .1 in at most a tenth of the draws', () => {
    let below = 0
    const rounds = 400
    for (let seed = 1; seed <= rounds; seed++)
      if (valueOf(exactChangeTest(schools(8, 4, 0, seed))).pTwoSided <= 0.1) below++
    expect(below / rounds).toBeLessThan(0.1 + 3 * Math.sqrt(0.09 / rounds))
  })

  test('too many draws are sampled, the same seed giving the same answer', () => {
    const rows = schools(30, 15, 1.5)
    const one = valueOf(exactChangeTest(rows, { random: createRandom(4) }))
    const two = valueOf(exactChangeTest(rows, { random: createRandom(4) }))
    expect(one.exact).toBe(false)
    expect(one.pTwoSided).toBe(two.pTwoSided)
    expect(one.pTwoSided).toBeGreaterThan(0)
  })

  test('a cluster treated in part is refused', () => {
    const rows = schools(6, 3, 1).map((row, i) => (i === 0 ? { ...row, treated: !row.treated } : row))
    expect(exactChangeTest(rows)).toMatchObject({ ok: false, refusal: { code: 'not-enough-data' } })
  })
})

describe('changes of single units', () => {
  test('without controls the slope is the difference of mean changes', () => {
    const units = [1, 2, 3, 4, 5, 6].map((i) => ({
      before: i,
      after: i + (i % 2 === 0 ? 3 : 1),
      treated: i % 2 === 0,
    }))
    expect(valueOf(changeRegression(units)).plain.estimate).toBeCloseTo(2, 12)
  })

  test('placebos: the largest change among five has p 1/5', () => {
    const units = 'abcde'
      .split('')
      .map((name, i) => ({ name, values: [i, i, i + (name === 'c' ? 9 : 0.1 * i)] }))
    const finding = placeboChanges(units, 'c', 2)
    expect(valueOf(finding).p).toBeCloseTo(0.2, 12)
    expect(codesOf(finding)).toEqual(['min-p-above-alpha'])
    expect(valueOf(finding).units.reduce((sum, unit) => sum + unit.estimate, 0)).toBeCloseTo(0, 10)
  })
})

describe('effects by time', () => {
  const balanced = panel([6, 6, 6, null, null, null], 8, 5)

  test('leads are zero and effects are the effect when trends are parallel', () => {
    const study = valueOf(eventStudy(panel([6, 6, 6, null, null, null], 8, 5, 0, 0.1)))
    expect(study.leads.map((lead) => lead.period)).toEqual([1, 2, 3, 4])
    for (const lead of study.leads) expect(Math.abs(lead.estimate!)).toBeLessThan(0.4)
    for (const effect of study.effects) expect(effect.estimate!).toBeCloseTo(5, 0)
  })

  test('a drift before the start is noticed', () => {
    expect(codesOf(eventStudy(panel([6, 6, 6, null, null, null], 8, 5, 0, 0.1)))).toEqual([])
    expect(codesOf(eventStudy(panel([6, 6, 6, null, null, null], 8, 5, 0.8, 0.1)))).toEqual(['pre-trend'])
    expect(codesOf(eventStudy(panel([3, 3, null, null], 6, 5, 0, 0.1)))).toEqual(['pre-trend'])
  })

  test('places that started at different times are averaged by their size', () => {
    const rows = panel([3, 5, 5, null, null], 6, 4)
    const finding = groupTimeEffects(rows)
    const value = valueOf(finding)
    for (const cell of value.cells) expect(cell.estimate).toBeCloseTo(cell.period >= cell.group ? 4 : 0, 10)
    expect(value.overall).toBeCloseTo(4, 10)
    expect(value.bySince.map((step) => step.since)).toEqual([0, 1, 2, 3])
    expect(codesOf(finding)).toEqual(['staggered-starts', 'few-clusters'])
    expect(codesOf(groupTimeEffects(balanced))).toEqual(['few-clusters'])
  })

  test('no place that was never treated, or no period before, is refused', () => {
    expect(groupTimeEffects(panel([3, 4], 6, 1))).toMatchObject({ ok: false })
    expect(groupTimeEffects(panel([1, null], 6, 1))).toMatchObject({ ok: false })
    expect(eventStudy(panel([3, 4, null], 6, 1))).toMatchObject({ ok: false })
  })

  test('slopes are compared before the start', () => {
    const even = parallelTrends(panel([6, 6, null, null], 8, 5, 0, 0.1), 6)
    expect(Math.abs(valueOf(even).slopeDifference)).toBeLessThan(0.2)
    expect(codesOf(even)).toEqual([])
    const drifting = parallelTrends(panel([6, 6, null, null], 8, 5, 1, 0.1), 6)
    expect(valueOf(drifting).slopeDifference).toBeCloseTo(1, 0)
    expect(codesOf(drifting)).toEqual(['pre-trend'])
    expect(codesOf(parallelTrends(panel([4, 4, null, null], 8, 5, 0, 0.1), 4))).toEqual(['pre-trend'])
  })
})
