import { interruptedSeries } from '@uskalla/evidence'
import { describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan } from '../experiments/experiments.examples.ts'
import { designOf, type Plan } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { addDays } from '../platform/format.ts'
import { languages } from '../platform/language.ts'
import { measureInSentences } from './analysis-in-words.ts'
import { coverageOf } from './coverage.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'
import { evidenceLevelOf } from './evaluate-measure.ts'
import type { Analysis } from './evaluation.ts'
import { explore } from './exploration.ts'

const measure = exampleMeasure({ baseline: null, predicted: 50, smallestWorthwhile: 8 })
const startsOn = '2026-03-16'
const swing = [0, 3, -2, 4, -4, 1, -1, 5, -3, 2]

function readings(values: readonly { day: string; value: number; unit?: string }[]): Observation[] {
  return values.map(({ day, value, unit }, index) => ({
    id: String(index),
    experimentId: 'e',
    measureId: measure.id,
    unit: unit ?? null,
    day,
    value,
    note: null,
    way: 'form',
    enteredBy: null,
    at: new Date(0),
  }))
}

function evaluate(plan: Plan, observations: Observation[], drawnOrder?: string[], openedEarly = false) {
  const found = evaluateExperiment({ plan, observations, drawnOrder, openedEarly })[measure.id]
  if (!found) throw new Error('the main measure was not evaluated')
  return found
}

function analysed(...input: Parameters<typeof evaluate>): Analysis {
  const { analysis } = evaluate(...input)
  if (!analysis) throw new Error('nothing was analysed')
  return analysis
}

/** Daily readings: `before` days around 62, then `after` days around 62 + change. */
function daily(before: number, after: number, change: number): Observation[] {
  return readings(
    Array.from({ length: before + after }, (_, index) => ({
      day: addDays(startsOn, index - before),
      value: (index < before ? 62 : 62 + change) + (swing[index % 10] ?? 0),
    })),
  )
}

const plain = (sentences: string[]) => sentences.join(' ').replaceAll('\u00a0', ' ')
const alone = examplePlan({ measures: [measure], design: designOf('before_after') })

describe('one place against its own past', () => {
  test('with enough days on both sides the step is the engine’s, with its range and level 2', () => {
    const observations = daily(20, 40, -12)
    const { method, effect, chart, evidence, precision } = analysed(alone, observations)
    const step = interruptedSeries(
      observations.map((one) => one.value),
      21,
      { slopeChange: false },
    )
    expect(method).toBe('interrupted-series')
    expect(step.ok && step.value.terms[2]).toMatchObject(effect ?? {})
    expect(evidence).toMatchObject({ step: 2, maryland: 2, nesta: 2, loweredBy: null })
    expect(precision).toBe('high')
    if (chart?.kind !== 'interrupted' || !step.ok) throw new Error('no model was kept')
    // What the chart draws is what the engine fitted.
    for (const [index, value] of step.value.fitted.entries())
      expect(chart.fitted[index]).toBeCloseTo(value, 9)
    expect((chart.counterfactual[59] ?? 0) + (effect?.estimate ?? 0)).toBeCloseTo(chart.fitted[59] ?? 0, 9)
  })

  test('with few days after the start the chart marks what stands out from the time before', () => {
    const analysis = analysed(alone, daily(15, 9, -20))
    expect(analysis.method).toBe('xmr-chart')
    expect(analysis.told).toEqual({ kind: 'chart', signal: 'below', points: 9 })
    expect(analysis.chart?.kind === 'xmr' && analysis.chart.marked).toEqual(
      expect.arrayContaining([15, 16, 17, 18, 19, 20, 21, 22, 23]),
    )
    const { finding } = evaluate(alone, daily(15, 9, -20))
    expect(plain(measureInSentences('fi', measure, finding, analysis))).toContain(
      'Viimeiset 9 havaintoa ovat vanhan keskiarvon alapuolella: jokin on muuttunut. Kuvio ei kerro, mikä.',
    )
  })

  test('with a short time before it is a run chart at level 1, told by its levels', () => {
    const analysis = analysed(alone, daily(6, 20, -12))
    expect(analysis).toMatchObject({ method: 'run-chart', told: { kind: 'level' }, effect: null })
    expect(analysis.evidence.step).toBe(1)
    expect(analysis.checks).toContain('too-few-points')
  })

  test('fewer than eight days are not analysed at all: we cannot tell yet', () => {
    const { analysis, finding } = evaluate(alone, daily(15, 7, -20))
    expect(analysis).toBeNull()
    for (const lang of languages)
      expect(plain(measureInSentences(lang, measure, finding, undefined))).toMatch(
        /Emme tiedä vielä|Vi vet inte än|We cannot tell yet/,
      )
  })

  test('a plan from before designs is evaluated by what was measured', () => {
    expect(analysed(examplePlan({ measures: [measure] }), daily(20, 40, -12)).method).toBe(
      'interrupted-series',
    )
  })

  test('figures opened early lower the level by one and say why', () => {
    const analysis = analysed(alone, daily(20, 40, -12), undefined, true)
    expect(analysis.evidence).toMatchObject({ step: 1, loweredBy: 'peeking' })
    expect(analysis.checks).toContain('peeking')
  })
})

