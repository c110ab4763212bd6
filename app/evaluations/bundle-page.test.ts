import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleMeasure, examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { designOf, experimentById, type Plan } from '../experiments/index.ts'
import { examplePeopleOfTrial } from '../people/index.ts'
import { saveExampleReadings } from '../measurements/measurements.examples.ts'
import { asSystem } from '../platform/database/acting.ts'
import { addDays } from '../platform/format.ts'
import { createTestSite } from '../test-site.ts'
import { openEarly } from './open-early.ts'
import { keepEvaluation, renewEvaluations } from './keep-evaluation.ts'
import { recompute } from './recompute.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

const measure = exampleMeasure({ baseline: null })
const plan = examplePlan({ measures: [measure], design: designOf('before_after') })
const swing = [0, 3, -2, 4, -4, 1, -1, 5, -3, 2]

async function evaluate(id: string) {
  await asSystem(site.database, async (database) => {
    const experiment = await experimentById(database, id)
    if (experiment) await keepEvaluation(database, experiment, site.clock.now)
  })
}

async function trial(ofPlan: Plan = plan) {
  const id = site.newId()
  await asSystem(site.database, async (database) => {
    await saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan: ofPlan })
    await saveExampleReadings(database, {
      experimentId: id,
      measureId: measure.id,
      newId: site.newId,
      at: site.clock.now,
      readings: Array.from({ length: 50 }, (_, index) => ({
        day: addDays('2026-03-16', index - 20),
        value: (index < 20 ? 62 : 50) + (swing[index % 10] ?? 0) / 7,
      })),
    })
  })
  return id
}

/** A file of the site, with its bytes. */
async function fetched(path: string, headers: Record<string, string> = {}) {
  const answer = await site.site.request(`http://uskalla.test${path}`, { headers })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

describe('the bundle of a public result', () => {
  test('gives the figures that the page shows, from the database to the command', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = await trial()
    await evaluate(id)
    const visitor = await site.browser()
    const page = await visitor.get(`/fi/kokeilut/${id}/tulos`)
    expect(page.text).toContain('Laske itse uudelleen')
    expect(page.text).toContain(`href="/fi/kokeilut/${id}/tulos.zip"`)
    expect((await visitor.get(`/fi/kokeilut/${id}`)).text).toContain(`href="/fi/kokeilut/${id}/tulos.zip"`)
    const file = await fetched(`/fi/kokeilut/${id}/tulos.zip`)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('application/zip')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="uskalla-tulos-${id}.zip"`)
    const again = recompute(file.bytes)
    expect(again).toMatchObject({ faults: [], otherEngine: undefined })
    // The same state gives the same bytes in every language, and nobody fetches them twice for nothing.
    const etag = file.headers.get('etag') ?? ''
    for (const path of [`/sv/forsok/${id}/resultat.zip`, `/en/experiments/${id}/result.zip`]) {
      expect((await fetched(path)).bytes.equals(file.bytes)).toBe(true)
      const known = await fetched(path, { 'if-none-match': etag })
      expect([known.status, known.bytes.length, known.headers.get('etag')]).toEqual([304, 0, etag])
    }
  })

  test('is not there while the figures are covered; the page says from when on it is', async () => {
    site.clock.now = new Date('2026-05-02T08:00:00Z')
    const id = await trial()
    await evaluate(id)
    const visitor = await site.browser()
    expect((await fetched(`/fi/kokeilut/${id}/tulos.zip`)).status).toBe(404)
    const page = await visitor.get(`/fi/kokeilut/${id}/tulos`)
    expect(page.text).toContain('Laskentapaketin voi ladata, kun luvut avataan 8.5.2026.')
    expect(page.text).not.toContain('tulos.zip')
    // Nor for those who work in the municipality: a bundle is what everybody may see.
    const employee = await site.browser('employee')
    expect((await employee.get(`/fi/kokeilut/${id}/tulos.zip`)).status).toBe(404)
  })

  test('tells that the figures were opened before the end, and is computed again with that', async () => {
    site.clock.now = new Date('2026-05-02T08:00:00Z')
    const id = await trial()
    await evaluate(id)
    site.clock.now = new Date('2026-05-02T09:00:00Z')
    await asSystem(site.database, (database) =>
      openEarly(database, {
        person: examplePeopleOfTrial.employee,
        now: site.clock.now,
        requestId: 'r',
        newId: site.newId,
        lang: 'fi',
        experimentId: id,
        why: 'Haitta oli nähtävä',
      }),
    )
    await evaluate(id)
    const file = await fetched(`/fi/kokeilut/${id}/tulos.zip`)
    expect(file.status).toBe(200)
    const again = recompute(file.bytes)
    if (typeof again === 'string') throw new Error(again)
    expect(again.faults).toEqual([])
    expect(again.measures[0]?.evaluation.analysis?.evidence.loweredBy).toBe('peeking')
  })

  test('waits until new readings have been evaluated', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = await trial()
    expect((await fetched(`/fi/kokeilut/${id}/tulos.zip`)).status).toBe(404)
    const visitor = await site.browser()
    expect((await visitor.get(`/fi/kokeilut/${id}/tulos`)).text).toContain('Laskentapaketti valmistuu')
  })

  test('comes with the next evaluation where the questions to the engine had not been kept', async () => {
    site.clock.now = new Date('2026-05-20T08:00:00Z')
    const id = await trial()
    await evaluate(id)
    await site.database
      .updateTable('evaluations')
      .set({ engine_calls: null })
      .where('experiment_id', '=', id)
      .execute()
    expect((await fetched(`/fi/kokeilut/${id}/tulos.zip`)).status).toBe(404)
    expect(await asSystem(site.database, renewEvaluations)).toBe(1)
    await evaluate(id)
    expect((await fetched(`/fi/kokeilut/${id}/tulos.zip`)).status).toBe(200)
    expect(await asSystem(site.database, renewEvaluations)).toBe(0)
  })
})
