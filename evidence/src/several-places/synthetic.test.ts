import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import { createRandom } from '../numbers/random.ts'
import { predictorControl } from './predictor-control.ts'
import { nearestMean } from './simplex-weights.ts'
import { syntheticControl } from './synthetic-control.ts'

function valueOf<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.refusal.why)
  return finding.value
}

function codesOf(finding: Finding<unknown>): string[] {
  return finding.warnings.map((own) => own.code)
}

/** Donor series and a treated one that is a known mean of the first three before the start. */
function places(donors: number, periods: number, pre: number, effect: number, noise = 0.05) {
  const random = createRandom(17)
  const others = Array.from({ length: donors }, (_, j) => ({
    name: `place ${j + 1}`,
    values: Array.from({ length: periods }, (_, t) => 20 + 3 * j + t * (1 + 0.3 * j) + 2 * random.normal()),
  }))
  const treated = Array.from({ length: periods }, (_, t) => {
    const mean = 0.5 * others[0]!.values[t]! + 0.3 * others[1]!.values[t]! + 0.2 * others[2]!.values[t]!
    return mean + (t >= pre ? effect : 0) + noise * random.normal()
  })
  return [{ name: 'treated', values: treated }, ...others]
}

describe('weights on a simplex', () => {
  test('are the best there are: no move towards any donor comes nearer', () => {
    const vectors = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(vectors, (list) => {
        const count = list.length
        const products = new Float64Array(count * count)
        list.forEach((a, j) =>
          list.forEach(
            (b, k) => (products[j * count + k] = a.reduce((sum, value, t) => sum + value * b[t]!, 0)),
          ),
        )
        const { weights, squaredDistance, slopes } = nearestMean({ donors: count, products })
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
        expect(weights.every((weight) => weight >= 0)).toBe(true)
        for (const slope of slopes) expect(slope).toBeGreaterThanOrEqual(squaredDistance - 1e-7)
      }),
      { numRuns: 300 },
    )
  })
})

