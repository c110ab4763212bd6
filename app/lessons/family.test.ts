import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { type Experiment, experimentById, type ExperimentState } from '../experiments/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite } from '../test-site.ts'
import {
  buildFamily,
  changesAgainst,
  familyOf,
  type FamilyMember,
  membersOf,
  municipalitiesRepeating,
} from './family.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

async function experimentIn(
  municipalityCode: string,
  parent?: Experiment,
  state: ExperimentState = 'running',
): Promise<Experiment> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      municipalityCode,
      parentId: parent?.id,
      state,
    }),
  )
  const saved = await experimentById(site.database, id)
  if (!saved) throw new Error('not saved')
  return saved
}

const visitor = { person: undefined }
const codes = (member: FamilyMember): unknown[] => [
  member.experiment.municipalityCode,
  ...member.children.map(codes),
]

describe('the family of an experiment', () => {
  test('reaches from the oldest ancestor down, four generations, seen from any of them', async () => {
    const oldest = await experimentIn('239')
    const child = await experimentIn('071', oldest)
    const grandchild = await experimentIn('595', child)
    const youngest = await experimentIn('256', grandchild)
    const cousin = await experimentIn('139', child)
    for (const member of [oldest, grandchild, youngest, cousin])
      expect(codes(await familyOf(site.database, visitor, member))).toEqual([
        '239',
        ['071', ['595', ['256']], ['139']],
      ])
  })

  test('shows another municipality’s draft only to those who work there', async () => {
    const parent = await experimentIn('239')
    await experimentIn('071', parent, 'draft')
    expect(codes(await familyOf(site.database, visitor, parent))).toEqual(['239'])
    expect(codes(await familyOf(site.database, { person: people.employee }, parent))).toEqual(['239'])
    expect(codes(await familyOf(site.database, { person: people.ambassador }, parent))).toEqual([
      '239',
      ['071'],
    ])
  })

  test('counts each other municipality once, and drafts and its own not at all', async () => {
    const parent = await experimentIn('239')
    await experimentIn('071', parent)
    const second = await experimentIn('071', parent)
    await experimentIn('595', second)
    await experimentIn('239', second)
    await experimentIn('139', parent, 'draft')
    const family = await familyOf(site.database, { person: people.employee }, parent)
    expect(municipalitiesRepeating(family, parent.id)).toBe(2)
    expect(municipalitiesRepeating(family, second.id)).toBe(2)
    expect(municipalitiesRepeating(family, site.newId())).toBe(0)
  })

  test('the family page lists everyone with whose they took up', async () => {
    const parent = await experimentIn('239')
    const child = await experimentIn('071', parent)
    const page = await (await site.browser()).get(`/fi/kokeilut/${child.id}/perhe`)
    expect(page.text).toContain('Tästä on 2 kokeilua')
    expect(page.text).toContain('Kartalla on 2 kuntaa.')
    expect(page.text).toContain('alkuperäinen')
    expect(page.text).toContain('Haapavesi')
  })
})

describe('buildFamily', () => {
  test('ends with a circle of parents and holds each of them once', async () => {
    const first = await experimentIn('239')
    const second = { ...(await experimentIn('071', first)) }
    const third = { ...(await experimentIn('595', second)) }
    const circle = [{ ...first, parentId: third.id }, second, third]
    for (const member of circle) {
      const all = membersOf(buildFamily(circle, member)).map(({ experiment }) => experiment.id)
      expect(all.toSorted()).toEqual(circle.map(({ id }) => id).toSorted())
    }
  })

  test('one that is its own parent stands alone', async () => {
    const own = await experimentIn('239')
    const family = buildFamily([], { ...own, parentId: own.id })
    expect(family.children).toEqual([])
  })

  test('begins below a parent who is not known', async () => {
    const hidden = await experimentIn('239', undefined, 'draft')
    const child = await experimentIn('071', hidden)
    const grandchild = await experimentIn('595', child)
    const family = buildFamily([child, grandchild], grandchild)
    expect(codes(family)).toEqual(['071', ['595']])
    expect(membersOf(family).map(({ parent }) => parent?.municipalityCode)).toEqual([undefined, '071'])
  })
})

describe('changesAgainst', () => {
  test('tells what the adopter changed, part by part in the order of the plan', () => {
    const parent = examplePlan()
    const child = { ...parent, doing: 'Keitto jaetaan astioihin pöydissä.', cooperation: null, place: 'Muu' }
    expect(changesAgainst(parent, child)).toEqual([
      { part: 'doing', before: parent.doing, after: 'Keitto jaetaan astioihin pöydissä.' },
      { part: 'cooperation', before: parent.cooperation, after: null },
    ])
  })

  test('what the parent had not told is no change', () => {
    expect(
      changesAgainst(examplePlan({ comparison: null }), examplePlan({ comparison: 'Toinen koulu' })),
    ).toEqual([])
    expect(changesAgainst(examplePlan(), examplePlan())).toEqual([])
  })
})
