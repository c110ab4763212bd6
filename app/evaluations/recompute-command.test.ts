import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { productFolder } from '../platform/folders.ts'
import { zip } from '../platform/zip.ts'
import { exampleBundleParts, examplePlans } from './bundle.examples.ts'
import { bundleOf } from './bundle.ts'
import { recomputeCommand } from './recompute-command.ts'
import { filesOf, packedAt, tampered } from './tampered-bundle.examples.ts'

const folder = mkdtempSync(join(tmpdir(), 'uskalla-recompute-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function command(...words: string[]) {
  const lines: string[] = []
  const code = await recomputeCommand.withoutDatabase?.((line) => lines.push(line), words)
  return { code, text: lines.join('\n') }
}

function write(name: string, content: Buffer | string): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

describe('uskalla recompute', () => {
  const bundle = bundleOf(exampleBundleParts(examplePlans.beforeAndAfter))

  test('says that it is the same, with the figures, and ends with 0', async () => {
    const { code, text } = await command(write('good.zip', bundle))
    expect(code).toBe(0)
    expect(text).toMatch(
      /^Hävikki ruokailijaa kohti: -\d+\.\d+ g, range -\d+\.\d+ to -\d+\.\d+ \(interrupted-series\)$/m,
    )
    expect(text).toMatch(
      /The result is the same: \d+ figures and words, \d+ questions to the engine, to the last digit\.$/,
    )
  })

  test('names what differs and ends with 1', async () => {
    const { code, text } = await command(
      write(
        'bad.zip',
        tampered(bundle, 'figures.txt', (one) => `${one} `),
      ),
    )
    expect(code).toBe(1)
    expect(text).toContain('figures.txt was changed')
    expect(text).toContain('The result is not the same.')
  })

  test('another version of the engine is told, and the figures are compared anyway', async () => {
    const older = tampered(
      bundle,
      'evaluation.json',
      (text) => text.replace(/"engine_version": "[^"]+"/, '"engine_version": "0.0.9"'),
      true,
    )
    const { code, text } = await command(write('older.zip', older))
    expect(code).toBe(0)
    expect(text).toContain('The bundle was computed by version 0.0.9 of the engine')
  })

  test.each([
    ['nothing', [], 'Which bundle?'],
    ['a file that is not there', [join(folder, 'nowhere.zip')], 'There is no file'],
    ['a folder', [folder], 'There is no file'],
    ['no archive', [write('text.zip', 'hei')], 'It is no zip archive'],
    [
      'another archive',
      [write('other.zip', zip([{ name: 'a.txt', content: '' }], packedAt))],
      'It is no bundle: plan.json is missing.',
    ],
    [
      'half of a plan',
      [
        write(
          'plan.zip',
          tampered(bundle, 'plan.json', (text) => text.slice(0, 99)),
        ),
      ],
      'plan.json is no frozen plan.',
    ],
    [
      'readings that are none',
      [
        write(
          'data.zip',
          tampered(bundle, 'data.csv', (text) => text.replace(/,\d+(\.\d+)?,before/, ',paljon,before')),
        ),
      ],
      'Line 2 of data.csv has no number',
    ],
  ])('%s cannot be computed again and ends with 2', async (_, words, why) => {
    const { code, text } = await command(...words)
    expect(code).toBe(2)
    expect(text).toContain(why)
  })
})

test('the statistics engine alone gives the same answers to every question of a bundle', () => {
  const parts = exampleBundleParts(examplePlans.withAndWithoutByLot)
  for (const [name, content] of filesOf(bundleOf(parts)))
    if (name.startsWith('engine/')) write(`alone/${name}`, content)
  const { INIT_CWD: _, ...env } = process.env
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(productFolder, 'evidence/reference/command-line.ts'), ...words], {
      encoding: 'utf8',
      env,
    })
  const checked = run('check', join(folder, 'alone/engine'))
  expect(checked.stderr).toBe('')
  expect(checked.stdout.trim().split('\n').at(-1)).toBe(`${parts.calls.length} passed, 0 failed`)
  expect(checked.status).toBe(0)
  const index = parts.calls.findIndex((call) => call.function === 'permutationInterval')
  const file = `${String(index + 1).padStart(3, '0')}-permutationInterval.json`
  const asked = run('run', join(folder, 'alone/engine', file))
  expect(JSON.parse(asked.stdout)).toMatchObject({ values: parts.calls[index]?.answer })
  write(
    `alone/engine/${file}`,
    JSON.stringify({
      ...(JSON.parse(filesOf(bundleOf(parts)).get(`engine/${file}`) ?? '') as object),
      expected: { value: { effect: 1 } },
    }),
  )
  expect(run('check', join(folder, 'alone/engine')).status).toBe(1)
})
