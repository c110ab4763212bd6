import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as engine from '../src/index.ts'
import { findNaN, isFinding } from './garbage.ts'
import { beforeAndAfter, severalPlaces, surveys, twoGroups } from './garbage-inputs.ts'
import { planning } from './garbage-plans.ts'

const names = engine as Record<string, unknown>
const inputs = { ...beforeAndAfter, ...severalPlaces, ...twoGroups, ...surveys, ...planning }
/** Functions that write texts; they are tried with the numbers that findings hold. */
const writers = new Set([
  'checkText',
  'checkTextKey',
  'refusalText',
  'refusalTextKey',
  'findingInWords',
  'decimalsFor',
  'writeAmount',
  'writeNumber',
])
/** Functions that build or read a value rather than compute a finding. */
const notFindings = new Set(['smallestSplitP', 'precisionOf', 'publicationTier'])
const builders = new Set([
  'found',
  'refused',
  'warning',
  'createRandom',
  'fromRows',
  'withHidden',
  'isUndetermined',
  'possibleCounts',
])
const publicFunctions = Object.keys(names).filter(
  (name) => typeof names[name] === 'function' && !builders.has(name) && !writers.has(name),
)

describe('bad input', () => {
  test('every public function is given garbage', () => {
    expect(publicFunctions.filter((name) => !(name in inputs))).toEqual([])
  })

  test.each(publicFunctions.filter((name) => name in inputs))('%s gives a finding or a refusal', (name) => {
    const run = names[name] as (...given: readonly unknown[]) => unknown
    fc.assert(
      fc.property(inputs[name]!, (given) => {
        const result = run(...given)
        if (!notFindings.has(name)) expect(isFinding(result)).toBe(true)
        expect(findNaN(result)).toBeNull()
      }),
      { numRuns: 150, seed: 20260901 },
    )
  })

  test('the check sees a missing number, a bare value and an unknown shape', () => {
    expect(findNaN({ a: [1, { b: NaN }] })).toBe('result.a.1.b')
    expect(isFinding(3)).toBe(false)
    expect(isFinding({ ok: true, warnings: [] })).toBe(false)
    expect(isFinding({ ok: false, refusal: { code: 'not-enough-data', why: '' }, warnings: [] })).toBe(false)
  })
})
