import { describe, expect, test } from 'vitest'
import { permutationInterval, runChart } from '../src/index.ts'
import { CaseInput, type JsonMap, MalformedCase } from './case.ts'
import { compare } from './compare.ts'
import { runCase } from './registry.ts'

function caseOf(input: JsonMap, expected: JsonMap = {}) {
  const none = new CaseInput({})
  const method = 'call'
  return {
    id: 'c',
    family: '',
    method,
    input: new CaseInput(input),
    options: none,
    expected,
    tolerance: { abs: 0, rel: 0 },
  }
}

describe('asking any function of the engine again', () => {
  const groups = [
    [14, 16, 13, 17, 15.5],
    [9, 10, 8, 11, 12, 7, 10.2],
  ]
  const interval = permutationInterval(groups[0] ?? [], groups[1] ?? [])

  test('gives the same figures, to the last digit', () => {
    if (!interval.ok) throw new Error(interval.refusal.why)
    const { effect, low, high, pAtZero } = interval.value
    const expected = { value: { effect, low, high, pAtZero }, warnings: [], refused: null }
    const item = caseOf({ function: 'permutationInterval', arguments: groups }, expected)
    expect(compare(item, runCase(item))).toMatchObject({ pass: true })
    const other = caseOf(
      { function: 'permutationInterval', arguments: groups },
      { ...expected, value: { ...expected.value, pAtZero: pAtZero + Number.EPSILON } },
    )
    expect(compare(other, runCase(other))).toMatchObject({ pass: false, worstKey: 'value.pAtZero' })
  })

  test('tells limits that nothing bounds, warnings and refusals', () => {
    const few = runCase(caseOf({ function: 'permutationInterval', arguments: [[1], [2]] }))
    expect(few.values).toEqual({
      value: { effect: -1, low: '-Inf', high: 'Inf', pAtZero: 1 },
      warnings: ['min-p-above-alpha'],
      refused: null,
    })
    const none = runChart([])
    if (none.ok) throw new Error('a chart without points was drawn')
    const refused = runCase(caseOf({ function: 'runChart', arguments: [[]] }))
    expect(refused).toEqual({
      values: { value: null, warnings: [], refused: none.refusal.code },
      warnings: [],
      refused: none.refusal,
    })
    const item = caseOf({ function: 'runChart', arguments: [[]] }, { refused: 'suppressed' })
    expect(compare(item, runCase(item))).toMatchObject({ pass: false, worstKey: 'refused' })
  })

  test('gives what is no finding as it is', () => {
    const precision = { function: 'precisionOf', arguments: [{ low: 1, high: 2 }, 5] }
    expect(runCase(caseOf(precision)).values).toEqual({ value: 'high', warnings: [], refused: null })
  })

  test.each([
    [{ function: 'constructor', arguments: [] }, 'the engine has no function constructor'],
    [{ function: 'warningCodes', arguments: [] }, 'the engine has no function warningCodes'],
    [{ function: 'runChart' }, 'arguments has to be a list'],
  ])('%j is malformed', (input, why) => {
    expect(() => runCase(caseOf(input))).toThrow(new MalformedCase(why))
  })
})
