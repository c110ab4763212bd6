import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as engine from '../src/index.ts'
import { examplesIn, matchesPrinted, runExample } from './examples.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..')
const examples = examplesIn(join(folder, 'src'))
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
const names = engine as Record<string, unknown>
const functions = Object.keys(names).filter((name) => typeof names[name] === 'function')

describe('the example in the comment of every public function', () => {
  test.each(functions)('%s states what it gives', (name) => {
    const example = examples.get(name)
    expect(example, `${name} has no @example`).toBeDefined()
    const claims = runExample(example!, names)
    expect(claims.length, 'the example states no value').toBeGreaterThan(0)
    for (const { expression, expected, got } of claims)
      expect(
        matchesPrinted(expected, got),
        `${expression} gives ${JSON.stringify(got)}, not ${expected}`,
      ).toBe(true)
  })

  test('a wrong statement is noticed', () => {
    const example = { name: 'sum', file: '', code: '1 + 1 // => 3' }
    const [claim] = runExample(example, {})
    expect(matchesPrinted(claim!.expected, claim!.got)).toBe(false)
  })

  test('numbers are compared at the digits printed', () => {
    expect(matchesPrinted('0.33', 1 / 3)).toBe(true)
    expect(matchesPrinted('0.34', 1 / 3)).toBe(false)
    expect(matchesPrinted('2', 2.001)).toBe(false)
    expect(matchesPrinted('{"p": [0.5, null]}', { p: [0.5, null] })).toBe(true)
  })
})

describe('the README', () => {
  test('names every public function', () => {
    expect(functions.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  test('its start states what it gives', () => {
    const code = /```ts\nimport [^\n]+\n([\s\S]+?)```/.exec(readme)![1]!
    const claims = runExample({ name: 'README', file: 'README.md', code }, names)
    expect(claims).toHaveLength(4)
    for (const { expression, expected, got } of claims)
      expect(matchesPrinted(expected, got), `${expression} gives ${JSON.stringify(got)}`).toBe(true)
  })
})