describe('some places try, others go on as before', () => {
  const schools = Array.from({ length: 9 }, (_, index) => `Koulu ${index + 1}`)
  const plan = (change: object) =>
    examplePlan({
      measures: [measure],
      design: { ...designOf('with_and_without', schools), treatedCount: 2, ...change },
    })
  /** Four weeks before and eight after; those that try fall by `effect`. */
  const weekly = (treated: string[], effect: number) =>
    readings(
      schools.flatMap((unit, place) =>
        Array.from({ length: 12 }, (_, week) => ({
          unit,
          day: addDays(startsOn, (week - 4) * 7),
          value:
            60 + place + (week % 3) + (week >= 4 ? place / 10 + (treated.includes(unit) ? effect : 0) : 0),
        })),
      ),
    )

  test('2 of 9 by lot: the most lopsided of 36 draws, told in the words of the draw', () => {
    const order = ['Koulu 4', 'Koulu 8', ...schools.filter((one) => one !== 'Koulu 4' && one !== 'Koulu 8')]
    const observations = weekly(['Koulu 4', 'Koulu 8'], -10)
    const analysis = analysed(plan({}), observations, order)
    expect(analysis.method).toBe('cluster-randomisation-test')
    expect(analysis.told).toEqual({
      kind: 'effect',
      ground: { kind: 'lot-draws', asExtreme: 1, possible: 36 },
    })
    expect(analysis.p).toBeCloseTo(1 / 36, 12)
    expect(analysis.effect?.estimate).toBeCloseTo(-9.9, 0)
    expect(analysis.evidence.step).toBe(5)
    if (analysis.chart?.kind !== 'places') throw new Error('places are drawn')
    expect(analysis.chart.draws?.all).toBe(36)
    expect(analysis.chart.draws?.bars.reduce((sum, bar) => sum + bar.share, 0)).toBeCloseTo(1, 9)
    const { finding } = evaluate(plan({}), observations, order)
    expect(plain(measureInSentences('fi', measure, finding, analysis))).toContain(
      'näin suuri ero tulisi 1 arvonnassa 36 mahdollisesta',
    )
    expect(plain(measureInSentences('en', measure, finding, analysis))).toMatch(/1 .*of 36/)
  })

  test('chosen by themselves: the first of the list, level 3 at most, and no lot is spoken of', () => {
    const analysis = analysed(plan({ byLot: false }), weekly(['Koulu 1', 'Koulu 2'], -10))
    expect(analysis.told).toEqual({ kind: 'effect', ground: { kind: 'comparison', places: 7 } })
    expect(analysis.evidence.step).toBe(3)
    expect(analysis.checks).toContain('few-treated-clusters')
  })

  test('before the lot has been drawn nothing is compared', () => {
    expect(evaluate(plan({}), weekly([], 0)).analysis).toBeNull()
  })

  test('without a single reading of the comparison the figure is refused, not made up', () => {
    const observations = weekly(['Koulu 1', 'Koulu 2'], -10).filter((one) =>
      ['Koulu 1', 'Koulu 2'].includes(one.unit ?? ''),
    )
    const analysis = analysed(plan({ byLot: false }), observations)
    expect(analysis).toMatchObject({ told: { kind: 'refusal', code: 'not-enough-data' }, effect: null })
  })
})

