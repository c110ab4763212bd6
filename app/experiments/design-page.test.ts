import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '../platform/database/acting.ts'
import { createTestSite } from '../test-site.ts'
import { examplePlan, saveExampleExperiment } from './experiments.examples.ts'

let site: Awaited<ReturnType<typeof createTestSite>>

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** A plan in which everything is told but the design, opened by the employee. */
async function draft() {
  const id = site.newId()
  await asSystem(site.database, (database) =>
    saveExampleExperiment(database, {
      id,
      newId: site.newId,
      at: site.clock.now,
      state: 'draft',
      plan: examplePlan(),
    }),
  )
  const base = `/fi/kokeilut/${id}`
  const employee = await site.browser('employee')
  return { employee, base, step: (number: number) => `${base}/suunnitelma/${number}` }
}

describe('the design page of the plan form', () => {
  it('knows the limits of a design by the engine, on the page and in the fragment that script fetches', async () => {
    const { employee, step, base } = await draft()
    const chosen = await employee.fillIn(step(5), { designKind: 'with_and_without', after: 'next' })
    expect(chosen.location).toBe(step(5))
    expect((await employee.get(step(5))).text).toContain('Paikat, yksi riville')
    const schools = Array.from({ length: 9 }, (_, index) => `Koulu ${index + 1}`).join('\n')
    const answers = {
      designKind: 'with_and_without',
      units: schools,
      treatedCount: '2',
      byLot: 'lot',
      rhythm: 'week',
    }
    const query = new URLSearchParams({ step: '5', ...answers })
    const fragment = await employee.get(`${base}/suunnitelma/paneeli?${query}`)
    expect(fragment.text).toContain('2/9 paikasta kokeilee')
    expect(fragment.text).toContain('yhdessä arvonnassa 36 mahdollisesta')
    expect(fragment.text).toContain('Yksi paikka lisää: tapoja arpoa 36 → 45')
    expect(fragment.text).not.toContain('<html')
    expect((await employee.get(step(5))).text).not.toContain('2/9 paikasta')
    expect((await employee.fillIn(step(5), { ...answers, after: 'next' })).location).toBe(step(6))
    expect((await employee.get(step(5))).text).toContain('2/9 paikasta kokeilee')
    expect((await (await site.browser('resident')).get(`${base}/suunnitelma/paneeli?${query}`)).status).toBe(
      404,
    )
  })

  it('refuses a place that stands twice, capitals and blanks aside, and keeps what was typed', async () => {
    const { employee, step } = await draft()
    await employee.fillIn(step(5), { designKind: 'with_and_without', after: 'later' })
    const twice = await employee.fillIn(step(5), {
      designKind: 'with_and_without',
      units: 'Kirkonkylän koulu\nHamulan koulu\n kirkonkylän  KOULU',
    })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('”kirkonkylän  KOULU” on listalla kahdesti.')
    expect(twice.text).toMatch(/Hamulan koulu\s+kirkonkylän {2}KOULU/)
    const saved = await employee.get(step(5))
    expect(saved.text).not.toContain('Hamulan koulu')
  })

  it('refuses a span turned around and half a place, and keeps what was typed', async () => {
    const { employee, step } = await draft()
    await employee.fillIn(step(5), { designKind: 'with_and_without', after: 'later' })
    const turned = await employee.fillIn(step(5), {
      designKind: 'with_and_without',
      usualLow: '70',
      usualHigh: '50',
    })
    expect(turned.status).toBe(422)
    expect(turned.text).toContain('yläpään on oltava suurempi')
    const half = await employee.fillIn(step(5), {
      designKind: 'with_and_without',
      treatedCount: '1,5',
    })
    expect(half.status).toBe(422)
    expect(half.text).toContain('Kirjoita kokonaisluku')
  })
})
