import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intraclassCorrelation } from './intraclass-correlation.ts'
import { shrinkClusterMeans } from './shrunken-means.ts'

const codesOf = (finding: { warnings: { code: string }[] }) => finding.warnings.map((warning) => warning.code)

const dyestuff = [
  1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560, 1445, 1440, 1595,
  1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445,
]
const batches = [...'AAAAABBBBBCCCCCDDDDDEEEEEFFFFF']

describe('likeness within clusters', () => {
  test('of the dyestuff batches is 0.418 (Davies 1947)', () => {
    const finding = intraclassCorrelation(dyestuff, batches)
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.between).toBeCloseTo(1764.05, 6)
    expect(finding.value.within).toBeCloseTo(2451.25, 6)
    expect(finding.value.correlation).toBeCloseTo(0.4184874149, 9)
    expect(finding.value.anova).toBeCloseTo(0.4184874149, 9)
    expect(codesOf(finding)).toEqual([])
  })

  test('that is less than chance would make is 0 and warned of', () => {
    const finding = intraclassCorrelation([1, 9, 2, 8, 5, 5], ['A', 'A', 'B', 'B', 'C', 'C'])
    expect(finding.ok && finding.value.correlation).toBe(0)
    expect(finding.ok && finding.value.anova).toBeLessThan(0)
    expect(codesOf(finding)).toEqual(['between-variance-zero'])
    // Without differences between clusters the variance is that of all values together.
    expect(finding.ok && finding.value.within).toBeCloseTo(50 / 5, 10)
  })

  test('is complete when clusters have no inner spread, and undefined without any spread', () => {
    const complete = intraclassCorrelation([1, 1, 4, 4, 4], ['A', 'A', 'B', 'B', 'B'])
    expect(complete.ok && complete.value.correlation).toBe(1)
    const none = intraclassCorrelation([3, 3, 3, 3], ['A', 'A', 'B', 'B'])
    expect(none.ok && none.value.correlation).toBeUndefined()
    expect(codesOf(none)).toEqual(['constant-values'])
  })

  test('moves with the values as it must', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 })
    const labels = [...'AABBBCCCCDDD']
    fc.assert(
      fc.property(values, (list) => {
        const plain = intraclassCorrelation(list, labels)
        const moved = intraclassCorrelation(
          list.map((value) => 3 * value + 100),
          labels,
        )
        if (!plain.ok || !moved.ok) throw new Error('no finding')
        if (plain.value.correlation === undefined) return
        expect(moved.value.correlation).toBeCloseTo(plain.value.correlation, 6)
        expect(moved.value.between).toBeCloseTo(9 * plain.value.between, 4)
      }),
    )
  })
})

describe('cluster means that borrow strength', () => {
  const answers = [4, 3, 5, 4, 2, 3, 3, 3, 5, 5, 4, 5, 5, 4, 5, 3, 1, 2, 2, 1, 3, 2]
  const groups = [...'1111122233333333444444']

  test('of four tiny groups are those of lme4', () => {
    const finding = shrinkClusterMeans(answers, groups)
    if (!finding.ok) throw new Error(finding.refusal.why)
    expect(finding.value.grandMean).toBeCloseTo(3.2435125, 5)
    expect(finding.value.between).toBeCloseTo(1.1837277, 5)
    expect(finding.value.within).toBeCloseTo(0.6655912, 5)
    const expected = [3.56396314559314, 3.03843691494989, 4.41748663550506, 1.9541634071907]
    finding.value.clusters.forEach((cluster, i) => expect(cluster.shrunkenMean).toBeCloseTo(expected[i]!, 5))
    expect(finding.value.clusters.map((cluster) => cluster.size)).toEqual([5, 3, 8, 6])
  })

  test('keep the order in which the clusters appear', () => {
    const finding = shrinkClusterMeans([1, 2, 9, 8, 5, 6], ['z', 'z', 'a', 'a', 'm', 'm'])
    expect(finding.ok && finding.value.clusters.map((cluster) => cluster.cluster)).toEqual(['z', 'a', 'm'])
  })

  test('lie between their own mean and the common one, nearer to it the smaller the cluster', () => {
    const finding = shrinkClusterMeans([1, 8, 9, 10, 9, 8, 10, 2, 0, 3], [...'ABBBBBBCCC'])
    if (!finding.ok) throw new Error(finding.refusal.why)
    const { grandMean, clusters } = finding.value
    const pull = clusters.map((c) => (c.rawMean - c.shrunkenMean) / (c.rawMean - grandMean))
    expect(pull[0]).toBeGreaterThan(pull[2]!)
    expect(pull[2]).toBeGreaterThan(pull[1]!)
    expect(pull.every((share) => share > 0 && share < 1)).toBe(true)
  })

  test('all become the common mean when clusters do not differ', () => {
    const finding = shrinkClusterMeans([1, 9, 2, 8, 5, 5], ['A', 'A', 'B', 'B', 'C', 'C'])
    expect(finding.ok && finding.value.clusters.map((cluster) => cluster.shrunkenMean)).toEqual([5, 5, 5])
    expect(codesOf(finding)).toEqual(['between-variance-zero'])
  })

  test('need two clusters, one of them with two values, and finite numbers', () => {
    expect(shrinkClusterMeans([1, 2, 3], ['A', 'A', 'A']).ok).toBe(false)
    expect(shrinkClusterMeans([1, 2, 3], ['A', 'B', 'C']).ok).toBe(false)
    expect(shrinkClusterMeans([1, 2], ['A']).ok).toBe(false)
    expect(shrinkClusterMeans([], []).ok).toBe(false)
    expect(shrinkClusterMeans([1, Infinity, 3], ['A', 'A', 'B']).ok).toBe(false)
    expect(codesOf(shrinkClusterMeans([1, 2, null, 5, 9], ['A', 'A', 'B', 'B', 'C']))).toEqual([
      'missing-values',
    ])
  })
})
