import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asJson, permutationInterval, runChart, withCalls } from './engine.ts'

describe('what the engine was asked', () => {
  test('is noted with its answer: figures, limits that nothing bounds, warnings, refusals', () => {
    const { result, calls } = withCalls(() => {
      runChart([])
      return permutationInterval([1], [2])
    })
    expect(result.ok && result.value.low).toBe(-Infinity)
    expect(calls).toEqual([
      {
        function: 'runChart',
        arguments: [[]],
        answer: { value: null, warnings: [], refused: 'not-enough-data' },
      },
      {
        function: 'permutationInterval',
        arguments: [[1], [2]],
        answer: {
          value: { effect: -1, low: '-Inf', high: 'Inf', pAtZero: 1 },
          warnings: ['min-p-above-alpha'],
          refused: null,
        },
      },
    ])
  })

  test('is noted for the evaluation that asked, and for no other', () => {
    const { calls } = withCalls(() => {
      withCalls(() => runChart([1, 2, 3]))
      expect(() =>
        withCalls(() => {
          throw new Error('broken off')
        }),
      ).toThrow('broken off')
      runChart([4, 5, 6])
    })
    expect(calls.map((call) => call.arguments)).toEqual([[[4, 5, 6]]])
    runChart([7, 8, 9])
    expect(calls).toHaveLength(1)
  })

  test('every part of an evaluation asks here, so that no figure comes from a question that was not noted', () => {
    // What only puts findings into words asks nothing; chance for the picture of the draws is no question either.
    const others = ['engine.ts', 'analysis-in-words.ts', 'distribution-of-draws.ts']
    const files = readdirSync(import.meta.dirname).filter(
      (name) => /(?<!\.test|\.examples)\.ts$/.test(name) && !others.includes(name),
    )
    expect(files).toContain('analyse-places.ts')
    for (const name of files) {
      const text = readFileSync(join(import.meta.dirname, name), 'utf8')
      for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '@uskalla\/evidence'/g))
        expect(
          names.split(',').filter((one) => one.trim() && !one.trim().startsWith('type ')),
          name,
        ).toEqual([])
    }
  })

  test('is plain JSON', () => {
    const value = { a: new Float64Array([1, NaN, Infinity]), b: new Map([['x', -Infinity]]), c: undefined }
    expect(asJson(value)).toEqual({ a: [1, null, 'Inf'], b: { x: '-Inf' } })
  })
})
