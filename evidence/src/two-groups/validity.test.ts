import { describe, expect, test } from 'vitest'
import { createRandom } from '../numbers/random.ts'
import { blockedTest } from './blocked-test.ts'
import { compareTwoGroups } from './compare-two-groups.ts'
import { pairedChange } from './paired-change.ts'

const runs = 4000

/** Five standard errors above the nominal level: a valid test stays below in all but one of three million tries. */
function upperBound(level: number): number {
  return level + 5 * Math.sqrt((level * (1 - level)) / runs)
}

function rateOf(level: number, p: number[]): number {
  return p.filter((value) => value <= level + 1e-12).length / p.length
}

describe('p-values of exact tests when nothing differs', () => {
  test('reach a level no more often than it says, whatever the shape of the data', () => {
    const random = createRandom(2026)
    const shapes: (() => number)[] = [
      () => random.normal(),
      () => Math.exp(2 * random.normal()),
      () => 1 + random.integer(5),
      () => (random.next() < 0.9 ? 0 : 100),
    ]
    for (const draw of shapes) {
      const permutation: number[] = []
      const ranks: number[] = []
      for (let run = 0; run < runs; run++) {
        const finding = compareTwoGroups(Array.from({ length: 5 }, draw), Array.from({ length: 7 }, draw))
        if (!finding.ok) throw new Error(finding.refusal.why)
        permutation.push(finding.value.permutationP)
        ranks.push(finding.value.rankP)
      }
      for (const level of [0.01, 0.05, 0.2]) {
        expect(rateOf(level, permutation)).toBeLessThanOrEqual(upperBound(level))
        expect(rateOf(level, ranks)).toBeLessThanOrEqual(upperBound(level))
      }
    }
  })

  test('of pairs and of blocks do so too', () => {
    const random = createRandom(7)
    const pairs: number[] = []
    const blocks: number[] = []
    for (let run = 0; run < runs; run++) {
      const paired = pairedChange(Array.from({ length: 8 }, () => random.normal() ** 3))
      const blocked = blockedTest(
        Array.from({ length: 12 }, (_, i) => ({
          value: random.normal() + 5 * (i % 3),
          treated: i < 6,
          block: i % 3,
        })),
      )
      if (!paired.ok || !blocked.ok) throw new Error('no finding')
      pairs.push(paired.value.signFlipP)
      blocks.push(blocked.value.twoSidedP)
    }
    for (const level of [0.02, 0.05, 0.2]) {
      expect(rateOf(level, pairs)).toBeLessThanOrEqual(upperBound(level))
      expect(rateOf(level, blocks)).toBeLessThanOrEqual(upperBound(level))
    }
    // Without ties and with many patterns the level is nearly used up: the tests are not valid by being idle.
    expect(rateOf(0.2, pairs)).toBeGreaterThan(0.17)
    expect(rateOf(0.2, blocks)).toBeGreaterThan(0.17)
  })
})
