import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, experimentById, type Plan } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { measureInSentences } from './analysis-in-words.ts'
import { answersOnScale, shareAtEnd } from './answers-on-scale.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'
import { keepEvaluation } from './keep-evaluation.ts'

const startsOn = '2026-03-16'
const measure = exampleMeasure({
  name: 'Asioinnin sujuvuus',
  kind: 'scale',
  unit: '',
  direction: 'up',
  baseline: null,
  predicted: 4,
  smallestWorthwhile: 0.5,
  scaleLow: 'hankalaa',
  scaleHigh: 'sujuvaa',
})

const answer = (day: number, value: number, unit: string | null = null): Observation => ({
  id: `${day} ${value}`,
  experimentId: 'e',
  measureId: measure.id,
  unit,
  day: addDays(startsOn, day),
  value,
  note: null,
  way: 'tap',
  enteredBy: null,
  at: new Date(0),
})

const alone = examplePlan({ measures: [measure], design: designOf('before_after') })

describe('answers on a scale', () => {
  test('are counted before and after, with the agreement of the engine', () => {
    const groups = answersOnScale(
      alone,
      undefined,
      [1, 1, 1, 5, 5, 5].map((value) => answer(-1, value)).concat([4, 4, 5].map((value) => answer(1, value))),
    )
    expect(groups).toEqual([
      { of: 'all', time: 'before', counts: [3, 0, 0, 0, 3], agreement: -1 },
      // Three answers can neither agree nor be split.
      { of: 'all', time: 'after', counts: [0, 0, 0, 2, 1], agreement: null },
    ])
    expect(shareAtEnd(groups)).toBe(0.5)
  })

  test('of two versions by lot are compared by ranks, and the mean comes beside them', () => {
    const design = { ...designOf('two_versions', ['Uusi', 'Vanha']), byLot: true }
    const plan = examplePlan({ measures: [measure], design })
    const observations = Array.from({ length: 40 }, (_, day) =>
      day % 2 === 0 ? answer(day, 3 + (day % 3), 'Uusi') : answer(day, 2 + (day % 3), 'Vanha'),
    )
    const found = evaluateExperiment({ plan, observations, drawnOrder: undefined, openedEarly: false })[
      measure.id
    ]
    expect(found?.analysis?.method).toBe('mann-whitney')
    // Of 20 × 20 pairs: a 3, 4 or 5 against a 2, 3 or 4, in the shares of the days above.
    expect(found?.analysis?.told).toMatchObject({ kind: 'effect', higher: expect.closeTo(0.78, 1) })
    const sentences = measureInSentences('fi', measure, found!.finding, found!.analysis!)
    expect(sentences[0]).toMatch(/^Asioinnin sujuvuus: \S+ enemmän/)
    expect(sentences[1]).toMatch(/uuden arvo on suurempi noin 7\d kertaa sadasta/)
    expect(found?.answers?.map(({ of }) => of)).toEqual(['treated', 'comparison'])
  })

  test('crowded at one end are warned of', () => {
    const observations = Array.from({ length: 30 }, (_, day) => answer(day - 10, day % 4 === 0 ? 4 : 5))
    const found = evaluateExperiment({ plan: alone, observations, drawnOrder: undefined, openedEarly: false })
    expect(found[measure.id]?.analysis?.checks).toContain('ceiling')
    const spread = Array.from({ length: 30 }, (_, day) => answer(day - 10, 1 + (day % 5)))
    const other = evaluateExperiment({
      plan: alone,
      observations: spread,
      drawnOrder: undefined,
      openedEarly: false,
    })
    expect(other[measure.id]?.analysis?.checks).not.toContain('ceiling')
  })
})

describe('a measure on a scale', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite()
  })
  afterAll(() => site.close())

  const trial = async (plan: Plan) => {
    const id = site.newId()
    await asSystem(site.database, async (database) => {
      await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan })
    })
    return id
  }

  test('is logged by one press, as often a day as there are people, and takes nothing off the scale', async () => {
    site.clock.now = new Date('2026-04-20T08:00:00Z')
    const id = await trial(examplePlan({ measures: [measure] }))
    const employee = await site.browser('employee')
    const path = `/fi/kokeilut/${id}/kirjaa/${measure.id}`
    const page = await employee.get(path)
    expect(page.text.match(/name="value"/g)).toHaveLength(5)
    expect(page.text).toContain('1 = hankalaa')
    for (const value of ['5', '4', '5']) {
      const logged = await employee.fillIn(path, { value, day: '20.4.2026' })
      expect(logged.status).toBe(303)
    }
    for (const value of ['0', '6', '3,5'])
      expect((await employee.fillIn(path, { value, day: '20.4.2026' })).text).toContain(
        'Valitse kokonaisluku väliltä 1–5.',
      )
    const list = await employee.get(`/fi/kokeilut/${id}/mittaukset`)
    expect(list.text.match(/5\/5 \(sujuvaa\)/g)).toHaveLength(2)
    expect(list.text).toContain('4/5')
  })

  test('shows all answers before and during the trial as bars beside the means', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = await trial(alone)
    await asSystem(site.database, async (database) => {
      await saveExampleReadings(database, {
        experimentId: id,
        measureId: measure.id,
        newId: site.newId,
        at: site.clock.now,
        readings: Array.from({ length: 60 }, (_, index) => ({
          day: addDays(startsOn, index - 20),
          value: index < 20 ? 1 + (index % 3) : 3 + (index % 3),
        })),
      })
      const experiment = await experimentById(database, id)
      if (experiment) await keepEvaluation(database, experiment, site.clock.now)
    })
    const visitor = await site.browser()
    const page = await visitor.get(`/fi/kokeilut/${id}/tulos`)
    for (const words of [
      'Asioinnin sujuvuus: kaikki vastaukset',
      'Ennen kokeilua',
      '5 sujuvaa',
      'share-plate',
    ])
      expect(page.text, words).toContain(words)
    for (const [path, words] of [
      [`/sv/forsok/${id}/resultat`, 'alla svar'],
      [`/en/experiments/${id}/result`, 'all answers'],
    ] as const)
      expect((await visitor.get(path)).text).toContain(words)
    const asked = JSON.parse((await visitor.get(`/api/v1/experiments/${id}`)).text) as {
      plan: { measures: unknown[] }
    }
    expect(asked.plan.measures[0]).toMatchObject({
      kind: 'scale',
      scale_ends: { low: 'hankalaa', high: 'sujuvaa' },
    })
  })
})
