import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, experimentById, type Plan } from '../experiments/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { keepEvaluation } from './keep-evaluation.ts'
import { keptEvaluationOf } from './evaluation-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const startsOn = '2026-03-16'
const swing = [0, 3, -2, 4, -4, 1, -1, 5, -3, 2]

/** A running experiment with daily readings around 62 before and around 50 from the start on. */
async function trial(plan: Plan, { before = 20, after = 30, units = [null] as (string | null)[] } = {}) {
  const id = site.newId()
  const measureId = plan.measures[0]?.id ?? ''
  await asSystem(site.database, async (database) => {
    await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan })
    await saveExampleReadings(database, {
      experimentId: id,
      measureId,
      newId: site.newId,
      at: site.clock.now,
      readings: Array.from({ length: before + after }, (_, index) => ({
        unit: units[index % units.length] ?? null,
        day: addDays(startsOn, index - before),
        value: (index < before ? 62 : 50) + (swing[index % 10] ?? 0),
      })),
    })
  })
  return id
}

async function evaluate(id: string) {
  await asSystem(site.database, async (database) => {
    const experiment = await experimentById(database, id)
    if (experiment) await keepEvaluation(database, experiment, site.clock.now)
  })
}

const measure = exampleMeasure({ baseline: null })
const covered = examplePlan({ measures: [measure], design: designOf('before_after') })

