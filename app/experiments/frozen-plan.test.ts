import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { countedIds } from '../platform/identifiers.ts'
import { findBrokenLine } from '../platform/log/log.ts'
import { asSystem } from '../platform/database/acting.ts'
import { loadMunicipalities } from '../municipalities/index.ts'
import { examplePeopleOfTrial, loadExamplePeople } from '../people/index.ts'
import { experimentById } from './experiment-store.ts'
import { examplePlan, saveExampleExperiment } from './experiments.examples.ts'
import { freezePlan } from './freeze-plan.ts'
import { inGroups, planFingerprint, planText } from './plan-document.ts'
import { savePlanStep } from './save-plan-step.ts'
import { saveDeparture } from './diary-store.ts'

const now = new Date('2026-03-10T08:00:00Z')
const newId = countedIds()
const acting = { person: examplePeopleOfTrial.employee, now, requestId: 'r', lang: 'fi', newId } as const
let test: TestDatabase
let owner: Client

beforeAll(async () => {
  test = await createTestDatabase()
  await asSystem(test.database, async (database) => {
    await loadMunicipalities(database)
    await loadExamplePeople(database, now)
  })
  // The owner of the tables is bound by no policy and no row-level security: only the triggers stand in the way.
  owner = new Client({ connectionString: test.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await test.close()
})

const planned = () =>
  asSystem(test.database, (database) =>
    saveExampleExperiment(database, { id: newId(), newId, at: now, state: 'planned' }),
  )

async function frozen() {
  const id = await planned()
  const outcome = await asSystem(test.database, (database) =>
    freezePlan(database, { ...acting, id, version: 1, linkTo: () => 'http://uskalla.test' }),
  )
  expect(outcome.ok).toBe(true)
  return id
}

describe('a frozen plan', () => {
  it('has a fingerprint that anyone computes again from what the database holds', async () => {
    const experiment = await experimentById(test.database, await frozen())
    if (!experiment) throw new Error('nothing was frozen')
    expect(experiment.frozenAt).toEqual(now)
    expect(planFingerprint(experiment)).toBe(experiment.planFingerprint)
    expect(inGroups(experiment.planFingerprint ?? '').map((group) => group.length)).toEqual(Array(8).fill(8))
    expect(JSON.parse(planText(experiment))).toMatchObject({
      experiment: experiment.id,
      plan: experiment.plan,
    })
  })

  it('stands in the chain of its municipality, and the chain holds', async () => {
    const experiment = await experimentById(test.database, await frozen())
    const line = await asSystem(test.database, (database) =>
      database
        .selectFrom('log_entries')
        .selectAll()
        .where('record_id', '=', experiment?.id ?? '')
        .where('action', '=', 'plan.frozen')
        .executeTakeFirstOrThrow(),
    )
    expect(line.chain).toBe('239')
    expect(line.after_fingerprint).toBe(experiment?.planFingerprint)
    expect(await asSystem(test.database, (database) => findBrokenLine(database, '239'))).toBeUndefined()
  })

  it.each([
    ['the plan', `plan = jsonb_set(plan, '{goal}', '"Muu"')`],
    ['the fingerprint', `plan_fingerprint = repeat('0', 64)`],
    ['the moment', `frozen_at = frozen_at - interval '1 day'`],
    ['the last day', `ends_on = ends_on + 30`],
    ['the question', `title = 'Muu'`],
    ['freezing itself', `frozen_at = null, plan_fingerprint = null, state = 'draft'`],
    ['the municipality', `municipality_code = '071'`],
  ])('is not changed even by the owner of the database: %s', async (_, change) => {
    const id = await frozen()
    await expect(owner.query(`update experiments set ${change} where id = $1`, [id])).rejects.toThrow(
      'a frozen plan is not edited',
    )
  })

  it('is not removed, and its departures are neither changed nor removed', async () => {
    const id = await frozen()
    await expect(owner.query('delete from experiments where id = $1', [id])).rejects.toThrow('stays visible')
    await asSystem(test.database, (database) =>
      saveDeparture(database, {
        id: newId(),
        experimentId: id,
        municipalityCode: '239',
        day: '2026-03-10',
        what: 'Muu tapa',
        why: 'Syy',
        personId: null,
        at: now,
      }),
    )
    for (const tampering of [
      `update experiment_departures set why = 'Muu' where experiment_id = $1`,
      'delete from experiment_departures where experiment_id = $1',
    ])
      await expect(owner.query(tampering, [id])).rejects.toThrow('stays as it was written')
  })

  it('is refused to whoever froze a plan that somebody else changed meanwhile', async () => {
    const id = await planned()
    await asSystem(test.database, (database) =>
      savePlanStep(database, {
        ...acting,
        id,
        step: 'doing',
        version: 0,
        answers: { doing: 'Toisin', summary: null, cooperation: null },
      }),
    )
    const outcome = await asSystem(test.database, (database) =>
      freezePlan(database, { ...acting, id, version: 1, linkTo: () => '' }),
    )
    expect(outcome).toMatchObject({ ok: false })
    expect((await experimentById(test.everything, id))?.frozenAt).toBeNull()
  })
})

describe('the fingerprint', () => {
  const id = countedIds(7)()

  it('does not depend on the order of keys or on how letters are composed', () => {
    const plan = examplePlan({ goal: 'Hävikki' })
    const reordered = Object.fromEntries(Object.entries(plan).reverse()) as typeof plan
    const decomposed = { ...plan, goal: 'Hävikki'.normalize('NFD') }
    const of = (one: typeof plan) => planFingerprint({ id, municipalityCode: '239', plan: one })
    expect(of(reordered)).toBe(of(plan))
    expect(of(decomposed)).toBe(of(plan))
  })

  it('differs as soon as a word of the plan differs', () => {
    const of = (goal: string) => planFingerprint({ id, municipalityCode: '239', plan: examplePlan({ goal }) })
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a.normalize('NFC') !== b.normalize('NFC'))
        return of(a) !== of(b)
      }),
    )
  })
})