describe('places that start one after the other', () => {
  const places = ['Kirjasto A', 'Kirjasto B', 'Kirjasto C', 'Kirjasto D']
  const plan = (byLot: boolean) =>
    examplePlan({
      measures: [measure],
      design: { ...designOf('staggered', places), byLot, stepWeeks: 2 },
    })
  const observations = (effect: number) =>
    readings(
      places.flatMap((unit, place) =>
        Array.from({ length: 12 }, (_, week) => ({
          unit,
          day: addDays(startsOn, (week - 4) * 7),
          value: 60 + place + (week % 2) + Math.floor(week / 2) * 0.5 + (week - 4 >= place * 2 ? effect : 0),
        })),
      ),
    )

  test('by lot: the effect of the model, judged by the 24 orders that could have been drawn', () => {
    const analysis = analysed(plan(true), observations(-6), places)
    expect(analysis.method).toBe('stepped-wedge-permutation')
    expect(analysis.effect?.estimate).toBeCloseTo(-6, 9)
    expect(analysis.told).toMatchObject({ kind: 'effect', ground: { kind: 'lot-draws', possible: 24 } })
    expect(analysis.evidence.step).toBe(5)
  })

  test('in an order of their own choice: each place against its own past, at level 1', () => {
    const analysis = analysed(plan(false), observations(-6))
    expect(analysis.told).toMatchObject({ kind: 'values' })
    expect(analysis.evidence.step).toBe(1)
  })
})

describe('two versions by turns', () => {
  test('the days of one against the days of the other, judged by the lot', () => {
    const plan = examplePlan({
      measures: [measure],
      design: designOf('two_versions', ['Uusi opaste', 'Nykyinen opaste']),
    })
    const observations = readings(
      Array.from({ length: 24 }, (_, index) => ({
        day: addDays(startsOn, index),
        unit: index % 2 === 0 ? 'Uusi opaste' : 'Nykyinen opaste',
        value: (index % 2 === 0 ? 50 : 62) + (swing[(index * 3) % 10] ?? 0),
      })),
    )
    const analysis = analysed(plan, observations)
    expect(analysis.method).toBe('permutation-with-shift')
    expect(analysis.effect?.estimate).toBeLessThan(-8)
    expect(analysis.told).toMatchObject({ kind: 'effect', ground: { kind: 'lot' } })
    expect(analysis.evidence.step).toBe(5)
  })

  test.each([6, 7, 8])(
    'over %i days: nothing is concluded under eight, in the plan or outside it',
    (days) => {
      const plan = examplePlan({
        measures: [measure],
        design: designOf('two_versions', ['Uusi opaste', 'Nykyinen opaste']),
      })
      const observations = readings(
        Array.from({ length: days }, (_, index) => ({
          day: addDays(startsOn, index),
          unit: index % 2 === 0 ? 'Uusi opaste' : 'Nykyinen opaste',
          value: index % 2 === 0 ? 50 + index / 10 : 62 + index / 10,
        })),
      )
      const input = { plan, observations, drawnOrder: undefined, openedEarly: false }
      const evaluated = evaluateExperiment(input)[measure.id]
      const outside = explore(input, { measure, method: 'permutation-with-shift', period: 'whole' })
      if (days < 8) {
        expect(evaluated?.analysis).toBeNull()
        expect(evaluated?.finding.standing).toBe('few-points')
        expect(evidenceLevelOf(evaluated!.finding)).toBe(0)
        expect(outside).toBeUndefined()
      } else {
        // Two of the 70 ways to draw four days of eight are as lopsided.
        expect(evaluated?.analysis?.p).toBeCloseTo(2 / 70, 12)
        expect(outside?.analysis.p).toBeCloseTo(2 / 70, 12)
      }
    },
  )
})

describe('what may be seen before the end', () => {
  const trial = (change: object, state: 'running' | 'learning' = 'running') =>
    ({ plan: { ...alone, design: { ...designOf('before_after'), ...change } }, state }) as const
  test('covered until the last day has passed, the chart alone when watching was agreed, all when opened or ended', () => {
    expect(coverageOf(trial({}), '2026-05-08', false)).toBe('covered')
    expect(coverageOf(trial({}), '2026-05-09', false)).toBe('open')
    expect(coverageOf(trial({}, 'learning'), '2026-04-01', false)).toBe('open')
    expect(coverageOf(trial({ watched: true }), '2026-04-01', false)).toBe('chart_only')
    expect(coverageOf(trial({}), '2026-04-01', true)).toBe('open')
    expect(coverageOf({ plan: examplePlan(), state: 'running' }, '2026-04-01', false)).toBe('open')
  })
})
