import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestSite } from '../test-site.ts'
import { asSystem } from '../platform/database/acting.ts'
import { examplePlan, saveExampleExperiment } from './experiments.examples.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

describe('the list of experiments', () => {
  it('says what to do while there is nothing in it', async () => {
    const list = await (await site.browser()).get('/fi/kokeilut')
    expect(list.text).toContain('Ensimmäinen askel on pieni')
    expect(list.text).toContain('href="/fi/ideat/kerro"')
  })

  it('shows what is public to anyone, labels what is made up, and can be narrowed down', async () => {
    const save = (state: 'running' | 'draft', question: string) =>
      asSystem(site.database, (database) =>
        saveExampleExperiment(database, {
          id: site.newId(),
          newId: site.newId,
          at: site.clock.now,
          state,
          plan: examplePlan({ question }),
        }),
      )
    await save('running', 'Sujuuko jono?')
    await save('draft', 'Riittääkö salaatti?')
    const anyone = await site.browser()
    const list = await anyone.get('/sv/forsok?municipality=239&theme=food&state=running&year=2026')
    expect(list.text).toContain('Sujuuko jono?')
    expect(list.text).toContain('Påhittat exempel')
    expect((await anyone.get('/fi/kokeilut')).text).not.toContain('Riittääkö salaatti?')
    expect((await (await site.browser('colleague')).get('/fi/kokeilut')).text).toContain(
      'Riittääkö salaatti?',
    )
    expect((await anyone.get('/fi/kokeilut?year=1999')).text).toContain('Näillä rajauksilla ei löytynyt')
    expect((await anyone.get('/en/experiments?page=99&state=%00&theme=x')).status).toBe(200)
  })
})
