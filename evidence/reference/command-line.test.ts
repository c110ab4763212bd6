import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const program = join(dirname(fileURLToPath(import.meta.url)), 'command-line.ts')
const folder = mkdtempSync(join(tmpdir(), 'evidence-cases-'))
const chart = { id: 'limits', method: 'anhoej-limits', options: [], input: { n: [10, 24] } }
const column = {
  id: 'column',
  method: 'did-2x2',
  input: { csv: 'data/rows.csv', rows: 4, columns: ['y', 'treat', 'post'] },
}

function write(name: string, content: unknown): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

function evidence(...words: string[]): { status: number | null; out: string; err: string } {
  const { INIT_CWD: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env,
  })
  return { status, out: stdout, err: stderr }
}

beforeAll(() => {
  write('data/rows.csv', '"y","treat","post"\n10,0,0\n11,0,1\n20,1,0\n24,1,1\n')
  write('good/limits.json', {
    ...chart,
    expected: { longestRunMax: [6, 8], crossingsMin: [2, 8] },
    tolerance: { abs: 0 },
  })
  write('good/column.json', {
    ...column,
    expected: { did: 3, cellMeans: { c0: 10 } },
    tolerance: { rel: 1e-9 },
  })
  write('good/index.json', [{ id: 'limits' }])
  write('good/data/never.json', { method: 'no such method' })
  write('bad/wrong.json', { ...chart, expected: { longestRunMax: [6, 9] }, tolerance: { abs: 0 } })
  write('bad/unknown.json', { ...chart, id: 'unknown', method: 'no such method' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('run', () => {
  test('prints one object for a case and nothing else', () => {
    const { status, out, err } = evidence('run', write('one.json', chart))
    expect(status).toBe(0)
    expect(err).toBe('')
    expect(JSON.parse(out)).toEqual({
      values: { longestRunMax: [6, 8], crossingsMin: [2, 8] },
      warnings: [],
      refused: null,
    })
  })

  test('a refusal is a result', () => {
    const { status, out } = evidence(
      'run',
      write('empty.json', { ...chart, method: 'qic-c', input: { y: [-1, 2] } }),
    )
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ values: {}, refused: { code: 'not-enough-data' } })
  })

  test.each([
    ['an unknown method', { ...chart, method: 'no such method' }],
    ['a missing input', { ...chart, input: {} }],
    ['a data file that is not there', { ...column, input: { csv: 'data/none.csv' } }],
    ['another number of rows than stated', { ...column, input: { ...column.input, rows: 5 } }],
    [
      'other columns than stated',
      { ...column, input: { ...column.input, columns: ['y', 'treat', 'after'] } },
    ],
    ['text that is no JSON', '{'],
  ])('%s ends with status 2 and one line', (_, content) => {
    const { status, out, err } = evidence('run', write('malformed/case.json', content))
    expect([status, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('a folder gives one line per case, in order, and status 2 when one could not be run', () => {
    const good = evidence('run', join(folder, 'good'))
    expect(good.status).toBe(0)
    expect(
      good.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['column', 'limits'])
    const bad = evidence('run', join(folder, 'bad'))
    expect(bad.status).toBe(2)
    expect(bad.out).toContain('{"id":"unknown","error":"unknown method no such method"}')
  })
})

describe('check', () => {
  test('passes what is as expected', () => {
    const { status, out } = evidence('check', join(folder, 'good'))
    expect(status).toBe(0)
    expect(out.trim().split('\n').at(-1)).toBe('2 passed, 0 failed')
  })

  test('fails what differs, naming the key, what was got and what was expected', () => {
    const { status, out } = evidence('check', join(folder, 'bad'))
    expect(status).toBe(1)
    expect(out).toMatch(/limits +anhoej-limits +fail +longestRunMax\[2\] +8 +9 +0/)
    expect(out.trim().split('\n').at(-1)).toBe('0 passed, 2 failed')
  })

  test('a folder that is not there has status 2', () => {
    expect(evidence('check', join(folder, 'nowhere')).status).toBe(2)
  })
})
