import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { languages } from '../platform/language.ts'
import { exampleBundleParts, exampleObservations, examplePlans } from './bundle.examples.ts'
import { bundleOf } from './bundle.ts'
import { recompute } from './recompute.ts'
import { filesOf, tampered } from './tampered-bundle.examples.ts'

const folder = mkdtempSync(join(tmpdir(), 'uskalla-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function faultsOf(bundle: Buffer): string[] {
  const found = recompute(bundle)
  if (typeof found === 'string') throw new Error(found)
  return found.faults
}

function write(name: string, content: Buffer | string): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

describe('a bundle computed again', () => {
  test.each(Object.entries(examplePlans))('gives the same result: %s', (_, plan) => {
    const parts = exampleBundleParts(
      plan,
      exampleObservations(plan, plan.design?.kind === 'staggered' ? { before: 4, after: 8, every: 7 } : {}),
    )
    expect(Object.values(parts.kept.byMeasure)[0]?.analysis?.effect).toMatchObject({
      estimate: expect.any(Number) as number,
    })
    const found = recompute(bundleOf(parts))
    if (typeof found === 'string') throw new Error(found)
    expect(found.faults).toEqual([])
    expect(found.figures).toBeGreaterThan(30)
    expect(found.questions).toBe(parts.calls.length)
    expect(found.questions).toBeGreaterThan(2)
    expect(found.otherEngine).toBeUndefined()
  })

  test('gives the same refusal: with too few days it cannot be told here either', () => {
    const plan = examplePlans.beforeAndAfter
    const few = bundleOf(exampleBundleParts(plan, exampleObservations(plan, { before: 20, after: 3 })))
    expect(faultsOf(few)).toEqual([])
    expect(filesOf(few).get('figures.txt')).toContain('finding.standing\t"few-points"')
    const told = tampered(
      few,
      'evaluation.json',
      (text) => text.replace('"few-points"', '"cause-unknown"'),
      true,
    )
    expect(faultsOf(told)[0]).toContain(
      'finding.standing of “Hävikki ruokailijaa kohti” is "cause-unknown" in the bundle and "few-points" when computed again.',
    )
    const alone = examplePlans.withAndWithoutByLot
    const { draw } = exampleBundleParts(alone)
    const treated = exampleObservations(alone).filter((one) =>
      draw?.order.slice(0, 2).includes(one.unit ?? ''),
    )
    const refused = bundleOf(exampleBundleParts(alone, treated))
    expect(faultsOf(refused)).toEqual([])
    expect(filesOf(refused).get('evaluation.json')).toContain('"code": "not-enough-data"')
  })

  test('is the same file for the same state, byte for byte', () => {
    const plan = examplePlans.withAndWithoutByLot
    expect(bundleOf(exampleBundleParts(plan)).equals(bundleOf(exampleBundleParts(plan)))).toBe(true)
  })

  test('holds nothing of who measured, nor what was noted, and tells all that in three languages', () => {
    const files = filesOf(bundleOf(exampleBundleParts(examplePlans.twoVersions)))
    const everything = [...files.values()].join('\n')
    expect(everything).not.toContain('ei kuulu muille')
    expect(everything).not.toContain('0000000000ee')
    const readme = files.get('README.txt') ?? ''
    for (const lang of languages) expect(readme).toContain(`https://uskalla.example/${lang}`)
    for (const words of ['Keksitty esimerkki', 'Påhittat exempel', 'Made-up example', 'CC BY 4.0'])
      expect(readme).toContain(words)
    expect(files.get('data.csv')?.split('\r\n')[1]).toBe(
      '00000000-0000-7000-8000-0000000000aa,Hävikki ruokailijaa kohti,g,Uusi opaste,2026-02-24,60,before',
    )
  })

  test('its checksums are those of any other program', (context) => {
    for (const [name, content] of filesOf(bundleOf(exampleBundleParts(examplePlans.staggeredByLot))))
      write(`sums/${name}`, content)
    const checked = spawnSync('sha256sum', ['-c', 'MANIFEST.txt', '--quiet'], {
      cwd: join(folder, 'sums'),
      encoding: 'utf8',
    })
    if (checked.error) context.skip('there is no sha256sum here')
    expect(checked).toMatchObject({ status: 0, stdout: '' })
  })
})

describe('a bundle that was tampered with', () => {
  const plan = examplePlans.withAndWithoutByLot
  const bundle = bundleOf(exampleBundleParts(plan))
  const value = (text: string) =>
    text.replace(/,(\d+)\.?\d*,during/, (_, whole: string) => `,${Number(whole) - 5},during`)

  test('a value of the readings: named by file, by fingerprint and by the first figure that differs', () => {
    const faults = faultsOf(tampered(bundle, 'data.csv', value))
    expect(faults[0]).toBe(
      'data.csv was changed after the bundle was made: its checksum in MANIFEST.txt is another.',
    )
    expect(faults[1]).toContain('The readings in data.csv are not those that were evaluated')
    expect(faults[2]).toMatch(
      /^\d+ figures and words of the result differ\. The first: .* of “Hävikki ruokailijaa kohti” is -?[\d.]+ in the bundle and -?[\d.]+ when computed again\.$/,
    )
    // With the checksums written anew the rest still tells.
    expect(faultsOf(tampered(bundle, 'data.csv', value, true))).toEqual(faults.slice(1))
  })

  test('the last digit of one figure of the result', () => {
    const [, digits = ''] =
      /"estimate": (-?\d+\.\d+)/.exec(filesOf(bundle).get('evaluation.json') ?? '') ?? []
    const other = digits.slice(0, -1) + ((Number(digits.at(-1)) + 5) % 10)
    const faults = faultsOf(tampered(bundle, 'evaluation.json', (text) => text.replace(digits, other), true))
    expect(faults).toEqual([
      `1 figures and words of the result differ. The first: analysis.effect.estimate of “Hävikki ruokailijaa kohti” is ${other} in the bundle and ${digits} when computed again. They differ in the last digits only: another version of Node rounds otherwise.`,
    ])
  })

  test('a figure left out, a figure added, and the printed list', () => {
    const without = tampered(bundle, 'evaluation.json', (text) => text.replace(/\n *"p": [^\n]*/, ''), true)
    expect(faultsOf(without)[0]).toMatch(
      /analysis\.p of .* is missing in the bundle and 0\.\d+ when computed again/,
    )
    const more = tampered(bundle, 'evaluation.json', (text) => text.replace('"p":', '"q": 1,"p":'), true)
    expect(faultsOf(more)[0]).toMatch(/analysis\.q of .* is 1 in the bundle and missing when computed again/)
    const printedList = tampered(
      bundle,
      'figures.txt',
      (text) => text.replace('estimate\t-', 'estimate\t'),
      true,
    )
    expect(faultsOf(printedList)).toEqual(['figures.txt prints other figures than the evaluation holds.'])
  })

  test('the plan: another fingerprint than the one that was frozen', () => {
    const faults = faultsOf(
      tampered(
        bundle,
        'plan.json',
        (text) => text.replace('"smallestWorthwhile":8', '"smallestWorthwhile":2'),
        true,
      ),
    )
    expect(faults[0]).toBe('The plan is not the one that was evaluated: its fingerprint is another.')
    const spaced = tampered(bundle, 'plan.json', (text) => text.replace('{', '{ '), true)
    expect(faultsOf(spaced)).toEqual(['plan.json is not in its canonical form.'])
  })

  test('the draw: another seed, or another order than the seed gives', () => {
    const seed = tampered(bundle, 'draw.json', (text) => text.replace('abab', 'abba'), true)
    expect(faultsOf(seed)[0]).toBe('The seed of the draw is not the one that was committed to.')
    const order = tampered(
      bundle,
      'draw.json',
      (text) => text.replace(/("order": \[\s*)("[^"]+"),(\s*)("[^"]+")/, '$1$4,$3$2'),
      true,
    )
    expect(faultsOf(order)[0]).toMatch(
      /^The draw gives another order: number 1 is Koulu \d, in the bundle Koulu \d\.$/,
    )
  })

  test('a question to the engine, or its answer', () => {
    const name = [...filesOf(bundle).keys()].find((one) => one.includes('permutationInterval')) ?? ''
    const faults = faultsOf(
      tampered(bundle, name, (text) => text.replace(/"effect": -?[\d.]+/, '"effect": 1'), true),
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`expected.value.effect in ${name} is 1 in the bundle`)
  })
})
