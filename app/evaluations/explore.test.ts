import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, experimentById } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { keptEvaluationOf } from './evaluation-store.ts'
import { explore, readingsOfPeriod } from './exploration.ts'
import { explorationsOf } from './exploration-store.ts'
import { keepEvaluation } from './keep-evaluation.ts'

const measure = exampleMeasure({ baseline: null })
const plan = examplePlan({ measures: [measure], design: designOf('before_after') })

const observations: Observation[] = Array.from({ length: 74 }, (_, index) => ({
  id: String(index),
  experimentId: 'e',
  measureId: measure.id,
  unit: null,
  day: addDays('2026-03-16', index - 20),
  value: (index < 20 ? 62 : 50) + ((index * 7) % 10) - 4.5,
  note: null,
  way: 'form',
  enteredBy: null,
  at: new Date(0),
}))
const input = { plan, observations, drawnOrder: undefined, openedEarly: false }

describe('an analysis outside the plan', () => {
  test('looks at the part of the trial that is asked for, always with the time before', () => {
    const during = (period: Parameters<typeof readingsOfPeriod>[2]) =>
      readingsOfPeriod(plan, observations, period)
        .map((one) => one.day)
        .filter((day) => day >= '2026-03-16')
    expect(during('whole')).toHaveLength(54)
    expect(during('settled')[0]).toBe('2026-03-30')
    // 54 days from 16 March to 8 May: 27 in either half.
    expect(during('first_half').at(-1)).toBe('2026-04-11')
    expect(during('second_half')[0]).toBe('2026-04-12')
    expect(
      readingsOfPeriod(plan, observations, 'second_half').filter((one) => one.day < '2026-03-16'),
    ).toHaveLength(20)
  })

  test('is made by the method asked for, or not at all', () => {
    for (const method of ['run-chart', 'xmr-chart', 'interrupted-series'] as const)
      expect(explore(input, { measure, method, period: 'whole' })?.analysis.method, method).toBe(method)
    const few = { ...input, observations: observations.slice(17, 24) }
    expect(explore(few, { measure, method: 'interrupted-series', period: 'whole' })).toBeUndefined()
    expect(
      explore({ ...input, observations: [] }, { measure, method: 'run-chart', period: 'whole' }),
    ).toBeUndefined()
  })

  test('takes another measure into account, whose own change is then no part of the step', () => {
    const warmth = exampleMeasure({
      id: '00000000-0000-7000-8000-0000000000ab',
      name: 'Lämpötila',
      unit: '°C',
    })
    const twoMeasures = examplePlan({ measures: [measure, warmth], design: designOf('before_after') })
    // It turns six degrees colder with the start; every degree brings two grams.
    const degrees = observations.map(({ day }, index) => (day < '2026-03-16' ? 12 : 6) + ((index * 5) % 7))
    const both = [
      ...observations.map((one, index) => ({ ...one, value: one.value + 2 * (degrees[index] ?? 0) })),
      // On one day nobody looked at the thermometer.
      ...observations.slice(1).map((one, index) => ({
        ...one,
        id: `w${index}`,
        measureId: warmth.id,
        value: degrees[index + 1] ?? 0,
      })),
    ]
    const asked = { measure, method: 'interrupted-series', period: 'whole' } as const
    const input = { plan: twoMeasures, observations: both, drawnOrder: undefined, openedEarly: false }
    const [alone, besides] = [undefined, warmth].map(
      (one) => explore(input, { ...asked, besides: one })?.analysis,
    )
    expect(alone?.effect?.estimate).toBeCloseTo(-24, -1)
    expect(besides?.effect?.estimate).toBeGreaterThan(-15)
    expect(besides?.effect?.estimate).toBeLessThan(-9)
    const without = { ...input, observations: both.filter((one) => one.measureId === measure.id) }
    expect(explore(without, { ...asked, besides: warmth })).toBeUndefined()
    expect(explore(input, { ...asked, method: 'xmr-chart', besides: warmth })).toBeUndefined()
    expect(explore(input, { ...asked, besides: measure })).toBeUndefined()
    const still = both.map((one) => (one.measureId === warmth.id ? { ...one, value: 5 } : one))
    expect(explore({ ...input, observations: still }, { ...asked, besides: warmth })).toBeUndefined()
  })

  test('of places gives what each way of comparing shows', () => {
    const places = Array.from({ length: 10 }, (_, i) => `Koulu ${i + 1}`)
    const several = {
      ...input,
      plan: examplePlan({
        measures: [measure],
        design: { ...designOf('with_and_without', places), byLot: false, treatedCount: 1 },
      }),
      observations: Array.from({ length: 20 }, (_, week) =>
        places.map((unit, i) => ({
          ...observations[0]!,
          unit,
          day: addDays('2026-03-16', (week - 12) * 7),
          value: 50 + 3 * i + ((week * 7 + i * 3) % 10) - (i === 0 && week >= 12 ? 12 : 0),
        })),
      ).flat(),
    }
    const found = (['difference-with-placebos', 'synthetic-control', 'one-time-comparison'] as const).map(
      (method) => explore(several, { measure, method, period: 'whole' })?.analysis,
    )
    expect(found.map((one) => one?.method)).toEqual([
      'difference-with-placebos',
      'synthetic-control',
      'one-time-comparison',
    ])
    // Levels alone also count that the first school was lower to begin with.
    expect(found[2]?.effect?.estimate ?? 0).toBeLessThan((found[0]?.effect?.estimate ?? 0) - 10)
  })
})