describe('the result of a trial', () => {
  test('is read from what was kept: without it the page says that it is being computed', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = await trial(covered)
    const visitor = await site.browser()
    const waiting = await visitor.get(`/fi/kokeilut/${id}/tulos`)
    expect(waiting.text).toContain('Tulosta lasketaan uusista mittauksista')
    await evaluate(id)
    const page = await visitor.get(`/fi/kokeilut/${id}/tulos`)
    expect(page.text).not.toContain('Tulosta lasketaan')
    for (const words of [
      'g vähemmän (todennäköisesti',
      'Vertailukohtana oli vain oma aiempi kehitys',
      'Tulos kertoo näistä paikoista ja tästä ajasta, ei vielä muista.',
      'Taso 2: sarjan oma aiempi kehitys',
      'Marylandin asteikolla (What Works Growth) 2, Nestan asteikolla 2',
      'Katkaistu aikasarja: hyppy kokeilun alussa',
      'Suunnitelmassa ei ole sovittu, mikä ei saa huonontua.',
      '@uskalla/evidence 0.1.0',
      'class="model model-without"',
    ])
      expect(page.text, words).toContain(words)
    for (const path of [`/sv/forsok/${id}/resultat`, `/en/experiments/${id}/result`])
      expect((await visitor.get(path)).text).toMatch(/g (mindre|less) \((troligen|likely)/)
  })

  test('keeps engine version, seed and both fingerprints, and is not computed again for the same data', async () => {
    const id = await trial(covered)
    await evaluate(id)
    const kept = await keptEvaluationOf(site.database, id)
    expect(kept).toMatchObject({
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      seed: 1,
      planFingerprint: (await experimentById(site.database, id))?.planFingerprint,
      dataFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    site.clock.now = new Date(site.clock.now.getTime() + 60_000)
    await evaluate(id)
    expect((await keptEvaluationOf(site.database, id))?.computedAt).toEqual(kept?.computedAt)
  })

  test('of places shows each of them before and after, with all draws behind the difference', async () => {
    const places = ['Koulu A', 'Koulu B', 'Koulu C', 'Koulu D', 'Koulu E', 'Koulu F']
    const plan = examplePlan({
      measures: [measure],
      design: { ...designOf('with_and_without', places), byLot: false, treatedCount: 3 },
    })
    const id = await trial(plan, { before: 30, after: 36, units: places })
    await evaluate(id)
    const page = await (await site.browser()).get(`/fi/kokeilut/${id}/tulos`)
    for (const words of ['Koulu F', 'Mitä sattuma olisi voinut näyttää', '20 tavalla', 'place-line'])
      expect(page.text, words).toContain(words)
  })
})

describe('figures that the plan covers until the end', () => {
  test('are shown to nobody before it, and to all after it', async () => {
    site.clock.now = new Date('2026-04-20T08:00:00Z')
    const id = await trial(covered)
    await evaluate(id)
    for (const who of [undefined, 'employee'] as const)
      for (const path of [`/fi/kokeilut/${id}/tulos`, `/fi/kokeilut/${id}`]) {
        const page = await (await site.browser(who)).get(path)
        expect(page.text).toContain('Luvut ovat vielä peitossa')
        expect(page.text).not.toContain('todennäköisesti')
        expect(page.text).not.toContain('class="drawing')
      }
    const readings = await (await site.browser()).get(`/fi/kokeilut/${id}/mittaukset`)
    expect(readings.text).toContain('Suunnitelman mukaan luvut avataan, kun kokeilu on päättynyt')
    expect(readings.text).not.toContain('<td')
    expect((await (await site.browser('employee')).get(`/fi/kokeilut/${id}/mittaukset`)).text).toContain(
      '<td',
    )
    const asked = await (await site.browser()).get(`/api/v1/experiments/${id}`)
    expect(JSON.parse(asked.text)).toMatchObject({ series: [{ points: [] }] })
    site.clock.now = new Date('2026-05-09T08:00:00Z')
    const after = await (await site.browser()).get(`/fi/kokeilut/${id}/tulos`)
    expect(after.text).toContain('todennäköisesti')
    expect(after.text).not.toContain('peitossa')
  })

  test('can be opened early with a reason, which lowers the level and is shown for ever', async () => {
    site.clock.now = new Date('2026-04-20T08:00:00Z')
    const id = await trial(covered)
    const path = `/fi/kokeilut/${id}/tulos/avaa`
    expect((await (await site.browser('resident')).get(path)).status).toBe(403)
    const employee = await site.browser('employee')
    expect((await employee.fillIn(path, { why: ' ' })).status).toBe(422)
    const opened = await employee.fillIn(path, { why: 'Keittiö epäili haittaa.' })
    expect(opened.status).toBe(303)
    // The cover is lifted for strangers too, in the list of readings as on the result, before the end.
    const readings = await (await site.browser()).get(`/fi/kokeilut/${id}/mittaukset`)
    expect(readings.text).toContain('<td')
    expect(readings.text).not.toContain('luvut avataan, kun kokeilu on päättynyt')
    const answered = await (await site.browser()).get(`/api/v1/experiments/${id}`)
    const { series } = JSON.parse(answered.text) as { series: { points: unknown[] }[] }
    expect(series[0]?.points).toHaveLength(50)
    site.clock.now = new Date('2026-06-20T08:00:00Z')
    await evaluate(id)
    const page = await (await site.browser()).get(`/fi/kokeilut/${id}/tulos`)
    expect(page.text).toContain('Luvut avattiin ennen loppua 20.4.2026. Syy: Keittiö epäili haittaa.')
    expect(page.text).toContain('Taso on yhden alempana, koska: Tuloksia katsottiin ennen loppua')
    const again = await (await site.browser('employee')).fillIn(path, { why: 'Uudestaan' })
    expect(again.status).toBe(422)
    await expect(
      asSystem(site.database, (database) =>
        database.deleteFrom('early_openings').where('experiment_id', '=', id).execute(),
      ),
    ).rejects.toThrow(/stays as it was written/)
    const line = await site.database
      .selectFrom('log_entries')
      .select('action')
      .where('record_id', '=', id)
      .where('action', '=', 'figures.opened-early')
      .executeTakeFirst()
    expect(line).toBeDefined()
  })

  test('may be watched as a chart when the plan says so, without a range or a conclusion', async () => {
    site.clock.now = new Date('2026-04-20T08:00:00Z')
    const id = await trial({ ...covered, design: { ...designOf('before_after'), watched: true } })
    await evaluate(id)
    const page = await (await site.browser()).get(`/fi/kokeilut/${id}/tulos`)
    expect(page.text).toContain('class="drawing')
    expect(page.text).not.toContain('todennäköisesti')
    expect(page.text).toContain('Vaihteluväli ja johtopäätös näytetään vasta lopussa')
  })
})
