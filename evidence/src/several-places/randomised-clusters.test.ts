import { describe, expect, test } from 'vitest'
import { compareTwoGroups } from '../two-groups/compare-two-groups.ts'
import { type ClusterTest, type DrawnCluster, clusterTest } from './randomised-clusters.ts'

function tested(clusters: DrawnCluster[]): ClusterTest {
  const finding = clusterTest(clusters)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

const codesOf = (clusters: DrawnCluster[]) => clusterTest(clusters).warnings.map((warning) => warning.code)

/** Schools whose level after follows the one before, plus an effect on the first ones. */
const schools = (count: number, treated: number, effect: number): DrawnCluster[] =>
  Array.from({ length: count }, (_, i) => {
    const before = 20 + ((i * 7) % 10)
    return {
      before,
      after: 5 + 0.5 * before + (i < treated ? effect : 0) + ((i * 3) % 4) / 10,
      treated: i < treated,
    }
  })

describe('clusters drawn by lot', () => {
  test('without a level before are compared as two groups of clusters', () => {
    const levels = [14, 16, 9, 10, 8, 11, 12, 7, 10]
    const value = tested(levels.map((after, i) => ({ after, treated: i < 2 })))
    const plain = compareTwoGroups(levels.slice(0, 2), levels.slice(2))
    expect(value.summary).toBe('after')
    expect(value.assignments).toBe(36)
    expect(plain.ok && plain.value.permutationP).toBeCloseTo(value.twoSidedP, 12)
    expect(plain.ok && plain.value.meanDifference).toBeCloseTo(value.effect, 12)
    expect([value.treatedClusters, value.otherClusters]).toEqual([2, 7])
  })

  test('with a level before are compared by change, from eight clusters by adjustment', () => {
    expect(tested(schools(7, 3, 4)).summary).toBe('change')
    const adjusted = tested(schools(12, 6, 4))
    expect(adjusted.summary).toBe('adjusted')
    expect(adjusted.effect).toBeCloseTo(4, 0)
    // Changes alone carry the differences between schools along and see less.
    const byChange = compareTwoGroups(
      schools(12, 6, 4).flatMap((s) => (s.treated ? [s.after! - s.before!] : [])),
      schools(12, 6, 4).flatMap((s) => (s.treated ? [] : [s.after! - s.before!])),
    )
    expect(byChange.ok && byChange.value.permutationP).toBeGreaterThan(adjusted.twoSidedP)
    expect(adjusted.twoSidedP).toBeCloseTo(2 / 924, 12)
  })

  test('keep to their blocks', () => {
    const blocks = schools(8, 4, 3).map((school, i) => ({ ...school, block: i % 4 }))
    const value = tested(blocks)
    expect(value.assignments).toBe(16)
    expect(value.smallestP).toBe(2 / 16)
    expect(codesOf(blocks)).toContain('min-p-above-alpha')
  })

  test('whose levels before are all alike have nothing to adjust for', () => {
    const alike = schools(10, 5, 2).map((school) => ({ ...school, before: 20 }))
    const value = tested(alike)
    const plain = tested(alike.map(({ after, treated }) => ({ after, treated })))
    expect(value.effect).toBeCloseTo(plain.effect, 12)
  })

  test('are warned of when few, silent when many', () => {
    expect(codesOf(schools(9, 4, 1))).toEqual(['few-treated-clusters', 'few-clusters'])
    expect(codesOf(schools(20, 10, 1))).toEqual(['few-clusters'])
    expect(codesOf(schools(22, 11, 1))).toEqual([])
  })

  test('with missing levels are dropped', () => {
    const gappy: DrawnCluster[] = [
      ...schools(22, 11, 1),
      { after: null, treated: true },
      { after: 3, treated: false },
    ]
    expect(clusterTest(gappy).warnings).toEqual([{ code: 'missing-values', detail: '2 dropped' }])
    expect(tested(gappy).effect).toBe(tested(schools(22, 11, 1)).effect)
  })

  test('are refused when one arm is missing or a level is infinite', () => {
    expect(clusterTest([]).ok).toBe(false)
    expect(clusterTest(schools(5, 5, 1)).ok).toBe(false)
    const infinite = clusterTest([...schools(4, 2, 1), { before: 1, after: -Infinity, treated: true }])
    expect(!infinite.ok && infinite.refusal.code).toBe('ill-conditioned')
  })
})