describe('synthetic control', () => {
  test('finds the mean the treated place was made of, and the effect', () => {
    const value = valueOf(syntheticControl(places(10, 30, 20, 8), 'treated', 20))
    const weight = (name: string): number => value.weights.find((own) => own.name === name)?.weight ?? 0
    expect(weight('place 1')).toBeCloseTo(0.5, 1)
    expect(weight('place 2')).toBeCloseTo(0.3, 1)
    expect(value.effect).toBeCloseTo(8, 0)
    expect(value.placebo).toMatchObject({ rank: 1 })
    expect(value.placebo!.p).toBeCloseTo(1 / 11, 12)
  })

  test('leaves open the effects that the placebos do not single out, once there are twenty places', () => {
    const placebo = (donors: number) =>
      valueOf(syntheticControl(places(donors, 30, 20, 8, 0.5), 'treated', 20)).placebo!
    // With 19 places in all, one in twenty cannot be reached.
    expect(placebo(18)).toMatchObject({ low: -Infinity, high: Infinity })
    const { low, high, units } = placebo(24)
    expect(low).toBeGreaterThan(7)
    expect(low).toBeLessThan(8)
    expect(high).toBeGreaterThan(8)
    expect(high).toBeLessThan(10)
    // The limit is where the rank turns: the same question with that much taken off.
    const less = (effect: number) =>
      valueOf(
        syntheticControl(
          places(24, 30, 20, 8, 0.5).map((unit) =>
            unit.name === 'treated'
              ? { ...unit, values: unit.values.map((value, t) => (t < 20 ? value : value - effect)) }
              : unit,
          ),
          'treated',
          20,
        ),
      ).placebo!.p
    expect(less(low - 0.001)).toBeLessThanOrEqual(0.05)
    expect(less(low + 0.001)).toBeGreaterThan(0.05)
    expect(units.find((unit) => unit.name === 'treated')?.gap).toHaveLength(30)
  })

  test('is the same whether places are moved and stretched together or not', () => {
    const list = places(8, 24, 16, 3)
    const one = valueOf(syntheticControl(list, 'treated', 16))
    const other = valueOf(
      syntheticControl(
        list.map(({ name, values }) => ({ name, values: values.map((value) => 5 * value - 700) })),
        'treated',
        16,
      ),
    )
    expect(other.effect).toBeCloseTo(5 * one.effect, 7)
    expect(other.ratio).toBeCloseTo(one.ratio!, 6)
    expect(other.placebo!.rank).toBe(one.placebo!.rank)
  })

  test('warnings show where they should and stay silent elsewhere', () => {
    const quiet = { placebos: false }
    const list = places(10, 30, 20, 8)
    expect(codesOf(syntheticControl(list, 'treated', 20, quiet))).toEqual([])
    const twin = [...list, { name: 'twin', values: list[1]!.values }]
    const doubled = syntheticControl(twin, 'treated', 20, quiet)
    expect(codesOf(doubled)).toEqual(['weights-not-unique'])
    expect(valueOf(doubled).effect).toBeCloseTo(
      valueOf(syntheticControl(list, 'treated', 20, quiet)).effect,
      7,
    )
    const high = list.map((own, i) =>
      i === 0 ? { ...own, values: own.values.map((value) => value + 300) } : own,
    )
    expect(codesOf(syntheticControl(high, 'treated', 20, quiet))).toEqual([
      'outside-donor-hull',
      'poor-pre-fit',
    ])
    expect(codesOf(syntheticControl(list, 'treated', 5, quiet))).toContain('too-few-points')
    const gap = list.map((own, i) => (i === 9 ? { ...own, values: [null, ...own.values.slice(1)] } : own))
    expect(codesOf(syntheticControl(gap, 'treated', 20, quiet))).toContain('unbalanced-panel')
    expect(codesOf(syntheticControl(list, 'treated', 20))).toEqual(['min-p-above-alpha'])
  })

  test('more donors than periods that fit exactly leave the weights open', () => {
    const value = valueOf(syntheticControl(places(9, 4, 2, 1, 0), 'treated', 2))
    expect(value.preRmspe).toBeLessThan(1e-9)
    expect(value.weightsUnique).toBe(false)
  })

  test('nobody to compare with, or no period on a side, is refused', () => {
    const [treated] = places(3, 6, 3, 1)
    expect(syntheticControl([treated!], 'treated', 3)).toMatchObject({
      ok: false,
      refusal: { code: 'not-enough-data' },
    })
    expect(syntheticControl(places(3, 6, 3, 1), 'treated', 6)).toMatchObject({ ok: false })
    expect(syntheticControl(places(3, 6, 3, 1), 'elsewhere', 3)).toMatchObject({ ok: false })
  })
})

describe('weights by predictors', () => {
  test('the predictor that tracks the outcome becomes important', () => {
    const random = createRandom(2)
    const place = (name: string, size: number) => ({
      name,
      predictors: [size, random.normal(), random.normal()],
      outcomes: [size, size + 1, size + 2],
    })
    const donors = [1, 2, 3, 4, 6, 8].map((size) => place(`d${size}`, size))
    const value = valueOf(predictorControl(place('treated', 5), donors))
    expect(value.loss).toBeLessThan(1e-3)
    expect(value.importance.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9)
    const size = value.weights.reduce((sum, { name, weight }) => sum + weight * Number(name.slice(1)), 0)
    expect(size).toBeCloseTo(5, 1)
  })

  test('a predictor that never differs is left out and named', () => {
    const place = (name: string, size: number) => ({ name, predictors: [7, size], outcomes: [size] })
    const finding = predictorControl(place('treated', 2), [place('a', 1), place('b', 4)])
    expect(codesOf(finding)).toEqual(['constant-values'])
    expect(valueOf(finding).importance).toEqual([0, 1])
  })

  test('copies of a donor are said to be exchangeable', () => {
    const place = (name: string, size: number) => ({ name, predictors: [size], outcomes: [size] })
    const finding = predictorControl(place('treated', 2), [place('a', 1), place('b', 3), place('c', 3)])
    expect(codesOf(finding)).toEqual(['weights-not-unique'])
  })
})
