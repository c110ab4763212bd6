import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveFinding } from './evaluations/finding-store.ts'
import { evaluateMeasure } from './evaluations/index.ts'
import { recompute } from './evaluations/recompute.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { designOf } from './experiments/index.ts'
import { loadContent } from './front/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { createTestSite } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
  const baseUrl = 'http://uskalla.test'
  await loadContent(site.database, { demo: true, now: site.clock.now, newId: site.newId, baseUrl })
})
afterAll(() => site.close())

async function read<Body = Record<string, unknown>>(path: string): Promise<Body> {
  const response = await site.site.request(`http://uskalla.test/api/v1${path}`)
  expect(response.status, path).toBe(200)
  return (await response.json()) as Body
}

test('a result tells estimate, range and sentences, and its bundle gives the same again', async () => {
  const { results } = await read<{ results: { id: string }[] }>(
    '/experiments?municipality=239&outcome=spread',
  )
  const whole = await read<{
    finding: {
      measure_id: string
      estimate: number
      low: number
      high: number
      words: Record<string, string>
    }
    bundle_url: string
    plan: { measures: { id: string }[] }
  }>(`/experiments/${results[0]?.id}`)
  const { finding } = whole
  expect(finding.measure_id).toBe(whole.plan.measures[0]?.id)
  expect(finding.low).toBeLessThan(finding.estimate)
  expect(finding.high).toBeGreaterThan(finding.estimate)
  expect(finding.words.fi).toContain('todennäköisesti')
  expect(finding.words.en).toContain('likely')
  const bundle = await (await site.site.request(whole.bundle_url)).arrayBuffer()
  const again = recompute(Buffer.from(bundle))
  if (typeof again === 'string') throw new Error(again)
  expect(again.faults).toEqual([])
  expect(again.measures[0]?.evaluation.analysis?.effect).toEqual({
    estimate: finding.estimate,
    low: finding.low,
    high: finding.high,
  })
})

test('what a plan covers until the end is not told before: no estimate, no levels, no bundle', async () => {
  const id = site.newId()
  const plan = examplePlan({
    startsOn: '2026-03-02',
    endsOn: '2026-12-31',
    design: { ...designOf('with_and_without', ['Koulu A', 'Koulu B', 'Koulu C']), treatedCount: 1 },
  })
  await asSystem(site.database, (database) =>
    saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, plan }),
  )
  const finding = {
    id: site.newId(),
    experimentId: id,
    municipalityCode: '239',
    happened: 'Kesken vielä.',
    tells: 'cannot_tell' as const,
    learning: 'both' as const,
    figures: evaluateMeasure(exampleMeasure(), []),
    planFingerprint: 'a'.repeat(64),
    dataFingerprint: 'b'.repeat(64),
    evidenceLevel: 0,
    writtenBy: null,
    writtenAt: site.clock.now,
    version: 1,
  }
  await asSystem(site.database, (database) => saveFinding(database, finding))
  expect(await read(`/experiments/${id}`)).toMatchObject({
    finding: {
      estimate: null,
      figures: null,
      words: null,
      happened: 'Kesken vielä.',
      tells: 'cannot_tell',
    },
    bundle_url: null,
    plan: {
      design: {
        kind: 'with_and_without',
        places: ['Koulu A', 'Koulu B', 'Koulu C'],
        places_that_try: 1,
        by_lot: true,
        watched: false,
      },
    },
  })
})
