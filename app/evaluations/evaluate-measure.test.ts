import { describe, expect, test } from 'vitest'
import { exampleMeasure } from '../experiments/experiments.examples.ts'
import type { SeriesPoint } from '../measurements/index.ts'
import { languages } from '../platform/language.ts'
import { evaluateMeasure, evidenceLevelOf } from './evaluate-measure.ts'
import { againstPrediction, findingInWords } from './finding-in-words.ts'

const waste = exampleMeasure({ baseline: null, predicted: 45 })

function series(before: number[], during: number[]): SeriesPoint[] {
  const point = (value: number, index: number, phase: 'before' | 'during'): SeriesPoint => ({
    day: `2026-0${phase === 'before' ? 2 : 3}-${String(index + 1).padStart(2, '0')}`,
    value,
    readings: 1,
    phase,
    note: null,
  })
  return [
    ...before.map((value, index) => point(value, index, 'before')),
    ...during.map((value, index) => point(value, index, 'during')),
  ]
}

const plain = (sentences: string[]) => sentences.join(' ').replaceAll('\u00a0', ' ')

describe('what a series shows', () => {
  test('three days cannot tell, and it says what they suffice for (paying diners 1, 11, 13)', () => {
    const diners = exampleMeasure({
      name: 'Maksavia ruokailijoita',
      unit: 'henkilöä',
      direction: 'up',
      baseline: null,
    })
    const finding = evaluateMeasure(diners, series([], [1, 11, 13]))
    expect(finding.standing).toBe('few-points')
    expect(evidenceLevelOf(finding)).toBe(0)
    expect(plain(findingInWords('fi', diners, finding))).toBe(
      'Emme tiedä vielä. Tietoa on kolmelta päivältä, ja päätelmään tarvitaan vähintään kahdeksan. ' +
        'Ne riittävät kertomaan vain, missä nyt ollaan: keskimmäinen arvo on 11 henkilöä. ' +
        'Tietoa on liian vähän; se ei tarkoita, ettei vaikutusta ole.',
    )
  })

  test('nothing measured is said to be unknown, never 0', () => {
    const finding = evaluateMeasure(waste, [])
    expect(finding).toMatchObject({ standing: 'no-data', during: null, change: null, improvement: null })
    expect(plain(findingInWords('sv', waste, finding))).toContain('Vi vet inte än')
  })

  test('enough days without a baseline tell where we are, not whether it changed', () => {
    const finding = evaluateMeasure(waste, series([], [50, 51, 52, 53, 54, 55, 56, 57]))
    expect(finding).toMatchObject({ standing: 'no-baseline', during: 53.5, change: null })
    expect(plain(findingInWords('en', waste, finding))).toContain(
      'the baseline was neither measured nor written down',
    )
  })

  test('before and after: the amount first, its cause unknown, level 1', () => {
    const finding = evaluateMeasure(waste, series([60, 62, 64], [50, 51, 52, 52, 52, 53, 54, 70]))
    expect(finding).toMatchObject({
      standing: 'cause-unknown',
      baseline: 62,
      baselineFrom: 'points',
      during: 52,
      change: -10,
      improvement: 10,
      beyondPrediction: 7,
      harmful: false,
    })
    expect(evidenceLevelOf(finding)).toBe(1)
    expect(plain(findingInWords('fi', waste, finding))).toBe(
      '10 g vähemmän kuin ennen: ennen 62 g, kokeilun aikana 52 g. Suunta on toivottu. ' +
        'Luvut ovat keskimmäisiä arvoja 3 mittauspäivältä ennen kokeilua ja 8 mittauspäivältä sen aikana. ' +
        'Emme tiedä, kuinka paljon muutoksesta johtuu kokeilusta: vertailukohta puuttuu.',
    )
    expect(againstPrediction('sv', waste, finding)?.replaceAll('\u00a0', ' ')).toBe(
      'Prognosen var 45 g, det mittersta värdet blev 52 g (8 dagar).',
    )
  })

  test('the plan’s own figure stands in where nothing was measured before, and that is said', () => {
    const finding = evaluateMeasure(exampleMeasure({ baseline: 62 }), series([], Array<number>(8).fill(65)))
    expect(finding).toMatchObject({ baseline: 62, baselineFrom: 'plan', change: 3, improvement: -3 })
    expect(plain(findingInWords('en', waste, finding))).toContain('opposite to the one hoped for')
    expect(plain(findingInWords('en', waste, finding))).toContain('the figure written in the plan')
  })

  test('passing the harm limit is seen in both directions', () => {
    expect(evaluateMeasure(exampleMeasure({ harmLimit: 80 }), series([], [80])).harmful).toBe(true)
    expect(evaluateMeasure(exampleMeasure({ harmLimit: 80 }), series([], [79])).harmful).toBe(false)
    const up = exampleMeasure({ direction: 'up', harmLimit: 10 })
    expect(evaluateMeasure(up, series([], [9])).harmful).toBe(true)
  })

  test('decimals do not grow noise', () => {
    expect(
      evaluateMeasure(exampleMeasure({ baseline: 0.1 }), series([], Array<number>(8).fill(0.3))).change,
    ).toBe(0.2)
  })

  test.each(languages)('no finding in %s claims proof, significance or absence of effect', (lang) => {
    for (const [before, during] of [
      [[], []],
      [[], [1]],
      [[], [1, 2, 3, 4, 5, 6, 7, 8]],
      [[5], [5, 5, 5, 5, 5, 5, 5, 5]],
      [[5], [9, 9, 9, 9, 9, 9, 9, 9]],
    ] as const) {
      const finding = evaluateMeasure(waste, series([...before], [...during]))
      const text = plain(findingInWords(lang, waste, finding))
      expect(text).not.toMatch(
        /todist|merkitsev|bevis|signifikan|proved|significant|no effect|ingen effekt|!/i,
      )
      expect(text).toMatch(/Emme tiedä|Vi vet inte|We do not know|We cannot tell/)
    }
  })
})
