import { describe, expect, test } from 'vitest'
import { poolStudies } from '@uskalla/evidence'
import { memberWith } from './lessons.examples.ts'
import { isSameMeasure, poolFamily } from './pooled-family.ts'
import { exampleMeasure } from '../experiments/experiments.examples.ts'

// Relative risks of thirteen trials of the BCG vaccine, as logarithms, with their sampling variances (Colditz et al. 1994;
// R package metafor, dat.bcg). Published: pooled −0.7145, tau² 0.3132, Hartung–Knapp −1.108 to −0.321.
const bcg: [number, number][] = [
  [-0.8893, 0.3256],
  [-1.5854, 0.1946],
  [-1.3481, 0.4154],
  [-1.4416, 0.02],
  [-0.2175, 0.0512],
  [-0.7861, 0.0069],
  [-1.6209, 0.223],
  [0.012, 0.004],
  [-0.4694, 0.0564],
  [-1.3713, 0.073],
  [-0.3394, 0.0124],
  [0.4459, 0.5325],
  [-0.0173, 0.0714],
]
const codes = ['239', '071', '595', '256', '139', '091', '179', '297', '444', '109', '407', '186', '146']
const rangeOf = (effect: number, variance: number) => {
  const half = 1.959963984540054 * Math.sqrt(variance)
  return { estimate: effect, low: effect - half, high: effect + half }
}
const trials = (count: number) =>
  bcg
    .slice(0, count)
    .map(([effect, variance], index) =>
      memberWith({ municipalityCode: codes[index] ?? '', effect: rangeOf(effect, variance) }),
    )

describe('the adoptions of one plan together', () => {
  test('give the published figures of thirteen trials', () => {
    const { result, places } = poolFamily(trials(13))
    expect(result?.effect).toBeCloseTo(-0.7145, 3)
    expect((result?.spread ?? 0) ** 2).toBeCloseTo(0.3132, 3)
    expect(result?.low).toBeCloseTo(-1.108, 2)
    expect(result?.high).toBeCloseTo(-0.321, 2)
    expect(places.reduce((sum, place) => sum + place.weight, 0)).toBeCloseTo(1, 12)
  })

  test('are what the engine makes of their changes and errors', () => {
    const some = trials(6)
    const engine = poolStudies(
      bcg.slice(0, 6).map(([effect]) => effect),
      bcg.slice(0, 6).map(([, variance]) => variance),
    )
    const { result } = poolFamily(some)
    if (!engine.ok) throw new Error('the engine refuses')
    expect(result?.effect).toBeCloseTo(engine.value.effect, 9)
    expect(result?.next?.low).toBeCloseTo(engine.value.prediction.shown?.low ?? Number.NaN, 6)
  })

  test('say nothing of the next place with four, and give a range with five', () => {
    expect(poolFamily(trials(4)).result?.next).toBeNull()
    const { result } = poolFamily(trials(5))
    expect(result?.next?.low).toBeLessThan(result?.low ?? Number.NaN)
    expect(result?.next?.high).toBeGreaterThan(result?.high ?? Number.NaN)
  })

  test('one alone is pooled with nothing, two are pooled as few', () => {
    const alone = poolFamily(trials(1))
    expect(alone.result).toBeNull()
    expect(alone.places).toHaveLength(1)
    expect(poolFamily(trials(2)).result?.checks).toContain('few-studies')
    expect(poolFamily([]).places).toEqual([])
  })

  test('a place’s own change is drawn towards the common one', () => {
    const { places, result } = poolFamily(trials(13))
    for (const place of places)
      expect(Math.abs(place.shrunken - (result?.effect ?? 0))).toBeLessThan(
        Math.abs(place.effect - (result?.effect ?? 0)),
      )
  })

  test('two trials of one municipality count as one place', () => {
    const twice = [
      ...trials(3),
      memberWith({ municipalityCode: '239', effect: { estimate: -1, low: -2, high: 0 } }),
    ]
    const { places } = poolFamily(twice)
    expect(places).toHaveLength(3)
    expect(places[0]?.experimentIds).toHaveLength(2)
    expect(places[0]?.effect).toBeGreaterThan(-1)
    expect(places[0]?.effect).toBeLessThan(-0.8893)
  })
})

describe('who is told but not pooled', () => {
  const reasons = (...extra: ReturnType<typeof memberWith>[]) =>
    poolFamily([...trials(3), ...extra]).members.slice(3)

  test('figures that are covered are not even told', () => {
    const [covered] = reasons(memberWith({ coverage: 'covered' }))
    expect(covered).toMatchObject({ leftOut: 'under-way', effect: null })
  })

  test('figures opened early, without a design, in another unit or direction', () => {
    expect(
      reasons(
        memberWith({ openedEarly: true }),
        memberWith({ plan: { design: undefined } }),
        memberWith({ measure: { unit: 'kg' } }),
        memberWith({ measure: { direction: 'up' } }),
      ).map((member) => member.leftOut),
    ).toEqual(['opened-early', 'exploratory', 'other-measure', 'other-measure'])
  })

  test('results without a size of the change, and ranges without an end', () => {
    expect(
      reasons(memberWith({ effect: null }), memberWith({ effect: { estimate: 1, low: null, high: 2 } })).map(
        (member) => member.leftOut,
      ),
    ).toEqual(['cannot-tell', 'open-range'])
  })

  test('made-up ones and those worked out afterwards never stand among real ones', () => {
    expect(
      reasons(memberWith({ origin: 'example' }), memberWith({ origin: 'retrospective' })).map(
        (member) => member.leftOut,
      ),
    ).toEqual(['made-up', 'afterwards'])
    const madeUp = poolFamily(
      ['071', '239', '595'].map((municipalityCode) => memberWith({ origin: 'example', municipalityCode })),
    )
    expect(madeUp.members.map((member) => member.leftOut)).toEqual([null, null, null])
    expect(poolFamily([memberWith({ origin: 'example' }), ...trials(2)]).members[0]?.leftOut).toBe('made-up')
  })
})

describe('whether two measures are the same', () => {
  test('is told by unit, scale and direction, and by the name where there is no unit', () => {
    const grams = exampleMeasure()
    expect(isSameMeasure(grams, { ...grams, name: 'Hävikki', unit: ' G ' })).toBe(true)
    expect(isSameMeasure(grams, { ...grams, kind: 'faces' })).toBe(false)
    const visits = { ...grams, unit: '', name: 'Käyntejä' }
    expect(isSameMeasure(visits, { ...visits, name: 'käyntejä' })).toBe(true)
    expect(isSameMeasure(visits, { ...visits, name: 'Soittoja' })).toBe(false)
  })
})
