import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePlan, saveExampleExperiment } from '../experiments/experiments.examples.ts'
import { idOfRealExperiment, loadRealExperiments, setOutcome } from '../experiments/index.ts'
import type { Person } from '../platform/web/visitor.ts'
import { savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite, type TestBrowser } from '../test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let visitor: TestBrowser
const lesson = {
  worked: 'Pöytä kulkee pyörillä.',
  didNotWork: 'Ensimmäisellä viikolla ruuhkautui.',
  surprised: 'Keittäjä pitää tästä.',
  conditions: 'Tarvitaan pyörällinen pöytä.',
  works: 'no',
}

beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, (transaction) => loadRealExperiments(transaction, site.clock.now))
  visitor = await site.browser()
})
afterAll(() => site.close())

async function frozenIn(municipalityCode: string, parentId?: string, question = examplePlan().question) {
  const id = site.newId()
  await asSystem(site.database, (transaction) =>
    saveExampleExperiment(transaction, {
      id,
      newId: site.newId,
      at: site.clock.now,
      municipalityCode,
      parentId,
      plan: examplePlan({ question, theme: 'mobility' }),
    }),
  )
  return id
}

async function employeeOf(municipalityCode: string): Promise<TestBrowser> {
  const person: Person = {
    id: site.newId(),
    name: 'Tarmo Tekijä',
    email: `tarmo.${municipalityCode}@esimerkki.invalid`,
    lang: 'fi',
    memberships: [{ municipalityCode, role: 'employee' }],
  }
  await asSystem(site.database, (transaction) =>
    savePerson(transaction, { ...person, isExample: true, createdAt: site.clock.now }),
  )
  return site.browser(person)
}

const cards = (text: string) => [...text.matchAll(/href="\/fi\/opit\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
const ids = (...numbers: string[]) => numbers.map(idOfRealExperiment)

describe('the list of lessons', () => {
  test('what was stopped stands there with its reason', async () => {
    const page = await visitor.get('/fi/opit?outcome=stopped')
    expect(cards(page.text).toSorted()).toEqual(ids('EX14', 'EX24', 'EX25').toSorted())
    expect(page.text).toContain('3 oppia')
  })

  test('what spread is told apart from what was stopped', async () => {
    const page = await visitor.get('/fi/opit?outcome=spread')
    expect(cards(page.text)).toEqual(expect.arrayContaining(ids('EX01', 'EX07')))
    expect(cards(page.text)).not.toContain(idOfRealExperiment('EX14'))
  })

  test('is narrowed by theme and municipality together', async () => {
    expect(cards((await visitor.get('/fi/opit?theme=energy&municipality=139')).text).toSorted()).toEqual(
      ids('EX07', 'EX08', 'EX09').toSorted(),
    )
    const empty = await visitor.get('/fi/opit?theme=energy&municipality=239')
    expect(empty.status).toBe(200)
    expect(empty.text).toContain('Näillä rajauksilla ei ole oppeja.')
    expect(empty.text).toContain('href="/fi/haku"')
  })

  test('pages lead on without losing anyone, and filters that do not exist do not narrow', async () => {
    const first = cards((await visitor.get('/fi/opit?theme=nothing&outcome=9&municipality=xx')).text)
    const second = cards((await visitor.get('/fi/opit?page=2')).text)
    expect(first).toHaveLength(20)
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
  })

  test('a written lesson comes first; a draft or an experiment without a lesson is not there', async () => {
    const kaisa = await site.browser('employee')
    const silent = await frozenIn('239')
    const told = await frozenIn('239', undefined, 'Kulkeeko salaattipöytä?')
    await kaisa.fillIn(`/fi/kokeilut/${told}/oppi`, lesson)
    await asSystem(site.database, (transaction) =>
      setOutcome(transaction, { id: told, outcome: 'stopped', at: site.clock.now }),
    )
    const page = await visitor.get('/fi/opit')
    expect(cards(page.text)[0]).toBe(told)
    expect(cards(page.text)).not.toContain(silent)
    expect(page.text).toContain('Keksitty esimerkki')
    expect(page.text).toContain(lesson.didNotWork)
    expect(cards((await visitor.get('/fi/opit?outcome=stopped&municipality=239')).text)).toEqual([told])
  })
})

describe('the page of a lesson', () => {
  test('of a published experiment tells what its sources tell, and no more', async () => {
    const page = await visitor.get(`/fi/opit/${idOfRealExperiment('EX14')}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Siirtosoitto varoittaa katujen siivouksesta')
    expect(page.text).not.toContain('Mikä yllätti')
    const unknown = await visitor.get(`/sv/lardomar/${idOfRealExperiment('EX10')}`)
    expect(unknown.status).toBe(200)
    expect(unknown.text).not.toContain('undefined')
  })

  test('is not there before a lesson has been written', async () => {
    expect((await visitor.get(`/fi/opit/${await frozenIn('239')}`)).status).toBe(404)
    expect((await visitor.get(`/fi/opit/${site.newId()}`)).status).toBe(404)
  })
})

describe('would it work with us', () => {
  test('nobody can tell while nobody has repeated it', async () => {
    const arto = await site.browser('ambassador')
    const page = `/fi/opit/${idOfRealExperiment('EX14')}`
    expect((await arto.get(page)).text).toContain('Kukaan ei ole vielä toistanut tätä')
    // A draft of one's own is no repeat yet.
    await arto.fillIn(`/fi/kokeilut/${idOfRealExperiment('EX14')}/ota-kayttoon`, {})
    expect((await arto.get(page)).text).toContain('Kukaan ei ole vielä toistanut tätä')
  })

  test('names those who resemble us and gives no figure', async () => {
    const parent = idOfRealExperiment('EX18')
    await frozenIn('595', parent)
    const kaisa = await site.browser('employee')
    const page = await kaisa.get(`/fi/opit/${parent}`)
    expect(page.text).toContain(
      'Teitä muistuttavista kunnista tätä on kokeillut Pielavesi. Katso, mitä siitä voi päätellä',
    )
  })

  test('says when only municipalities unlike us have tried it, and how many', async () => {
    const parent = idOfRealExperiment('EX20')
    await frozenIn('091', parent)
    const kaisa = await site.browser('employee')
    expect((await kaisa.get(`/fi/opit/${parent}`)).text).toContain(
      '2 muuta kuntaa on kokeillut tätä, mutta ne eivät muistuta teitä.',
    )
    const helsinki = await employeeOf('091')
    expect((await helsinki.get(`/fi/opit/${parent}`)).text).toContain(
      'Yksi muu kunta on kokeillut tätä, mutta se ei muistuta teitä.',
    )
  })

  test('a visitor is asked to sign in, and is not offered to take it up', async () => {
    const parent = idOfRealExperiment('EX21')
    await frozenIn('595', parent)
    const page = await visitor.get(`/fi/opit/${parent}`)
    expect(page.text).toContain('Kirjaudu, niin näet')
    expect(page.text).not.toContain('ota-kayttoon')
    expect((await (await site.browser('employee')).get(`/fi/opit/${parent}`)).text).toContain('ota-kayttoon')
  })
})
