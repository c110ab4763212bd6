import { describe, expect, test } from 'vitest'
import { CaseInput, type Case, type CaseResult } from './case.ts'
import { compare } from './compare.ts'
import type { JsonMap } from './json.ts'

function passes(
  expected: JsonMap,
  values: Record<string, unknown>,
  tolerance: JsonMap = {},
  rest: Partial<CaseResult> = {},
): boolean {
  const none = new CaseInput({})
  const item: Case = { id: '', family: '', method: '', input: none, options: none, expected, tolerance }
  return compare(item, { values, warnings: [], refused: null, ...rest }).pass
}

describe('numbers', () => {
  test('within abs + rel × |expected|, a missing abs being 1e-12', () => {
    expect(passes({ p: 2 }, { p: 2.02 }, { rel: 0.01 })).toBe(true)
    expect(passes({ p: 2 }, { p: 2.0201 }, { rel: 0.01 })).toBe(false)
    expect(passes({ p: 2 }, { p: 2.1 }, { abs: 0.1, rel: 0.01 })).toBe(true)
    expect(passes({ p: 2 }, { p: 2.001 })).toBe(true)
    expect(passes({ p: 2 }, { p: 2.01 })).toBe(false)
  })

  test('a list of one is its entry; infinite is a text; null wants null or nothing', () => {
    expect(passes({ p: [2] }, { p: 2 })).toBe(true)
    expect(passes({ p: 2 }, { p: [[2]] })).toBe(true)
    expect(passes({ p: 'Inf' }, { p: 'Inf' })).toBe(true)
    expect(passes({ p: 'Inf' }, { p: 5 })).toBe(false)
    expect(passes({ p: null }, {})).toBe(true)
    expect(passes({ p: null }, { p: 0 })).toBe(false)
    expect(passes({ p: [1, 2] }, { p: [1] })).toBe(false)
  })

  test('named tolerances reach the keys they name and no others', () => {
    expect(passes({ weights: { a: 0.5 } }, { weights: { a: 0.51 } }, { weightAbs: 0.02, rel: 1e-9 })).toBe(
      true,
    )
    expect(passes({ other: { a: 0.5 } }, { other: { a: 0.51 } }, { weightAbs: 0.02, rel: 1e-9 })).toBe(false)
    expect(passes({ weights: {} }, { weights: { b: 0.01 } }, { weightAbs: 0.02 })).toBe(true)
    expect(passes({ lossV: 0.5 }, { lossV: 0.1 }, { lossVRel: 0.01 })).toBe(true)
    expect(passes({ lossV: 0.5 }, { lossV: 0.6 }, { lossVRel: 0.01 })).toBe(false)
  })

  test('intercept goes by both of its names', () => {
    expect(passes({ coef: { intercept: 1 } }, { coef: { '(Intercept)': 1 } })).toBe(true)
    expect(passes({ coef: { '(Intercept)': 1 } }, { coef: { intercept: 1 } })).toBe(true)
  })
})

describe('flags', () => {
  const warned: Partial<CaseResult> = { warnings: ['ties'] }

  test('a warning that is due', () => {
    expect(passes({ mustWarn: true }, {})).toBe(false)
    expect(passes({ mustWarn: true }, {}, {}, warned)).toBe(true)
    expect(passes({ mustWarn: true }, {}, {}, { refused: { code: 'suppressed', why: '' } })).toBe(true)
  })

  test('a term that cannot be identified has no number', () => {
    expect(passes({ slopeIdentifiable: false }, { coef: { step: 1 } }, {}, warned)).toBe(true)
    expect(passes({ slopeIdentifiable: false }, { coef: { slope: 1 } }, {}, warned)).toBe(false)
    expect(passes({ slopeIdentifiable: false }, { coef: { step: 1 } })).toBe(false)
  })

  test('an undefined test has no p-value, infeasible margins have no weights', () => {
    expect(passes({ testDefined: false }, { testDefined: false, step: 0 })).toBe(true)
    expect(passes({ testDefined: false }, { testDefined: false, breuschGodfrey1P: 0.5 })).toBe(false)
    expect(passes({ feasible: false }, { feasible: false })).toBe(true)
    expect(passes({ feasible: false }, { feasible: false, weights: [1] })).toBe(false)
    expect(passes({ weightsUnique: false }, { weightsUnique: false }, {}, warned)).toBe(true)
  })
})
