import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestSite } from '../test-site.ts'
import { actAs, asSystem } from '../platform/database/acting.ts'
import { examplePeopleOfTrial } from '../people/index.ts'
import { search } from '../search/index.ts'
import { listExperiments } from './experiment-list-store.ts'
import { childrenOf, experimentById } from './experiment-store.ts'
import { idOfRealExperiment, loadRealExperiments } from './load-real-experiments.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let added: number
const now = new Date('2026-03-10T08:00:00Z')

beforeAll(async () => {
  site = await createTestSite()
  added = await asSystem(site.database, (database) => loadRealExperiments(database, now))
})
afterAll(() => site.close())

describe('the real experiments of public sources', () => {
  it('are loaded once: a second run changes nothing', async () => {
    expect(added).toBe(26)
    expect(await asSystem(site.database, (database) => loadRealExperiments(database, new Date()))).toBe(0)
    expect((await listExperiments(site.database, { origin: 'published' })).total).toBe(26)
  })

  it('keep what became of them, who took whose up, and what is not known', async () => {
    const stopped = await experimentById(site.database, idOfRealExperiment('EX14'))
    expect(stopped).toMatchObject({ outcome: 'stopped', published: { stopReason: { kind: 'no_owner' } } })
    const children = await childrenOf(site.database, idOfRealExperiment('EX07'))
    expect(children.map((one) => one.published?.number)).toEqual(['EX08'])
    expect(await experimentById(site.database, idOfRealExperiment('EX09'))).toMatchObject({
      yearFrom: null,
      outcome: 'unknown',
    })
    expect((await listExperiments(site.database, { outcome: 'stopped' })).experiments).toHaveLength(3)
  })

  it('belong to no municipality when they were national, and nobody may write such rows but the system', async () => {
    const national = await experimentById(site.database, idOfRealExperiment('EX25'))
    expect(national?.municipalityCode).toBeNull()
    const touched = await site.application.transaction().execute(async (database) => {
      await actAs(database, examplePeopleOfTrial.employee)
      return database
        .updateTable('experiments')
        .set({ title: 'Muu' })
        .where('origin', '=', 'published')
        .executeTakeFirst()
    })
    expect(touched.numUpdatedRows).toBe(0n)
  })

  it('are found by search in three languages', async () => {
    for (const [lang, text] of [
      ['fi', 'ylijäämälounas'],
      ['sv', 'överbliven lunch'],
      ['en', 'surplus lunch'],
    ] as const) {
      const { results } = await search(site.database, { text, lang, limit: 10 })
      expect(
        results.map((one) => one.recordId),
        text,
      ).toContain(idOfRealExperiment('EX01'))
    }
  })

  it('have no plan page, and stand in the list with where they come from', async () => {
    const anyone = await site.browser()
    const list = await anyone.get('/sv/forsok?state=stopped')
    expect(list.text).toContain('Ur offentliga källor')
    const id = idOfRealExperiment('EX01')
    expect((await anyone.get(`/fi/kokeilut/${id}/suunnitelma`)).status).toBe(404)
    expect((await (await site.browser('employee')).get(`/fi/kokeilut/${id}/paivakirja`)).status).toBe(404)
  })
})
