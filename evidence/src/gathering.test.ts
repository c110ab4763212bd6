import { describe, expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { createRandom } from './numbers/random.ts'
import { surveyMean } from './surveys/survey-estimates.ts'
import { compareTwoGroups } from './two-groups/compare-two-groups.ts'
import { permutationInterval } from './two-groups/permutation-interval.ts'
import { shiftBetweenGroups } from './two-groups/shift-interval.ts'

const codesOf = (finding: Finding<unknown>): string[] => finding.warnings.map(({ code }) => code)

/** Pupils of classes of five: those of a class resemble each other. */
function classes(count: number, seed: number): { values: number[]; labels: string[] } {
  const random = createRandom(seed)
  const values: number[] = []
  const labels: string[] = []
  for (let place = 0; place < count; place++) {
    const common = 2 * random.normal()
    for (let pupil = 0; pupil < 5; pupil++) {
      values.push(common + random.normal())
      labels.push(`class ${place}`)
    }
  }
  return { values, labels }
}

/** Readings one after the other; each resembles the one before. */
function readings(count: number, seed: number, likeness: number): number[] {
  const random = createRandom(seed)
  let last = 0
  return Array.from({ length: count }, () => (last = likeness * last + random.normal()))
}

describe('values that come in clusters', () => {
  const first = classes(12, 1)
  const second = classes(12, 2)
  const clusters = [first.labels, second.labels] as const

  test('are compared by the means of the clusters', () => {
    const meansOf = ({ values }: { values: number[] }) =>
      Array.from({ length: 12 }, (_, place) => {
        const own = values.slice(5 * place, 5 * place + 5)
        return own.reduce((sum, value) => sum + value / 5, 0)
      })
    const byHand = [meansOf(first), meansOf(second)] as const
    expect(compareTwoGroups(first.values, second.values, { clusters })).toEqual(compareTwoGroups(...byHand))
    expect(shiftBetweenGroups(first.values, second.values, 0.95, { clusters })).toEqual(
      shiftBetweenGroups(...byHand),
    )
    expect(permutationInterval(first.values, second.values, 0.05, { clusters })).toEqual(
      permutationInterval(...byHand),
    )
  })

  test('warn where ten clusters or fewer stand in an arm, and not from eleven on', () => {
    const part = (count: number) =>
      compareTwoGroups(first.values.slice(0, 5 * count), second.values, {
        clusters: [first.labels.slice(0, 5 * count), second.labels],
      })
    expect(part(10).warnings).toEqual([{ code: 'few-clusters', detail: '10 clusters in an arm' }])
    expect(part(11).warnings).toEqual([])
  })

  test('leave out what has no value or no cluster, and say so', () => {
    const gaps = compareTwoGroups([1, null, 3, NaN, 5], [2, 4, 6], {
      clusters: [
        ['a', 'a', 'b', 'b', null],
        ['c', 'd', 'e'],
      ],
    })
    expect(gaps.warnings[0]).toEqual({ code: 'missing-values', detail: '3 dropped' })
    expect(gaps.ok && gaps.value.meanDifference).toBe(-2)
  })

  test('are refused when a value has no place for its label', () => {
    expect(compareTwoGroups([1, 2], [3, 4], { clusters: [['a'], ['b', 'c']] })).toEqual({
      ok: false,
      refusal: { code: 'not-enough-data', why: 'Every value needs the label of its cluster.' },
      warnings: [],
    })
  })

  test('of huge size do not overflow', () => {
    const huge = [1e150, 1e150, -1e150]
    const labels = ['a', 'a', 'b']
    const finding = compareTwoGroups(huge, huge, { clusters: [labels, labels] })
    expect(finding.ok && finding.value.meanDifference).toBe(0)
  })
})

describe('values in time order', () => {
  const alike = [readings(40, 5, 0.7), readings(40, 6, 0.7)] as const
  const separate = [readings(40, 12, 0), readings(40, 13, 0)] as const
  const inTimeOrder = true

  test('warn where neighbours are alike, and stay silent where they are not', () => {
    expect(codesOf(compareTwoGroups(...alike, { inTimeOrder }))).toEqual(['autocorrelation'])
    expect(codesOf(shiftBetweenGroups(...alike, 0.95, { inTimeOrder }))).toEqual(['autocorrelation'])
    expect(codesOf(permutationInterval(...alike, 0.05, { inTimeOrder }))).toEqual(['autocorrelation'])
    expect(codesOf(surveyMean(alike[0], { inTimeOrder }))).toEqual(['autocorrelation'])
    expect(codesOf(compareTwoGroups(...separate, { inTimeOrder }))).toEqual([])
    expect(codesOf(surveyMean(separate[0], { inTimeOrder }))).toEqual([])
  })

  test('too few to see likeness of neighbours say that', () => {
    const short = [separate[0].slice(0, 20), separate[1].slice(0, 19)] as const
    expect(compareTwoGroups(...short, { inTimeOrder }).warnings).toEqual([
      { code: 'too-few-points', detail: '39 values in time order' },
    ])
    expect(codesOf(compareTwoGroups(short[0], separate[1].slice(0, 20), { inTimeOrder }))).toEqual([])
  })

  test('change no figure by being in order', () => {
    const told = compareTwoGroups(...alike, { inTimeOrder })
    const untold = compareTwoGroups(...alike)
    expect(told.ok && told.value).toEqual(untold.ok && untold.value)
    expect(untold.warnings).toEqual([])
  })

  test('without spread raise no alarm about neighbours', () => {
    const same = Array.from({ length: 25 }, () => 0.1)
    expect(codesOf(compareTwoGroups(same, same, { inTimeOrder }))).toEqual(['constant-values'])
  })
})
