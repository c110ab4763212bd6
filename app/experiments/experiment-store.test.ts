import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countedIds } from '../platform/identifiers.ts'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { actAs, asSystem } from '../platform/database/acting.ts'
import { loadMunicipalities } from '../municipalities/index.ts'
import { examplePeopleOfTrial, loadExamplePeople } from '../people/index.ts'
import {
  childrenOf,
  experimentById,
  experimentsByIds,
  saveExperiment,
  setOutcome,
} from './experiment-store.ts'
import { setState, stagesOf } from './stage-store.ts'
import { listExperiments, yearsOfExperiments } from './experiment-list-store.ts'
import { examplePlan, saveExampleExperiment } from './experiments.examples.ts'
import { emptyPlan } from './plan.ts'

const at = new Date('2026-03-10T08:00:00Z')
const newId = countedIds()
let test: TestDatabase

beforeAll(async () => {
  test = await createTestDatabase()
  await asSystem(test.database, async (database) => {
    await loadMunicipalities(database)
    await loadExamplePeople(database, at)
  })
})
afterAll(() => test.close())

const save = (change: Partial<Parameters<typeof saveExampleExperiment>[1]> = {}) =>
  asSystem(test.database, (database) =>
    saveExampleExperiment(database, { id: newId(), newId, at, ...change }),
  )

describe('an experiment in the database', () => {
  it('comes back as it was saved', async () => {
    const id = await save({ state: 'draft', responsiblePersonId: examplePeopleOfTrial.employee.id })
    expect(await experimentById(test.everything, id)).toMatchObject({
      id,
      municipalityCode: '239',
      state: 'draft',
      title: examplePlan().question,
      startsOn: '2026-03-16',
      yearFrom: 2026,
      plan: examplePlan(),
      version: 1,
      frozenAt: null,
    })
  })

  it('knows who took it up', async () => {
    const parent = await save()
    const child = await save({ parentId: parent, municipalityCode: '071' })
    expect((await childrenOf(test.database, parent)).map((one) => one.id)).toEqual([child])
    expect([...(await experimentsByIds(test.database, [parent, child, newId()])).keys()].sort()).toEqual(
      [parent, child].sort(),
    )
  })

  it('moves on from the state it is in, once, and keeps when and why', async () => {
    const id = await save()
    const move = { id, from: 'running', to: 'paused', personId: null, at, reason: 'Hiihtoloma' } as const
    const moved = await asSystem(test.database, async (database) => [
      await setState(database, { ...move, changeId: newId() }),
      await setState(database, { ...move, changeId: newId() }),
    ])
    expect(moved).toEqual([true, false])
    expect(await stagesOf(test.database, id)).toEqual([
      { from: 'running', to: 'paused', at, personId: null, reason: 'Hiihtoloma' },
    ])
  })

  it('keeps what became of it', async () => {
    const id = await save({ state: 'decided' })
    await asSystem(test.database, (database) => setOutcome(database, { id, outcome: 'stopped', at }))
    expect(await experimentById(test.database, id)).toMatchObject({ outcome: 'stopped', version: 4 })
  })

  it('is written only by those who work in the municipality', async () => {
    const attempt = (municipalityCode: string | null, origin: 'own' | 'published') =>
      test.database.transaction().execute(async (database) => {
        await actAs(database, examplePeopleOfTrial.employee)
        return saveExperiment(database, {
          id: newId(),
          municipalityCode,
          origin,
          title: 'Kysymys',
          plan: emptyPlan(),
          at,
        })
      })
    await expect(attempt('239', 'own')).resolves.toBe(true)
    await expect(attempt('071', 'own')).rejects.toThrow('row-level security')
    await expect(attempt(null, 'published')).rejects.toThrow('row-level security')
  })
})

describe('a list of experiments', () => {
  it('shows unfrozen plans only to those who work in the municipality', async () => {
    const id = await save({ state: 'draft', municipalityCode: '142' })
    const seen = async (readerMunicipalities: string[]) =>
      (
        await listExperiments(test.everything, { municipalityCode: '142', readerMunicipalities })
      ).experiments.map((one) => one.id)
    expect(await seen([])).toEqual([])
    expect(await seen(['239'])).toEqual([])
    expect(await seen(['142'])).toEqual([id])
  })

  it('limits by theme, state, outcome and year', async () => {
    const running = await save({ municipalityCode: '143', plan: examplePlan({ theme: 'energy' }) })
    const decided = await save({
      municipalityCode: '143',
      state: 'decided',
      plan: examplePlan({ startsOn: '2024-11-01', endsOn: '2025-02-01' }),
    })
    await asSystem(test.database, (database) => setOutcome(database, { id: decided, outcome: 'spread', at }))
    const found = async (filter: Parameters<typeof listExperiments>[1]) =>
      (await listExperiments(test.database, { municipalityCode: '143', ...filter })).experiments.map(
        (one) => one.id,
      )
    expect(await found({ theme: 'energy' })).toEqual([running])
    expect(await found({ state: 'running' })).toEqual([running])
    expect(await found({ outcome: ['spread', 'stopped'] })).toEqual([decided])
    expect(await found({ year: 2024 })).toEqual([decided])
    expect(await found({ year: 2026 })).toEqual([running])
    expect(await found({ year: 2023 })).toEqual([])
    expect(await yearsOfExperiments(test.database)).toEqual(expect.arrayContaining([2026, 2025, 2024]))
  })

  it('comes in pages of twenty, newest change first, and a page past the end still knows how many there are', async () => {
    const ids: string[] = []
    for (let i = 0; i < 23; i++)
      ids.push(await save({ municipalityCode: '145', at: new Date(at.getTime() + i * 60_000) }))
    const pages = await Promise.all(
      [1, 2, 3].map((page) => listExperiments(test.database, { municipalityCode: '145' }, page)),
    )
    expect(pages.map((page) => page.experiments.length)).toEqual([20, 3, 0])
    expect(pages.map((page) => page.total)).toEqual([23, 23, 23])
    expect(pages[0]?.experiments[0]?.id).toBe(ids.at(-1))
  })
})
