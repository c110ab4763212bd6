import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlockedTest, type BlockedUnit, blockedTest } from './blocked-test.ts'

function blocked(units: BlockedUnit[]): BlockedTest {
  const finding = blockedTest(units)
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function unitsOf(values: (number | null)[], treated: number[], blocks: (string | number)[]): BlockedUnit[] {
  return values.map((value, i) => ({ value, treated: treated[i] === 1, block: blocks[i]! }))
}

/** Every assignment within blocks, visited one by one. */
function byVisiting(units: BlockedUnit[]): { twoSided: number; greater: number; count: number } {
  const names = [...new Set(units.map((unit) => unit.block))]
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const perBlock = names.map((name) => {
    const members = units.filter((unit) => unit.block === name)
    const size = members.filter((unit) => unit.treated).length
    const effects: number[] = []
    let observed = 0
    for (let mask = 0; mask < 1 << members.length; mask++) {
      const chosen = members.filter((_, i) => mask & (1 << i))
      if (chosen.length !== size) continue
      const rest = members.filter((_, i) => !(mask & (1 << i)))
      const effect = mean(chosen.map((unit) => unit.value!)) - mean(rest.map((unit) => unit.value!))
      effects.push(effect)
      if (chosen.every((unit) => unit.treated)) observed = effect
    }
    return { effects, observed }
  })
  let sums = [0]
  for (const { effects } of perBlock) sums = sums.flatMap((sum) => effects.map((effect) => sum + effect))
  const observed = perBlock.reduce((sum, block) => sum + block.observed, 0)
  return {
    twoSided: sums.filter((sum) => Math.abs(sum) >= Math.abs(observed) - 1e-7).length / sums.length,
    greater: sums.filter((sum) => sum >= observed - 1e-7).length / sums.length,
    count: sums.length,
  }
}

const threeBlocks = unitsOf(
  [5, 7, 4, 9, 12, 10, 11, 15, 3, 6, 2, 8],
  [1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1],
  [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3],
)

describe('a draw within blocks', () => {
  test('of three blocks of four has 216 assignments', () => {
    const { effect, assignments, twoSidedP, greaterP, blocks, smallestP } = blocked(threeBlocks)
    expect(effect).toBeCloseTo(2.33333333333333, 12)
    expect(assignments).toBe(216)
    expect(twoSidedP).toBeCloseTo(26 / 216, 12)
    expect(greaterP).toBeCloseTo(13 / 216, 12)
    expect(blocks).toBe(3)
    expect(smallestP).toBe(2 / 216)
  })

  test('is judged by the same shares as when every assignment is visited', () => {
    const block = (name: string) =>
      fc
        .tuple(
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 }),
          fc.integer({ min: 1, max: 4 }),
        )
        .map(([values, wanted]) =>
          values.map((value, i) => ({
            value,
            treated: i < Math.min(wanted, values.length - 1),
            block: name,
          })),
        )
    fc.assert(
      fc.property(block('A'), block('B'), block('C'), (a, b, c) => {
        const units = [...a, ...b, ...c]
        const visited = byVisiting(units)
        const value = blocked(units)
        expect(value.assignments).toBe(visited.count)
        expect(value.twoSidedP).toBeCloseTo(visited.twoSided, 12)
        expect(value.greaterP).toBeCloseTo(visited.greater, 12)
      }),
      { numRuns: 40 },
    )
  })

  test('with one block is the plain permutation test', () => {
    const units = unitsOf(
      [14, 16, 9, 10, 8, 11, 12, 7, 10],
      [1, 1, 0, 0, 0, 0, 0, 0, 0],
      Array.from({ length: 9 }, () => 'A'),
    )
    const value = blocked(units)
    expect(value.twoSidedP).toBeCloseTo(1 / 36, 12)
    expect(value.greaterP).toBeCloseTo(1 / 36, 12)
    expect(value.smallestP).toBe(1 / 36)
    expect(value.counting).toBe('exact')
  })

  test('tells opposite treatments apart by sign only', () => {
    const turned = threeBlocks.map((unit) => ({ ...unit, treated: !unit.treated }))
    expect(blocked(turned).effect).toBeCloseTo(-blocked(threeBlocks).effect, 12)
    expect(blocked(turned).twoSidedP).toBeCloseTo(blocked(threeBlocks).twoSidedP, 12)
  })

  test('of ten blocks of four is still counted exactly', () => {
    const units = Array.from({ length: 40 }, (_, i) => ({
      value: ((i * 7919) % 101) / 10 + (i % 4 < 2 ? 3 : 0),
      treated: i % 4 < 2,
      block: i >> 2,
    }))
    const value = blocked(units)
    expect(value.counting).toBe('exact')
    expect(value.assignments).toBe(6 ** 10)
    expect(value.twoSidedP).toBeCloseTo(2 * value.greaterP, 12)
    // Every treated unit moved further up makes the observed assignment the furthest out.
    const far = blocked(units.map((unit) => ({ ...unit, value: unit.value + (unit.treated ? 1000 : 0) })))
    expect(far.greaterP * 6 ** 10).toBeCloseTo(1, 6)
    expect(far.twoSidedP * 6 ** 10).toBeCloseTo(2, 6)
  })

  test('of one block of up to 40 units is counted exactly, of 41 sampled', () => {
    // The seven treated have the highest values: one draw of "40 choose 7" = 18,643,560.
    const oneBlock = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ value: count - i, treated: i < 7, block: 'A' }))
    const counted = blocked(oneBlock(40))
    expect(counted.counting).toBe('exact')
    expect(counted.greaterP).toBe(1 / 18_643_560)
    const sampled = blocked(oneBlock(41))
    expect(sampled.counting).toBe('monte-carlo')
    expect(sampled.greaterP).toBe(1 / 100_001)
  })

  test('of shares in one large block is sampled close to the hypergeometric shares', () => {
    // 3 of the 20 ones among 41 units were expected to be drawn; 5 of 7 are treated.
    const units = Array.from({ length: 41 }, (_, i) => ({
      value: i < 5 || i > 25 ? 1 : 0,
      treated: i < 7,
      block: 'A',
    }))
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
    const exactly = (ones: number) => (choose(20, ones) * choose(21, 7 - ones)) / choose(41, 7)
    const upper = exactly(5) + exactly(6) + exactly(7)
    const value = blocked(units)
    expect(Math.abs(value.greaterP - upper)).toBeLessThan(0.006)
    // 20 / 41 of 7 is 3.41: 1 drawn lies 2.41 below, 5 only 1.59 above, so that 0 and 1 are further out.
    expect(Math.abs(value.twoSidedP - upper - exactly(0) - exactly(1))).toBeLessThan(0.006)
  })

  test('is counted exactly however the blocks are listed, until there are too many sums', () => {
    const schools = (sizes: number[]) =>
      sizes.flatMap((size, school) =>
        Array.from({ length: size }, (_, i) => ({ value: i, treated: i % 2 === 0, block: school })),
      )
    // "18 choose 9" = 48,620 sums on one side, 6⁶ = 46,656 on the other.
    expect(blocked(schools([4, 4, 4, 4, 4, 4, 18])).counting).toBe('exact')
    // A third school of 9 would make 48,620 · 126 = 6.1 million sums.
    expect(blocked(schools([18, 18, 9])).counting).toBe('monte-carlo')
  })

  test('is judged against the largest values of any block where the groups hardly differ', () => {
    const units = unitsOf(
      [1.4, 1.6 + 1e-12, 1, 2, 1.5, 1.5, 3, 3],
      [1, 1, 0, 0, 0, 0, 1, 0],
      ['A', 'A', 'A', 'A', 'A', 'A', 'B', 'B'],
    )
    expect(blocked(units).twoSidedP).toBe(1)
  })

  test('of values that do not differ at all counts every assignment of one block too', () => {
    const { twoSidedP, greaterP } = blocked(unitsOf([2, 2, 2], [1, 0, 0], ['A', 'A', 'A']))
    expect([twoSidedP, greaterP]).toEqual([1, 1])
  })

  test('decides no tie by rounding', () => {
    const tenths = [0.1 + 0.2, 0.3, 0.7, 0.1, 0.3, 0.5, 0.2, 0.6]
    const arms = [1, 0, 1, 0, 1, 0, 0, 1]
    const names = ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B']
    const whole = [3, 3, 7, 1, 3, 5, 2, 6]
    const { twoSidedP, greaterP } = blocked(unitsOf(whole, arms, names))
    expect(blocked(unitsOf(tenths, arms, names)).twoSidedP).toBe(twoSidedP)
    expect(blocked(unitsOf(tenths, arms, names)).greaterP).toBe(greaterP)
  })

  test('decides no tie by rounding in any unit', () => {
    const arms = [1, 0, 1, 0, 1, 0, 0, 1]
    const names = ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B']
    const large = [0.1 + 0.2, 0.3, 0.7, 0.1, 0.3, 0.5, 0.2, 0.6].map((value) => value * 1e8)
    const { twoSidedP, greaterP } = blocked(unitsOf([3, 3, 7, 1, 3, 5, 2, 6], arms, names))
    expect(blocked(unitsOf(large, arms, names)).twoSidedP).toBe(twoSidedP)
    expect(blocked(unitsOf(large, arms, names)).greaterP).toBe(greaterP)
  })

  test('mirrors itself only where both arms are equal in every block', () => {
    // "4 choose 2" · "4 choose 1" = 24 draws; the furthest has no mirror image.
    const uneven = unitsOf(
      [9, 8, 1, 2, 9, 1, 2, 3],
      [1, 1, 0, 0, 1, 0, 0, 0],
      ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B'],
    )
    expect(blocked(uneven).smallestP).toBe(1 / 24)
    expect(blocked(uneven).greaterP).toBeCloseTo(1 / 24, 12)
  })

  test('takes values up to 1e150', () => {
    expect(blocked(unitsOf([1e150, 0], [1, 0], ['A', 'A'])).effect / 1e150).toBeCloseTo(1, 12)
  })

  test('without any difference counts every assignment', () => {
    const value = blocked(unitsOf([1, 1, 2, 2], [1, 0, 1, 0], ['A', 'A', 'B', 'B']))
    expect(value.effect).toBe(0)
    expect(value.twoSidedP).toBe(1)
    expect(value.greaterP).toBe(1)
  })

  test('of many units is sampled with a fixed seed', () => {
    const values = Array.from({ length: 60 }, (_, i) => Math.sin(i * 12.9898) * 43.7 + (i % 2 === 0 ? 9 : 0))
    const units = values.map((value, i) => ({ value, treated: i % 2 === 0, block: i < 30 ? 'A' : 'B' }))
    const value = blocked(units)
    expect(value.counting).toBe('monte-carlo')
    expect(blocked(units)).toEqual(value)
    expect(value.twoSidedP).toBeGreaterThan(value.greaterP)
    expect(Math.abs(value.twoSidedP - 2 * value.greaterP)).toBeLessThan(0.01)
    expect(value.greaterP).toBeLessThan(0.2)
  })

  test('of two pairs cannot reach 0.05, of six pairs it can', () => {
    const pairs = (count: number) =>
      Array.from({ length: 2 * count }, (_, i) => ({
        value: i + (i % 2),
        treated: i % 2 === 1,
        block: i >> 1,
      }))
    expect(blockedTest(pairs(2)).warnings.map((warning) => warning.code)).toEqual(['min-p-above-alpha'])
    expect(blockedTest(pairs(6)).warnings).toEqual([])
    expect(blockedTest(pairs(6), 0.01).warnings.map((warning) => warning.code)).toEqual(['min-p-above-alpha'])
    expect(blockedTest(pairs(6), 2 / 64).warnings).toEqual([])
    expect(blocked(pairs(6)).twoSidedP).toBe(2 / 64)
  })

  test('leaves out missing values and blocks with one arm, and says so', () => {
    const extra: BlockedUnit[] = [
      { value: null, treated: true, block: 1 },
      { value: NaN, treated: false, block: 2 },
      { value: 5, treated: true, block: 'alone' },
    ]
    const finding = blockedTest([...threeBlocks, ...extra])
    expect(finding.warnings).toEqual([
      { code: 'missing-values', detail: '2 dropped' },
      { code: 'missing-values', detail: '1 blocks with one arm only' },
    ])
    expect(finding.ok && finding.value.effect).toBe(blocked(threeBlocks).effect)
  })

  test('is refused when no block holds both arms or a value is infinite', () => {
    expect(blockedTest(unitsOf([1, 2], [1, 0], ['A', 'B']))).toEqual({
      ok: false,
      refusal: { code: 'not-enough-data', why: 'No block holds both treated and others.' },
      warnings: [{ code: 'missing-values', detail: '2 blocks with one arm only' }],
    })
    expect(blockedTest([]).ok).toBe(false)
    for (const value of [Infinity, -Infinity, 1e200]) {
      expect(blockedTest(unitsOf([1, value], [1, 0], ['A', 'A']))).toEqual({
        ok: false,
        refusal: { code: 'ill-conditioned', why: 'The values hold an infinite or far too large value.' },
        warnings: [],
      })
    }
  })
})
