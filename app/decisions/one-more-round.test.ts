import { valueOfInformation } from '@uskalla/evidence'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '../evaluations/index.ts'
import { keepEvaluation } from '../evaluations/index.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, experimentById, type Plan } from '../experiments/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { oneMoreRound } from './one-more-round.ts'

const measure = exampleMeasure({ baseline: null, smallestWorthwhile: 8 })
const plan = examplePlan({ measures: [measure], hoursPlanned: 10, eurosPlanned: 100 })

const ranged = (estimate: number, low: number, high: number): Analysis => ({
  method: 'interrupted-series',
  told: { kind: 'effect', ground: { kind: 'series' } },
  effect: { estimate, low, high },
  p: null,
  chart: null,
  checks: [],
  evidence: { step: 2, maryland: 2, nesta: 2, loweredBy: null },
  precision: null,
})

describe('one more round', () => {
  // Less is better: a change of −9 is a gain of 9, one above what was agreed; standard error 4.
  const analysis = ranged(-9, -9 - 4 * 1.959963984540054, -9 + 4 * 1.959963984540054)

  test('is worth what the better choice is, by the engine, in euros where one unit has a price', () => {
    const priced = { ...plan, eurosPerHour: 40, eurosPerUnit: 900 }
    const round = oneMoreRound(priced, measure, analysis, undefined)
    const asked = valueOfInformation(
      { mean: 1, sd: 4, population: 1 },
      { sampleSd: 4, observations: 1, cost: 0 },
    )
    if (!asked.ok || !asked.value.further) throw new Error('refused')
    expect(round.weeks).toBe(8)
    expect(round.cost).toBe(100 + 10 * 40)
    expect(round.worthInUnits).toBeCloseTo(asked.value.further.total, 9)
    expect(round.worth).toBeCloseTo(900 * asked.value.further.total, 6)
    expect(round.paysFrom).toBeCloseTo(500 / asked.value.further.total, 9)
    expect(round.probabilityWorthwhile).toBeCloseTo(0.5987, 4)
  })

  test('counts what was spent where it was written down', () => {
    const round = oneMoreRound({ ...plan, eurosPerHour: 40 }, measure, analysis, { hours: 4, euros: 30 })
    expect(round).toMatchObject({ hours: 4, euros: 30, cost: 190 })
  })

  test('says what is not known: no range, no break-even, no price of hours or of a unit', () => {
    expect(oneMoreRound(plan, measure, undefined, undefined)).toMatchObject({
      unknown: 'no-range',
      worth: null,
    })
    expect(oneMoreRound(plan, { ...measure, smallestWorthwhile: null }, analysis, undefined).unknown).toBe(
      'no-threshold',
    )
    expect(oneMoreRound(plan, measure, analysis, undefined)).toMatchObject({
      cost: null,
      worth: null,
      paysFrom: null,
    })
    const free = oneMoreRound({ ...plan, hoursPlanned: 0 }, measure, analysis, undefined)
    expect(free).toMatchObject({ cost: 100, worth: null })
    expect(free.paysFrom).toBeGreaterThan(0)
  })
})

describe('deciding when the rule proposes to adapt', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite()
  })
  afterAll(() => site.close())

  async function trial(change: Partial<Plan>) {
    const id = site.newId()
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    await asSystem(site.database, async (database) => {
      await saveExampleExperiment(database, {
        id,
        newId: site.newId,
        at: site.clock.now,
        state: 'learning',
        plan: { ...plan, design: designOf('before_after'), ...change },
      })
      // A noisy series that falls by about eight: worth having or not is open.
      await saveExampleReadings(database, {
        experimentId: id,
        measureId: measure.id,
        newId: site.newId,
        at: site.clock.now,
        readings: Array.from({ length: 34 }, (_, index) => ({
          day: addDays('2026-03-16', index - 14),
          value: (index < 14 ? 62 : 55) + (((index * 7) % 10) - 4.5) * 3,
        })),
      })
      const experiment = await experimentById(database, id)
      if (experiment) await keepEvaluation(database, experiment, site.clock.now)
    })
    return id
  }

  test('shows weeks, euros and what knowing more is worth, or from which price it pays', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const leader = await site.browser('leader')
    const priced = await leader.get(
      `/fi/kokeilut/${await trial({ eurosPerHour: 40, eurosPerUnit: 900 })}/paata`,
    )
    expect(priced.text).toContain('Kannattaako vielä yksi kierros?')
    expect(priced.text.replaceAll('\u00a0', ' ')).toMatch(/8 viikkoa lisää maksaa 500 €, /)
    const id = await trial({ hoursPlanned: 0 })
    const unpriced = await leader.get(`/fi/kokeilut/${id}/paata`)
    expect(unpriced.text).toContain('Hyöty euroina ei ole tiedossa')
    expect(unpriced.text).toMatch(/Kierros kannattaa, jos yhden yksikön muutos \(g\)/)
    expect((await leader.get(`/sv/forsok/${id}/besluta`)).text).toContain('Lönar sig en omgång till?')
    expect((await leader.get(`/en/experiments/${id}/decide`)).text).toContain('Does one more round pay?')
  })

  test('waits until the result of new readings has been worked out; nothing typed is lost, and pages compute nothing', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = await trial({})
    const leader = await site.browser('leader')
    await asSystem(site.database, (database) =>
      saveExampleReadings(database, {
        experimentId: id,
        measureId: measure.id,
        newId: site.newId,
        at: site.clock.now,
        readings: [{ day: '2026-04-06', value: 51 }],
      }),
    )
    const path = `/fi/kokeilut/${id}/paata`
    const page = await leader.get(path)
    expect(page.text).toContain('Tulosta lasketaan')
    expect(page.text).not.toContain('Sovitun säännön ehdotus')
    const sent = { kind: 'adapt', reasons: 'Kerätään vielä lisää tietoa.' }
    const early = await leader.fillIn(path, sent)
    expect(early.status).toBe(422)
    expect(early.text).toContain('odota hetki ja lähetä lomake uudelleen')
    expect(early.text).toContain('Kerätään vielä lisää tietoa.</textarea>')
    const finding = await leader.fillIn(`/fi/kokeilut/${id}/tulos/kirjaa`, {
      happened: 'Hävikki pieneni hieman.',
      tells: 'as_predicted',
      learning: 'both',
    })
    expect(finding.status).toBe(422)
    expect(finding.text).toContain('Hävikki pieneni hieman.')
    await asSystem(site.database, async (database) => {
      const experiment = await experimentById(database, id)
      if (experiment) await keepEvaluation(database, experiment, site.clock.now)
    })
    expect((await leader.get(path)).text).toContain('Sääntö ehdottaa')
    expect((await leader.fillIn(path, sent)).status).toBe(303)
  })
})
