import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite } from '../test-site.ts'
import { saveTrial, type StoredTrial } from './lessons.examples.ts'
import { keepPool, poolingJobs } from './pool-family.ts'
import { keptPoolOf } from './pooled-family-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** A trial with an evaluation of this change, taken up from another. */
const trial = (
  municipalityCode: string,
  parentId: string | undefined,
  change: number | undefined,
  more: Pick<StoredTrial, 'state' | 'endsOn'> = {},
): Promise<string> =>
  asSystem(site.database, (transaction) =>
    saveTrial(
      transaction,
      { newId: site.newId, at: site.clock.now },
      { municipalityCode, ...(parentId && { parentId }), ...(change !== undefined && { change }), ...more },
    ),
  )

const pool = (id: string) =>
  asSystem(site.database, (transaction) => keepPool(transaction, id, site.clock.now))

describe('pooling a family when the evaluation of a member changes', () => {
  test('finds the whole family from any member and keeps it for all of them', async () => {
    const root = await trial('239', undefined, -9)
    const child = await trial('071', root, -6)
    const grandchild = await trial('595', child, -12)
    await pool(grandchild)
    for (const id of [root, child, grandchild]) {
      const kept = await keptPoolOf(site.application, id)
      expect(kept?.rootId).toBe(root)
      expect(kept?.pooled.places).toHaveLength(3)
      expect(kept?.pooled.result?.effect).toBeCloseTo(-9, 6)
      expect(kept?.engineVersion).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })

  test('is not done again while nothing has changed, and is when something has', async () => {
    const root = await trial('239', undefined, -9)
    const first = await pool(root)
    site.clock.now = new Date('2026-03-10T09:00:00Z')
    expect((await pool(root))?.computedAt).toEqual(first?.computedAt)
    await trial('071', root, -5)
    const second = await pool(root)
    expect(second?.computedAt).toEqual(site.clock.now)
    expect(second?.dataFingerprint).not.toBe(first?.dataFingerprint)
  })

  test('leaves covered figures out until their last day has passed, which the night notices', async () => {
    const root = await trial('239', undefined, -9)
    const running = await trial('071', root, -5.25, { state: 'running', endsOn: '2026-03-20' })
    const kept = await pool(root)
    expect(kept?.pooled.members.find((member) => member.experimentId === running)).toMatchObject({
      leftOut: 'under-way',
      effect: null,
    })
    expect(JSON.stringify(kept?.pooled)).not.toContain('-5.25')
    const night = poolingJobs.jobs['pool-every-family']
    if (typeof night !== 'function') throw new Error('no job')
    await asSystem(site.database, (transaction) =>
      night({}, { database: transaction, now: new Date('2026-03-21T01:40:00Z'), newId: site.newId }),
    )
    expect((await keptPoolOf(site.application, root))?.pooled.places).toHaveLength(2)
  })

  test('keeps nothing where nobody has been evaluated', async () => {
    const root = await trial('239', undefined, undefined)
    expect(await pool(root)).toBeUndefined()
    expect(await keptPoolOf(site.application, root)).toBeUndefined()
  })

  test('people of the municipalities cannot write it', async () => {
    const root = await trial('239', undefined, -9)
    await pool(root)
    await expect(
      site.application.updateTable('pooled_families').set({ engine_version: '9' }).executeTakeFirst(),
    ).resolves.toMatchObject({ numUpdatedRows: 0n })
  })
})
