import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite } from '../test-site.ts'
import { assignmentOf } from './assignment.ts'
import { designOf } from './design.ts'
import { commitmentTo, drawnOrder, newSeed, thingsToDraw, timesOfTrial, versionOfTime } from './draw.ts'
import { examplePlan, saveExampleExperiment } from './experiments.examples.ts'
import type { Plan } from './plan.ts'
import { inGroups } from './plan-document.ts'

const places = ['Koulu A', 'Koulu B', 'Koulu C', 'Koulu D', 'Koulu E', 'Koulu F']
const someTry = (change = {}) =>
  examplePlan({ design: { ...designOf('with_and_without', places), treatedCount: 2, ...change } })

describe('drawing lots', () => {
  it('orders by SHA-256 of seed, fingerprint and name, and changes with each of them', () => {
    const order = drawnOrder(places, 'a'.repeat(64), 'b'.repeat(64))
    const byHand = places.toSorted((one, other) => {
      const number = (name: string) =>
        createHash('sha256')
          .update(`${'a'.repeat(64)} ${'b'.repeat(64)} ${name}`)
          .digest('hex')
      return number(one) < number(other) ? -1 : 1
    })
    expect(order).toEqual(byHand)
    const others = Array.from({ length: 30 }, () => drawnOrder(places, newSeed(), 'b'.repeat(64)).join())
    expect(new Set(others).size).toBeGreaterThan(20)
  })

  it('favours nobody: in 3,000 draws each of six places is first about as often', () => {
    const firsts = new Map<string, number>()
    for (let index = 0; index < 3_000; index++) {
      const [first = ''] = drawnOrder(places, String(index), 'fingerprint')
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    // Expected 500 each; eight standard deviations of 20 are never passed by a fair draw.
    for (const place of places) expect(Math.abs((firsts.get(place) ?? 0) - 500)).toBeLessThan(160)
  })

  it('says who tries, who goes on, and when each place starts', () => {
    const order = ['Koulu C', 'Koulu F', 'Koulu A', 'Koulu B', 'Koulu D', 'Koulu E']
    expect(assignmentOf(someTry(), order)).toMatchObject({ treated: ['Koulu C', 'Koulu F'] })
    expect(assignmentOf(someTry(), undefined)).toBeUndefined()
    expect(assignmentOf(someTry({ byLot: false }), undefined)).toMatchObject({
      treated: ['Koulu A', 'Koulu B'],
    })
    const wedge = examplePlan({ design: { ...designOf('staggered', ['A', 'B', 'C']), stepWeeks: 2 } })
    expect(assignmentOf(wedge, ['B', 'C', 'A'])?.startOf).toEqual({
      B: '2026-03-16',
      C: '2026-03-30',
      A: '2026-04-13',
    })
  })

  it('gives two versions half of the weekdays each', () => {
    const plan = examplePlan({ design: designOf('two_versions', ['uusi', 'nykyinen']) })
    const times = timesOfTrial(plan)
    expect(times).toHaveLength(40)
    const versions = [...versionOfTime(plan, drawnOrder(times, newSeed(), 'x')).values()]
    expect(versions.filter((one) => one === 'uusi')).toHaveLength(20)
  })
})

describe('the draw of an experiment', () => {
  let site: Awaited<ReturnType<typeof createTestSite>>
  beforeAll(async () => {
    site = await createTestSite()
  })
  afterAll(() => site.close())

  async function frozen(plan: Plan) {
    const id = site.newId()
    await asSystem(site.database, (database) =>
      saveExampleExperiment(database, { id, newId: site.newId, at: site.clock.now, state: 'planned', plan }),
    )
    const employee = await site.browser('employee')
    const answer = await employee.fillIn(`/fi/kokeilut/${id}/lukitse`, {})
    expect(answer.status).toBe(303)
    return id
  }

  it('is committed to in the log before the plan is frozen, and anyone sees and repeats it', async () => {
    const id = await frozen(someTry())
    const draw = await site.database
      .selectFrom('draws')
      .selectAll()
      .where('experiment_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(draw.commitment).toBe(commitmentTo(draw.seed))
    expect(draw.drawn).toEqual(drawnOrder(places, draw.seed, draw.plan_fingerprint ?? ''))
    const page = await (await site.browser()).get(`/fi/kokeilut/${id}/arvonta`)
    expect(page.status).toBe(200)
    for (const words of [
      draw.seed,
      inGroups(draw.commitment).join(' '),
      'kokeilee',
      'jatkaa ennallaan',
      'sha256sum',
    ])
      expect(page.text).toContain(words)
    const actions = await site.database
      .selectFrom('log_entries')
      .select('action')
      .where('record_id', '=', id)
      .where('action', 'like', 'draw.%')
      .orderBy('position')
      .execute()
    expect(actions.map((line) => line.action)).toEqual(['draw.committed', 'draw.made'])
  })

  it('is made once: neither its seed nor its result can be changed', async () => {
    const id = await frozen(someTry())
    await expect(
      asSystem(site.database, (database) =>
        database.updateTable('draws').set({ seed: newSeed() }).where('experiment_id', '=', id).execute(),
      ),
    ).rejects.toThrow(/a draw is made once/)
  })

  it('does not exist where nothing was left to the lot', async () => {
    expect(thingsToDraw(someTry({ byLot: false }))).toEqual([])
    const id = await frozen(someTry({ byLot: false }))
    expect((await (await site.browser()).get(`/fi/kokeilut/${id}/arvonta`)).status).toBe(404)
  })
})
