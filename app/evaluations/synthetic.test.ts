import { syntheticControl } from '@uskalla/evidence'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, experimentById, noteEvent, type Plan } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { measureInSentences } from './analysis-in-words.ts'
import { evaluateExperiment } from './evaluate-experiment.ts'
import type { SyntheticChart } from './evaluation.ts'
import { keepEvaluation } from './keep-evaluation.ts'

const startsOn = '2026-03-16'
const measure = exampleMeasure({ baseline: null })
const swing = [0, 3, -2, 4, -4, 1, -1, 5, -3, 2]
const schools = (count: number) => Array.from({ length: count }, (_, i) => `Koulu ${i + 1}`)

const planOf = (places: number, treatedCount = 1): Plan =>
  examplePlan({
    measures: [measure],
    design: { ...designOf('with_and_without', schools(places)), byLot: false, treatedCount },
  })

/** Weekly readings: every school has a swing of its own; the first lies between the second and third and drops by 12. */
function weekly(
  places: number,
  before: number,
  after: number,
): { unit: string; day: string; value: number }[] {
  const own = (school: number, week: number) =>
    50 + 3 * school + (swing[(week + 20 + 3 * school) % 10] ?? 0) + (week * (school % 4)) / 6
  return Array.from({ length: before + after }, (_, index) => index - before).flatMap((week) =>
    schools(places).map((unit, i) => ({
      unit,
      day: addDays(startsOn, week * 7),
      value:
        i === 0 ? (own(1, week) + own(2, week)) / 2 + (week % 3) / 5 + (week >= 0 ? -12 : 0) : own(i, week),
    })),
  )
}

const observed = (readings: ReturnType<typeof weekly>): Observation[] =>
  readings.map((one, index) => ({
    ...one,
    id: String(index),
    experimentId: 'e',
    measureId: measure.id,
    note: null,
    way: 'form',
    enteredBy: null,
    at: new Date(0),
  }))

function analysed(plan: Plan, readings: ReturnType<typeof weekly>) {
  const found = evaluateExperiment({
    plan,
    observations: observed(readings),
    drawnOrder: undefined,
    openedEarly: false,
  })[measure.id]
  if (!found?.analysis) throw new Error('nothing was analysed')
  return { ...found, analysis: found.analysis }
}

describe('one place among many others', () => {
  test('is set against the comparison that the engine puts together, with every place in its stead', () => {
    const readings = weekly(10, 12, 7)
    const { analysis, finding } = analysed(planOf(10), readings)
    expect(analysis.method).toBe('synthetic-control')
    const series = schools(10).map((name) => ({
      name,
      values: readings.filter((one) => one.unit === name).map((one) => one.value),
    }))
    const asked = syntheticControl(series, 'Koulu 1', 12)
    if (!asked.ok) throw new Error('refused')
    expect(analysis.effect).toEqual({ estimate: asked.value.effect, low: null, high: null })
    expect(analysis.p).toBe(asked.value.placebo?.p)
    const chart = analysis.chart as SyntheticChart
    expect(chart).toMatchObject({ kind: 'synthetic', treated: 'Koulu 1', start: 12 })
    expect(chart.days[0]).toBe(addDays(startsOn, -84))
    expect(chart.gap).toEqual(asked.value.gap)
    expect(chart.placebos).toHaveLength(9)
    expect(analysis.checks).toContain('min-p-above-alpha')
    expect(measureInSentences('fi', measure, finding, analysis)).toEqual([
      expect.stringMatching(
        /^Hävikki ruokailijaa kohti: 1\d.g vähemmän kuin muista paikoista kootussa vertailukohdassa\.$/,
      ),
      'Kun kukin 10 paikasta otettiin vuorollaan kokeilijaksi, yksikään muu ei poikennut vertailukohdastaan yhtä paljon.',
      'Paikkoja on liian vähän, jotta vaihteluvälin voisi laskea.',
    ])
  })

  test('has a range once there are more than twenty places', () => {
    const { effect } = analysed(planOf(26), weekly(26, 12, 7)).analysis
    expect(effect?.low).toBeLessThan(effect?.estimate ?? 0)
    expect(effect?.high).toBeGreaterThan(effect?.estimate ?? 0)
    expect(effect?.high).toBeLessThan(0)
  })

  test('with too few weeks before, or places left with gaps, is compared by the changes of all places instead', () => {
    expect(analysed(planOf(10), weekly(10, 7, 7)).analysis.method).toBe('difference-with-placebos')
    // A week in which one school was not read is left out for all of them, while eight are left.
    const gap = weekly(10, 12, 7).filter((one) => one.unit !== 'Koulu 4' || one.day > addDays(startsOn, -70))
    const kept = analysed(planOf(10), gap).analysis
    expect(kept.method).toBe('synthetic-control')
    expect((kept.chart as SyntheticChart).start).toBe(9)
    const holes = weekly(10, 12, 7).filter(
      (one, i) => one.unit === 'Koulu 1' || (i + Number(one.day.slice(8))) % 3 > 0,
    )
    expect(analysed(planOf(10), holes).analysis.method).toBe('difference-with-placebos')
    expect(analysed(planOf(12, 2), weekly(12, 12, 7)).analysis.method).toBe('difference-with-placebos')
  })
})