describe('looking at a result otherwise', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite()
  })
  afterAll(() => site.close())

  test('is marked exploratory with its reason, counted, kept for ever, and leaves the result as it was', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = site.newId()
    await asSystem(site.database, async (database) => {
      await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan })
      await saveExampleReadings(database, {
        experimentId: id,
        measureId: measure.id,
        newId: site.newId,
        at: site.clock.now,
        readings: observations,
      })
      const experiment = await experimentById(database, id)
      if (experiment) await keepEvaluation(database, experiment, site.clock.now)
    })
    const before = await keptEvaluationOf(site.database, id)
    const path = `/fi/kokeilut/${id}/tulos/toisin`
    expect((await (await site.browser('resident')).get(path)).status).toBe(403)
    const employee = await site.browser('employee')
    const asked = {
      measure: measure.id,
      method: 'xmr-chart',
      period: 'settled',
      why: 'Alussa harjoiteltiin.',
    }
    expect((await employee.fillIn(path, { ...asked, why: ' ' })).status).toBe(422)
    expect((await employee.fillIn(path, asked)).status).toBe(303)
    expect((await employee.fillIn(path, { ...asked, method: 'run-chart', why: 'Kuviona.' })).status).toBe(303)
    for (const [address, words] of [
      [
        `/fi/kokeilut/${id}/tulos`,
        [
          '2 analyysiä suunnitelman ulkopuolella',
          'Ei suunnitelmassa: tutkiva',
          'Miksi: Alussa harjoiteltiin.',
          'Ilman kahta ensimmäistä viikkoa',
        ],
      ],
      [`/sv/forsok/${id}/resultat`, ['2 analyser utanför planen', 'Inte i planen: utforskande']],
      [`/en/experiments/${id}/result`, ['2 analyses outside the plan', 'Not in the plan: exploratory']],
    ] as const) {
      const page = await (await site.browser()).get(address)
      for (const one of words) expect(page.text, one).toContain(one)
    }
    expect(await keptEvaluationOf(site.database, id)).toEqual(before)
    expect(await explorationsOf(site.database, id)).toMatchObject([
      { method: 'xmr-chart', period: 'settled', evaluation: { analysis: { method: 'xmr-chart' } } },
      { method: 'run-chart' },
    ])
    await expect(
      asSystem(site.database, (database) =>
        database.deleteFrom('explorations').where('experiment_id', '=', id).execute(),
      ),
    ).rejects.toThrow(/stays as it was made/)
  })

  test('with another measure taken into account says so beside the result, and only a model can', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = site.newId()
    const warmth = exampleMeasure({ id: site.newId(), name: 'Lämpötila', unit: '°C', harmLimit: null })
    await asSystem(site.database, async (database) => {
      const two = examplePlan({ measures: [measure, warmth], design: designOf('before_after') })
      await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan: two })
      for (const { id: measureId } of [measure, warmth])
        await saveExampleReadings(database, {
          experimentId: id,
          measureId,
          newId: site.newId,
          at: site.clock.now,
          readings: observations.map(({ day, value }, index) => ({
            day,
            value: measureId === measure.id ? value : (index * 5) % 7,
          })),
        })
      const experiment = await experimentById(database, id)
      if (experiment) await keepEvaluation(database, experiment, site.clock.now)
    })
    const path = `/fi/kokeilut/${id}/tulos/toisin`
    const employee = await site.browser('employee')
    const asked = {
      measure: measure.id,
      period: 'whole',
      besides: warmth.id,
      why: 'Helle vaikutti ruokahaluun.',
    }
    const byChart = await employee.fillIn(path, { ...asked, method: 'xmr-chart' })
    expect(byChart.status).toBe(422)
    expect(byChart.text).toContain('Toinen mittari voidaan ottaa huomioon vain menetelmällä')
    const itself = { ...asked, method: 'interrupted-series', besides: measure.id }
    expect((await employee.fillIn(path, itself)).text).toContain('Valitse jokin muu mittari')
    expect((await employee.fillIn(path, { ...asked, method: 'interrupted-series' })).status).toBe(303)
    const told = {
      fi: 'Huomioon otettu: Lämpötila.',
      sv: 'Beaktad: Lämpötila.',
      en: 'Taken into account: Lämpötila.',
    }
    const visitor = await site.browser()
    expect((await visitor.get(`/fi/kokeilut/${id}/tulos`)).text).toContain(told.fi)
    expect((await visitor.get(`/sv/forsok/${id}/resultat`)).text).toContain(told.sv)
    expect((await visitor.get(`/en/experiments/${id}/result`)).text).toContain(told.en)
  })

  test('waits for the end where the figures are covered', async () => {
    site.clock.now = new Date('2026-04-20T08:00:00Z')
    const id = site.newId()
    await asSystem(site.database, (database) =>
      saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan }),
    )
    const employee = await site.browser('employee')
    const page = await employee.get(`/fi/kokeilut/${id}/tulos/toisin`)
    expect(page.text).toContain('Tulosta voi katsoa toisin, kun luvut on avattu.')
  })
})
