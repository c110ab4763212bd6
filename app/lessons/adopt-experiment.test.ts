import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import {
  emptyPlan,
  type Experiment,
  experimentById,
  type ExperimentState,
  idOfRealExperiment,
  loadRealExperiments,
} from '../experiments/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { planForAdoption } from './adopt-experiment.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let arto: TestBrowser

beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, (transaction) => loadRealExperiments(transaction, site.clock.now))
  arto = await site.browser('ambassador')
})
afterAll(() => site.close())

async function inKeitele(state: ExperimentState = 'running'): Promise<string> {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state,
      plan: examplePlan({ deciderPersonId: people.leader.id, comparison: 'Alakoulun ruokala' }),
      responsiblePersonId: people.employee.id,
    }),
  )
  return id
}

const path = (id: string) => `/fi/kokeilut/${id}/ota-kayttoon`

async function stored(id: string): Promise<Experiment> {
  const experiment = await experimentById(site.database, id)
  if (!experiment) throw new Error('no such experiment')
  return experiment
}

async function adopted(by: TestBrowser, id: string): Promise<Experiment> {
  const answer = await by.fillIn(path(id), {})
  expect(answer.status).toBe(303)
  return stored(/kokeilut\/([0-9a-f-]{36})\/suunnitelma/.exec(answer.location ?? '')?.[1] ?? '')
}

describe('taking an experiment up', () => {
  test('makes a linked draft in one’s own municipality and leaves the parent as it was', async () => {
    const id = await inKeitele()
    const before = await stored(id)
    const child = await adopted(arto, id)
    expect(child).toMatchObject({
      parentId: id,
      municipalityCode: '071',
      state: 'draft',
      origin: 'example',
      frozenAt: null,
      responsiblePersonId: people.ambassador.id,
      title: before.title,
    })
    expect(await stored(id)).toEqual(before)
  })

  test('brings the question, the doing and the rule; place, dates, baseline and answers are one’s own', async () => {
    const parent = (await stored(await inKeitele())).plan
    const child = (await adopted(arto, await inKeitele())).plan
    for (const part of [
      'question',
      'goal',
      'doing',
      'prediction',
      'targetGroup',
      'variables',
      'theme',
    ] as const)
      expect(child[part], part).toBe(parent[part])
    expect(child.decisionRule).toEqual({ ...parent.decisionRule, decider: null })
    const own = emptyPlan()
    for (const part of [
      'place',
      'startsOn',
      'endsOn',
      'cooperation',
      'comparison',
      'resources',
      'legalQuestion',
      'dataProtection',
      'lane',
      'deciderPersonId',
      'decisionDueOn',
    ] as const)
      expect(child[part], part).toEqual(own[part])
  })

  test('brings the measures under ids of their own, without the other’s level', async () => {
    const id = await inKeitele()
    const parent = await stored(id)
    const [measure] = (await adopted(arto, id)).plan.measures
    const [original] = parent.plan.measures
    expect(measure).toEqual({ ...original, id: measure?.id, baseline: null, baselineHow: null })
    expect(measure?.id).not.toBe(original?.id)
  })

  test('tells the responsible person, once, where it goes', async () => {
    const id = await inKeitele()
    const child = await adopted(arto, id)
    const mails = await site.database
      .selectFrom('mails')
      .selectAll()
      .where('key', '=', `adopted ${child.id}`)
      .execute()
    expect(mails).toMatchObject([
      { recipient: people.employee.email, subject: 'Kokeilusi otetaan käyttöön Haapavedellä' },
    ])
    expect(mails[0]?.body).toContain(`http://uskalla.test/fi/kokeilut/${id}/perhe`)
  })

  test('writes no letter to oneself', async () => {
    const child = await adopted(await site.browser('employee'), await inKeitele())
    const mails = await site.database
      .selectFrom('mails')
      .select('key')
      .where('key', '=', `adopted ${child.id}`)
      .execute()
    expect(mails).toEqual([])
  })

  test('a double submit makes one draft', async () => {
    const id = await inKeitele()
    const form = await arto.get(path(id))
    const key = /name="_key" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
    const [first, second] = await Promise.all([
      arto.post(path(id), { _key: key }),
      arto.post(path(id), { _key: key }),
    ])
    expect(second?.location).toBe(first?.location)
    const children = await site.database
      .selectFrom('experiments')
      .select('id')
      .where('parent_id', '=', id)
      .execute()
    expect(children).toHaveLength(1)
  })

  test('is not for residents, researchers, the office or somebody unknown', async () => {
    const id = await inKeitele()
    for (const who of ['resident', 'researcher', 'office'] as const)
      expect((await (await site.browser(who)).post(path(id), { municipality: '239' })).status, who).toBe(403)
    const nobody = await site.browser()
    expect((await nobody.post(path(id), { municipality: '071' })).location).toBe('/fi/kirjaudu')
    expect((await nobody.get(path(id))).location).toContain('/fi/kirjaudu')
  })

  test('cannot be done in a municipality where one does not work', async () => {
    const child = await (async () => {
      const id = await inKeitele()
      await arto.fillIn(path(id), { municipality: '239' })
      return site.database
        .selectFrom('experiments')
        .select('municipality_code')
        .where('parent_id', '=', id)
        .executeTakeFirst()
    })()
    expect(child?.municipality_code).toBe('071')
  })

  test('does not tell that another municipality’s draft exists', async () => {
    for (const state of ['draft', 'awaiting_decision', 'planned'] as const) {
      const id = await inKeitele(state)
      expect((await arto.get(path(id))).status, state).toBe(404)
      expect((await arto.post(path(id), {})).status, state).toBe(404)
    }
  })
})

describe('taking up what public sources tell', () => {
  test('brings the question, the doing, the theme and the measure’s name, and invents nothing', async () => {
    const id = idOfRealExperiment('EX01')
    const child = await adopted(arto, id)
    const { published } = await stored(id)
    expect(child).toMatchObject({ parentId: id, origin: 'own', title: published?.title.fi })
    const { measures, question, doing, theme, ...rest } = child.plan
    expect({ question, doing, theme }).toEqual({
      question: published?.title.fi,
      doing: published?.tried.fi,
      theme: 'food',
    })
    expect(measures).toMatchObject([
      { name: published?.measure?.fi, unit: '', baseline: null, predicted: null, smallestWorthwhile: null },
    ])
    const { measures: none, question: _, doing: __, theme: ___, ...nothing } = emptyPlan()
    expect(none).toEqual([])
    expect(rest).toEqual(nothing)
  })

  test('has no measure where the sources tell none', async () => {
    const parent = await stored(idOfRealExperiment('EX11'))
    expect(planForAdoption(parent, 'sv', site.newId)).toMatchObject({
      measures: [],
      question: parent.published?.title.sv,
      doing: parent.published?.tried.sv,
    })
  })
})