describe('what happened meanwhile', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite()
  })
  afterAll(() => site.close())

  test('is noted in a minute, marked on the charts in three languages, and never changed', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = site.newId()
    await asSystem(site.database, async (database) => {
      const plan = planOf(10)
      await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan })
      await saveExampleReadings(database, {
        experimentId: id,
        measureId: measure.id,
        newId: site.newId,
        at: site.clock.now,
        readings: weekly(10, 12, 7),
      })
      const experiment = await experimentById(database, id)
      if (experiment) await keepEvaluation(database, experiment, site.clock.now)
    })
    const path = `/fi/kokeilut/${id}/tapahtuma`
    const employee = await site.browser('employee')
    expect((await (await site.browser('resident')).get(path)).status).toBe(403)
    expect((await employee.fillIn(path, { day: '1.6.2026', what: 'Tulossa' })).text).toContain(
      'Päivä on tulevaisuudessa',
    )
    const noted = await employee.fillIn(path, { day: '2.4.2026', what: 'Keittiö kiinni kaksi päivää' })
    expect(noted.status).toBe(303)
    for (const [address, words] of [
      [
        `/fi/kokeilut/${id}/tulos`,
        ['Mitä samaan aikaan tapahtui', 'ero koottuun vertailukohtaan', 'Koulu 1 (kokeili)'],
      ],
      [`/sv/forsok/${id}/resultat`, ['Vad som hände samtidigt', 'den sammansatta jämförelsen']],
      [`/en/experiments/${id}/result`, ['What happened meanwhile', 'a comparison put together']],
    ] as const) {
      const page = await (await site.browser()).get(address)
      for (const one of words) expect(page.text, one).toContain(one)
      expect(page.text).toContain('class="mark-number"')
      expect(page.text.match(/class="placebo"/g)?.length).toBeGreaterThanOrEqual(18)
      expect(page.text).toMatch(/chart-mark-date">[^<]*<\/span> Keittiö kiinni kaksi päivää/)
    }
    await expect(
      asSystem(site.database, (database) =>
        database
          .updateTable('experiment_events')
          .set({ what: 'Muu' })
          .where('experiment_id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/stays as it was noted/)
    const asked = await (await site.browser()).get(`/api/v1/experiments/${id}`)
    expect(JSON.parse(asked.text)).toMatchObject({
      events: [{ day: '2026-04-02', what: 'Keittiö kiinni kaksi päivää' }],
    })
  })

  test('is not noted of a plan that can still be changed', async () => {
    const id = site.newId()
    const outcome = await asSystem(site.database, async (database) => {
      await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, state: 'draft' })
      return noteEvent(database, {
        person: {
          id: people.employee.id,
          name: '',
          email: '',
          lang: 'fi',
          memberships: [],
          isOffice: false,
        } as never,
        now: site.clock.now,
        requestId: 'r',
        newId: site.newId,
        lang: 'fi',
        id,
        day: '2026-03-01',
        what: 'Jotain',
      })
    })
    expect(outcome.ok).toBe(false)
  })
})
